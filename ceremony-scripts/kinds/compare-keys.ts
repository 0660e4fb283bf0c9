// Every expected key and role assignment is found again, or is said to be missing.
import { kind } from "../kind.ts";

export const compareKeys = kind({
  place: "connected",
  writes: [
    "signed-in",
    "key-reader-named",
    "key-reader-removed",
    "recovery-compared",
    "keys-compared",
    "keys-not-compared",
  ],
  owes: ["keys-compared or keys-not-compared"],
  asksHsm: true,
  requires: ["backup-known", "keys-restored"],
  ensures: ["keys-compared"],
  title: "Find every key again",
  activity: "Compare the keys and role assignments found with those expected.",
  expected:
    "Keys: ____ of ____, same version and public half. Role assignments: ____ of ____. "
    + "Listed by ____; role taken back at ____ UTC.",
});
