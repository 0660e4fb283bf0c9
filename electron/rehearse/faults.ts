// The closed table of what stops a rehearsal itself, beside what the rooms it uses refuse.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-REHEARSE-TRIAL": ["This trial has no step in this ceremony.",
    "Choose another trial, or another ceremony; `sd help rehearse` lists the trials."],
  "E-REHEARSE-BEGUN": ["This rehearsal was begun without trials.",
    "Finish it, and set trials before the next one begins."],
  "E-REHEARSE-ABSENT": ["Officer {n} was called and does not come.",
    "Note an exception: wait, or let a substitute take the seat."],
  "E-REHEARSE-OPENSSL": ["The program openssl could not make a key for this rehearsal.",
    "Install openssl: an adoption is rehearsed with keys that other tools have made."],
  "E-REHEARSE-HSM": ["The rehearsal HSM did not start.", "Run the same command again."],
});
