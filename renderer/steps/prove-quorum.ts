// Every quorum of officers opens the security domain.
import type { StepRow } from "./step-row.ts";

export const proveQuorum: StepRow = {
  short: "Prove every pair",
  long: "Prove every pair",
  words: {
    verb: "Call the officers",
    detail: "each opens one share, alone",
    happens:
      "Each officer types the passphrase once, which opens one share. One share alone "
      + "reveals nothing; two together open the security domain. Every pair does, from the media.",
    button: "Prove every pair",
    recorded: "each pair that opened the domain, the media, their SHA-256, the time",
    never: "the shares, the passphrases, what is in the domain",
    power:
      "nothing on the media has changed. The opened shares are lost: "
      + "every officer opens their share again.",
  },
};
