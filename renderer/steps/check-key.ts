// An officer's key opens something fresh.
import type { StepRow } from "./step-row.ts";

export const checkKey: StepRow = {
  short: "Check, officer {officer}",
  long: "Check the key of officer {officer}",
  words: {
    verb: "Insert your medium",
    detail: "your own, from the open bag",
    happens: "A random value is encrypted for your certificate. Your key must open it.",
    button: "Officer {officer}, open it",
    recorded: "that the key opened it, which medium, the time",
    never: "the private key, the passphrase",
    power: "run this step again. Nothing on the medium is changed.",
  },
};
