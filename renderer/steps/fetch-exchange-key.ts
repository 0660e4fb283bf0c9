// The new HSM gives its exchange key.
import type { StepRow } from "./step-row.ts";

export const fetchExchangeKey: StepRow = {
  short: "Fetch exchange key",
  long: "Fetch the exchange key",
  words: {
    verb: "Insert the medium",
    detail: "the transfer medium",
    happens:
      "The new HSM returns its exchange key. It is written to the transfer medium "
      + "and read back.",
    button: "Fetch the exchange key",
    recorded: "its certificate and thumbprint, the file, the time",
    never: "anything secret: this key is public",
    power: "ask again. The same key counts as written; a different one stops this step.",
  },
};
