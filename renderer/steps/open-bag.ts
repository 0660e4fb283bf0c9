// An officer's bag is opened.
import type { StepRow } from "./step-row.ts";

/** The row of `open-bag`. */
export const openBag: StepRow = {
  short: "Bag of officer {officer}",
  long: "Open the bag of officer {officer}",
  words: {
    verb: "Open the bag",
    detail: "before the witness",
    happens: "Cut the bag of the own medium open. The backup medium stays closed.",
    button: "The bag is open",
    recorded: "that this bag was opened, and its number",
    never: "what is on the medium",
    power: "press again. The bag is open already.",
  },
};
