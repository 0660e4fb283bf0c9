// A closed record checked from its bytes alone, as the Audit screen shows it.
import type { AuditView } from "../bridge/audit-views.ts";
import {
  complianceOf,
  custodyHealth,
  differencesOf,
  fold,
  standingOf,
  type RecordEntry,
} from "../ceremony/ceremony.ts";
import { checkBundle } from "../evidence/bundle.ts";
import { headWords, verifyRecord, type Verdict } from "../journal/verify.ts";
import { oddNamesSaid } from "../meaning/meaning.ts";
import type { OwnScript } from "../meaning/reliance.ts";
import { cardIn, rely } from "../meaning/reliance.ts";

/** A record, and all files of its folder if that is a bundle of evidence. */
export interface ChosenRecord {
  readonly record: Uint8Array;
  readonly bundle: ReadonlyMap<string, Uint8Array | null> | null;
}

/** What came from elsewhere than the record: empty by default. */
export interface Anchors {
  /** The head that was read aloud: words or hex digits. */
  readonly head: string;
  /** The officers' cards: words or hex digits of their signing certificates. */
  readonly cards: readonly string[];
}

/** What is known only among other records. */
type Placing =
  | "continuedAt"
  | "follows"
  | "isShort"
  | "anchoring"
  | "notes"
  | "notCompared"
  | "isForked"
  | "heads"
  | "notAdded";

export const NO_ANCHORS: Anchors = { head: "", cards: [] };

/**
 * A record, checked, with its bundle, if any.
 * @param now RFC 3339, UTC
 * @param own where scripts are stored that the app lacks
 * @throws Fault E-BUNDLE-*, E-LOG-*, E-MEAN-*, E-NOT-A-CEREMONY, E-STATE-RECORD, E-HEAD-FORM,
 * E-SIGNER-FORM, E-SIGNER-CARD
 */
export function audit(
  { record, bundle }: ChosenRecord,
  now: string,
  { head: heard, cards }: Anchors = NO_ANCHORS,
  own: OwnScript = null,
): Omit<AuditView, Placing> {
  const head = heard.trim() === "" ? null : heard;
  const verdict = bundle === null ? verifyRecord(record) : checkBundle(bundle);
  const anchors = { head, cards: cards.map(cardIn), own };
  const { meaning, anchored, headGiven } = rely(verdict, anchors);
  const { entries, closed, closedBy, unvouched } = verdict;
  const { opened, aborted, closing } = fold(entries);
  return {
    title: opened?.script ?? "",
    mode: opened?.mode ?? "",
    hsm: opened?.hsm ?? "",
    entries: entries.length,
    files: bundle?.size ?? null,
    closed,
    closedBy,
    head: verdict.head,
    words: headWords(verdict.head, closedBy === "paper"),
    headGiven,
    signersKnown: anchored.known,
    unanchored: anchored.without,
    closing: meaning.closed,
    excused: meaning.excused,
    clockBack: meaning.wentBack,
    gaps: meaning.gaps,
    names: meaning.names === null ? [] : oddNamesSaid(meaning.names, (text) => text),
    rules: meaning.rules,
    unvouched,
    signers: signersOf(verdict, closing?.hash ?? ""),
    acts: verdict.acts.map(({ act, by, present, missing }) => ({ act, by, present, missing })),
    exceptions: entries.filter(({ type }) => type === "exception-noted").length,
    aborted: aborted?.reason ?? null,
    compliance: complianceOf(entries),
    hasEarlier: (opened?.earlier.length ?? 0) > 0,
    differences: differencesOf(entries),
    acknowledged: entries.some(({ type }) => type === "differences-acknowledged"),
    custody: custodyToday(entries, now),
  };
}

/** Who signed the end, without signers of voided closings; empty for a record closed on paper. */
const signersOf = ({ signatures }: Verdict, end: string): AuditView["signers"] =>
  signatures
    .filter(({ over }) => over === end)
    .map(({ officer, certificate }) => ({ officer, words: headWords(certificate) }));

function custodyToday(entries: readonly RecordEntry[], now: string): AuditView["custody"] {
  const standing = standingOf(entries);
  return standing.domainSha256 === "" || standing.objects.length === 0
    ? null
    : { health: custodyHealth(standing, now), objects: standing.objects };
}
