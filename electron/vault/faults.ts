// The closed table of what can go wrong around a vault, beside the cryptography inside it.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable("vault-faults", {
  "E-VAULT-CALL": "again",
  "E-VAULT-DOOR": "again",
});
