// The closed table of what can go wrong around a vault, beside the cryptography inside it.
import { faultTable } from "../../crypto/index.ts";

const again = "Nothing was written. Start this step again.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-VAULT-CALL": ["The secure process received a request that it does not know.", again],
  "E-VAULT-FORM": ["The typed text did not arrive completely.", "Type it again."],
  "E-VAULT-DOOR": ["The secure process cannot be reached.", again],
});
