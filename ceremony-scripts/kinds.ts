// The closed table of step kinds: what each does, where, by whom, with which parameters, what it
// needs of the room and leaves behind, and how it reads on paper.
import type { Choice } from "./choices.ts";
import type { FactText } from "./facts.ts";
import { Fields } from "./reader.ts";

export type Station = "offline" | "connected";
export const STATIONS: readonly Station[] = ["offline", "connected"];

/** Where a kind may run; "any" for what both stations do. */
type Place = Station | "any";

/**
 * One kind. In its facts and texts `{officer}` is the officer whose turn it is, else each officer
 * who came; `{every}` each officer of the script; `{station}`, `{what}`, `{to}` and `{copy}` the
 * step's own.
 */
interface Kind {
  readonly place: Place;
  /** Whether it is one officer's turn; or done by another, but about one officer. */
  readonly officer: boolean;
  readonly about: boolean;
  /** Whether the ceremony ends with it. */
  readonly ends: boolean;
  readonly parameters: readonly ("to" | "what" | "copy")[];
  readonly requires: readonly FactText[];
  readonly ensures: readonly FactText[];
  /** On paper: what is done, as one imperative sentence. */
  readonly activity: string;
  /** On paper: what must be seen, with `____` where a value is filled in. */
  readonly expected: string;
}

const ANYONE = {
  officer: false, about: false, ends: false, parameters: [], requires: [], ensures: [],
} as const;

/** Both media of the domain, and the domain on both. */
const DOMAIN = ["domain transfer", "domain domain-copy", "in transfer", "in domain-copy"] as const;

