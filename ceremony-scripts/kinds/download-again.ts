// Downloads the security domain for the current keys, beside the old one.
import { kind } from "../language/kind.ts";

export const downloadAgain = kind({
  place: "connected",
  writes: [
    "signed-in",
    "download-began",
    "download-again-decided",
    "answer-received",
    "domain-written",
    "download-ended",
  ],
  owesOnce: ["answer-received", "domain-written", "download-ended"],
  changes: true,
  asksHsm: true,
  requires: [
    "activation-read",
    "certificates transfer",
    "confirmed-connected officer-{made}",
    "key-checked officer-{kept}",
    "in transfer",
    "in domain-copy",
  ],
  ensures: ["domain-anew transfer", "domain-anew domain-copy"],
  tasks: ["send", "keep-answer", "read-answer", "poll"],
});
