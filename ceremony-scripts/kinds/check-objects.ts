// Compares the seals of the objects that are present with the last record.
import { seals } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const checkObjects = kind({
  place: "offline",
  writes: ["seals-checked"],
  owes: ["seals-checked"],
  readsSeals: "present",
  compares: true,
  atOnce: true,
  ensures: ["objects-checked"],
  input: seals,
});
