// The words of a file are written on paper, read from there and heard.
import type { StepRow } from "./step-row.ts";

export const readAloud: StepRow = {
  short: ({ what }) => (what === "exchange-key" ? "Exchange key, words" : "Domain, words"),
  long: ({ what }) =>
    what === "exchange-key"
      ? "Hear the words of the exchange key"
      : "Hear the words of the security domain",
  words: {
    verb: "Read aloud",
    detail: "from the paper, line by line",
    happens: "Write the words on paper first. Then they are read from the paper and heard.",
    button: "The words are the same",
    recorded: "that these words were heard, of which file, and when",
    never: "what is in the file",
    power: "the words are heard again from the first line. Nothing is lost.",
  },
};
