// The record ends, and all sign it on paper.
import type { StepRow } from "./step-row.ts";

export const closeOnPaper: StepRow = {
  short: "Close on paper",
  long: "Close the record on paper",
  words: {
    verb: "Sign the paper",
    detail: "everyone present",
    happens:
      "The record ends with this press. Its last words are written on paper, and everyone "
      + "signs it in ink.",
    button: "Close the record on paper",
    recorded: "who was present, what everyone consents to, the time",
    never: "a signature: who signed, only the paper shows",
    power: "start the laptop and run this step again. Nothing was closed yet.",
  },
};
