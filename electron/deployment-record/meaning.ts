// Whether a deployment's record means what it says. Each of its acts is decided once more, on the state before
// it, the plan and the answers beside the record: what people did must be what they could have done.
import { isFault } from "../../crypto/index.ts";
import type { Mode } from "../ceremony/ceremony.ts";
import type { Entry } from "../journal/journal.ts";
import { decide, decideSimulated, requireCeremony, type Situation } from "./decisions.ts";
import type { NewEntry } from "./entries.ts";
import { fault } from "./faults.ts";
import { fold, typed, type KeptEntry } from "./fold.ts";
import { nameIn, twoNamesIn } from "./names.ts";
import { namedPlan, type NamedPlan } from "./named-plan.ts";
import { NOT_BEGUN } from "./state.ts";
import { kept, type Sort } from "./store.ts";

/** What a record of a deployment says, and what of it was not compared. */
export interface DeploymentMeaning {
  readonly mode: Mode;
  readonly title: string;
  /** SHA-256 of the plan in force at the end. */
  readonly plan: string;
  /** Two people who closed it on paper, as it says; empty while it is open. */
  readonly closedBy: readonly string[];
  /** Everyone it names, each once. */
  readonly people: readonly string[];
  /** Ceremonies that it links: their entries and heads. The records are not beside it. */
  readonly linked: readonly { readonly entry: number; readonly head: string }[];
  /** Entries with something that this version of the program computes otherwise. */
  readonly otherwise: readonly number[];
  /** Entries whose time is before that of the entry before. */
  readonly wentBack: readonly number[];
}

/** What another version of the program may compute otherwise. What people did is not among it. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  "plan-adopted": ["stops", "advice", "findings"],
  "step-acknowledged": ["why"],
  "commands-run": ["commands", "sha256", "waitSeconds"],
  "proof-judged": ["proven", "drifted", "differs", "more"],
  "time-passed": ["minutes"],
};

/**
 * Checks every entry against those before it.
 * @param file a file that the record names, by its SHA-256
 * @throws Fault E-DEPLOY-RECORD, -FILE, E-PLAN-*; E-DEPLOY-MEANING of the first entry that cannot be so
 */
export function meaningOf(
  entries: readonly Entry[],
  file: (sort: Sort, sha256: string) => Uint8Array,
): DeploymentMeaning {
  let state = NOT_BEGUN;
  let plan: NamedPlan | null = null;
  const otherwise = new Set<number>();
  for (let n = 0; n < entries.length;) {
    const group = groupAt(entries, n);
    const before = { mode: modeOf(entries), state, plan };
    state = fold(group, state);
    const named = typed(group);
    const draft = adoptedIn(named, file);
    for (const at of differing({ ...before, draft }, named, n, file)) otherwise.add(at);
    plan = draft ?? plan;
    n += group.length;
  }
  const all = typed(entries);
  return {
    mode: modeOf(entries),
    title: plan?.read.plan.title ?? "",
    plan: state.plan?.sha256 ?? "",
    closedBy: state.closed?.by ?? [],
    people: [...new Set(all.flatMap((one) => [one.by, ...peopleIn(one)]))],
    linked: all.flatMap(({ type, data }, entry) =>
      type === "ceremony-linked" ? [{ entry, head: data.head }] : [],
    ),
    otherwise: [...otherwise],
    wentBack: entries.flatMap(({ at }, n) => (at < (entries[n - 1]?.at ?? "") ? [n] : [])),
  };
}

/** The same, with the files in the record's folder. @throws Fault as `meaningOf` */
export const meaningIn = (folder: string, entries: readonly Entry[]): DeploymentMeaning =>
  meaningOf(entries, (sort, sha256) => kept(folder, sort, sha256));

const modeOf = ([first]: readonly Entry[]): Mode => {
  const data = first?.data as { readonly mode?: Mode } | undefined;
  return data?.mode ?? "REHEARSAL";
};

const peopleIn = ({ data }: KeptEntry): readonly string[] =>
  "people" in data ? data.people : "present" in data ? data.present : [];

/** The entries of one act: a beginning and its plan, the last step and its runbook, all checks at once. */
function groupAt(entries: readonly Entry[], n: number): readonly Entry[] {
  const [first, second] = entries.slice(n, n + 2);
  if (first?.type === "proof-judged") {
    const checks = new Set([checkIn(first)]);
    const other = entries.slice(n + 1).findIndex((one) => {
      const check = checkIn(one);
      const isSame = isOfSameReading(first, one) && !checks.has(check);
      checks.add(check);
      return !isSame;
    });
    return entries.slice(n, other < 0 ? undefined : n + 1 + other);
  }
  const isPair =
    first?.type === "deployment-begun"
    || (first?.type === "step-finished" && second?.type === "runbook-finished");
  return entries.slice(n, n + (isPair ? 2 : 1));
}

/** The check that an entry of any form names. */
const checkIn = ({ data }: Entry): unknown => (data as { readonly check?: unknown } | null)?.check;

