// A plan with its SHA-256, its findings, and its runbooks' steps.
import { isFault, sha256Hex, sha256HexOfText, utf8Text } from "../../crypto/index.ts";
import type { CostView, Deed, FindingView, PlanView } from "../bridge/deployment-views.ts";
import {
  costData,
  LACKING,
  locatedFindings,
  money,
  openIn,
  readPlanFile,
  recoveryText,
  stepData,
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
    open: openIn(own).map(({ id, text, owner }) => ({ id, text, owner })),
    findings: findingViews(plan.findings),
    cost: costView(own),
  };
}

/** Each code once, with everything it concerns. */
function findingViews(all: readonly LocatedFinding[]): readonly FindingView[] {
  return [...new Set(all.map(({ code }) => code))].flatMap((code) => {
    const same = all.filter((one) => one.code === code);
    const [first] = same;
    if (first === undefined) return [];
    const { severity, says, next, source } = first;
    const runbooks = [...new Set(same.flatMap(({ runbooks }) => runbooks))];
    return [
      {
        code,
        severity,
        says,
        next,
        source: { title: source.title, url: source.url ?? null, edition: source.edition ?? null },
        members: same.map(({ members, line, subject }) => ({
          path: members.join(", "),
          line,
          subject,
        })),
        runbooks: runbooks.length === RUNBOOK_NAMES.length ? "every" : runbooks,
      },
    ];
  });
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
