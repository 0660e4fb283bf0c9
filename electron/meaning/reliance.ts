// Whether a record may be relied on: asked wherever one is.
import { Fault, isFault } from "../../crypto/index.ts";
import { sentence } from "../text/sentence.ts";
import { continuationOf, earlierHeadOf } from "../ceremony/ceremony.ts";
import {
  anchoredBy,
  verifyHead,
  type Anchored,
  type Card,
  type Verdict,
} from "../journal/verify.ts";
import { fault, SHORT } from "./breach.ts";
import type { ClosedBy } from "./closing.ts";
import type { OwnScript } from "./known-script.ts";
import { checkMeaning, type Meaning } from "./meaning.ts";

export { scriptNamed, type OwnScript, type ScriptsElsewhere } from "./known-script.ts";

/** What came from elsewhere than the record. */
export interface Anchors {
  /** Its head, read aloud or from paper: words or hex digits; null if not given. */
  readonly head: string | null;
  /** The cards of its signers. */
  readonly cards: readonly Card[];
  /**
   * The custom script of the ceremony, or where scripts are stored that this app lacks: a record
   * names its script by SHA-256, so that no other can take its place.
   */
  readonly own: OwnScript;
  /**
   * Codes of rules of meaning despite which two people of a ceremony continue, because its record
   * would otherwise be lost; null if nobody may.
   */
  readonly despite: readonly string[] | null;
}
const NO_ANCHORS: Anchors = { head: null, cards: [], own: null, despite: null };

/**
 * Why a record decides nothing by itself, the first of these: it is open; it was aborted; fewer
 * officers closed it than were due; it was
 * closed on paper, so that no signature shows who closed it; neither its head nor the cards of all
 * its signers were given.
 */
export type Lack = "open" | "aborted" | "signers" | "paper" | "anchor";

/** A record that is consistent and means what it says, and how far it can be relied on. */
export interface Reliance {
  readonly verdict: Verdict;
  /** Its breaches are those despite which people continue: such a record never decides. */
  readonly meaning: Meaning;
  readonly anchored: Anchored;
  readonly headGiven: boolean;
  /** Null for one that decides. */
  readonly lack: Lack | null;
  /** What vouches for it; `successor`: a record that decides, and continues it as it ended. */
  readonly vouchedBy: "cards" | "head" | "successor" | null;
}

/** Who closed a record whose head people gave from the paper that they signed. */
export const withHead = (closed: ClosedBy | null): ClosedBy | null =>
  closed?.isByHand === true ? { ...closed, isShort: false, vouchedTo: closed.end } : closed;

/**
 * Everything about a record whose bytes were verified: what it means, and what vouches for it.
 * @param ifOpen the refusal of an open one, if only closed ones are accepted
 * @throws Fault E-HEAD-FORM, E-HEAD-SHORT, E-LOG-HEAD, `ifOpen`, E-MEAN-*, E-NOT-A-CEREMONY,
 * E-SIGNER-FORM, E-SIGNER-CARD
 */
export function rely(
  verdict: Verdict,
  anchors: Partial<Anchors> = {},
  ifOpen: (() => Error) | null = null,
): Reliance {
  const { head, cards, own, despite } = { ...NO_ANCHORS, ...anchors };
  const headGiven = head !== null;
  if (headGiven) verifyHead(verdict, head);
  if (ifOpen !== null && !verdict.closed) throw ifOpen();
  const said = checkMeaning(verdict, own, despite);
  const meaning = headGiven ? { ...said, closed: withHead(said.closed) } : said;
  const anchored = anchoredBy(verdict, cards);
  const vouchedBy = anchored.known ? "cards" : headGiven ? "head" : null;
  const lack = !verdict.closed
    ? "open"
    : meaning.aborted !== null
      ? "aborted"
      : meaning.closed?.isShort === true
        ? "signers"
        : verdict.closedBy === "paper"
          ? "paper"
          : vouchedBy === null || meaning.breaches.length > 0
            ? "anchor"
            : null;
  return { verdict, meaning, anchored, headGiven, lack, vouchedBy };
}

