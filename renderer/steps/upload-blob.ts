// The restore blob goes to the new HSM.
import type { StepRow } from "./step-row.ts";

export const uploadBlob: StepRow = {
  short: "Upload the blob",
  long: "Upload the restore blob",
  words: {
    verb: "Upload once",
    detail: "the exchange key works once",
    happens: "The HSM is asked for its state first. Then the blob is uploaded, once.",
    button: "Upload the restore blob",
    recorded: "the blob’s SHA-256, when it was sent, what the HSM answered",
    never: "what is inside the blob",
    power:
      "start the laptop and run this step again. "
      + "It asks the HSM first and never sends the blob twice.",
  },
};
