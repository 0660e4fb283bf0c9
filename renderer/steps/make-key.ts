// An officer's keys are made.
import type { StepRow } from "./step-row.ts";

export const makeKey: StepRow = {
  short: "Key of officer {officer}",
  long: "Make the key of officer {officer}",
  words: {
    verb: "Insert both media",
    detail: "your own and your backup",
    happens: "Your keys are made, written to both media, read back and opened again.",
    button: "Officer {officer}, make the key",
    recorded: "size of the key, certificates and their SHA-256, media, time, officer {officer}",
    never: "the private key, the passphrase",
    power:
      "run this step again. Unless the record says “key made”, a new key is made; "
      + "what the first attempt left behind is removed.",
  },
};
