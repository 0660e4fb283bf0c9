// An officer's bag is opened.
import type { StepRow } from "./step-row.ts";

export const openBag: StepRow = {
  short: "Bag of officer {officer}",
  long: "Open the bag of officer {officer}",
  words: {
    verb: "Open the bag",
    detail: "in front of the witness",
    happens: "Cut open the bag with your own medium. The bag of the backup medium stays closed.",
    button: "The bag is open",
    recorded: "that this bag was opened, and its number",
    never: "what is on the medium",
    power: "press again. The bag is open already.",
  },
};
