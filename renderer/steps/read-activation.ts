// The HSM is asked for its state before it is activated.
import { FoundBefore } from "../screens/step/preflight/found.tsx";
import type { StepRow } from "./step-row.ts";

export const readActivation: StepRow = {
  short: "State of the HSM",
  long: "Ask the HSM for its state",
  preflight: true,
  Confirm: FoundBefore,
  words: {
    verb: "Ask the HSM",
    detail: "nothing is changed",
    happens:
      "The HSM says whether it is active: only one that never was can be activated here. "
      + "Then every requirement for the activation is checked.",
    button: "Ask the HSM",
    recorded: "who signed in, the state the HSM gave, every requirement, what was decided",
    never: "a token, a password or a code",
    power: "ask again. Nothing was changed.",
  },
};
