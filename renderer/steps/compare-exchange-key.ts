// The exchange key on the medium is the one that was read aloud.
import type { StepRow } from "./step-row.ts";

export const compareExchangeKey: StepRow = {
  short: "Exchange key heard",
  long: "Compare the exchange key",
  words: {
    verb: "Read aloud",
    detail: "from the paper, line by line",
    happens: "The words must be those of the exchange key on the medium.",
    button: "Go on with this key",
    recorded: "that the words are the same, what was checked, and who decided, if needed",
    never: "anything secret: this key is public",
    power: "the words are heard again from the first line. Nothing is lost.",
  },
};
