// What was found goes into bags: every object with its place and its custodian.
import { CustodyForm } from "../screens/step/custody/custody-form.tsx";
import type { StepRow } from "./step-row.ts";

export const takeIntoCustody: StepRow = {
  short: "Bags and places",
  long: "Take what was found into custody",
  Form: CustodyForm,
  words: {
    verb: "Read each bag",
    detail: "number, place, who keeps it",
    happens: "One line per bag. Enter moves to the next field.",
    button: "Record the custody",
    recorded: "every medium with seal number, place and custodian; accepted rules",
    never: "passphrases, keys",
    power: "what is not recorded yet must be typed again. The bags are still open.",
  },
};
