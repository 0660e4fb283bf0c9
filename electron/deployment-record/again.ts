// An act decided once more, from what the record says of it: its entries must be what that act records.
import { isFault } from "../../crypto/index.ts";
import { isCheck } from "../deployment/deployment.ts";
import type { AdoptedPlan } from "./adopted-plans.ts";
import {
  begun,
  decide,
  decideSimulated,
  knownIn,
  provable,
  requireCeremony,
  type Situation,
} from "./decisions.ts";
import type { DataOf, NewEntry } from "./entries.ts";
import { fault } from "./faults.ts";
import type { KeptEntry } from "./fold.ts";
import { nameIn, reasonIn, twoNamesIn } from "./names.ts";
import { resultOf } from "./results.ts";
import { NEWEST } from "./rules.ts";

/** What may differ in a record of version 1: it does not keep by what it was computed. What people did is not among it. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  "plan-adopted": ["stops", "advice", "findings"],
  "step-acknowledged": ["why"],
  "commands-run": ["commands", "sha256", "waitSeconds"],
  "proof-judged": ["proven", "drifted", "differs", "more", "pools"],
  "time-passed": ["minutes"],
};

/** By which rules a record is checked. */
export interface Asked {
  readonly version: number;
  /** Whether a proof of its version has the same result today. */
  readonly areProofsOurs: boolean;
  readonly unknown: ReadonlySet<string>;
}

export interface Before extends Situation {
  readonly plan: AdoptedPlan | null;
  readonly draft: AdoptedPlan | null;
}

/**
 * Checks the entries of one act.
 * @param files the answers of its proofs
 * @returns those with something that this version of the program computes otherwise
 * @throws Fault E-DEPLOY-*, of the act or because its entries are not what it records
 */
export function decidedOtherwise(
  before: Before,
  group: readonly KeptEntry[],
  files: readonly Uint8Array[],
  asked: Asked,
): readonly KeptEntry[] {
  const [first] = group;
  if (first === undefined) return [];
  const isUnknown = "runbook" in first.data && asked.unknown.has(first.data.runbook);
  if (isUnknown) group.forEach(requirePeople);
  if (isUnknown && first.type !== "proof-judged") return [];
  const expected =
    first.type === "proof-judged"
      ? provenAgain(before, first, files, { ...asked, isUnknown })
      : decidedAgain(before, first, asked);
  if (expected === null) return group;
  const isComplete = expected.length === group.length;
  if (!isComplete && !isOfAll(first)) throw fault("E-DEPLOY-STALE");
  // A check that was left out of such an evaluation could be the one that found a drift.
  return group.filter(
    (entry, i) => !(isAs(entry, expected, i, before, asked) && (isComplete || i > 0)),
  );
}

/**
 * Whether an entry is what its act records, to the letter; false if only computed members differ.
 * @throws Fault E-DEPLOY-STALE if it is another one; -ANSWERS if its answers do not prove what it says
 */
function isAs(
  entry: KeptEntry,
  expected: readonly NewEntry[],
  i: number,
  before: Before,
  asked: Asked,
): boolean {
  const one = isOfAll(entry)
    ? expected.find((other) => checkOf(other) === checkOf(entry))
    : expected[i];
  if (one === undefined || one.type !== entry.type || one.by !== entry.by)
    throw fault("E-DEPLOY-STALE");
  const [told, right] = [entry.data, one.data] as unknown as readonly Record<string, unknown>[];
  const isLater = (name: string): boolean => asked.version === 1 && told?.[name] === undefined;
  const wrong = [...new Set([...Object.keys(told ?? {}), ...Object.keys(right ?? {})])]
    .filter((name) => !(LATER.includes(name) && isLater(name)))
    .filter((name) => ordered(told?.[name]) !== ordered(right?.[name]));
  const mayDiffer = computedIn(entry.type, before, asked);
  const isUnproven = entry.type === "proof-judged" && entry.data.proven && wrong.includes("proven");
  if (isUnproven && asked.areProofsOurs) throw fault("E-DEPLOY-ANSWERS");
  if (!wrong.every((name) => mayDiffer.includes(name))) throw fault("E-DEPLOY-STALE");
  return wrong.length === 0;
}

/** Members that records of version 1 lack. */
const LATER = ["rules", "runbooks"];

/** The members that another version of the program may have computed otherwise. */
function computedIn(type: string, { draft }: Before, asked: Asked): readonly string[] {
  const all = COMPUTED[type] ?? [];
  if (asked.version === 1) return all;
  const isOfOthers =
    type === "plan-adopted"
      ? draft?.isOurs === false || asked.version < NEWEST
      : type === "proof-judged" && !asked.areProofsOurs;
  return isOfOthers ? all : [];
}

/** As text, whatever the order of members. */
const ordered = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one !== "object" || one === null || Array.isArray(one)
      ? one
      : Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );

type Proof = Extract<KeptEntry, { readonly type: "proof-judged" }>;

