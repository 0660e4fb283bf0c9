// The closed table of what can go wrong around a vault, beside the cryptography inside it.
import { faultTable } from "../../crypto/index.ts";

const again = "Nothing was written. Start this step again.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-VAULT-CALL": ["The secure process received a request that it does not know.", again],
  "E-VAULT-FORM": ["The typed text did not arrive completely.", "Type it again."],
  "E-VAULT-TEMP": [
    "No folder for temporary files takes the secure process's socket.",
    "Free space in it, or set TMPDIR to a folder with a short path in which this user may write and nobody else may change anything; then start this step again.",
  ],
  "E-VAULT-STRANGER": [
    "What answers in place of the secure process was not started by this program.",
    "Nothing was sent to it and nothing was written: find out who else uses this computer, and start this step again on one that nobody else uses.",
  ],
  "E-VAULT-DOOR": ["The secure process cannot be reached.", again],
});
