// A copy of the security domain is compared with the last record.
import type { StepRow } from "./step-row.ts";

export const rehashCopy: StepRow = {
  short: ({ copy }) => (copy === "transfer" ? "Domain on transfer" : "Domain copy"),
  long: ({ copy }) =>
    copy === "transfer" ? "Compare the domain on the transfer medium" : "Compare the domain copy",
  words: {
    verb: "Insert the medium",
    detail: "from the open bag",
    happens:
      "The whole file is read. It must be the security domain of the last record, the same "
      + "to the byte.",
    button: "Compare the file",
    recorded: "the file’s size and SHA-256, the medium, the time",
    never: "what is in the file",
    power: "run this step again. Nothing on the medium is changed.",
  },
};
