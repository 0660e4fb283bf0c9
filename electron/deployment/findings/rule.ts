// What a rule about a plan is, and how it names the members that break it.
import type { FindingCode } from "../../text/names-in.ts";
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import type { SourceName } from "../plan/sources.ts";

/** The members that one finding concerns, as people write them: `keys[0].size`. */
export type Hit = readonly [string, ...string[]];

/** Whether the runbook must not start, or could be better. */
export type Severity = "stops" | "advice";

/** One possible problem of a plan. */
export interface Rule {
  /** `findings.CODE` says what is wrong, without anything from the plan, `findings.CODE.next` what to do. */
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly source: SourceName;
  /** The runbooks it concerns; "own" for those that the item itself names. */
  readonly runbooks: readonly RunbookName[] | "own";
  /** Finds each place once. */
  readonly find: (plan: Plan) => readonly Hit[];
}

/** The result for one item: nothing, one member, or several that belong together. */
export type Seen = false | undefined | string | Hit;

/** Checks each item of a list; the list's name goes into the path. */
export const each = <Item>(
  list: string,
  items: readonly Item[],
  look: (item: Item, at: string, index: number) => Seen,
): readonly Hit[] =>
  items.flatMap((item, index) => hits(look(item, `${list}[${String(index)}]`, index)));

/** The member of each item that has this value. */
export const eachWith = <Item, Name extends keyof Item & string>(
  list: string,
  items: readonly Item[],
  member: Name,
  value: Item[Name],
): readonly Hit[] => each(list, items, (item, at) => item[member] === value && `${at}.${member}`);

/** The results as hits. */
export const hits = (...seen: readonly Seen[]): readonly Hit[] =>
  seen.flatMap((one) =>
    one === false || one === undefined ? [] : typeof one === "string" ? [[one]] : [one],
  );
