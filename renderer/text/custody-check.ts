// What is asked when the custody is checked: seals, troubles, an officer's part, the backup.

/** The form of the seals. */
export const SEALS = {
  seal: "Number on the bag",
  condition: "The seal is",
  conditions: [
    { value: "intact", label: "whole" },
    { value: "broken", label: "broken" },
    { value: "missing", label: "nothing is there" },
  ],
  place: "Place",
  custodian: "Custodian",
  field: (what: string, object: string): string => `${what}: ${object}`,
  keys: "Enter goes to the next field. Place and custodian are as the last record left them: "
    + "change what is not so any more.",
  missing: "Write every number, and say how each seal is",
  differ: "What you read is not what the last record says. Read it once more. If it is so, that is "
    + "an exception: two people decide to go on, and the record tells it.",
} as const;

/** The form of a trouble. */
export const TROUBLE = {
  label: "What is wrong with the key?",
  options: [
    { value: "lost", label: "A medium with the key is lost" },
    { value: "damaged", label: "The medium cannot be read" },
    { value: "forgotten", label: "Nobody knows the passphrase" },
    { value: "left", label: "The officer has left, with the key or without" },
    { value: "seal-broken", label: "The seal was broken" },
  ],
  happened: "What happened, in a sentence",
  missing: "Say what is wrong, and what happened",
} as const;

/** The form of an officer's part. */
export const PART = {
  here: "This officer’s part was held on this computer.",
  elsewhere: "You will be asked for the file. It is called record.jsonl.",
  heard: "If it was signed on paper: the ten words on that paper",
  heardHint: "A space between two words. Leave it empty if the officer signed with the key.",
} as const;

/** The form of the newest full backup. */
export const NEWEST_BACKUP = {
  container: "Address of the container",
  folder: "Folder",
  takenAt: "The day it was taken",
  takenAtHint: "As 2026-11-25",
  takenAtWrong: "Write the day as 2026-11-25.",
  missing: "Write container, folder and day",
} as const;
