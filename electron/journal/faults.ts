// Everything that the record can refuse, and what to do then.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. Entries are numbered from 0, as `seq` does. */
export const fault = faultTable("journal-faults", {
  "E-LOG-EMPTY": "otherCopy",
  "E-LOG-SIZE": "otherCopy",
  "E-LOG-ENTRY": "stop",
  "E-LOG-TORN": "otherCopy",
  "E-LOG-CORRUPT": "stop",
  "E-LOG-CANON": "stop",
  "E-LOG-FORM": "stop",
  "E-LOG-HASH": "stop",
  "E-LOG-CHAIN": "stop",
  "E-LOG-SIGNATURE": "stop",
  "E-LOG-SIGNER": "stop",
  "E-LOG-DATA": "ours",
  "E-LOG-CLOSED": "ours",
});
