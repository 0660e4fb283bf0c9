// The closed table of what stops a rehearsal itself, beside what the rooms it uses refuse.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-REHEARSE-TRIAL": [
    "This ceremony has no step for this drill.",
    "Choose another drill, or another ceremony.",
  ],
  "E-REHEARSE-BEGUN": [
    "This rehearsal was started without drills.",
    "Finish it, and set drills before the next one starts.",
  ],
  "E-REHEARSE-ABSENT": [
    "Officer {n} was called but does not come.",
    "Note an exception: wait, or let a substitute take the seat.",
  ],
  "E-REHEARSE-OPENSSL": [
    "The program openssl could not make a key for this rehearsal.",
    "Install openssl: an adoption is rehearsed with keys made by other tools.",
  ],
  "E-REHEARSE-HSM": [
    "The rehearsal HSM did not start ({why}).",
    "Mend that, or close other programs, and run the same command again.",
  ],
});
