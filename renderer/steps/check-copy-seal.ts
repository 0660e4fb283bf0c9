// The seal of a copy of the security domain is compared with the last record.
import { SealsForm } from "../screens/step/custody/seals-form.tsx";
import type { StepRow } from "./step-row.ts";

export const checkCopySeal: StepRow = {
  short: ({ copy }) => (copy === "transfer" ? "Seal, transfer medium" : "Seal, domain copy"),
  long: ({ copy }) =>
    copy === "transfer"
      ? "Compare the seal of the transfer medium"
      : "Compare the seal of the domain copy",
  Form: SealsForm,
  words: {
    verb: "Read the bag",
    detail: "number, place, who keeps it",
    happens:
      "The number of the last record is not shown. Type what is on the bag; "
      + "then open it in front of the witness.",
    button: "Compare, and open the bag",
    recorded: "the number as it was found, its state, place and custodian, and that it was opened",
    never: "what is inside the bag",
    power: "what is not recorded yet must be typed again.",
  },
};
