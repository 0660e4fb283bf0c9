// Checks a record from its bytes alone: no file, no clock, nothing of the app that wrote it.
import { countWords, fromHex, fromWords, hexWords, isFault, toHex } from "../../crypto/index.ts";
import { sentence } from "../text/sentence.ts";
import type { SignedAct } from "./acts.ts";
import { isList, memberOf } from "./canonical.ts";
import { readChain } from "./chain.ts";
import { PAPER_BYTES, SPOKEN_BYTES, type ClosedBy } from "./close.ts";
import type { Entry } from "./entry.ts";
import { fault } from "./faults.ts";
import { checkSignatures, type Signature } from "./signatures.ts";

export type { SignedAct } from "./acts.ts";
export { checkRecordSize, RECORD_BYTES_MAX, recordTooLarge } from "./chain.ts";
export { PAPER_BYTES } from "./close.ts";
export { checkSignatures } from "./signatures.ts";
export { isList, memberOf } from "./canonical.ts";

export interface Verdict {
  readonly entries: readonly Entry[];
  readonly head: string;
  /** It was closed, as `closedBy` says, and nothing follows. */
  readonly closed: boolean;
  /**
   * "signatures": all officers present signed the end. "paper": the last entry names who was
   * present and signed a paper; the record itself has no signature of its end.
   */
  readonly closedBy: ClosedBy | null;
  readonly signatures: readonly Signature[];
  /** Officers present who have not signed the close in progress; empty if none is. */
  readonly missing: readonly string[];
  /**
   * Officers who signed with a certificate for which the record itself does not vouch. No record
   * can vouch for those who made the very first keys: for that, see `anchoredBy`.
   */
  readonly unvouched: readonly string[];
  /** The ends of acts. One that not all have signed is reported, not refused. */
  readonly acts: readonly SignedAct[];
}

/**
 * Verifies a record: form, hashes, chain, signatures. It cannot detect a cut end, nor a record
 * rewritten as a whole: that needs a head (`verifyHead`) and known signers (`anchoredBy`). An
 * unclosed record is valid too; the caller decides.
 * @throws Fault E-LOG-EMPTY, -SIZE, -TORN, -CORRUPT, -VERSION, -CANON, -FORM, -HASH, -CHAIN,
 * -SIGNATURE, -SIGNER, each with the number of the entry that is wrong
 */
export function verifyRecord(bytes: Uint8Array): Verdict {
  const entries = readChain(bytes);
  const head = entries.at(-1)?.hash;
  if (head === undefined) throw fault("E-LOG-EMPTY");
  return { entries, head, ...checkSignatures(entries) };
}

/**
 * The signatures over the record's end, without those over acts or a void closing; a record that
 * was closed on paper has none.
 */
export function signaturesOfEnd({ closedBy, entries, signatures }: Verdict): readonly Signature[] {
  if (closedBy !== "signatures") return [];
  const end = entries.findLast(({ type }) => type === "closing");
  return signatures.filter(({ over }) => over === end?.hash);
}

/**
 * Compares the record's end with a head from elsewhere: on paper, aloud, in a manifest.
 * @param head 64 hex digits, or the words of at least its first ten bytes, or of as many as the
 * record says that its paper has
 * @returns how many bytes were compared
 * @throws Fault E-HEAD-FORM, E-HEAD-SHORT, or E-LOG-HEAD, which says whether the head is earlier or
 * nowhere
 */
export function verifyHead(verdict: Verdict, head: string): number {
  const beginning = readBeginning(head, DIGEST_BYTES);
  if (beginning === null) throw fault("E-HEAD-FORM", { why: whyNone(head, "headForm") });
  const bytes = beginning.length / 2;
  if (verdict.head.startsWith(beginning)) {
    if (bytes < spokenIn(verdict)) throw fault("E-HEAD-SHORT");
    return bytes;
  }
  const earlier = verdict.entries.find(({ hash }) => hash.startsWith(beginning));
  const n = onlyWord(beginning, verdict.head);
  const where =
    earlier !== undefined
      ? sentence("journal-faults.addedSince", { n: earlier.seq })
      : n !== null
        ? sentence("journal-faults.oneWord", { n })
        : sentence("journal-faults.nowhere");
  throw fault("E-LOG-HEAD", { last: verdict.entries.length - 1, where });
}

/** An officer's card: the words or hex digits of a certificate's SHA-256, ten bytes at least. */
export interface Card {
  /** The owner; null if unknown: then any signer it matches. */
  readonly officer: string | null;
  readonly words: string;
}

/** Which signers are known from elsewhere, such as their cards. */
export interface Anchored {
  /** At least one officer signed, and the cards of all who signed were given. */
  readonly known: boolean;
  /** Officers whose card was given and matches. */
  readonly fit: readonly string[];
  /** Officers who signed, and whose card was not given. */
  readonly without: readonly string[];
}

/**
 * Compares cards with the certificates under which officers signed. A card of an officer who did
 * not sign is ignored if the record has that certificate; any other is refused.
 * @throws Fault E-SIGNER-FORM, E-SIGNER-CARD
 */
