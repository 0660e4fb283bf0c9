// A quorum encrypts the security domain for the exchange key.
import { BOTH_COPIES } from "../language/facts.ts";
import { kind } from "../language/kind.ts";

export const makeRestoreBlob = kind({
  place: "offline",
  writes: ["blob-made"],
  owes: ["blob-made"],
  changes: true,
  secret: true,
  typed: true,
  opensShares: true,
  officers: "quorum",
  requires: [
    ...BOTH_COPIES,
    "exchange-key transfer",
    "exchange-key-compared",
    "present officer-{officer}",
    "keys officer-{officer}",
    "in officer-{officer}",
  ],
  ensures: ["blob transfer"],
  tasks: ["open-share", "make-blob"],
});
