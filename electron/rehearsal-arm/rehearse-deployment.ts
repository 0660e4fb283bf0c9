// The only public file of this room: simulated people rehearse a deployment from the empty
// subscription on, against a subscription of their own. A bundle beside `sd.cjs`.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isFault, random } from "../../crypto/index.ts";
import { RUNBOOKS, type CheckName, type Plan, type RunbookName } from "../deployment/deployment.ts";
import { Deployment } from "./carry-out.ts";
import { simulatedClock } from "./clock.ts";
import type { Rehearsed, RehearsedStep } from "./hands.ts";
import { startRehearsalArm } from "./rehearsal-arm.ts";
import { reportOf } from "./report.ts";
import { simulatedHands } from "./simulated-hands.ts";
import { ALL_RUNBOOKS } from "./all-runbooks.ts";
import { removeTree } from "../disk/remove.ts";

export interface RehearseDeployment {
  readonly plan: Plan;
  /** The runbook to rehearse; all in order if null. What comes before it is done first. */
  readonly runbook: RunbookName | null;
  /** A new folder: for answers and report. */
  readonly out: string;
  /** A check whose answer is made wrong. */
  readonly wrong: CheckName | null;
  readonly print: (line: string) => void;
}

/** @throws errors of the system; Fault E-RUNBOOK-PLAN if the plan lacks what a runbook needs */
export async function rehearseDeployment(wish: RehearseDeployment): Promise<Rehearsed> {
  const { plan, runbook, out, print } = wish;
  const dir = mkdtempSync(join(tmpdir(), "sd-subscription-"));
  const clock = simulatedClock(new Date());
  const arm = await startRehearsalArm({ dir, plan, clock: clock.now, random });
  try {
    const deployment = new Deployment(plan, arm, simulatedHands(plan, arm, clock));
    const last = runbook === null ? ALL_RUNBOOKS.length : ALL_RUNBOOKS.lastIndexOf(runbook);
    const names = runbook === null ? ALL_RUNBOOKS : [...ALL_RUNBOOKS.slice(0, last), runbook];
    const rehearsed = await carriedOut(deployment, names.filter(isPlanned(plan)), {
      print,
      // Everything before the runbook itself succeeds.
      begins: (n) => {
        if (runbook === null || n === names.length - 1) deployment.spoil(wish.wrong);
      },
    });
    keep(out, deployment, rehearsed);
    return rehearsed;
  } finally {
    await arm.close();
    removeTree(dir);
  }
}

/** A runbook for which the plan has nothing is left out. */
const isPlanned =
  (plan: Plan) =>
  (name: RunbookName): boolean => {
    try {
      RUNBOOKS[name].steps(plan);
      return true;
    } catch (error) {
      if (isFault(error) && error.code === "E-RUNBOOK-PLAN") return false;
      throw error;
    }
  };

interface Progress {
  readonly print: (line: string) => void;
  /** Before the runbook of this place begins. */
  readonly begins: (n: number) => void;
}

/** Step after step, until a proof contradicts the plan. */
async function carriedOut(
  deployment: Deployment,
  names: readonly RunbookName[],
  { print, begins }: Progress,
): Promise<Rehearsed> {
  const steps: RehearsedStep[] = [];
  for (const [n, runbook] of names.entries()) {
    begins(n);
    print(`${runbook}: ${RUNBOOKS[runbook].title}`);
    for (const planned of deployment.stepsOf(runbook)) {
      const step = await deployment.step(runbook, planned);
      steps.push({ runbook, step });
      print(`  ${step.title}`);
      for (const { check, proven, findings } of step.proofs) {
        print(`    ${proven ? "proven" : "not proven"}: ${check}`);
        for (const { member, expected, found } of findings)
          print(`      ${member}: expected ${expected}, found ${found}`);
        // What does not exist yet is not a contradiction: its own runbook creates it.
        const contradicts = findings.filter(({ found }) => found !== "nothing");
        const isStop = contradicts.length > 0 || (!proven && n === names.length - 1);
        if (isStop) return { steps, stopped: { runbook, title: step.title, check, findings } };
      }
    }
  }
  return { steps, stopped: null };
}

/** The last answers, and the report in two forms. */
function keep(out: string, deployment: Deployment, rehearsed: Rehearsed): void {
  const folder = join(out, "answers");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of deployment.answers) writeFileSync(join(folder, name), text);
  writeFileSync(join(out, "report.json"), `${JSON.stringify(rehearsed, null, 2)}\n`);
  writeFileSync(join(out, "report.md"), reportOf(deployment.plan, rehearsed));
}
