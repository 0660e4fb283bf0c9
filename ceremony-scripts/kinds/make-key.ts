// An officer's two keys are made on their two media, read back and opened.
import { kind } from "../language/kind.ts";

export const makeKey = kind({
  place: "offline",
  writes: ["key-making-began", "unrecorded-removed", "key-made", "signer-bound", "key-opened"],
  owes: ["key-opened"],
  owesOnce: ["key-made", "signer-bound"],
  officer: true,
  changes: true,
  secret: true,
  typed: true,
  requires: ["in officer-{officer}", "in officer-{officer}-backup"],
  ensures: ["keys officer-{officer}", "keys officer-{officer}-backup"],
  tasks: ["make-key-pair", "write-media", "open-again"],
});
