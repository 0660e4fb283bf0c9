// What the window shows of a deployment, from its plan and its record.
import type {
  CheckView,
  DeploymentView,
  PoolView,
  RecordView,
  RunbookView,
  StepView,
  VerdictView,
} from "../bridge/deployment-views.ts";
import {
  caseOf,
  CHECK_NAMES,
  CHECKS,
  isCheck,
  messagesOf,
  PLAN_QUESTIONS,
  RUNBOOKS,
  shownBy,
  type CheckName,
  type Plan,
  type StepData,
} from "../deployment/deployment.ts";
import type { Entry } from "../journal/journal.ts";
import { headWords } from "../journal/verify.ts";
import { sentence, type Value } from "../text/sentence.ts";
import { blockViews, idOfFinding, RUNBOOK_NAMES, type Block } from "./blocks.ts";
import { dutiesOf } from "./duties.ts";
import { sentenceOf, typed } from "./fold.ts";
import { planView, type NamedPlan } from "./named-plan.ts";
import { picturesOf } from "./pictures.ts";
import { progressOf, type StepAt } from "./progress.ts";
import { reachedIn } from "./reached.ts";
import { waitEnd, type Deployment, type CheckResult, type StepRecord } from "./state.ts";

interface Shown {
  /** The current time, for what is due. */
  readonly now: string;
  readonly mode: DeploymentView["mode"];
  readonly draft: NamedPlan | null;
  readonly plan: NamedPlan | null;
  readonly state: Deployment;
  readonly entries: readonly Entry[];
  readonly unread: Pick<DeploymentView, "unread" | "notRead">;
  readonly granting: DeploymentView["granting"];
  readonly change: DeploymentView["change"];
}

/** The state of the deployment. */
export function viewOf(shown: Shown): DeploymentView {
  const { now, mode, draft, plan, state, entries, unread, granting, change } = shown;
  const runbooks = plan === null ? [] : runbookViews(plan, state);
  const checks = plan === null ? [] : checkViews(plan, state);
  return {
    mode,
    draft: draft === null ? null : planView(draft, null),
    plan: plan === null ? null : planView(plan, state.plan?.adopted ?? null),
    change,
    runbooks,
    checks,
    pictures:
      plan === null ? [] : picturesOf(plan.read.plan, runbooks, checks, comparedParts(plan, state)),
    duties: plan === null ? [] : dutiesOf(plan.read.plan, state, now),
    record: entries.length === 0 ? null : recordView(state, entries),
    granting,
    // Filled in by the desk.
    work: null,
    questions: QUESTIONS,
    ...unread,
  };
}

/** The roots of HSMs that are there; two with one root are named. */
const poolViews = ({ pools }: Deployment): readonly PoolView[] =>
  [...pools]
    .filter(([, { root }]) => root !== "")
    .map(([hsm, pool], _, all) => {
      const like = all.find(([name, { root }]) => name !== hsm && root === pool.root);
      return { ...pool, hsm, like: like?.[0] ?? "" };
    });

/** Each with its default for a plan whose short name is NAME. */
const QUESTIONS: DeploymentView["questions"] = PLAN_QUESTIONS.map(
  ({ name, form, choices = [], otherwise }) => ({
    ...{ name, form, choices },
    otherwise: otherwise?.(new Map([["name", ["NAME"]]])).join(" ") ?? null,
  }),
);

function recordView(state: Deployment, entries: readonly Entry[]): RecordView {
  const head = entries.at(-1)?.hash ?? "";
  return {
    entries: entries.length,
    head,
    words: headWords(head, true),
    closed: state.closed,
    pools: poolViews(state),
    lines: typed(entries).map((one) => ({
      at: one.at,
      line: `${one.by}: ${sentenceOf(one)}`,
      runbook: "runbook" in one.data ? one.data.runbook : "",
      check: "check" in one.data ? one.data.check : "",
    })),
  };
}

