// The seals of the objects that people brought are compared with the last record.
import { SealsForm } from "../screens/step/custody/seals-form.tsx";
import type { StepRow } from "./step-row.ts";

export const checkObjects: StepRow = {
  short: "Seals on the table",
  long: "Compare the seals of what is here",
  Form: SealsForm,
  words: {
    verb: "Read each bag",
    detail: "of everything that is here",
    happens:
      "The numbers of the last record are not shown. Tick what is here, and type what is on "
      + "its bag; the app compares.",
    button: "Compare the seals",
    recorded: "each number as it was found, its state, place and custodian, and what differs",
    never: "what is inside the bags",
    power: "what is not recorded yet must be typed again. Nothing was opened.",
  },
};
