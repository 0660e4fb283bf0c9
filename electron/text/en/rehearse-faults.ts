// Refusals of the room rehearse: a sentence for each code, and what to do next.

export const REHEARSE_FAULTS = {
  // Values of the placeholders of others.
  silent: "it said nothing in time",
  backupFailed: "its backup failed",
  "E-REHEARSE-TRIAL": "This ceremony has no step for this drill.",
  "E-REHEARSE-TRIAL.next": "Choose another drill, or another ceremony.",
  "E-REHEARSE-BEGUN": "This rehearsal was started without drills.",
  "E-REHEARSE-BEGUN.next": "Finish it, and set drills before the next one starts.",
  "E-REHEARSE-ABSENT": "Officer {n} was called but does not come.",
  "E-REHEARSE-ABSENT.next": "Note an exception: wait, or let a substitute take the seat.",
  "E-REHEARSE-OPENSSL": "The program openssl could not make a key for this rehearsal.",
  "E-REHEARSE-OPENSSL.next": "Install openssl: an adoption is rehearsed with keys made by other tools.",
  "E-REHEARSE-HSM": "The rehearsal HSM did not start ({why}).",
  "E-REHEARSE-HSM.next": "Correct that, or close other programs, and run the same command again.",
} as const;
