// The HSM in use is asked for its state.
import type { StepRow } from "./step-row.ts";

/** The row of `read-active`. */
export const readActive: StepRow = {
  short: "State of the HSM",
  long: "Ask the HSM for its state",
  asksHsm: true,
  words: {
    verb: "Ask the HSM",
    detail: "nothing is changed",
    happens: "The HSM says whether it is active. Only one in use gives its security domain again.",
    button: "Ask the HSM",
    recorded: "the state the HSM gave, and the time",
    never: "how this station signs in",
    power: "ask again. Nothing was changed.",
  },
};
