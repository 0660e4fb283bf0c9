// The closed table of what can go wrong around a vault, beside the cryptography inside it.
import { faultTable } from "../../crypto/index.ts";

const again = "Nothing was written. Start this step again.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-VAULT-CALL": ["The secure process was asked for something it does not do.", again],
  "E-VAULT-FORM": ["What was typed did not arrive whole.", "Type it again."],
  "E-VAULT-DOOR": ["The secure process cannot be reached.", again],
});
