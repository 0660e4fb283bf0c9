// The trainer's list: what can be done to a rehearsal on purpose, and what counts as finding it.
import type { KindName } from "../../ceremony-scripts/index.ts";
import {
  officerOf,
  type EventData,
  type RecordEntry,
  type TrialSet,
} from "../ceremony/ceremony.ts";
import type { TrialName } from "./trial-names.ts";

/** Who found a trial: the app by refusing or comparing, or the people in the room. */
export type Finder = "app" | "people";

/** Whether an entry of the record shows that this trial was found, and by whom. */
export type Sign = (entry: RecordEntry, set: TrialSet) => Finder | null;

/** One trial. Every text is for the trainer, and for the report. */
export interface Trial {
  readonly title: string;
  /** What happens, and how it could happen on the day. */
  readonly sentence: string;
  /** What the people should do when they meet it. */
  readonly should: string;
  /** Kinds of steps before or in which it is set; a new ceremony is covered by its kinds. */
  readonly kinds: readonly KindName[];
  /** In the window: what the trainer does by hand; null where the app does it. */
  readonly instruction: string | null;
  readonly sign: Sign;
  /** An exception that people note counts up to this type of entry; else within its own step. */
  readonly until?: RecordEntry["type"];
}

const refusedBy =
  (codes: RegExp): Sign =>
  ({ type, data }) =>
    type === "refused" && codes.test((data as EventData["refused"]).code) ? "app" : null;

/** A bag that is broken or missing is seen by people; another number is found by comparing. */
const sealDiffers: Sign = ({ type, data }) => {
  if (type !== "seals-checked") return null;
  const { seals } = data as EventData["seals-checked"];
  if (seals.some(({ condition }) => condition !== "intact")) return "people";
  return seals.some(({ found, expected }) => found !== expected) ? "app" : null;
};

const seatChanged: Sign = ({ type, data }, { seat }) =>
  type === "seat-changed" && (data as EventData["seat-changed"]).role === officerOf(seat)
    ? "people"
    : null;

const passphraseRefused: Sign = ({ type, data }, { seat }) =>
  type === "passphrase-refused"
  && (data as EventData["passphrase-refused"]).officer === officerOf(seat)
    ? "app"
    : null;

const resumed: Sign = ({ type }) => (type === "resumed" ? "app" : null);

const either =
  (...signs: readonly Sign[]): Sign =>
  (entry, set) =>
    signs.map((sign) => sign(entry, set)).find((finder) => finder !== null) ?? null;

/** Steps in which an officer is called to the seat. */
const WITH_OFFICER: readonly KindName[] = [
  "make-key",
  "check-key",
  "prove-quorum",
  "make-restore-blob",
  "dry-run",
];

/** Steps that read an officer's certificate from a medium. */
const WITH_CERTIFICATE: readonly KindName[] = [
  "confirm-thumbprint",
  "export-certificates",
  "check-key",
  "prove-quorum",
  "make-restore-blob",
  "dry-run",
];

