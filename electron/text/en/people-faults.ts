// Refusals of the room people: a sentence for each code, and what to do next.

export const PEOPLE_FAULTS = {
  "E-PEOPLE-FILE": "The passphrase file cannot be read.",
  "E-PEOPLE-FILE.next": "Check its path and permissions.",
  "E-PEOPLE-LINES": "The passphrase file has no line for officer {n}.",
  "E-PEOPLE-LINES.next": "Put one passphrase on each line, officer 1 first.",
  "E-PEOPLE-PAPERS": "The cards and notes of the rehearsal cannot be read; they stay as they are.",
  "E-PEOPLE-PAPERS.next": "Run the same command again; if it stays so, rehearse in fresh folders.",
  "E-PEOPLE-PAPER": "A card or note of the rehearsal is missing.",
  "E-PEOPLE-PAPER.next": "Run the rehearsal in fresh folders.",
} as const;
