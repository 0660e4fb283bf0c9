// The empty HSM is backed up: Azure restores only an HSM that has a backup of its own.
import { kind } from "../language/kind.ts";

export const backupEmpty = kind({
  place: "connected",
  writes: ["signed-in", "backup-began", "backup-started", "backup-ended"],
  owesOnce: ["backup-began", "backup-started", "backup-ended"],
  changes: true,
  asksHsm: true,
  usesStorage: true,
  requires: ["blob-uploaded", "backup-known"],
  ensures: ["empty-backed-up"],
  tasks: ["poll"],
});
