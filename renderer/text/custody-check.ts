// What is asked when the custody is checked: seals, troubles, an officer's part, the backup.

/** The form of the seals. */
export const SEALS = {
  seal: "Number on the bag",
  condition: "The seal is",
  conditions: [
    { value: "intact", label: "intact" },
    { value: "broken", label: "broken" },
    { value: "missing", label: "missing" },
  ],
  place: "Place",
  custodian: "Custodian",
  keys:
    "Enter goes to the next field. Place and custodian are taken from the last record: "
    + "change what is no longer true.",
  noBags:
    "In this rehearsal there are no bags: their numbers are at Home, in \u201cObjects, seals, "
    + "places\u201d, and on the labels.",
  missing: "Enter every number and the state of each seal",
  differ:
    "What you read does not match the last record. Read it again. If it still differs, that "
    + "is an exception: two people decide to continue, and the record says so.",
} as const;

/** The form of a trouble. */
export const TROUBLE = {
  label: "What is wrong with the key?",
  options: [
    { value: "lost", label: "A medium with the key is lost" },
    { value: "damaged", label: "The medium cannot be read" },
    { value: "forgotten", label: "Nobody knows the passphrase" },
    { value: "left", label: "The officer has left, with or without the key" },
    { value: "seal-broken", label: "The seal was broken" },
  ],
  happened: "What happened, in a sentence",
  missing: "Say what is wrong, and what happened",
} as const;

/** The form of an officer's part. */
export const PART = {
  where: {
    signed: "This officer’s part was done on this computer, and signed with their key.",
    "on-paper": "This officer’s part was done on this computer, and signed on paper.",
    no: "You will be asked for the file. It is called record.jsonl.",
  },
  heardHere: "The sixteen words on that paper",
  heardHereHint: "One space between words.",
  missing: "Enter the words on the paper",
  takeOver: "Take over this part",
  heard: "If it was signed on paper: all the words on that paper",
  heardHint: "One space between words. Leave it empty if the officer signed with the key.",
} as const;

/** The form of the newest full backup. */
export const NEWEST_BACKUP = {
  container: "Address of the container",
  folder: "Folder",
  takenAt: "The day it was taken",
  takenAtHint: "As 2026-11-25",
  takenAtWrong: "Enter the day as 2026-11-25.",
  missing: "Enter container, folder and day",
} as const;

/** Where old objects are destroyed. */
export const DESTROY = {
  how: "How it was destroyed",
  missing: "Say of each object how it was destroyed, or that it is missing",
  nothing:
    "The last record names nothing that this officer keeps. Destroy what there is, and note "
    + "it as an exception.",
} as const;

/** Where domain and keys are found without a record. */
export const ORIGIN = {
  missing: "Say where they come from",
  label: "Where do domain and keys come from, and why is there no record?",
} as const;
