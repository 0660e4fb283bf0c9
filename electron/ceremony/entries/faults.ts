// The closed table of what the ceremony's rules refuse.
import { faultTable } from "../../../crypto/errors.ts";

/** Makes a refusal of this room. A refusal is a control that works, not an exception. */
export const fault = faultTable("ceremony-faults", {
  "E-DESTROY-FORM": "completeTheList",
  "E-ROLE-NAME": "enterTheNameAgain",
  "E-HSM-NAME": "enterTheNameAgain",
  "E-CUSTODY-OBJECT": "completeTheList",
  "E-ORIGIN-FORM": "enterAgain",
  "E-TROUBLE-FORM": "enterAgain",
});
