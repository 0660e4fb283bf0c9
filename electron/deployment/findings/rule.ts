// What a rule about a plan is, and how it names the members that break it.
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../runbook-names.ts";
import type { SourceName } from "../sources.ts";

/** The members that one finding is about, as people write them: `keys[0].size`. */
export type Hit = readonly [string, ...string[]];

/** Whether what the rule is about must not be started, or could be better. */
export type Severity = "stops" | "advice";

/** One thing that can be wrong with a plan, and everything that is said about it. */
export interface Rule {
  /** Closed: `P-` and words in capitals. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong: one sentence, in which nothing of the plan occurs. */
  readonly says: string;
  /** What to do. */
  readonly next: string;
  readonly source: SourceName;
  /** The runbooks that it concerns; "own" for those that the item itself names. */
  readonly runbooks: readonly RunbookName[] | "own";
  /** Where it is so, each place once. */
  readonly find: (plan: Plan) => readonly Hit[];
}

/** What a look at one item gives: nothing, one member, or several that belong together. */
export type Seen = false | undefined | string | Hit;

/** Looks at each item of a list, which is named for the path. */
export const each = <Item>(
  list: string,
  items: readonly Item[],
  look: (item: Item, at: string, index: number) => Seen,
): readonly Hit[] =>
  items.flatMap((item, index) => hits(look(item, `${list}[${String(index)}]`, index)));

/** What was seen, as hits. */
export const hits = (...seen: readonly Seen[]): readonly Hit[] =>
  seen.flatMap((one) =>
    one === false || one === undefined ? [] : typeof one === "string" ? [[one]] : [one],
  );
