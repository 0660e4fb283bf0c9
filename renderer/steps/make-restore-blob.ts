// Officers open the security domain, and it is encrypted for the new HSM.
import type { StepRow } from "./step-row.ts";

export const makeRestoreBlob: StepRow = {
  short: "Make the blob",
  long: "Make the restore blob",
  words: {
    verb: "Call the officers",
    detail: "each opens one share, alone",
    happens:
      "Each officer opens one share; two together open the security domain. It is "
      + "encrypted again, for the new HSM alone.",
    button: "Make the restore blob",
    recorded: "the blob’s size and SHA-256, for which key, which officers opened",
    never: "the shares, the passphrases, what is in the domain",
    power:
      "no medium is damaged. The opened shares are lost: "
      + "both officers open theirs again, and a new blob is made.",
  },
};
