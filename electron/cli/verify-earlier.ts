// `sd verify --earlier`: compares a record with the one that it continues, and that one with the
// one before it, as far as they were given.
import {
  checkContinuation,
  earlierHeadOf,
  fault as ceremonyFault,
  fold,
  partHeadsOf,
  PART_SCRIPT,
} from "../ceremony/ceremony.ts";
import type { Verdict } from "../journal/verify.ts";
import { rulesIn } from "../meaning/meaning.ts";
import { sentence } from "../text/sentence.ts";
import { rely, SHORT, type OwnScript, type Reliance } from "../meaning/reliance.ts";
import type { Given } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";
import { verdictAt } from "./shared/record-file.ts";
import { shown } from "./shared/shown.ts";
import { wordsOf } from "./shared/spoken.ts";

/** What was compared. Heads are hex. */
export interface Compared {
  /** The given records that are continued, the newest first. */
  readonly records: string[];
  /** The given custodians' parts that an attestation among these took over. */
  readonly parts: string[];
  /** Of all these, those that fewer officers closed than had to sign. */
  readonly notVouchedFor: string[];
  /** The head of the record before the last of these; null if there is none. */
  readonly open: string | null;
}

/**
 * Compares a record with the ones before it, each of which must mean what it says.
 * @param own a custom script of any of them
 * @returns null if no earlier record was given
 * @throws Fault E-EARLIER-DIFFERS, E-EARLIER-FORK (two of these records continue the same one),
 * E-EARLIER-OTHER (one was given that is not continued),
 * E-EARLIER-OPEN, E-MEAN-*, E-LOG-*, E-BUNDLE-*, E-FILE-*, E-STATE-RECORD
 */
export function readEarlier(verdict: Verdict, { values }: Given, own: OwnScript): Compared | null {
  const relied = (values.get("--earlier") ?? [])
    .map((place) => earlierAt(place, own))
    .filter((one) => one.verdict.head !== verdict.head);
  const given = relied.map((one) => one.verdict);
  if (given.length === 0) return null;
  const notVouchedFor = relied
    .filter(({ meaning }) => meaning.closed?.isShort === true)
    .map((one) => one.verdict.head);
  // A ceremony that was aborted is held again: both continue the same record.
  const aborted = relied.filter(({ meaning }) => meaning.aborted !== null);
  const [records, parts]: [string[], string[]] = [[], []];
  let now = verdict;
  for (;;) {
    const { kind } = checkContinuation(now, (head) => given.find((one) => one.head === head));
    parts.push(
      ...partHeadsOf(now.entries).filter((part) => given.some(({ head }) => head === part)),
    );
    const open = earlierHeadOf(now.entries);
    const used = [...partHeadsOf(now.entries), ...(open === null ? [] : [open])];
    if (used.some((head) => notVouchedFor.includes(head))) checkDecided(now);
    const before = given.find(({ head }) => head === open);
    if (kind !== "as-left" || before === undefined) {
      const others = given.filter(({ head }) => ![...records, ...parts].includes(head));
      const continued = [...records, open];
      const isFork = others.some(
        (one) =>
          !isPart(one.entries)
          && !aborted.some(({ verdict: { head } }) => head === one.head)
          && continued.includes(earlierHeadOf(one.entries) ?? ""),
      );
      if (isFork) throw fault("E-EARLIER-FORK");
      if (others.length > 0) throw fault("E-EARLIER-OTHER");
      return { records, parts, notVouchedFor, open };
    }
    records.push(before.head);
    now = before;
  }
}

const isPart = (entries: Verdict["entries"]): boolean =>
  fold(entries.slice(0, 1)).opened?.script === PART_SCRIPT;

/** A bundle, or a record alone, and closed. */
const earlierAt = (place: string, own: OwnScript): Reliance =>
  rely(verdictAt(place, "--earlier").verdict, { own }, () => fault("E-EARLIER-OPEN"));

/**
 * A record continues one that is not vouched for, or takes it as a part, only if two of its people
 * decided so. Records of the first version of the rules could not say it.
 */
function checkDecided({ entries }: Verdict): void {
  const isAccepted = fold(entries).accepted.includes(SHORT);
  if (rulesIn(entries[0]).version > 1 && !isAccepted)
    throw ceremonyFault("E-EARLIER-DIFFERS", { what: sentence("continuation.short") });
}

/** Everything that a record names, and that was not given: nothing of it was compared. */
export function notCompared(
  { verdict, anchored, headGiven }: Pick<Reliance, "verdict" | "anchored" | "headGiven">,
  compared: Compared | null,
): readonly string[] {
  const open = compared === null ? earlierHeadOf(verdict.entries) : compared.open;
  const parts = partHeadsOf(verdict.entries).filter((head) => !compared?.parts.includes(head));
  const [without, isSigned] = [anchored.without.map(shown), verdict.closedBy !== "paper"];
  return [
    ...(headGiven ? [] : ["its head"]),
    ...(isSigned && without.length > 0 ? [`the cards of ${without.join(", ")}`] : []),
    ...(open === null ? [] : [`the record before (${wordsOf(open)})`]),
    ...parts.map((head) => `a custodian's part (${wordsOf(head)})`),
  ];
}

/** The same in one line. */
export const notComparedLines = (all: readonly string[]): readonly string[] =>
  all.length === 0 ? [] : [`NOT COMPARED, because it was not given: ${all.join("; ")}.`];

/** What was compared, in words. */
export function earlierLines(compared: Compared | null): readonly string[] {
  if (compared === null) return [];
  const { records, parts, notVouchedFor, open } = compared;
  const continued =
    records.length === 1 ? "the earlier record" : `${records.length} earlier records`;
  const taken = parts.length === 1 ? "the custodian's part" : `${parts.length} custodians' parts`;
  return [
    ...(records.length === 0
      ? []
      : [
          `It continues ${continued} as each ended: domain, officers, certificates, objects and dates `
            + "are the same.",
        ]),
    ...records.map((head) => `  ${wordsOf(head)}`),
    ...notVouchedFor.map(
      (head) =>
        `CLOSED, NOT VOUCHED FOR: fewer officers closed this record than had to sign: ${wordsOf(head)}`,
    ),
    ...(parts.length === 0 ? [] : [`It says about ${taken} what each record leaves.`]),
    ...parts.map((head) => `  ${wordsOf(head)}`),
    open === null
      ? "The first of them continues none."
      : `The record before them was not given: ${wordsOf(open)}`,
  ];
}
