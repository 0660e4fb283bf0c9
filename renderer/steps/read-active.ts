// The HSM in use is asked for its state.
import type { StepRow } from "./step-row.ts";

export const readActive: StepRow = {
  short: "State of the HSM",
  long: "Ask the HSM for its state",
  words: {
    verb: "Ask the HSM",
    detail: "nothing is changed",
    happens: "The HSM says whether it is active. Only an active one returns its security domain.",
    button: "Ask the HSM",
    recorded: "the state the HSM gave, and the time",
    never: "how this station signs in",
    power: "ask again. Nothing was changed.",
  },
};
