// What of a record's names may mislead its reader.

export const NAMES = {
  rehearsal: "ITS HSM IS CALLED A REHEARSAL, and its record says that it was a real ceremony.",
  lookalike: "The name {name} has letters that may look like others: {letters}.",
  people: "These names have the same words, and may be of one person: {names}.",
  places: "These places have the same words, and may be one: {names}.",
  otherRole: "{name} was {before} in the record before, and is {now} in this one.",
} as const;
