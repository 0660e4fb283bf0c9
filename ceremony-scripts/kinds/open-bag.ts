// An officer's own medium comes out of its bag.
import { kind } from "../language/kind.ts";

export const openBag = kind({
  place: "offline",
  writes: ["bags-opened"],
  owes: ["bags-opened"],
  about: true,
  requires: ["seals-checked officer-{officer}", "at-hand officer-{officer}"],
  recordsOpening: "officer-{officer}",
});
