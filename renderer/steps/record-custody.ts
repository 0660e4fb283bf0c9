// Every object with its bag, its place and its custodian.
import { CustodyForm } from "../screens/step/custody/custody-form.tsx";
import type { StepRow } from "./step-row.ts";

export const recordCustody: StepRow = {
  short: "Bags and places",
  long: "Record bags and places",
  Form: CustodyForm,
  words: {
    verb: "Read each bag",
    detail: "number, place, who keeps it",
    happens: "One line per bag. Enter moves to the next field.",
    button: "Record the custody",
    recorded: "every object with seal number, place and custodian; accepted rules",
    never: "passphrases, keys",
    power: "what is not recorded yet must be typed again. The bags are still open.",
  },
};
