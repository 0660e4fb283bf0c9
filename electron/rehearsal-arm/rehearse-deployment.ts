// The only public file of this room: simulated people rehearse a deployment from the empty
// subscription on, against a subscription of their own. A bundle beside `sd.cjs`.
import { english } from "../text/english.ts";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isFault, random } from "../../crypto/index.ts";
import { RUNBOOKS, type CheckName, type Plan, type RunbookName } from "../deployment/deployment.ts";
import { CommandFailed, Deployment } from "./carry-out.ts";
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

/** @throws errors of the system; Fault E-RUNBOOK-PLAN if the plan lacks what the wanted runbook needs */
export async function rehearseDeployment(wish: RehearseDeployment): Promise<Rehearsed> {
  const { plan, runbook, out, print } = wish;
  if (runbook !== null) RUNBOOKS[runbook].steps(plan);
  const dir = mkdtempSync(join(tmpdir(), "sd-subscription-"));
  const clock = simulatedClock(new Date());
  const arm = await startRehearsalArm({ dir, plan, clock: clock.now, random });
  try {
    const deployment = new Deployment(plan, arm, simulatedHands(plan, arm, clock));
    const last = runbook === null ? ALL_RUNBOOKS.length : ALL_RUNBOOKS.lastIndexOf(runbook);
    const names = runbook === null ? ALL_RUNBOOKS : [...ALL_RUNBOOKS.slice(0, last), runbook];
    const leftOut = lacking(plan, new Set(names));
    for (const one of leftOut) print(`${one.runbook}: left out. ${one.lacks}`);
    const planned = names.filter((name) => leftOut.every((one) => one.runbook !== name));
    const carried = await carriedOut(deployment, planned, {
      print,
      // Everything before the runbook itself succeeds.
      begins: (n) => {
        if (runbook === null || n === planned.length - 1) deployment.spoil(wish.wrong);
      },
    });
    const rehearsed = { ...carried, leftOut };
    keep(out, deployment, rehearsed);
    return rehearsed;
  } finally {
    await arm.close();
    removeTree(dir);
  }
}

/** The runbooks for which the plan lacks something, with what it is. */
const lacking = (plan: Plan, names: ReadonlySet<RunbookName>): Rehearsed["leftOut"] =>
  [...names].flatMap((runbook) => {
    try {
      RUNBOOKS[runbook].steps(plan);
      return [];
    } catch (error) {
      if (isFault(error) && error.code === "E-RUNBOOK-PLAN")
        return [{ runbook, lacks: error.message }];
      throw error;
    }
  });

interface Progress {
  readonly print: (line: string) => void;
  /** Before the runbook of this place begins. */
  readonly begins: (n: number) => void;
}

/** Step after step, until a proof contradicts the plan, or the subscription refuses a command. */
async function carriedOut(
  deployment: Deployment,
  names: readonly RunbookName[],
  { print, begins }: Progress,
): Promise<Omit<Rehearsed, "leftOut">> {
  const steps: RehearsedStep[] = [];
  for (const [n, runbook] of names.entries()) {
    begins(n);
    print(`${runbook}: ${english(RUNBOOKS[runbook].title)}`);
    for (const planned of deployment.stepsOf(runbook)) {
      const step = await orRefused(deployment.step(runbook, planned));
      const at = { runbook, title: english(planned.title) };
      if (step instanceof CommandFailed) {
        const { command, says } = step;
        return { steps, stopped: { ...at, check: null, findings: [], refused: { command, says } } };
      }
      steps.push({ runbook, step });
      print(`  ${step.title}`);
      for (const { check, proven, findings } of step.proofs) {
        print(`    ${proven ? "proven" : "not proven"}: ${check}`);
        for (const { member, expected, found } of findings)
          print(`      ${member}: expected ${expected}, found ${found}`);
        // What does not exist yet is not a contradiction: its own runbook creates it.
        const contradicts = findings.filter(({ found }) => found !== "nothing");
        const isStop = contradicts.length > 0 || (!proven && n === names.length - 1);
        if (isStop) return { steps, stopped: { ...at, check, findings, refused: null } };
      }
    }
  }
  return { steps, stopped: null };
}

const orRefused = <Done>(work: Promise<Done>): Promise<Done | CommandFailed> =>
  work.catch((error: unknown) => {
    if (error instanceof CommandFailed) return error;
    throw error;
  });

/** The last answers, and the report in two forms. */
function keep(out: string, deployment: Deployment, rehearsed: Rehearsed): void {
  const folder = join(out, "answers");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of deployment.answers) writeFileSync(join(folder, name), text);
  writeFileSync(join(out, "report.json"), `${JSON.stringify(rehearsed, null, 2)}\n`);
  writeFileSync(join(out, "report.md"), reportOf(deployment.plan, rehearsed));
}
