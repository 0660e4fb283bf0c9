// The progress of a deployment, derived from its record. None of it is stored.
import type { CeremonyLinkView, Deed, StepView, VerdictView } from "../bridge/deployment-views.ts";
import { isWhenDue, type RunbookName } from "../deployment/deployment.ts";
import type { Mode } from "../record/forms.ts";
import { RUNBOOK_NAMES } from "./blocks.ts";

/** The result of a check. */
export interface CheckResult extends VerdictView {
  /** SHA-256 of the plan it was checked against, in hex. */
  readonly plan: string;
  readonly drifted: boolean;
  /** The runbook whose part of the plan it was about: its step's; if all was evaluated again, the last begun. */
  readonly within: RunbookName | null;
}

/** What was recorded of one step. */
export interface StepRecord extends Pick<StepView, "acknowledged" | "ran" | "simulated" | "done"> {
  readonly waitSeconds: number;
  readonly waitOver: Deed | null;
  readonly linked: CeremonyLinkView["linked"];
  /** The last result of each of its checks. */
  readonly results: ReadonlyMap<string, CheckResult>;
}

const UNTOUCHED: StepRecord = {
  acknowledged: null,
  ran: null,
  waitSeconds: 0,
  waitOver: null,
  linked: null,
  results: new Map(),
  simulated: null,
  done: null,
};

export interface Deployment {
  /** Null before the record's first entry. */
  readonly mode: Mode | null;
  /** The version of its rules; 1 before it is known. */
  readonly rules: number;
  readonly plan: {
    readonly sha256: string;
    /** SHA-256 of what its runbooks ask; null in a record of version 1. */
    readonly runbooks: string | null;
    readonly adopted: Deed;
  } | null;
  /** By "RUNBOOK BLOCK". */
  readonly decided: ReadonlyMap<string, Deed>;
  /** By `stepKey`. */
  readonly steps: ReadonlyMap<string, StepRecord>;
  readonly finished: ReadonlyMap<string, Deed>;
  /** The last result of each check, from any step. */
  readonly checks: ReadonlyMap<string, CheckResult>;
  /** The own root of each HSM, by its name in lower case, and who first saw it; "" of one that is gone. */
  readonly pools: ReadonlyMap<string, Deed & { readonly root: string }>;
  readonly closed: Deed | null;
}

export const NOT_BEGUN: Deployment = {
  mode: null,
  rules: 1,
  plan: null,
  decided: new Map(),
  steps: new Map(),
  finished: new Map(),
  checks: new Map(),
  pools: new Map(),
  closed: null,
};

/** A step by its title: a changed plan may renumber it. */
const stepKey = (runbook: string, title: string): string => `${runbook} ${title}`;

/** What was recorded of a step. */
export const stepOf = ({ steps }: Deployment, runbook: string, title: string): StepRecord =>
  steps.get(stepKey(runbook, title)) ?? UNTOUCHED;

/** The last runbook on the way to the end of which a step is done; null if none is. */
export function lastBegun({ steps }: Deployment): RunbookName | null {
  const begun = new Set(
    [...steps].flatMap(([key, { done }]) => (done === null ? [] : [key.split(" ", 1)[0]])),
  );
  return RUNBOOK_NAMES.findLast((name) => begun.has(name) && !isWhenDue(name)) ?? null;
}

/** One step changed. */
export function withStep(
  { steps }: Deployment,
  { runbook, title }: { readonly runbook: string; readonly title: string },
  change: (before: StepRecord) => Partial<StepRecord>,
): Pick<Deployment, "steps"> {
  const key = stepKey(runbook, title);
  const before = steps.get(key) ?? UNTOUCHED;
  return { steps: new Map([...steps, [key, { ...before, ...change(before) }]]) };
}

/** When the wait of a step with commands ends, in milliseconds; null before they ran. */
export const waitEnd = ({ ran, waitSeconds }: StepRecord): number | null =>
  ran === null ? null : Date.parse(ran.at) + waitSeconds * 1000;
