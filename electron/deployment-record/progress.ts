// Every runbook of the plan with what the record says of its steps.
import type { BlockView, Deed, RunbookState } from "../bridge/deployment-views.ts";
import type { RunbookName, StepData } from "../deployment/deployment.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence, type Value } from "../text/sentence.ts";
import { blocksOf } from "./blocks.ts";
import { RUNBOOK_NAMES, type NamedPlan } from "./named-plan.ts";
import { stepOf, type Deployment, type StepRecord } from "./state.ts";

/** A step with what was recorded of it. */
export interface StepAt extends StepData {
  readonly record: StepRecord;
  readonly state: "done" | "now" | "later";
  /** What is missing before it is done, as short sentences. */
  readonly missing: readonly RefusalSentence[];
}

export interface RunbookAt {
  readonly name: RunbookName;
  readonly state: RunbookState;
  /** What the plan lacks for it, if it is not planned. */
  readonly lacks: Value | null;
  readonly blocks: readonly BlockView[];
  readonly steps: readonly StepAt[];
  readonly finished: Deed | null;
}

/** All runbooks, in order. */
export function progressOf(plan: NamedPlan, state: Deployment): readonly RunbookAt[] {
  const planned = new Map(
    [...plan.steps].map(([name, steps]) => [
      name,
      "lacks" in steps ? steps : stepsAt(name, steps, state),
    ]),
  );
  const unfinished = (name: RunbookName): boolean => {
    const steps = planned.get(name);
    return steps !== undefined && !("lacks" in steps) && !areDone(steps);
  };
  return RUNBOOK_NAMES.map((name) => {
    const steps = planned.get(name) ?? { lacks: "" };
    if ("lacks" in steps)
      return {
        name,
        state: "unplanned",
        lacks: steps.lacks,
        blocks: [],
        steps: [],
        finished: null,
      };
    const blocks = blocksOf(plan, name, state, unfinished);
    return {
      name,
      lacks: null,
      blocks,
      steps,
      state: stateBy(state, steps, blocks),
      finished: areDone(steps) ? (state.finished.get(name) ?? null) : null,
    };
  });
}

const areDone = (steps: readonly StepAt[]): boolean =>
  steps.every(({ record }) => record.done !== null);

/** The steps of a runbook with what was recorded of them. */
function stepsAt(
  name: RunbookName,
  steps: readonly StepData[],
  deployment: Deployment,
): readonly StepAt[] {
  const now = steps.find(({ step }) => stepOf(deployment, name, step.title).done === null);
  return steps.map((one) => {
    const record = stepOf(deployment, name, one.step.title);
    const state = record.done !== null ? "done" : one === now ? "now" : "later";
    return { ...one, record, state, missing: missingOf(one, record) };
  });
}

function stateBy(
  state: Deployment,
  steps: readonly StepAt[],
  blocks: readonly BlockView[],
): RunbookState {
  if (areDone(steps)) return hasDrifted(state, steps) ? "drifted" : "done";
  if (blocks.some(({ decided }) => decided === null)) return "blocked";
  return steps.some(({ record }) => isBegun(record)) ? "now" : "ready";
}

/** A later answer contradicts a check of its steps. */
const hasDrifted = (state: Deployment, steps: readonly StepAt[]): boolean =>
  steps.some(({ proofs }) => proofs.some(({ check }) => state.checks.get(check)?.drifted === true));

const isBegun = ({ acknowledged, ran, linked, results, simulated, done }: StepRecord): boolean =>
  [acknowledged, ran, linked, simulated, done].some((deed) => deed !== null) || results.size > 0;

function missingOf({ step, proofs }: StepData, record: StepRecord): readonly RefusalSentence[] {
  const { acknowledged, ran, linked, waitOver, results, simulated } = record;
  const commands = step.commands?.length ?? 0;
  return [
    ...(step.twoPeople !== undefined && acknowledged === null
      ? [sentence("deployment-record-faults.missing.acknowledged")]
      : []),
    ...(commands > 0 && ran === null ? [sentence("deployment-record-faults.missing.ran")] : []),
    // In a rehearsal, simulated people hold it without a record.
    ...(step.ceremony !== undefined && linked === null && simulated === null
      ? [sentence("deployment-record-faults.missing.linked")]
      : []),
    ...(step.wait !== undefined && waitOver === null
      ? [sentence("deployment-record-faults.missing.waited")]
      : []),
    ...proofs
      .filter(({ check }) => results.get(check)?.proven !== true)
      .map(({ check }) => sentence("deployment-record-faults.missing.proven", { check })),
  ];
}
