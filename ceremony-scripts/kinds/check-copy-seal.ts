// Compares the seal of one copy of the security domain with the last record.
import { seals } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const checkCopySeal = kind({
  place: "offline",
  writes: ["seals-checked", "bags-opened"],
  owes: ["seals-checked", "bags-opened"],
  readsSeals: "copy",
  compares: true,
  atOnce: true,
  parameters: ["copy"],
  requires: ["at-hand {copy}", "sealed {copy}"],
  ensures: ["copy-seal-checked {copy}"],
  recordsOpening: "{copy}",
  input: seals,
});