export function anchoredBy(verdict: Verdict, cards: readonly Card[]): Anchored {
  const given = cards.map(({ officer, words }, n) => {
    const beginning = readBeginning(words, SPOKEN_BYTES);
    if (beginning === null)
      throw fault("E-SIGNER-FORM", { card: n + 1, why: whyNone(words, "signerForm") });
    return { officer, beginning };
  });
  const { signatures, closedBy, entries } = verdict;
  const signed = new Map(signatures.map(({ officer, certificate }) => [officer, certificate]));
  const others = namedSigners(entries).filter(([officer]) => !signed.has(officer));
  const all = [...signatures.map((one) => [one.officer, one.certificate] as const), ...others];
  for (const card of given)
    if (!all.some(([officer, certificate]) => isCardOf(card, officer, certificate)))
      throw fault("E-SIGNER-CARD", { who: card.officer ?? sentence("journal-faults.nobody") });
  const isAnchored = (of: string): boolean =>
    signatures
      .filter(({ officer }) => officer === of)
      .every(({ officer, certificate }) =>
        given.some((card) => isCardOf(card, officer, certificate)),
      );
  const fit = [...signed.keys()].filter(isAnchored);
  const without = [...signed.keys()].filter((officer) => !isAnchored(officer));
  const isSigned = closedBy !== "paper" && signatures.length > 0;
  return { known: isSigned && without.length === 0, fit, without };
}

interface GivenCard {
  readonly officer: string | null;
  readonly beginning: string;
}

const isCardOf = (card: GivenCard, officer: string, certificate: string): boolean =>
  (card.officer ?? officer) === officer && certificate.startsWith(card.beginning);

/** Officers with the signing certificates that the record's end names. */
function namedSigners(entries: readonly Entry[]): readonly (readonly [string, string])[] {
  const end = entries.findLast(({ type }) => CONSENTING.includes(type));
  const signers = memberOf(memberOf(end?.data ?? "", "consent") ?? "", "signers") ?? [];
  if (!isList(signers)) return [];
  return signers.flatMap((signer) => {
    const [officer, certificate] = [memberOf(signer, "officer"), memberOf(signer, "certificate")];
    const isPair = typeof officer === "string" && typeof certificate === "string";
    return isPair ? [[officer, certificate] as const] : [];
  });
}

const CONSENTING: readonly string[] = ["closing", "closing-on-paper"];

/**
 * Whether fewer words of this record's head were compared than rule out a second record by the same
 * writer. Only for one that was closed on paper, which no signature covers.
 * @param head as `verifyHead` accepted it
 */
export const isShortHead = (verdict: Verdict, head: string): boolean =>
  verdict.closedBy === "paper" && verifyHead(verdict, head) < PAPER_BYTES;

const DIGEST_BYTES = 32;

/** The words of a head or another digest that are read aloud; on paper, those that people sign. */
export const headWords = (hex: string, onPaper = false): readonly string[] =>
  hexWords(hex, onPaper ? PAPER_BYTES : SPOKEN_BYTES);

/** How many bytes of its hash a record that was closed on paper says that its paper has. */
function spokenIn({ closedBy, entries }: Verdict): number {
  const spoken = memberOf(entries.at(-1)?.data ?? "", "spoken");
  return closedBy === "paper" && typeof spoken === "number" ? spoken : SPOKEN_BYTES;
}

/**
 * The beginning of a digest, in lower-case hex, from words or hex digits; space, hyphens and case
 * do not matter. At least ten words.
 * @param digitsFor how many bytes hex digits must give at least
 * @returns null if the text is neither
 */
function readBeginning(text: string, digitsFor: number): string | null {
  const digits = text.replace(/[\s-]/g, "");
  const isHex = /^[0-9a-fA-F]+$/.test(digits);
  const bytes = isHex ? fromHex(digits) : bytesOfWords(text);
  if (bytes === null || bytes.length > DIGEST_BYTES) return null;
  return bytes.length < (isHex ? digitsFor : SPOKEN_BYTES) ? null : toHex(bytes);
}

/** Why a text is no beginning of a digest: which word, and never the word. @param form if it has digits */
function whyNone(text: string, form: "headForm" | "signerForm") {
  const { count, strange } = countWords(text);
  if (count === 0 || /[0-9]/.test(text)) return sentence(`journal-faults.${form}`);
  if (strange > 0) return sentence("journal-faults.strangeWord", { n: strange });
  return sentence("journal-faults.wordCount", { n: count });
}

/** The place of the only word, from 1, in which a beginning differs from a digest; else null. */
function onlyWord(beginning: string, digest: string): number | null {
  const bytes = Array.from({ length: beginning.length / 2 }, (_, n) => n);
  const byteAt = (hex: string, n: number): string => hex.slice(2 * n, 2 * n + 2);
  const [first, second] = bytes.filter((n) => byteAt(beginning, n) !== byteAt(digest, n));
  return first === undefined || second !== undefined ? null : first + 1;
}

function bytesOfWords(text: string): Uint8Array | null {
  try {
    return fromWords(text);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
