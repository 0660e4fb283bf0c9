// The closed table of what can go wrong around a vault, beside the cryptography inside it.
import { faultTable } from "../../crypto/index.ts";

const again = "Nothing was written. Start this step again.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-VAULT-CALL": ["The secure process received a request that it does not know.", again],
  "E-VAULT-FORM": ["The typed text did not arrive completely.", "Type it again."],
  "E-VAULT-TEMP": [
    "The folder for temporary files takes nothing from the secure process.",
    "Free space in it, or set TMPDIR to a folder with a short path in which this user may write; then start this step again.",
  ],
  "E-VAULT-DOOR": ["The secure process cannot be reached.", again],
});
