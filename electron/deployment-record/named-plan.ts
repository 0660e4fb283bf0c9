// A plan with its SHA-256, its findings, and its runbooks' steps.
import { isFault, sha256Hex, sha256HexOfText, utf8Text } from "../../crypto/index.ts";
import type {
  AskedView,
  CostView,
  Deed,
  FindingView,
  PlanView,
} from "../bridge/deployment-views.ts";
import {
  costData,
  LACKING,
  locatedFindings,
  money,
  openIn,
  placesOf,
  readPlanFile,
  recoveryText,
  stepData,
  RUNBOOKS,
  type LocatedFinding,
  type ReadPlan,
  type RunbookName,
  type StepData,
} from "../deployment/deployment.ts";
import type { Value } from "../text/sentence.ts";
import { RUNBOOK_NAMES } from "./blocks.ts";
import { termsOf, type KeptTerms } from "./terms.ts";

/** Everything that follows from a plan alone, computed once. */
export interface NamedPlan {
  /** The file's. */
  readonly bytes: Uint8Array;
  readonly read: ReadPlan;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  readonly findings: readonly LocatedFinding[];
  /** The steps of each runbook for which the plan is complete. */
  readonly steps: ReadonlyMap<RunbookName, readonly StepData[]>;
  /** What the plan lacks for each of the others. */
  readonly lacks: ReadonlyMap<RunbookName, Value>;
  /** What its runbooks ask, by which acts are decided. */
  readonly runbooks: KeptTerms;
}

/** Reads a plan from its bytes. @throws Fault E-PLAN-* */
export function namedPlan(bytes: Uint8Array): NamedPlan {
  const read = readPlanFile(utf8Text(bytes));
  const findings = locatedFindings(read);
  const steps = new Map<RunbookName, readonly StepData[]>();
  const lacks = new Map<RunbookName, Value>();
  for (const name of RUNBOOK_NAMES)
    try {
      steps.set(name, stepData(name, read.plan, sha256HexOfText));
    } catch (error) {
      if (!isFault(error) || !LACKING.includes(error.code)) throw error;
      lacks.set(name, error.sentences.message);
    }
  const runbooks = termsOf(read.plan, findings, steps);
  return { bytes, read, sha256: sha256Hex(bytes), findings, steps, lacks, runbooks };
}

/** The number of findings of each severity. */
export function severities({ findings }: Pick<NamedPlan, "findings">): {
  readonly stops: number;
  readonly advice: number;
} {
  const stops = findings.filter(({ severity }) => severity === "stops").length;
  return { stops, advice: findings.length - stops };
}

/** Each code with its number of findings. */
export function findingCounts({ findings }: NamedPlan): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count }));
}

/** A plan as a screen shows it. */
export function planView(plan: NamedPlan, adopted: Deed | null): PlanView {
  const { plan: own } = plan.read;
  return {
    name: own.plan,
    title: own.title,
    sha256: plan.sha256,
    subscription: own.subscription,
    tenant: own.tenant,
    adopted,
    people: own.people.map(({ name }) => name),
    ...severities(plan),
    asked: askedViews(own),
    findings: findingViews(plan),
    cost: costView(own),
  };
}

function askedViews(plan: ReadPlan["plan"]): readonly AskedView[] {
  const open: readonly object[] = openIn(plan);
  return (["assumptions", "questions"] as const).flatMap((list) =>
    plan[list].map((item, at) => {
      const { id, text, impact, owner, blocks, answer, date = "" } = item;
      return {
        ...{ list, at, id, text, impact, owner, blocks },
        answer: answer === undefined ? null : { text: answer, date },
        holds: "holds" in item ? (item.holds ?? null) : null,
        isOpen: open.includes(item),
      };
    }),
  );
}

/** Lines of the file that are shown above what a finding is about, and below. */
const ABOVE = 2;
const BELOW = 5;

/** Each code once for each runbook that it stops first, with everything that it is about. */
function findingViews({ bytes, read, findings }: NamedPlan): readonly FindingView[] {
  const file = (utf8Text(bytes) ?? "").split(/\r?\n/);
  const places = (same: readonly LocatedFinding[]): FindingView["members"] =>
    uniqueBy(
      same.flatMap((one) => placesOf(read, one)),
      ({ path }) => path,
    ).map(({ path, line, subject }) => {
      const from = Math.max(0, line - 1 - ABOVE);
      return {
        ...{ path, subject, marked: line - 1 - from },
        excerpt: file.slice(from, line + BELOW),
      };
    });
  const keyOf = (one: LocatedFinding): string => `${one.code} ${firstStopped(one) ?? ""}`;
  return uniqueBy(findings, keyOf).map((first) => {
    const same = findings.filter((one) => keyOf(one) === keyOf(first));
    const { code, severity, source } = first;
    const stops = firstStopped(first);
    const runbooks = [...new Set(same.flatMap((one) => one.runbooks))];
    return {
      ...{ code, severity },
      source: { title: source.title, url: source.url ?? null, edition: source.edition ?? null },
      members: places(same),
      stops:
        stops === undefined
          ? null
          : { name: stops, title: RUNBOOKS[stops].title, at: RUNBOOK_NAMES.indexOf(stops) },
      runbooks: runbooks.length === RUNBOOK_NAMES.length ? "every" : runbooks,
    };
  });
}

const firstStopped = ({ severity, runbooks }: LocatedFinding): RunbookName | undefined =>
  severity === "stops" ? RUNBOOK_NAMES.find((name) => runbooks.includes(name)) : undefined;

/** Of each key the first one. */
function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => seen.size < seen.add(key(item)).size);
}

function costView(plan: ReadPlan["plan"]): CostView {
  const cost = costData(plan);
  const { currency } = cost;
  const sum = (amount: number): string => `${currency} ${money(amount)}`;
  const span = ({ low, high }: { readonly low: number; readonly high: number }): string =>
    low === high ? sum(low) : `${sum(low)} to ${money(high)}`;
  const regions = (n: number): string => (n === 1 ? "one region" : "two regions");
  const { stated } = cost;
  return {
    months: cost.months.map((month) => ({
      hours: month.hours,
      regions: month.regions,
      pools: sum(month.pools),
      total: span(month.total),
    })),
    lines: [
      stated.isRight
        ? "The monthly total that the plan states is right."
        : `The plan’s total is wrong: it states ${span(stated.says)} a month; by its own prices it is ${span(stated.right)}.`,
      ...cost.years.map(
        (year) => `A year of 8,760 hours, ${regions(year.regions)}: ${sum(year.pools)}.`,
      ),
      ...cost.deleted.map(
        ({ days, pools }) =>
          `A deleted HSM with purge protection and a retention of ${String(days)} days: ${sum(pools)}.`,
      ),
      recoveryText(cost, sum),
      cost.dedicatedHsm,
    ],
    prices: cost.prices.map(({ price, low, high, date, source, confirmed }) => ({
      price,
      sum: span({ low, high }),
      date,
      source,
      confirmed,
    })),
    leftOut: cost.leftOut,
  };
}
