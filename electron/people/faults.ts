// The closed table of what can go wrong with the simulated people.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-PEOPLE-FILE": ["The passphrase file cannot be read.", "Check its path and permissions."],
  "E-PEOPLE-LINES": [
    "The passphrase file has no line for officer {n}.",
    "Put one passphrase on each line, officer 1 first.",
  ],
  "E-PEOPLE-PAPER": [
    "A card or note of the rehearsal is missing.",
    "Run the rehearsal in fresh folders.",
  ],
});
