// The certificates go onto the transfer medium.
import type { StepRow } from "./step-row.ts";

export const exportCertificates: StepRow = {
  short: "Certificates copied",
  long: "Copy the certificates",
  words: {
    verb: "Insert the medium",
    detail: "the transfer medium",
    happens:
      "The certificates are copied to the transfer medium and read back. "
      + "Certificates are public.",
    button: "Copy the certificates",
    recorded: "the copied files with size and SHA-256, the medium, the time",
    never: "private keys: none is ever stored on this medium",
    power: "run this step again. A file that is there with the same bytes counts as written.",
  },
};
