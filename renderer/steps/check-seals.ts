// The seals of an officer's bags are compared with the last record.
import { SealsForm } from "../screens/step/custody/seals-form.tsx";
import type { StepRow } from "./step-row.ts";

export const checkSeals: StepRow = {
  short: "Seals of officer {officer}",
  long: "Compare the seals of officer {officer}",
  Form: SealsForm,
  words: {
    verb: "Read each bag",
    detail: "number, place, who keeps it",
    happens:
      "The numbers of the last record are not shown. Type what is on the bag; "
      + "the app compares.",
    button: "Compare the seals",
    recorded: "each number as it was found, its state, place and custodian, and what differs",
    never: "what is inside the bags",
    power: "what is not recorded yet must be typed again. Nothing was opened.",
  },
};
