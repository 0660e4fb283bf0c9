// The words of an officer's certificate are read from the card and heard.
import type { StepRow } from "./step-row.ts";

export const confirmThumbprint: StepRow = {
  short: ({ station }) =>
    station === "offline" ? "Words of officer {officer}" : "Card of officer {officer}",
  long: ({ station }) =>
    station === "offline"
      ? "Hear the words of officer {officer}"
      : "Hear the card of officer {officer}",
  words: {
    verb: "Read aloud",
    detail: "from your card, line by line",
    happens: "Four words a line. A wrong word shows once its line is complete.",
    button: "The words are the same",
    recorded: "that the words of certificate {officer} were heard, where, and when",
    never: "anything about the private key",
    power: "the words are heard again from the first line. Nothing is lost.",
  },
};