/** Whether both were recorded when one person had all checks evaluated again. */
function isOfSameReading(first: Entry, second: Entry): boolean {
  const [one, other] = [first.data, second.data] as readonly Partial<
    Record<"runbook" | "answers" | "read", unknown>
  >[];
  return (
    second.type === "proof-judged"
    && one?.runbook === ""
    && other?.runbook === ""
    && first.by === second.by
    && ordered(one.answers) === ordered(other.answers)
    && ordered(one.read) === ordered(other.read)
  );
}

function adoptedIn(
  group: readonly KeptEntry[],
  file: (sort: Sort, sha256: string) => Uint8Array,
): NamedPlan | null {
  const found = group.find((one) => one.type === "plan-adopted");
  return found?.type === "plan-adopted" ? namedPlan(file("plans", found.data.sha256)) : null;
}

/** The entries of an act with something computed otherwise. @throws Fault E-DEPLOY-MEANING, -FILE */
function differing(
  before: Omit<Situation, "now">,
  group: readonly KeptEntry[],
  n: number,
  file: (sort: Sort, sha256: string) => Uint8Array,
): readonly number[] {
  const [first] = group;
  if (first === undefined) return [];
  const files = first.type === "proof-judged" ? filesOf(first.data.answers, file) : [];
  try {
    const expected = decidedAgain({ ...before, now: new Date(first.at) }, first, files);
    const isComplete = expected.length === group.length;
    if (!isComplete && !isOfAll(first)) throw fault("E-DEPLOY-STALE");
    // A check that was left out of such an evaluation could be the one that found a drift.
    return group.flatMap((entry, i) =>
      isAs(entry, expected, i) && (isComplete || i > 0) ? [] : [n + i],
    );
  } catch (error) {
    if (!isFault(error)) throw error;
    throw fault("E-DEPLOY-MEANING", { n, code: error.code });
  }
}

/** The answers of an entry, each read once however often it is named. */
function filesOf(
  answers: readonly string[],
  file: (sort: Sort, sha256: string) => Uint8Array,
): readonly Uint8Array[] {
  const read = new Map([...new Set(answers)].map((one) => [one, file("answers", one)]));
  return answers.flatMap((one) => read.get(one) ?? []);
}

/**
 * Whether an entry is what its act records, to the letter; false if only computed members differ.
 * @throws Fault E-DEPLOY-STALE if it is another one; -ANSWERS if its answers do not prove what it says
 */
function isAs(entry: KeptEntry, expected: readonly NewEntry[], i: number): boolean {
  const one = isOfAll(entry)
    ? expected.find((other) => checkOf(other) === checkOf(entry))
    : expected[i];
  if (one === undefined || one.type !== entry.type || one.by !== entry.by)
    throw fault("E-DEPLOY-STALE");
  const [told, right] = [entry.data, one.data] as unknown as readonly Record<string, unknown>[];
  const names = new Set([...Object.keys(told ?? {}), ...Object.keys(right ?? {})]);
  const wrong = [...names].filter((name) => ordered(told?.[name]) !== ordered(right?.[name]));
  if (entry.type === "proof-judged" && entry.data.proven && wrong.includes("proven"))
    throw fault("E-DEPLOY-ANSWERS");
  if (!wrong.every((name) => COMPUTED[entry.type]?.includes(name) === true))
    throw fault("E-DEPLOY-STALE");
  return wrong.length === 0;
}

/** As text, whatever the order of members. */
const ordered = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one !== "object" || one === null || Array.isArray(one)
      ? one
      : Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );

/** Whether it is of an evaluation of all checks. */
const isOfAll = ({ type, data }: KeptEntry): boolean =>
  type === "proof-judged" && data.runbook === "";

const checkOf = ({ data }: NewEntry): string => ("check" in data ? data.check : "");

/** The entries of the act that an entry is the first of. @throws Fault E-DEPLOY-* */
function decidedAgain(
  situation: Situation,
  first: KeptEntry,
  files: readonly Uint8Array[],
): readonly NewEntry[] {
  const { type, by, data } = first;
  const done = (act: Parameters<typeof decide>[1]["act"], read?: object) =>
    decide(situation, { act, files, ...read });
  switch (type) {
    case "deployment-begun":
    case "plan-adopted":
      return done({ act: "adopt", by });
    case "block-decided":
      return done({ act: "decide", ...data, blocks: [...data.blocks], by: pairOf(data.people) });
    case "step-acknowledged":
      return done({ act: "acknowledge", ...data, by: pairOf(data.people) });
    case "commands-run":
      return done({ act: "run", ...data, by });
    case "wait-over":
      return done({ act: "wait", ...data, by });
    case "proof-judged": {
      const read = data.read === undefined ? {} : { read: data.read };
      return data.runbook === ""
        ? done({ act: "again", by }, read)
        : done({ act: "prove", ...data, by }, read);
    }
    case "ceremony-linked":
      nameIn(by);
      requireCeremony(situation, data);
      return [first];
    case "step-simulated":
      return decideSimulated(situation, { what: "step", ...data });
    case "time-passed": {
      const now = new Date(situation.now.getTime() - data.minutes * 60_000);
      return decideSimulated({ ...situation, now }, { what: "time", ...data });
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

const pairOf = ([one = "", other = ""]: readonly string[]): [string, string] =>
  twoNamesIn([one, other]);
