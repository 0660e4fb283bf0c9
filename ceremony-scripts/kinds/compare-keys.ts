// Every expected key and role assignment is found again, or reported as missing.
import { kind } from "../language/kind.ts";

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
});
