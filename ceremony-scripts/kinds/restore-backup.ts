// The newest full backup is restored, no earlier than Azure allows.
import { kind } from "../language/kind.ts";

export const restoreBackup = kind({
  place: "connected",
  writes: ["signed-in", "restore-waited", "restore-began", "restore-started", "restore-ended"],
  owesOnce: ["restore-waited", "restore-began", "restore-started", "restore-ended"],
  changes: true,
  asksHsm: true,
  usesStorage: true,
  requires: ["backup-known", "empty-backed-up"],
  ensures: ["keys-restored"],
  tasks: ["poll"],
});
