// Simulated people carry out runbooks of a rehearsal like people at this window: blocks are
// decided, pairs acknowledge, commands run in the rehearsal's subscription, waits pass at once, and
// every proof reads the resulting state.
import type { Sentence } from "../text/sentence.ts";
import type { DeploymentAct } from "../bridge/deployment-acts.ts";
import type { DeploymentView, RunbookView, StepView } from "../bridge/deployment-views.ts";
import type { Keeper } from "../deployment-record/keeper.ts";
import { SIMULATED_PEOPLE } from "../deployment-record/keeper.ts";
import type { AzureReads } from "./azure-reads.ts";
import { fault } from "./faults.ts";

const [ONE, TWO] = SIMULATED_PEOPLE;
const BOTH: [string, string] = [ONE, TWO];
const REASON = "A rehearsal by simulated people.";

/** What they work with. */
export interface Hands {
  readonly keeper: Keeper;
  readonly azure: Pick<AzureReads, "read" | "bring" | "domain">;
  readonly told: (title: Sentence, done: number, all: number) => void;
  readonly stop: AbortSignal;
}

interface Target {
  readonly runbook: string;
  readonly step: number;
}

/**
 * Everything before a step, and the step. A step whose proof fails stays open, and they return to
 * it when others have provided what it lacks; last they repeat what must be new.
 * @throws Fault E-DESK-STALE, E-DESK-COMMAND, and what the deployment refuses
 */
export async function play(hands: Hands, target: Target): Promise<void> {
  const first = await lookedAt(hands);
  if (stepOf(first, target) === undefined) throw fault("E-DESK-STALE");
  const names = runbooksTo(first, target.runbook);
  const last = await goThrough(hands, names, target);
  const again = renewedFor(last, target, hands);
  for (const runbook of again)
    await hands.keeper.act({ act: { act: "rerun", runbook, by: BOTH, reason: REASON }, files: [] });
  if (again.length > 0) await goThrough(hands, [...again, target.runbook], target);
}

const lookedAt = ({ keeper }: Hands): Promise<DeploymentView> =>
  keeper.act({ act: { act: "look" }, files: [] });

/** Repeats the open steps of these runbooks while one of them lacks less than before. */
async function goThrough(
  hands: Hands,
  names: readonly string[],
  target: Target,
): Promise<DeploymentView> {
  const leftIn = (view: DeploymentView) => names.flatMap((name) => openIn(view, name, target));
  const lackIn = (view: DeploymentView): number =>
    leftIn(view).reduce((sum, { missing }) => sum + 1 + missing.length, 0);
  let view = await lookedAt(hands);
  const all = leftIn(view).length;
  for (let before = Infinity, lack = lackIn(view); lack > 0 && lack < before;) {
    before = lack;
    for (const name of names) {
      for (let isDone = true; isDone;) {
        view = await lookedAt(hands);
        const step = openIn(view, name, target).at(0);
        if (isReached(view, target, hands) || step === undefined) break;
        hands.told(step.title, all - leftIn(view).length, all);
        isDone = await isStepDone(hands, runbookOf(view, name), step.n);
      }
    }
    view = await lookedAt(hands);
    if (isReached(view, target, hands)) return view;
    lack = lackIn(view);
  }
  return view;
}

const isReached = (view: DeploymentView, target: Target, { stop }: Hands): boolean =>
  stepOf(view, target)?.state === "done" || stop.aborted;

/** What the target's runbook needs to be new, if finished runbooks did not help. */
function renewedFor(view: DeploymentView, target: Target, hands: Hands): readonly string[] {
  if (isReached(view, target, hands)) return [];
  const { again } = runbookOf(view, target.runbook);
  return again.filter((name) => runbookOf(view, name).finished !== null);
}

const runbookOf = (view: DeploymentView, name: string): RunbookView => {
  const found = view.runbooks.find((one) => one.name === name);
  if (found === undefined) throw fault("E-DESK-STALE");
  return found;
};

const stepOf = (view: DeploymentView, { runbook, step }: Target): StepView | undefined =>
  view.runbooks.find(({ name }) => name === runbook)?.steps.find(({ n }) => n === step);

/** The open steps of a runbook; of the target's own only those up to it. */
const openIn = (view: DeploymentView, name: string, target: Target): readonly StepView[] =>
  runbookOf(view, name).steps.filter(
    ({ n, state }) => state !== "done" && (name !== target.runbook || n <= target.step),
  );

/** The unfinished runbooks before one, and it, in order. */
function runbooksTo(view: DeploymentView, runbook: string): readonly string[] {
  const { blocks } = runbookOf(view, runbook);
  const before = blocks.flatMap(({ kind, id }) => (kind === "runbook" ? [id] : []));
  return view.runbooks
    .map(({ name }) => name)
    .filter((name) => name === runbook || before.includes(name));
}

/** @returns whether nothing of the step was left open */
async function isStepDone(
  { keeper, azure, stop }: Hands,
  { name: runbook, blocks }: RunbookView,
  step: number,
): Promise<boolean> {
  const at = { runbook, step };
  const act = (one: DeploymentAct) => keeper.act({ act: one, files: [] });
  const open = blocks.flatMap(({ id, decided }) => (decided === null ? [id] : []));
  const now = async (): Promise<StepView> => {
    const found = stepOf(await act({ act: "look" }), at);
    if (found === undefined) throw fault("E-DESK-STALE");
    return found;
  };
  const before = await now();
  const isNew = before.simulated === null;
  // First in the subscription: nobody says they did what was refused there.
  if (isNew && before.ran === null) {
    const { hasRefused } = await azure.bring(await keeper.history(at));
    if (hasRefused) throw fault("E-DESK-COMMAND");
  }
  if (open.length > 0)
    await act({ act: "decide", runbook, blocks: open, by: BOTH, reason: REASON });
  if (isNew) await keeper.simulate({ what: "step", ...at });
  if (before.twoPeople !== null && before.acknowledged === null)
    await act({ act: "acknowledge", ...at, by: BOTH });
  if (before.commands.length > 0 && before.ran === null)
    await act({ act: "run", ...at, by: ONE, shell: "bash" });
  if (before.wait?.over === null) {
    await keeper.simulate({ what: "time", ...at });
    await act({ act: "wait", ...at, by: ONE });
  }
  for (const { check, verdict } of before.proofs) {
    if (verdict?.proven === true) continue;
    const prove = { act: "prove", ...at, check, by: ONE, azure: true } as const;
    const wanted = await keeper.wanted({ act: prove, domain: azure.domain });
    const got = await azure.read(wanted, [], () => undefined, stop);
    if (got === null) return false;
    await keeper.act({ act: prove, ...got });
  }
  if ((await now()).missing.length > 0) return false;
  await act({ act: "done", ...at, by: TWO });
  return true;
}
