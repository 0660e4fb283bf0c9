// The closed table of what the command line itself refuses.
import { faultTable } from "../../../crypto/errors.ts";

/** Makes a fault of this room. */
export const fault = faultTable("cli-faults", {
  "E-FILE-EMPTY": "original",
  "E-FILE-ZEROS": "original",
});
