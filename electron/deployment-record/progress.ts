// Every runbook of a plan, by its terms, with what the record says of its steps.
import type { Deed, RunbookState } from "../bridge/deployment-views.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import type { Block } from "./blocks.ts";
import { stepOf, type Deployment, type StepRecord } from "./state.ts";
import type { RunbookTerms, StepTerms, Terms } from "./terms.ts";

/** A step with what was recorded of it. */
export interface StepAt {
  /** Its number in the runbook, from 1. */
  readonly n: number;
  readonly terms: StepTerms;
  readonly record: StepRecord;
  readonly state: "done" | "now" | "later";
  /** What is missing before it is done, as short sentences. */
  readonly missing: readonly RefusalSentence[];
}

export interface RunbookAt {
  readonly name: string;
  readonly state: RunbookState;
  readonly blocks: readonly Block[];
  readonly steps: readonly StepAt[];
  readonly finished: Deed | null;
}

/** All planned runbooks, in order. */
export function progressOf(terms: Terms, state: Deployment): readonly RunbookAt[] {
  const stepsOf = new Map(terms.map((one) => [one.runbook, stepsAt(one, state)]));
  // Of a runbook without terms the record alone says whether it was finished.
  const isFinished = (name: string): boolean => {
    const steps = stepsOf.get(name);
    return steps === undefined ? state.finished.has(name) : areDone(steps);
  };
  return terms.map(({ runbook: name, questions, findings, after }) => {
    const steps = stepsOf.get(name) ?? [];
    const block = (kind: Block["kind"], ids: readonly string[]): readonly Block[] =>
      ids.map((id) => ({ kind, id, decided: state.decided.get(`${name} ${id}`) ?? null }));
    const blocks = [
      ...block("question", questions),
      ...block("finding", findings),
      ...block(
        "runbook",
        after.filter((one) => !isFinished(one)),
      ),
    ];
    return {
      name,
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
function stepsAt({ runbook, steps }: RunbookTerms, deployment: Deployment): readonly StepAt[] {
  const current = steps.find(({ title }) => stepOf(deployment, runbook, title).done === null);
  return steps.map((terms, at) => {
    const record = stepOf(deployment, runbook, terms.title);
    const state = record.done !== null ? "done" : terms === current ? "now" : "later";
    return { n: at + 1, terms, record, state, missing: missingOf(terms, record) };
  });
}

function stateBy(
  state: Deployment,
  steps: readonly StepAt[],
  blocks: readonly Block[],
): RunbookState {
  if (areDone(steps)) return hasDrifted(state, steps) ? "drifted" : "done";
  if (blocks.some(({ decided }) => decided === null)) return "blocked";
  return steps.some(({ record }) => isBegun(record)) ? "now" : "ready";
}

/** A later answer contradicts a check of its steps. */
const hasDrifted = (state: Deployment, steps: readonly StepAt[]): boolean =>
  steps.some(({ terms }) =>
    terms.proofs.some((check) => state.checks.get(check)?.drifted === true),
  );

const isBegun = ({ acknowledged, ran, linked, results, simulated, done }: StepRecord): boolean =>
  [acknowledged, ran, linked, simulated, done].some((deed) => deed !== null) || results.size > 0;

function missingOf(step: StepTerms, record: StepRecord): readonly RefusalSentence[] {
  const { acknowledged, ran, linked, waitOver, results, simulated } = record;
  const unproven = step.proofs.filter((check) => results.get(check)?.proven !== true);
  if (step.unlessThere === true && ran === null && unproven.length === 0) return [];
  return [
    ...(step.twoPeople !== undefined && acknowledged === null
      ? [sentence("deployment-record-faults.missing.acknowledged")]
      : []),
    ...(step.commands !== undefined && ran === null
      ? [sentence("deployment-record-faults.missing.ran")]
      : []),
    // In a rehearsal, simulated people hold it without a record.
    ...(step.ceremony !== undefined && linked === null && simulated === null
      ? [sentence("deployment-record-faults.missing.linked")]
      : []),
    ...(step.wait !== undefined && waitOver === null
      ? [sentence("deployment-record-faults.missing.waited")]
      : []),
    ...unproven.map((check) => sentence("deployment-record-faults.missing.proven", { check })),
  ];
}
