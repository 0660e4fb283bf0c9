// `--earlier` of `sd verify` and `sd custody`: the records before the one that is verified, and what
// was not given beside it.
import type { Verdict } from "../journal/verify.ts";
import {
  besides,
  chainOf,
  isFork,
  notCompared as missingOf,
  type Chain,
  type NotCompared,
} from "../meaning/chain.ts";
import { rely, type OwnScript, type Reliance } from "../meaning/reliance.ts";
import type { Given } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";
import { verdictAt, type RecordGiven } from "./shared/record-file.ts";
import { namesLines } from "./meaning-lines.ts";
import { shown } from "./shared/shown.ts";
import { wordsOf } from "./shared/spoken.ts";

/**
 * Compares a record with the ones before it, each of which must mean what it says.
 * @param own a custom script of any of them
 * @throws Fault E-EARLIER-DIFFERS, E-EARLIER-FORK (two of these records continue the same one),
 * E-EARLIER-OTHER (one was given that is not continued),
 * E-EARLIER-OPEN, E-MEAN-*, E-LOG-*, E-BUNDLE-*, E-FILE-*, E-STATE-RECORD
 */
export function readChain(verdict: Verdict, { values }: Given, own: OwnScript): ChainGiven {
  const given = (values.get("--earlier") ?? [])
    .map((place) => ({ place, ...verdictAt(place, "--earlier") }))
    .filter((one) => one.verdict.head !== verdict.head);
  // A bundle, or a record alone, and closed.
  const relied = given.map((one) => rely(one.verdict, { own }, () => fault("E-EARLIER-OPEN")));
  const chain = chainOf(verdict, relied);
  const others = besides(chain, relied);
  if (others.some((one) => isFork(one, chain))) throw fault("E-EARLIER-FORK");
  if (others.length > 0) throw fault("E-EARLIER-OTHER");
  return { ...chain, given };
}

/** A chain, and the records before it as they were given. */
export interface ChainGiven extends Chain {
  readonly given: readonly (RecordGiven & { readonly place: string })[];
}

/** Everything that a record and its chain name, and that was not given. */
export const notCompared = (
  relied: Pick<Reliance, "verdict" | "anchored" | "headGiven">,
  chain: Chain,
): readonly string[] => missingOf(relied, chain).map(named);

function named(one: NotCompared): string {
  if (one.what === "head") return "its head";
  if (one.what === "cards") return `the cards of ${one.officers.map(shown).join(", ")}`;
  const of = one.what === "before" ? "the record before" : "a custodian's part";
  return `${of} (${wordsOf(one.head)})`;
}

/** The same in one line. */
export const notComparedLines = (all: readonly string[]): readonly string[] =>
  all.length === 0 ? [] : [`NOT COMPARED, because it was not given: ${all.join("; ")}.`];

/** What was compared, for `--json`; null if nothing was. */
export const earlierData = ({ records, parts, notVouchedFor, names, notes, open }: Chain) =>
  records.length + parts.length === 0
    ? null
    : {
        records: [...records],
        parts: [...parts],
        notVouchedFor: [...notVouchedFor],
        names: names.flatMap(({ head, odd }) => {
          const says = namesLines({ names: odd });
          return says.length === 0 ? [] : [{ head, says }];
        }),
        oldPhotographs: notes.flatMap((one) => (one.note === "old-photograph" ? one.entries : [])),
        open,
      };

/** What was compared, in words. */
export function earlierLines(chain: Chain): readonly string[] {
  const compared = earlierData(chain);
  if (compared === null) return [];
  const { records, parts, notVouchedFor, names, open } = compared;
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
    ...names.flatMap(({ head, says }) => says.map((line) => `${line} (${wordsOf(head)})`)),
    ...(parts.length === 0 ? [] : [`It says about ${taken} what each record leaves.`]),
    ...parts.map((head) => `  ${wordsOf(head)}`),
    open === null
      ? "The first of them continues none."
      : `The record before them was not given: ${wordsOf(open)}`,
  ];
}