/**
 * Refuses to build on a record that fewer officers closed than were due, unless people decided to.
 * @param decided the heads of the records about which they decided
 * @returns its code, if they did
 * @throws Fault E-CLOSED-SHORT
 */
export function checkVouched(
  { verdict: { head }, meaning: { closed } }: Pick<Reliance, "verdict" | "meaning">,
  decided: readonly string[],
): readonly (typeof SHORT)[] {
  if (closed?.isShort !== true) return [];
  if (decided.includes(head)) return [SHORT];
  const [message, next] = [`meaning-faults.${SHORT}`, `meaning-faults.${SHORT}.next`] as const;
  throw new Fault(SHORT, { message: sentence(message), next: sentence(next) }, true);
}

/** Anchors of several records: each belongs to one of them, or more. */
export interface AnchorsOfAll extends Omit<Anchors, "head" | "despite"> {
  readonly heads: readonly string[];
}

/**
 * The same for several records. One that decides vouches for the one that it continues, if that one
 * is closed, was not aborted, and ended as it says.
 * @throws Fault as `rely`, of the first record that is refused; E-HEAD-OTHER and E-SIGNER-CARD for
 * an anchor of none of them
 */
export function relyOnAll(
  verdicts: readonly Verdict[],
  { heads, cards, own }: AnchorsOfAll,
): readonly Reliance[] {
  const theirHeads = sorted(verdicts, heads, "E-LOG-HEAD", verifyHead);
  const theirCards = sorted(verdicts, cards, "E-SIGNER-CARD", (verdict, card) =>
    anchoredBy(verdict, [card]),
  );
  const all = verdicts.map((verdict, i) =>
    rely(verdict, { head: theirHeads[i]?.[0] ?? null, cards: theirCards[i] ?? [], own }),
  );
  return vouchedBackwards(all);
}

/**
 * Which of these belong to which record.
 * @param code of the refusal of an anchor of another record
 */
function sorted<Anchor>(
  verdicts: readonly Verdict[],
  anchors: readonly Anchor[],
  code: string,
  check: (verdict: Verdict, anchor: Anchor) => unknown,
): readonly (readonly Anchor[])[] {
  const theirs = verdicts.map((): Anchor[] => []);
  for (const anchor of anchors) {
    const refusals = verdicts.flatMap((verdict, i) => {
      try {
        check(verdict, anchor);
        theirs[i]?.push(anchor);
        return [];
      } catch (error) {
        if (!isFault(error) || error.code !== code) throw error;
        return [error];
      }
    });
    const [refusal] = refusals;
    if (refusal === undefined || refusals.length < verdicts.length) continue;
    throw verdicts.length > 1 && code === "E-LOG-HEAD" ? fault("E-HEAD-OTHER") : refusal;
  }
  return theirs;
}

/** From the newest to the oldest: what a record says about the one before was signed with it. */
function vouchedBackwards(all: readonly Reliance[]): readonly Reliance[] {
  const heads = new Map(all.map((one) => [one.verdict.head, one]));
  const deciding = all.filter(({ lack }) => lack === null);
  for (const { verdict } of deciding) {
    const before = heads.get(earlierHeadOf(verdict.entries) ?? "");
    if (before?.lack !== "anchor" && before?.lack !== "paper") continue;
    const { kind } = continuationOf(verdict, (head) => heads.get(head)?.verdict);
    if (kind !== "as-left") continue;
    const vouched: Reliance = { ...before, lack: null, vouchedBy: "successor" };
    heads.set(before.verdict.head, vouched);
    deciding.push(vouched);
  }
  return all.map((one) => {
    const { lack, vouchedBy } = heads.get(one.verdict.head) ?? one;
    return { ...one, lack, vouchedBy };
  });
}

/** `officer-1=WORDS` or `officer-1 WORDS` is that officer's card; words alone match any signer. */
export function cardIn(text: string): Card {
  const [, officer = "", words = ""] =
    /^(officer-(?:[1-9]|10))[=:\s]+(.*)$/s.exec(text.trim()) ?? [];
  return officer === "" ? { officer: null, words: text } : { officer, words };
}
