// The closed table of everything a removable medium can refuse, and what to do then.
import { faultTable } from "../../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("media-faults", {
  "E-MEDIA-REHEARSAL": "chooseOther",
  "E-MEDIA-PRODUCTION": "chooseOther",
  "E-MEDIA-MANIFEST": "writeAgain",
  "E-MEDIA-INCOMPLETE": "writeAgain",
});
