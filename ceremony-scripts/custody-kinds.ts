// The kinds of step of a custody attestation.
import { ANYONE, type Kind } from "./kind.ts";

export const CUSTODY_KINDS = {
  "check-seals": {
    ...ANYONE, place: "offline", about: true,
    requires: [
      "at-hand officer-{officer}", "at-hand officer-{officer}-backup", "at-hand envelope-{officer}",
      "sealed officer-{officer}", "sealed officer-{officer}-backup", "sealed envelope-{officer}",
    ],
    ensures: ["seals-checked officer-{officer}"],
    activity: "Compare the seals of officer {officer} with the last record.",
    expected: "Numbers as in the table of materials; seals whole. Place ____, custodian ____.",
  },
  "open-bag": {
    ...ANYONE, place: "offline", about: true,
    requires: ["seals-checked officer-{officer}", "at-hand officer-{officer}"],
    activity: "Open the bag of the own medium of officer {officer} before the witness.",
    expected: "The number of the bag that was cut: ____.",
  },
  "check-key": {
    ...ANYONE, place: "offline", officer: true,
    requires: ["network-down", "keys officer-{officer}", "in officer-{officer}"],
    ensures: ["key-checked officer-{officer}"],
    activity: "Let the key of officer {officer} open what was encrypted for its certificate.",
    expected: "Opened by officer {officer}: ____.",
  },
  "report-trouble": {
    ...ANYONE, place: "offline", about: true,
    activity: "Write down what is wrong with the key of officer {officer}, as two people decide.",
    expected: "Lost, damaged, left, forgotten, or seal broken: ____. Decided by ____ and ____.",
  },
  "check-copy-seal": {
    ...ANYONE, place: "offline", parameters: ["copy"],
    requires: ["at-hand {copy}", "sealed {copy}"], ensures: ["copy-seal-checked {copy}"],
    activity: "Compare the seal of the {copy} medium with the last record, and open its bag.",
    expected: "Number as in the table of materials; seal whole. Place ____, custodian ____.",
  },
  "rehash-copy": {
    ...ANYONE, place: "offline", parameters: ["copy"],
    requires: ["copy-seal-checked {copy}", "domain {copy}", "in {copy}"],
    ensures: ["rehashed {copy}"],
    activity: "Compare the security domain on the {copy} medium with the last record.",
    expected: "The SHA-256 is the one of the last record. First word ____, last ____.",
  },
  "take-part": {
    ...ANYONE, place: "offline", about: true,
    ensures: ["part-taken officer-{officer}"],
    activity: "Take over the file of the part that officer {officer} held, and check it whole.",
    expected: "Head of the part, first ten words, as on its paper: ____.",
  },
  "name-backup": {
    ...ANYONE, place: "any", ensures: ["backup-named"],
    activity: "Record where the newest full backup lies, and from which day it is.",
    expected: "Container ____, folder ____, taken on ____.",
  },
  "attest-custody": {
    ...ANYONE, place: "offline", ensures: ["custody-attested"],
    activity: "Judge the custody as a whole.",
    expected: "Whole, degraded, or recovery would fail today: ____. Healthy keys: ____.",
  },
} as const satisfies Readonly<Record<string, Kind>>;
