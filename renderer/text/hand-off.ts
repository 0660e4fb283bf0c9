// What is asked when objects go to another custodian or place.

/** What lies on the table. */
export const TABLE = {
  label: "What lies on the table?",
  none: "Tick what lies on the table",
  conditions: [
    { value: "intact", label: "whole" },
    { value: "broken", label: "broken" },
  ],
} as const;

/** The form of the hand-off. */
export const HAND_OFF = {
  now: (custodian: string, place: string): string => `Until now: ${custodian}, ${place}`,
  to: "Custodian from now on",
  place: "Place from now on",
  said: "Who has said so aloud?",
  verbs: { gives: "hands on", takes: "takes", keeps: "keeps it in another place" },
  unchanged: "Write a new custodian or a new place",
  empty: "Fill in every custodian and place",
  takers: "Without the word of who takes, nothing is handed on",
  absent: (names: string): string => `${names} hands on and has not said so. If that cannot be, it `
    + "is an exception: two people decide to go on, and the record tells it.",
} as const;
