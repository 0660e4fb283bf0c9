// Downloads the security domain and stores it on two media. This cannot be repeated.
import * as z from "zod/mini";
import { deciders } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const downloadDomain = kind({
  place: "connected",
  writes: [
    "signed-in",
    "preflight-judged",
    "point-accepted",
    "aftercheck-judged",
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
    "confirmed-connected officer-{every}",
    "in transfer",
    "in domain-copy",
  ],
  ensures: ["domain transfer", "domain domain-copy"],
  tasks: ["send", "keep-answer", "read-answer", "poll"],
  input: z.strictObject({
    /** After a lost answer: who decided to download again. */
    againDecidedBy: z.optional(deciders),
  }),
});
