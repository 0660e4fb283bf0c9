// An officer's first medium comes out of its bag.
import { kind } from "../kind.ts";

export const openBag = kind({
  place: "offline",
  writes: ["bags-opened"],
  owes: ["bags-opened"],
  about: true,
  requires: ["seals-checked officer-{officer}", "at-hand officer-{officer}"],
  recordsOpening: "officer-{officer}",
  title: "Open the bag of officer {officer}",
  activity: "Open the bag with the first medium of officer {officer} in front of the witness.",
  expected: "The number of the bag that was cut: ____.",
});
