// Every object with its bag, its place and its custodian.
import { CustodyForm } from "../screens/step/custody/custody-form.tsx";
import type { StepRow } from "./step-row.ts";

/** The row of `record-custody`. */
export const recordCustody: StepRow = {
  short: "Bags and places",
  long: "Record bags and places",
  wide: true,
  Form: CustodyForm,
  words: {
    verb: "Read each bag",
    detail: "number, place, who keeps it",
    happens: "One line a bag. Enter goes to the next field.",
    button: "Record the custody",
    recorded: "every object with seal number, place and custodian; accepted rules",
    never: "passphrases, keys",
    power: "what is not recorded yet is typed again. The bags are still open.",
  },
};
