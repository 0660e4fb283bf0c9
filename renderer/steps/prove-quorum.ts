// Every quorum of officers opens the security domain.
import type { StepRow } from "./step-row.ts";

/** The row of `prove-quorum`. */
export const proveQuorum: StepRow = {
  short: "Prove every pair",
  long: "Prove every pair",
  secret: true,
  opensShares: true,
  words: {
    verb: "Call the officers",
    detail: "each opens one share, alone",
    happens: "Each officer types the passphrase once; that opens one share. No share alone says "
      + "anything; two together open the security domain. So every pair does, from the media.",
    button: "Prove every pair",
    recorded: "each pair that opened the domain, the media, their SHA-256, the time",
    never: "the shares, the passphrases, what the domain holds",
    power: "nothing on the media has changed. The shares are gone with the power: "
      + "every officer opens again.",
  },
};
