// The security domain is downloaded for a new set of officers.
import type { StepRow } from "./step-row.ts";

export const downloadAgain: StepRow = {
  short: "New domain",
  long: "Download the domain again",
  words: {
    verb: "Insert both media",
    detail: "for the new set of officers",
    happens:
      "The HSM encrypts the same security domain again, for the current certificates. The "
      + "HSM itself is not changed. The new file is stored beside the old one, under another name.",
    button: "Download the domain again",
    recorded: "when it was asked, the answer’s size and SHA-256, both media",
    never: "what is inside the security domain",
    power:
      "run this step again. It looks for the answer on both media first; an HSM in use may be "
      + "asked again.",
  },
};
