// What is asked when objects go to another custodian or place.

export const HAND_OFF = {
  "table.label": "What is on the table?",
  "table.none": "Tick what is on the table",
  now: "Until now: {custodian}, {place}",
  to: "Custodian from now on",
  place: "Place from now on",
  said: "Who has said so aloud, and signed the receipt?",
  party: "{name} {does}",
  "verbs.gives": "hands off",
  "verbs.takes": "receives",
  "verbs.keeps": "keeps it in another place",
  unchanged: "Enter a new custodian or a new place",
  empty: "Fill in every custodian and place",
  takers: "Everyone who receives something must say so first",
  absent: "Hands off, but has not said so: {names}. If that is not possible, it is an exception: two people decide to continue, and the record says so.",
} as const;
