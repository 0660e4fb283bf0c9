// The kinds of step in which what has no record is found, and in which keys are made anew.
import { ANYONE, type Kind } from "./kind.ts";

export const RENEWAL_KINDS = {
  "find-domain": {
    ...ANYONE, place: "offline",
    requires: [
      "domain transfer", "in transfer", "in domain-copy", "keys officer-{officer}",
      "in officer-{officer}",
    ],
    ensures: ["domain-found", "domain-matched"],
    activity: "Find the security domain and the keys it names, without an earlier record.",
    expected: "SHA-256 of the domain, first word ____, last ____. Keys that it names: ____.",
  },
  "take-into-custody": {
    ...ANYONE, place: "offline",
    requires: [
      "domain-found", "at-hand officer-{officer}", "at-hand transfer", "at-hand domain-copy",
    ],
    ensures: ["custody-recorded"],
    activity: "Take what was found into custody: seal, place and custodian of each medium.",
    expected: "No seal twice, nobody with two officers' media.",
  },
} as const satisfies Readonly<Record<string, Kind>>;
