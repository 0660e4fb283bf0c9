// A recovery is tried in memory: the quorum vault makes an exchange key and the restore blob for it,
// opens the blob and compares every entry. Nothing is written but the record.
import { BOTH_COPIES } from "../language/facts.ts";
import { kind } from "../language/kind.ts";

export const dryRun = kind({
  place: "offline",
  writes: ["dry-run-passed"],
  owes: ["dry-run-passed"],
  secret: true,
  typed: true,
  opensShares: true,
  officers: "quorum",
  compares: true,
  requires: [
    ...BOTH_COPIES,
    "present officer-{officer}",
    "keys officer-{officer}",
    "in officer-{officer}",
  ],
  ensures: ["dry-run-passed"],
  tasks: ["open-share", "try-recovery"],
});
