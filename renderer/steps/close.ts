// Officers sign the whole record.
import type { StepRow } from "./step-row.ts";

export const close: StepRow = {
  short: "Sign and seal",
  long: "Sign and seal the media",
  words: {
    verb: "Call the officers",
    detail: "each signs, alone",
    happens: "Each officer signs. Then the medium goes into its bag in front of the witness.",
    button: "Sign the record",
    recorded: "each officer’s signature over the whole record",
    never: "the signing keys, the passphrases",
    power: "start the laptop and run this step again. Whoever has not signed yet signs.",
  },
};