/** The checks last evaluated against the current plan, each with the part of it that it was about. */
const comparedParts = (
  { sha256, read }: NamedPlan,
  { checks }: Deployment,
): ReadonlyMap<string, Plan> =>
  new Map(
    [...checks].flatMap(([check, { plan, within }]) =>
      plan === sha256 && isCheck(check)
        ? [[check, caseOf(check, read.plan, within).plan] as const]
        : [],
    ),
  );

/** A check proven against another plan is open again: what it was compared with has changed. */
function checkViews(
  { read, sha256, runbooks }: NamedPlan,
  state: Deployment,
): readonly CheckView[] {
  const until = reachedIn(runbooks.terms, state);
  return CHECK_NAMES.map((check) => {
    const last = state.checks.get(check) ?? null;
    const counts = last?.plan === sha256 ? last : null;
    const isReached = until?.isReached(check) !== false;
    return {
      check,
      shows: shownBy(check),
      state: !isPlanned(check, read.plan)
        ? "not-planned"
        : counts?.proven === true
          ? "done"
          : !isReached
            ? "not-reached"
            : counts?.drifted === true
              ? "drifted"
              : "open",
      last: verdictView(last),
    };
  });
}

/** Whether the plan contains what this check compares with. */
function isPlanned(check: CheckName, plan: Plan): boolean {
  try {
    CHECKS[check].reads(plan);
    return true;
  } catch {
    return false;
  }
}

/** All runbooks, in order, with those for which the plan lacks something. */
function runbookViews(plan: NamedPlan, state: Deployment): readonly RunbookView[] {
  const progress = progressOf(plan.runbooks.terms, state);
  return RUNBOOK_NAMES.map((name) => {
    const { title, purpose, section, order, again } = RUNBOOKS[name];
    const at = progress.find((one) => one.name === name);
    return {
      name,
      title,
      purpose,
      section,
      order: order ?? null,
      again: again ?? [],
      state: at?.state ?? "unplanned",
      lacks: plan.lacks.get(name) ?? null,
      blocks: at === undefined ? [] : blockViews(plan.read.plan, plan.findings, name, at.blocks),
      finished: at?.finished ?? null,
      steps: (plan.steps.get(name) ?? []).flatMap((step, i) => {
        const own = at?.steps[i];
        return own === undefined ? [] : [stepView(step, own, at?.blocks ?? [])];
      }),
    };
  });
}

function stepView(
  data: StepData,
  { n, record, state, missing }: StepAt,
  blocks: readonly Block[],
): StepView {
  const { step, files, proofs } = data;
  const forbidden = data.forbidden.filter((finding) =>
    blocks.some(({ id, decided }) => decided === null && id === idOfFinding(finding)),
  );
  const [commands, equal] = forbidden.length > 0 ? [[], []] : [data.commands, data.equal];
  const { acknowledged, ran, linked, results, simulated, done } = record;
  return {
    n,
    state,
    title: step.title,
    role: step.role,
    changes: step.changes,
    undo: step.undo,
    cost: step.cost ?? sentence("deployment.step.noCost"),
    takes: step.takes,
    notes: step.notes ?? [],
    messages: messagesOf(step.messages ?? []),
    files,
    equal,
    commands,
    forbidden: forbidden.map(({ code }) => code),
    twoPeople: step.twoPeople ?? null,
    acknowledged,
    ran,
    wait: step.wait === undefined ? null : waitView(data, record, step.wait),
    ceremony: step.ceremony === undefined ? null : { ...step.ceremony, linked },
    proofs: proofs.map((proof) => ({
      ...proof,
      verdict: verdictView(results.get(proof.check) ?? null),
    })),
    done,
    simulated,
    missing,
  };
}

function waitView(
  { waitSeconds, commands }: StepData,
  record: StepRecord,
  says: Value,
): StepView["wait"] {
  const end = waitEnd(record);
  return {
    says,
    hasBegun: record.ran !== null || commands.length === 0,
    began: record.ran?.at ?? null,
    until: waitSeconds === 0 || end === null ? null : new Date(end).toISOString(),
    over: record.waitOver,
  };
}

function verdictView(result: CheckResult | null): VerdictView | null {
  if (result === null) return null;
  const { at, by, proven, differs, more, answers, read } = result;
  return { at, by, proven, differs, more, answers, read };
}
