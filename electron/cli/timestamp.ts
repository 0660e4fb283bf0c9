// `sd timestamp`: when a record existed at the latest, by authorities outside. Works offline: it writes what
// any program sends to an authority, and keeps what came back beside the record.
import { asked, declared, type Questions } from "./shared/asked.ts";
import type { Command, FlagTexts } from "./shared/command.ts";

const RECORD = "BUNDLE-OR-RECORD";
const OUT: FlagTexts = { "--out FILE": "The new file of the request (.tsq)." };

/** Whom a site trusts about time: `sd verify` takes the same. */
export const AUTHORITY_FLAGS: FlagTexts = {
  "[--authority PEM ...]":
    "The certificate of a timestamp authority that the site chose, or of its root; two are better.",
  "[--site FILE]": "A site file: the two authorities in it, where no --authority is given.",
};

const QUESTIONS: Questions = {
  request: {
    words: RECORD,
    flags: OUT,
    run: async (given) => (await import("./timestamp/ask.ts")).request(given),
  },
  add: {
    words: `${RECORD} ANSWER`,
    flags: {
      ...AUTHORITY_FLAGS,
      "[--query FILE]": "The request that was sent: the answer must have its nonce.",
    },
    run: async (given) => (await import("./timestamp/add.ts")).add(given),
  },
  verify: {
    words: RECORD,
    flags: {
      ...AUTHORITY_FLAGS,
      "[--at DATE]": "The day to check the certificates at, as 2026-11-27; today unless given.",
    },
    run: async (given) => (await import("./timestamp/verify.ts")).verifyStamps(given),
  },
  renew: {
    words: RECORD,
    flags: OUT,
    run: async (given) => (await import("./timestamp/ask.ts")).renew(given),
  },
};

/** The declaration of `sd timestamp`. */
export const TIMESTAMP: Command = {
  words: `${Object.keys(QUESTIONS).join("|")} ${RECORD}`,
  ...declared("timestamp", QUESTIONS),
  what: [
    "Timestamps of a record (RFC 3161). request: what to send to an authority, nothing but the head.",
    "add: verifies its answer and keeps it beside the record. verify: when the record existed at the",
    "latest, by whom; exit code 1: one is refused; 3: an authority shows no time. renew: what to send",
    "before certificates or a hash age; it covers the record and all timestamps that are there.",
  ],
  example: [
    "sd timestamp request activation --out head.tsq",
    "sd timestamp add activation head.tsr --query head.tsq --authority contoso-tsa-root.pem",
    "sd timestamp verify activation --authority contoso-tsa-root.pem fabrikam-tsa-root.pem",
  ],
  wrong: {
    "E-STAMP-SHAPE": "Not an authority's answer: ask again as application/timestamp-query.",
    "E-STAMP-UNTRUSTED": "The message names the check that fails: do not keep this one.",
    "E-STAMP-OTHER": "It is about another record, or a renewal of fewer timestamps.",
    "E-STAMP-AUTHORITY": "Give the certificate of an authority: its root, not the signer's.",
    "E-STAMP-LATE": "A renewal came between: make the request with renew.",
  },
  run: async (given, voice) => {
    const [question, own] = asked(QUESTIONS, given);
    return await question.run(own, voice);
  },
};