export const KINDS = {
  "open": {
    ...ANYONE, place: "any",
    activity: "Open the record with people, HSM, quorum, clock and network.",
    expected: "HSM ____. Clock, two readings: ____ and ____. Network: nothing connected offline.",
  },
  "make-key": {
    ...ANYONE, place: "offline", officer: true,
    requires: ["network-down", "in officer-{officer}", "in officer-{officer}-backup"],
    ensures: ["keys officer-{officer}", "keys officer-{officer}-backup"],
    activity: "Make the keys of officer {officer} on both media, read them back and open them.",
    expected: "Read back from both media and opened with the passphrase.",
  },
  "confirm-thumbprint": {
    ...ANYONE, place: "any", officer: true,
    requires: ["keys officer-{officer}", "at-hand card-{officer}"],
    ensures: ["words card-{officer}", "confirmed-{station} officer-{officer}"],
    activity: "Compare the words of the certificate of officer {officer} with what is heard.",
    expected: "The 32 words on the card of officer {officer} are those on the screen. First ____, "
      + "last ____.",
  },
  "export-certificates": {
    ...ANYONE, place: "offline",
    requires: [
      "keys officer-{every}", "in officer-{every}", "confirmed-offline officer-{every}",
      "in transfer",
    ],
    ensures: ["certificates transfer"],
    activity: "Copy the officers' certificates, and nothing else, to the transfer medium.",
    expected: "Certificates copied: ____. No private key lies on the medium.",
  },
  "hand-over": {
    ...ANYONE, place: "any", parameters: ["to"],
    requires: ["in transfer"], ensures: ["goes transfer"],
    activity: "Hand the record over to the {to} station, with the transfer medium.",
    expected: "Head of the record, first ten words: ____.",
  },
  "take-over": {
    ...ANYONE, place: "any", requires: ["in transfer"],
    activity: "Take the record over from the transfer medium, whole and checked.",
    expected: "Head of the record, as at the hand-over: ____.",
  },
  "read-activation": {
    ...ANYONE, place: "connected", ensures: ["activation-read"],
    activity: "Ask the HSM for its state.",
    expected: "NotActivated. Read: ____.",
  },
  "download-domain": {
    ...ANYONE, place: "connected",
    requires: [
      "activation-read", "certificates transfer", "confirmed-connected officer-{every}",
      "in transfer", "in domain-copy",
    ],
    ensures: ["domain transfer", "domain domain-copy"],
    activity: "Download the security domain to two media. This cannot be taken back.",
    expected: "The same file on both media, ____ bytes. The HSM is active.",
  },
  "read-aloud": {
    ...ANYONE, place: "connected", parameters: ["what"],
    requires: ["{what} transfer", "at-hand note"], ensures: ["{what}-heard"],
    activity: "Read the SHA-256 of the {what} aloud as 32 words, and back.",
    expected: "The 32 words on the witness's note are those on the screen. First ____, last ____.",
  },
  "match-domain": {
    ...ANYONE, place: "offline",
    requires: [...DOMAIN, "domain-heard", "at-hand note"],
    ensures: ["domain-matched"],
    activity: "Match the security domain on both media with the words of the note.",
    expected: "The words are the same. Officers and quorum are ours: ____ of ____.",
  },
  "prove-quorum": {
    ...ANYONE, place: "offline",
    requires: [
      ...DOMAIN, "domain-matched", "network-down", "present officer-{every}",
      "keys officer-{every}", "in officer-{every}",
    ],
    ensures: ["quorum-proven"],
    activity: "Open the security domain with every subset of the quorum's size.",
    expected: "Opened by all subsets: ____.",
  },
  "record-custody": {
    ...ANYONE, place: "offline",
    requires: [
      "at-hand officer-{officer}", "at-hand officer-{officer}-backup", "at-hand envelope-{officer}",
      "at-hand transfer", "at-hand domain-copy",
    ],
    ensures: ["custody-recorded"],
    activity: "Record seal, place and custodian of every object, in the table of materials.",
    expected: "No seal twice, nobody with two officers' media, no passphrase with its medium.",
  },
  "know-backup": {
    ...ANYONE, place: "connected", ensures: ["backup-known"],
    activity: "Record where the newest full backup lies and which keys are expected.",
    expected: "Container ____, folder ____, number of keys ____.",
  },
  "fetch-exchange-key": {
    ...ANYONE, place: "connected",
    requires: ["in transfer"], ensures: ["exchange-key transfer"],
    activity: "Fetch the new HSM's exchange key to the transfer medium.",
    expected: "The key's subject is the new HSM: ____.",
  },
  "compare-exchange-key": {
    ...ANYONE, place: "offline",
    requires: ["exchange-key transfer", "in transfer", "exchange-key-heard", "at-hand note"],
    ensures: ["exchange-key-compared"],
    activity: "Compare the exchange key on the medium with the words of the note, and judge it.",
    expected: "The words are the same. Attested: ____; if not, two officers who go on: ____.",
  },
  "make-restore-blob": {
    ...ANYONE, place: "offline",
    requires: [
      ...DOMAIN, "exchange-key transfer", "exchange-key-compared", "network-down",
      "present officer-{officer}", "keys officer-{officer}", "in officer-{officer}",
    ],
    ensures: ["blob transfer"],
    activity: "Encrypt the security domain anew for the exchange key, by a quorum.",
    expected: "Officers: ____. The blob is on the transfer medium.",
  },
  "upload-blob": {
    ...ANYONE, place: "connected",
    requires: ["blob transfer", ...DOMAIN], ensures: ["blob-uploaded"],
    activity: "Upload the blob, once. This cannot be taken back.",
    expected: "The HSM is active.",
  },
  "backup-empty": {
    ...ANYONE, place: "connected",
    requires: ["blob-uploaded", "backup-known"], ensures: ["empty-backed-up"],
    activity: "Back up the empty HSM.",
    expected: "Folder of this backup: ____.",
  },
  "restore-backup": {
    ...ANYONE, place: "connected",
    requires: ["backup-known", "empty-backed-up"], ensures: ["keys-restored"],
    activity: "Restore the newest full backup.",
    expected: "The restore has ended well.",
  },
  "compare-keys": {
    ...ANYONE, place: "connected",
    requires: ["backup-known", "keys-restored"], ensures: ["keys-compared"],
    activity: "Compare the keys found with the keys expected.",
    expected: "Found: ____ of ____, in the same version, with the same public half.",
  },
  "check-seals": {
    ...ANYONE, place: "offline", about: true,
    requires: [
      "at-hand officer-{officer}", "at-hand officer-{officer}-backup", "at-hand envelope-{officer}",
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
    activity: "Let the key of officer {officer} open a challenge.",
    expected: "Opened by officer {officer}: ____.",
  },
  "report-trouble": {
    ...ANYONE, place: "offline", about: true,
    activity: "Write down what is wrong with the key of officer {officer}, as two people decide.",
    expected: "Lost, damaged, left, forgotten, or seal broken: ____. Decided by ____ and ____.",
  },
  "check-copy-seal": {
    ...ANYONE, place: "offline", parameters: ["copy"],
    requires: ["at-hand {copy}"], ensures: ["copy-seal-checked {copy}"],
    activity: "Compare the seal of the {copy} medium with the last record, and open its bag.",
    expected: "Number as in the table of materials; seal whole. Place ____, custodian ____.",
  },
  "rehash-copy": {
    ...ANYONE, place: "offline", parameters: ["copy"],
    requires: ["copy-seal-checked {copy}", "domain {copy}", "in {copy}"],
    ensures: ["rehashed {copy}"],
    activity: "Hash the security domain on the {copy} medium again.",
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
  "choose": {
    ...ANYONE, place: "any",
    activity: "Mark exactly one, and go on where it leads.",
    expected: "One is marked, and nobody objects.",
  },
  "close": {
    ...ANYONE, place: "offline", ends: true,
    requires: [
      "network-down", "present officer-{officer}", "keys officer-{officer}", "in officer-{officer}",
    ],
    activity: "Let every officer present sign the record, and close it.",
    expected: "Signatures: ____. Head of the record, first ten words: ____.",
  },
  "close-on-paper": {
    ...ANYONE, place: "any", ends: true,
    activity: "Close the record, and let all who are present sign a paper with its head's words.",
    expected: "Names and signatures: ____. Head of the record, first ten words: ____.",
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;

/** The row of a kind, by the shape all of them have. */
export const kindOf = (name: KindName): Kind => KINDS[name];

/** The media on which the security domain lies. */
export const COPIES = ["transfer", "domain-copy"] as const;
export type Copy = (typeof COPIES)[number];

export const READ_ALOUD = ["domain", "exchange-key"] as const;
export type ReadAloud = (typeof READ_ALOUD)[number];

/** What a step does: its kind and the parameters that kind has. */
export interface Action {
  readonly kind: KindName;
  readonly to?: Station;
  readonly what?: ReadAloud;
  readonly copy?: Copy;
  /** Of `choose` alone. */
  readonly choices?: readonly Choice[];
}

/** True for the name of a kind. */
export const isKind = (name: string): name is KindName => Object.hasOwn(KINDS, name);

/**
 * Reads a kind's parameters.
 * @throws Fault E-SCRIPT-MISSING, -VALUE, -FIELD with the path
 */
export function readAction(name: KindName, value: unknown, path: string): Action {
  const wanted = kindOf(name).parameters;
  const fields = new Fields(value ?? {}, path);
  const action = wanted.reduce<Action>((read, parameter) => {
    if (parameter === "to") return { ...read, to: fields.word("to", STATIONS) };
    if (parameter === "copy") return { ...read, copy: fields.word("copy", COPIES) };
    return { ...read, what: fields.word("what", READ_ALOUD) };
  }, { kind: name });
  fields.end();
  return action;
}
