// Everybody says that they have understood what was read aloud.
import type { StepRow } from "./step-row.ts";

export const acknowledge: StepRow = {
  short: "Understood by all",
  long: "Say that it is understood",
  words: {
    verb: "Read aloud",
    detail: "then ask each person",
    happens: "Everybody present says that they have understood. Nothing is changed.",
    button: "Everybody has understood",
    recorded: "that the step was performed, by whom, and who confirmed it",
    never: "what anybody asked or said",
    power: "ask again. Nothing was changed.",
  },
};