/** Whether it is of an evaluation of all checks. */
const isOfAll = ({ type, data }: KeptEntry): boolean =>
  type === "proof-judged" && data.runbook === "";

const checkOf = ({ data }: NewEntry): string => ("check" in data ? data.check : "");

/**
 * The entries of an evaluation; null if this version cannot make it.
 * @throws Fault E-DEPLOY-*, E-ANSWER-*
 */
function provenAgain(
  before: Before,
  first: Proof,
  files: readonly Uint8Array[],
  { areProofsOurs, isUnknown }: Asked & { readonly isUnknown: boolean },
): readonly NewEntry[] | null {
  const { by, data } = first;
  const { runbook, check, read } = data;
  const act = { act: "prove", ...data, by } as const;
  const given = { files, ...(read === undefined ? {} : { read }) };
  try {
    if (runbook === "") return decide(before, { act: { act: "again", by }, ...given });
    if (!isUnknown && isCheck(check)) return decide(before, { act, ...given });
    requirePeople(first);
    const title = isUnknown ? data.title : provable(before, act).step.terms.title;
    if (data.title !== title || data.plan !== before.plan?.sha256) throw fault("E-DEPLOY-STALE");
    if (!isCheck(check)) return null;
    const result = resultOf(check, before.plan.read.plan, files, knownIn(before), runbook);
    return [{ ...first, data: { ...data, ...result } }];
  } catch (error) {
    // Answers that another version read are refused by this one.
    if (areProofsOurs || !isFault(error) || error.code.startsWith("E-DEPLOY-")) throw error;
    return null;
  }
}

/** Of an entry of which nothing else is known: who did it, and why. @throws Fault E-DEPLOY-* */
function requirePeople({ by, data }: KeptEntry): void {
  const people = "people" in data ? pairOf(data.people) : [nameIn(by)];
  const reasons = "reason" in data ? [data.reason] : [];
  const said = "people" in data ? data.people : [by];
  if (people[0] !== by || people.some((name, i) => name !== said[i])) throw fault("E-DEPLOY-STALE");
  if (reasons.some((reason) => reasonIn(reason) !== reason)) throw fault("E-DEPLOY-STALE");
}

/** The entries of the act that an entry is the first of. @throws Fault E-DEPLOY-* */
function decidedAgain(
  before: Before,
  first: Exclude<KeptEntry, Proof>,
  { unknown }: Asked,
): readonly NewEntry[] {
  const { type, by, data } = first;
  const done = (act: Parameters<typeof decide>[1]["act"], situation: Situation = before) =>
    decide(situation, { act, files: [] });
  switch (type) {
    case "deployment-begun":
      return [begun(data.mode, by, data.rules)];
    case "plan-adopted":
      return done({ act: "adopt", by });
    case "block-decided": {
      const { runbook, reason, people } = data;
      const blocks = [...data.blocks];
      const situation = withFindings(before, data, unknown);
      return done({ act: "decide", runbook, blocks, by: pairOf(people), reason }, situation);
    }
    case "step-acknowledged":
      return done({ act: "acknowledge", ...data, by: pairOf(data.people) });
    case "commands-run":
      return done({ act: "run", ...data, by });
    case "wait-over":
      return done({ act: "wait", ...data, by });
    case "ceremony-linked":
      nameIn(by);
      requireCeremony(before, data);
      return [first];
    case "step-simulated":
      return decideSimulated(before, { what: "step", ...data });
    case "time-passed": {
      const now = new Date(before.now.getTime() - data.minutes * 60_000);
      return decideSimulated({ ...before, now }, { what: "time", ...data });
    }
    case "step-finished":
      return done({ act: "done", ...data, by });
    case "runbook-begun-again":
      return done({ act: "rerun", ...data, by: pairOf(data.people) });
    case "closing-on-paper":
      return done({ act: "close", by: pairOf(data.present) });
    case "runbook-finished":
      throw fault("E-DEPLOY-ORDER");
  }
}

/**
 * In a record of version 1 people may have decided on findings that it does not name, and on a runbook that
 * was not finished for a program that does not know its steps.
 */
function withFindings(
  before: Before,
  { runbook, blocks }: DataOf<"block-decided">,
  unknown: Asked["unknown"],
): Situation {
  const { plan } = before;
  if (plan === null || !plan.isOurs) return before;
  const terms = plan.runbooks.terms.map((one) => {
    if (one.runbook !== runbook) return one;
    const known = [...one.questions, ...one.after];
    const found = plan.areFindingsOurs ? [] : blocks.filter((block) => !known.includes(block));
    const others = blocks.filter((block) => unknown.has(block));
    return { ...one, findings: [...one.findings, ...found, ...others] };
  });
  return { ...before, plan: { ...plan, runbooks: { ...plan.runbooks, terms } } };
}

const pairOf = ([one = "", other = ""]: readonly string[]): [string, string] =>
  twoNamesIn([one, other]);
