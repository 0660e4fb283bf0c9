// The old security domain leaves the media.
import type { StepRow } from "./step-row.ts";

export const retireDomain: StepRow = {
  short: "Old domain retired",
  long: "Retire the old security domain",
  words: {
    verb: "Insert both media",
    detail: "the old file is removed",
    happens:
      "The old security domain, the answer it came in, and the certificates of the old keys "
      + "are removed from both media. The new file stays.",
    button: "Retire the old domain",
    recorded: "the old file’s name and SHA-256, and that it is no longer in force",
    never: "what is in the file",
    power: "run this step again. What is already removed stays removed.",
  },
};
