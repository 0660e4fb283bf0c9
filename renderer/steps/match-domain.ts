// The security domain on the media is the one that was read aloud.
import type { StepRow } from "./step-row.ts";

export const matchDomain: StepRow = {
  short: "Domain compared",
  long: "Compare the security domain",
  words: {
    verb: "Read aloud",
    detail: "from the paper, line by line",
    happens: "The file must be the same on both media, and name exactly our certificates.",
    button: "The words are the same",
    recorded: "that the file is the one read aloud, its officers and its quorum",
    never: "what is in the file",
    power: "the words are heard again from the first line. Nothing is lost.",
  },
};
