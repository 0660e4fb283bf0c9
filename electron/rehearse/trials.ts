// The trainer's list: what can be done to a rehearsal on purpose, and what counts as finding it.
import type { KindName } from "../../ceremony-scripts/index.ts";
import {
  officerOf,
  type EventData,
  type RecordEntry,
  type TrialSet,
} from "../ceremony/ceremony.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { TrialName } from "./trial-names.ts";

/** Who found a trial: the app by refusing or comparing, or the people in the room. */
export type Finder = "app" | "people";

/** Whether an entry of the record shows that this trial was found, and by whom. */
export type Sign = (entry: RecordEntry, set: TrialSet) => Finder | null;

/** One trial. All texts are for the trainer, and for the report. */
export interface Trial {
  readonly title: Sentence;
  /** What happens, and how it could happen on the day. */
  readonly sentence: Sentence;
  /** What the people should do when they meet it. */
  readonly should: Sentence;
  /** Kinds of steps before or in which it is set, so that new ceremonies are covered. */
  readonly kinds: readonly KindName[];
  /** In the window: what the trainer does by hand; null if the app does it. */
  readonly instruction: Sentence | null;
  readonly sign: Sign;
  /** An exception that people note counts up to this type of entry; else within its own step. */
  readonly until?: RecordEntry["type"];
}

const refusedBy =
  (codes: RegExp): Sign =>
  ({ type, data }) =>
    type === "refused" && codes.test((data as EventData["refused"]).code) ? "app" : null;

/** People see a broken or missing bag; comparing finds another number. */
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

/** Steps in which officers open their shares together. */
const WITH_SHARES: readonly KindName[] = ["prove-quorum", "make-restore-blob", "dry-run"];

/** Steps in which an officer is called to the seat. */
const WITH_OFFICER: readonly KindName[] = ["make-key", "check-key", ...WITH_SHARES];

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
const TRIALS: Readonly<Record<TrialName, Omit<Trial, "title" | "sentence" | "should">>> = {
  "torn-bag": {
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
    instruction: sentence("drills.torn-bag.instruction"),
    sign: either(refusedBy(/^E-(SEALS-CHANGED|RECESS-DIFFER)$/), sealDiffers),
  },
  "officer-absent": {
    kinds: WITH_OFFICER,
    instruction: sentence("drills.officer-absent.instruction"),
    sign: seatChanged,
  },
  "swapped-certificate": {
    kinds: WITH_CERTIFICATE,
    instruction: null,
    sign: refusedBy(/^E-CERT-(SWAPPED|OTHER)$/),
  },
  "wrong-stick": {
    kinds: [...WITH_CERTIFICATE, "match-domain", "rehash-copy", "compare-exchange-key"],
    instruction: null,
    sign: refusedBy(/^E-MEDIA-(OTHER|MISSING|MARKER|FILE-MISSING|EXISTS)$/),
  },
  "changed-domain": {
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
    kinds: ["take-part"],
    instruction: null,
    sign: refusedBy(/^E-(LOG-[A-Z-]+|PART-KIND)$/),
  },
  "altered-word": {
    kinds: ["confirm-thumbprint", "read-aloud", "match-domain", "compare-exchange-key"],
    instruction: sentence("drills.altered-word.instruction"),
    sign: refusedBy(/^E-(WORDS|WORDS-DIFFER|WORDS-LINE)$/),
  },
  "wrong-passphrase": {
    kinds: ["check-key", "prove-quorum", "make-restore-blob", "dry-run"],
    instruction: sentence("drills.wrong-passphrase.instruction"),
    sign: either(passphraseRefused, refusedBy(/^E-KEY-PASSPHRASE$/)),
  },
  "wrong-share": {
    kinds: WITH_SHARES,
    instruction: null,
    sign: refusedBy(/^E-SHARE-(FOREIGN|MISMATCH)$/),
  },
  "strange-signer": {
    kinds: ["compare-exchange-key"],
    instruction: null,
    sign: refusedBy(/^E-XK-(DECISION|UNTRUSTED)$/),
    until: "exchange-key-accepted",
  },
  cable: {
    kinds: WITH_OFFICER,
    instruction: sentence("drills.cable.instruction"),
    sign: refusedBy(/^E-NET-[A-Z-]+$/),
  },
  "power-cut": {
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
    instruction: sentence("drills.power-cut.instruction"),
    sign: resumed,
  },
};

/** A row of the list. */
export const trialOf = (name: TrialName): Trial => ({
  ...TRIALS[name],
  title: sentence(`drills.${name}.title`),
  sentence: sentence(`drills.${name}.sentence`),
  should: sentence(`drills.${name}.should`),
});
