// The seals of the objects that are present are compared with the last record.
import { seals } from "../input.ts";
import { kind } from "../kind.ts";

export const checkObjects = kind({
  place: "offline",
  writes: ["seals-checked"],
  owes: ["seals-checked"],
  readsSeals: "present",
  compares: true,
  atOnce: true,
  ensures: ["objects-checked"],
  input: seals,
  title: "Compare the seals of what is here",
  activity: "Compare the seal of each object on the table with the last record.",
  expected: "Numbers as in the last record; seals intact. Objects on the table: ____.",
});
