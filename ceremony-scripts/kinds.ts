// The closed table of step kinds: what each does, where, by whom, with which parameters, what it
// needs of the room and leaves behind, and how it reads on paper.
import type { Choice } from "./choices.ts";
import { CUSTODY_KINDS } from "./custody-kinds.ts";
import { HAND_OFF_KINDS } from "./hand-off-kinds.ts";
import { ANYONE, STATIONS, type Kind, type Station } from "./kind.ts";
import { Fields } from "./reader.ts";
import { RENEWAL_KINDS } from "./renewal-kinds.ts";

export { STATIONS, type Station } from "./kind.ts";

/** Both media of the domain, and the domain on both. */
const DOMAIN = ["domain transfer", "domain domain-copy", "in transfer", "in domain-copy"] as const;

export const KINDS = {
  "open": {
    ...ANYONE, place: "any",
    activity: "Open the record with people, HSM, quorum, clock and network.",
    expected: "HSM ____. Clock, two readings: ____ and ____. Network: nothing connected offline.",
  },
  "make-key": {
    ...ANYONE, place: "offline", changes: true, officer: true,
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
    ...ANYONE, place: "offline", changes: true,
    requires: [
      "keys officer-{every}", "in officer-{every}", "confirmed-offline officer-{made}",
      "key-checked officer-{kept}", "in transfer",
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
    ...ANYONE, place: "connected", requires: ["in transfer", "in domain-copy"],
    ensures: ["activation-read"],
    activity: "Ask the HSM for its state, and for all that must hold before it is activated.",
    expected: "NotActivated. Read: ____. What does not hold, and who decided to go on: ____.",
  },
  "download-domain": {
    ...ANYONE, place: "connected", changes: true,
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
    ...ANYONE, place: "offline", changes: true,
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
    activity: "Record the newest full backup, and the keys and role assignments expected.",
    expected: "Container ____, folder ____, keys ____, role assignments ____.",
  },
  "fetch-exchange-key": {
    ...ANYONE, place: "connected", changes: true,
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
    ...ANYONE, place: "offline", changes: true,
    requires: [
      ...DOMAIN, "exchange-key transfer", "exchange-key-compared", "network-down",
      "present officer-{officer}", "keys officer-{officer}", "in officer-{officer}",
    ],
    ensures: ["blob transfer"],
    activity: "Encrypt the security domain anew for the exchange key, by a quorum.",
    expected: "Officers: ____. The blob is on the transfer medium.",
  },
  "upload-blob": {
    ...ANYONE, place: "connected", changes: true,
    requires: ["blob transfer", ...DOMAIN], ensures: ["blob-uploaded"],
    activity: "Upload the blob, once. This cannot be taken back.",
    expected: "The HSM is active.",
  },
  "backup-empty": {
    ...ANYONE, place: "connected", changes: true,
    requires: ["blob-uploaded", "backup-known"], ensures: ["empty-backed-up"],
    activity: "Back up the empty HSM.",
    expected: "Folder of this backup: ____. Ended at ____ UTC.",
  },
  "restore-backup": {
    ...ANYONE, place: "connected", changes: true,
    requires: ["backup-known", "empty-backed-up"], ensures: ["keys-restored"],
    activity: "Restore the newest full backup, no earlier than 30 minutes after the HSM's own.",
    expected: "Begun at ____ UTC. The restore has ended well.",
  },
  "compare-keys": {
    ...ANYONE, place: "connected",
    requires: ["backup-known", "keys-restored"], ensures: ["keys-compared"],
    activity: "Compare keys and role assignments found with those expected.",
    expected: "Keys: ____ of ____, same version and public half. Role assignments: ____ of ____. "
      + "Listed by ____; role taken back at ____ UTC.",
  },
  ...CUSTODY_KINDS,
  ...HAND_OFF_KINDS,
  ...RENEWAL_KINDS,
  "choose": {
    ...ANYONE, place: "any",
    activity: "Mark exactly one, and go on where it leads.",
    expected: "One is marked, and nobody objects.",
  },
  "sign-act": {
    ...ANYONE, place: "offline",
    requires: [
      "network-down", "present officer-{officer}", "keys officer-{officer}", "in officer-{officer}",
    ],
    activity: "Let every officer present sign what this act has changed; without signing keys, all "
      + "sign a paper with the words of the screen.",
    expected: "Signatures: ____. On paper, the ten words: ____.",
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
