// The closed table of what can go wrong with the simulated people.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-PEOPLE-FILE": ["The passphrase file cannot be read.", "Check its path and permissions."],
  "E-PEOPLE-LINES": [
    "The passphrase file has no line for officer {n}.",
    "Put one passphrase on each line, officer 1 first.",
  ],
  "E-PEOPLE-PAPERS": [
    "The cards and notes of the rehearsal cannot be read; they stay as they are.",
    "Run the same command again; if it stays so, rehearse in fresh folders.",
  ],
  "E-PEOPLE-PAPER": [
    "A card or note of the rehearsal is missing.",
    "Run the rehearsal in fresh folders.",
  ],
});
