// What is asked when objects go to another custodian or place.

/** What is on the table. */
export const TABLE = {
  label: "What is on the table?",
  none: "Tick what is on the table",
  conditions: [
    { value: "intact", label: "intact" },
    { value: "broken", label: "broken" },
  ],
} as const;

/** The form of the hand-off. */
export const HAND_OFF = {
  now: (custodian: string, place: string): string => `Until now: ${custodian}, ${place}`,
  to: "Custodian from now on",
  place: "Place from now on",
  said: "Who has said so aloud?",
  verbs: { gives: "hands off", takes: "receives", keeps: "keeps it in another place" },
  unchanged: "Enter a new custodian or a new place",
  empty: "Fill in every custodian and place",
  takers: "Everyone who receives something must say so first",
  absent: (names: string): string =>
    `Hands off, but has not said so: ${names}. If that is not `
    + "possible, it is an exception: two people decide to continue, and the record says so.",
} as const;
