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
    ...ANYONE, place: "offline", changes: true,
    requires: [
      "domain-found", "at-hand officer-{officer}", "at-hand transfer", "at-hand domain-copy",
    ],
    ensures: ["custody-recorded"],
    activity: "Take what was found into custody: seal, place and custodian of each medium.",
    expected: "No seal twice, nobody with two officers' media.",
  },
  "read-active": {
    ...ANYONE, place: "connected", ensures: ["activation-read"],
    activity: "Ask the HSM whether it is active.",
    expected: "Active. Read: ____.",
  },
  "download-again": {
    ...ANYONE, place: "connected", changes: true,
    requires: [
      "activation-read", "certificates transfer", "confirmed-connected officer-{made}",
      "key-checked officer-{kept}", "in transfer", "in domain-copy",
    ],
    ensures: ["domain-anew transfer", "domain-anew domain-copy"],
    activity: "Download the security domain again, for the new set of officers, to two media.",
    expected: "The same new file on both media, ____ bytes. The HSM is active as before.",
  },
  "retire-domain": {
    ...ANYONE, place: "offline", changes: true,
    requires: [
      "domain-anew transfer", "domain-anew domain-copy", "quorum-proven", "in transfer",
      "in domain-copy",
    ],
    ensures: ["domain-retired"],
    activity: "Retire the old security domain: its files are removed from both media.",
    expected: "SHA-256 of the old domain, first word ____, last ____. Only the new file is left.",
  },
  "destroy-old": {
    ...ANYONE, place: "offline", changes: true, about: true,
    requires: ["quorum-proven", "at-hand old-officer-{officer}"],
    ensures: ["old-destroyed officer-{officer}"],
    activity: "Destroy what held the old key of officer {officer}, before the witness.",
    expected: "Numbers of the bags: ____. How each thing was destroyed; what is missing: ____.",
  },
} as const satisfies Readonly<Record<string, Kind>>;
