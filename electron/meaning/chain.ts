// A record beside those that it names: the ones that it continues, each one before the other, and
// the custodians' parts that attestations among them took over.
import {
  checkContinuation,
  earlierHeadOf,
  fault as ceremonyFault,
  fold,
  PART_SCRIPT,
  partHeadsOf,
} from "../ceremony/ceremony.ts";
import type { Verdict } from "../journal/verify.ts";
import { sentence } from "../text/sentence.ts";
import type { OddNames } from "./names.ts";
import { notesIn, type Note } from "./notes.ts";
import { withHead, type Reliance } from "./reliance.ts";
import { versionIn } from "./version.ts";

/** What of it was compared, and what it names and was not given. Heads are hex. */
export interface Chain {
  /** The given records that are continued, the newest first. */
  readonly records: readonly string[];
  /** The given parts that an attestation among these took over. */
  readonly parts: readonly string[];
  /** Of all these, those that fewer officers closed than had to sign. */
  readonly notVouchedFor: readonly string[];
  /** Of each of all these what of its names may mislead. */
  readonly names: readonly { readonly head: string; readonly odd: OddNames }[];
  /** What the record reports, by what it says and what all these say. */
  readonly notes: readonly Note[];
  /** The head of the record before the last of these; null if there is none. */
  readonly open: string | null;
  /** Parts that an attestation among these took over, and that were not given. */
  readonly openParts: readonly string[];
}

/**
 * Compares a record with the ones before it, and with custodians' parts, as far as they are given.
 * @param given each closed, and meaning what it says
 * @throws Fault E-EARLIER-DIFFERS
 */
export function chainOf(verdict: Verdict, given: readonly Reliance[]): Chain {
  const atHand = new Map(given.map((one) => [one.verdict.head, one]));
  const [records, parts, openParts]: [string[], string[], string[]] = [[], [], []];
  const short = new Set<string>();
  for (let now = verdict; ;) {
    const { kind } = checkContinuation(now, (head) => atHand.get(head)?.verdict);
    const open = earlierHeadOf(now.entries);
    const taken = partHeadsOf(now.entries);
    for (const part of taken) (atHand.has(part) ? parts : openParts).push(part);
    const used = [...taken, ...(open === null ? [] : [open])];
    for (const head of used.filter((one) => isShort(atHand.get(one), now))) {
      checkDecided(now, head);
      short.add(head);
    }
    const before = atHand.get(open ?? "");
    if (kind !== "as-left" || before === undefined) {
      const all = [...records, ...parts];
      const others = all.flatMap((head) => atHand.get(head) ?? []);
      return {
        records,
        parts,
        notVouchedFor: all.filter((head) => short.has(head)),
        names: others.flatMap(({ verdict: { head }, meaning: { names: odd } }) =>
          odd === null ? [] : [{ head, odd }],
        ),
        notes: notesIn(
          verdict.entries,
          others.map((one) => one.verdict.entries),
        ),
        open,
        openParts,
      };
    }
    records.push(before.verdict.head);
    now = before.verdict;
  }
}

/** Whether too few officers closed it, and its head was not typed from their paper either. */
function isShort(one: Reliance | undefined, { entries }: Verdict): boolean {
  const closed = one?.meaning.closed ?? null;
  const isTyped = fold(entries.slice(0, 1)).opened?.anchor === "typed";
  return (isTyped ? withHead(closed) : closed)?.isShort === true;
}

/**
 * A record continues one that is not vouched for, or takes it as a part, only if two of its people
 * decided so about this one. Records of the first version of the rules could not say it.
 */
function checkDecided({ entries }: Verdict, head: string): void {
  const isDecided = fold(entries).shortRecords.includes(head);
  if (versionIn(entries[0]) > 1 && !isDecided)
    throw ceremonyFault("E-EARLIER-DIFFERS", { what: sentence("continuation.short") });
}

/** The given records that are none of a chain. */
export const besides = (
  { records, parts }: Chain,
  given: readonly Reliance[],
): readonly Reliance[] =>
  given.filter(({ verdict: { head } }) => ![...records, ...parts].includes(head));

/**
 * Whether a record that is none of a chain continues one that this chain continues. A custodian's
 * part does, and one that was aborted, because its ceremony is held again.
 */
export const isFork = ({ verdict, meaning }: Reliance, { records, open }: Chain): boolean =>
  fold(verdict.entries.slice(0, 1)).opened?.script !== PART_SCRIPT
  && meaning.aborted === null
  && [...records, open].includes(earlierHeadOf(verdict.entries) ?? "");

/** Something that a record or its chain names, and with which nothing was compared. */
export type NotCompared =
  | { readonly what: "head" }
  | { readonly what: "cards"; readonly officers: readonly string[] }
  /** The record before the first one that was given, or a custodian's part. */
  | { readonly what: "before" | "part"; readonly head: string };

/** Everything that was not given. */
export function notCompared(
  { verdict, anchored, headGiven }: Pick<Reliance, "verdict" | "anchored" | "headGiven">,
  { open, openParts }: Pick<Chain, "open" | "openParts">,
): readonly NotCompared[] {
  const isSigned = verdict.closedBy !== "paper" && anchored.without.length > 0;
  return [
    ...(headGiven ? [] : [{ what: "head" } as const]),
    ...(isSigned ? [{ what: "cards", officers: anchored.without } as const] : []),
    ...(open === null ? [] : [{ what: "before", head: open } as const]),
    ...openParts.map((head) => ({ what: "part", head }) as const),
  ];
}