/** The closed list. */
const TRIALS: Readonly<Record<TrialName, Trial>> = {
  "torn-bag": {
    title: "Torn bag",
    sentence:
      "A bag is torn and its object is in another one: the number on the bag is not the "
      + "one that was recorded.",
    should:
      "Read the number from the bag itself, not from the list. Let two people decide, and "
      + "record the difference.",
    kinds: [
      "check-seals",
      "check-copy-seal",
      "check-objects",
      "match-domain",
      "prove-quorum",
      "compare-exchange-key",
      "upload-blob",
      "compare-keys",
    ],
    instruction:
      "Put one of the objects into a bag with another number, unseen. If the step "
      + "compares no seals, call a recess first, and change the bag during it.",
    sign: either(refusedBy(/^E-(SEALS-CHANGED|RECESS-DIFFER)$/), sealDiffers),
  },
  "officer-absent": {
    title: "Officer absent",
    sentence: "An officer is called to the seat but does not come.",
    should:
      "Nobody takes the seat for another. Note an exception; wait, or let a substitute take "
      + "the seat if the rules allow it, or continue with another quorum.",
    kinds: WITH_OFFICER,
    instruction: "Send this officer out of the room before the step, and do not let them back in.",
    sign: seatChanged,
  },
  "swapped-certificate": {
    title: "Swapped certificate",
    sentence: "Another officer's certificate is stored under this officer's file name.",
    should:
      "Stop at the refusal, note an exception, and take the certificate from the officer's "
      + "backup medium.",
    kinds: WITH_CERTIFICATE,
    instruction: null,
    sign: refusedBy(/^E-CERT-(SWAPPED|OTHER)$/),
  },
  "wrong-stick": {
    title: "Wrong stick",
    sentence: "A stick with the right label is inserted, but it is another stick.",
    should:
      "Stop at the refusal, note an exception, find the right stick, and say where the "
      + "wrong one comes from.",
    kinds: [...WITH_CERTIFICATE, "match-domain", "rehash-copy", "compare-exchange-key"],
    instruction: null,
    sign: refusedBy(/^E-MEDIA-(OTHER|MISSING|MARKER|FILE-MISSING|EXISTS)$/),
  },
  "changed-domain": {
    title: "Changed security domain",
    sentence: "One character of the security domain was changed on its medium.",
    should: "Stop at the refusal, note an exception, and use the other copy.",
    kinds: [
      "match-domain",
      "prove-quorum",
      "find-domain",
      "make-restore-blob",
      "dry-run",
      "rehash-copy",
    ],
    instruction: null,
    sign: refusedBy(/^E-(DOMAIN-HASH|DOMAIN-SEVERAL|SD-WRONG-HSM|MEDIA-EXISTS)$/),
  },
  "altered-part": {
    title: "Changed part",
    sentence: "One character of an officer's part of the attestation was changed on its way.",
    should: "Stop at the refusal, note an exception, and have the officer send the part again.",
    kinds: ["take-part"],
    instruction: null,
    sign: refusedBy(/^E-(LOG-[A-Z-]+|PART-KIND)$/),
  },
  "altered-word": {
    title: "Altered word",
    sentence: "One word that is read aloud is not the word that was written down.",
    should: "Do not confirm words that were not heard correctly. Read again from the first line.",
    kinds: ["confirm-thumbprint", "read-aloud", "match-domain", "compare-exchange-key"],
    instruction: "Ask the person who reads aloud to read one word wrong.",
    sign: refusedBy(/^E-(WORDS|WORDS-DIFFER|WORDS-LINE)$/),
  },
  "wrong-passphrase": {
    title: "Wrong passphrase",
    sentence: "An officer types a wrong passphrase.",
    should: "Let the officer type again, alone. Nobody helps, and nobody asks for the passphrase.",
    kinds: ["check-key", "prove-quorum", "make-restore-blob", "dry-run"],
    instruction: "Ask this officer, unheard by the others, to type a wrong passphrase once.",
    sign: either(passphraseRefused, refusedBy(/^E-KEY-PASSPHRASE$/)),
  },
  "strange-signer": {
    title: "Exchange key of an unknown signer",
    sentence: "The exchange key's proof was not signed by any known Managed HSM.",
    should:
      "Do not simply continue. Note an exception, ask Microsoft or use another HSM; only "
      + "then do two officers decide.",
    kinds: ["compare-exchange-key"],
    instruction: null,
    sign: refusedBy(/^E-XK-(DECISION|UNTRUSTED)$/),
    until: "exchange-key-accepted",
  },
  cable: {
    title: "Cable plugged in",
    sentence: "A network cable is plugged into the offline station while a secret is typed.",
    should:
      "Notice the network line on the screen, unplug the cable, note an exception, and "
      + "repeat the step.",
    kinds: WITH_OFFICER,
    instruction: "Plug a network cable into the offline station just before the step.",
    sign: refusedBy(/^E-NET-[A-Z-]+$/),
  },
  "power-cut": {
    title: "Plug pulled",
    sentence: "The plug is pulled in the middle of a step.",
    should:
      "Start the same ceremony again, read what is certain, let the witness confirm it, and "
      + "continue.",
    kinds: [
      "make-key",
      "confirm-thumbprint",
      "export-certificates",
      "download-domain",
      "match-domain",
      "prove-quorum",
      "compare-exchange-key",
      "make-restore-blob",
      "dry-run",
      "upload-blob",
      "restore-backup",
      "find-domain",
      "check-seals",
      "check-key",
      "rehash-copy",
      "take-part",
      "check-objects",
      "hand-off",
      "attest-custody",
    ],
    instruction: "Pull the plug while the step runs, or end the app in the task manager.",
    sign: resumed,
  },
};

/** A row of the list. */
export const trialOf = (name: TrialName): Trial => TRIALS[name];
