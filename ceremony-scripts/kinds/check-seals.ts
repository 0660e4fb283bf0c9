// Compares seal, place and custodian of one officer's objects with the last record.
import { seals } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const checkSeals = kind({
  place: "offline",
  writes: ["seals-checked"],
  owes: ["seals-checked"],
  about: true,
  readsSeals: "officer",
  compares: true,
  atOnce: true,
  requires: [
    "at-hand officer-{officer}",
    "at-hand officer-{officer}-backup",
    "at-hand envelope-{officer}",
    "sealed officer-{officer}",
    "sealed officer-{officer}-backup",
    "sealed envelope-{officer}",
  ],
  ensures: ["seals-checked officer-{officer}"],
  input: seals,
});
