// A rehearsal's subscription that follows a record: the result of its steps for the plan.
import { english } from "../text/english.ts";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isFault, random } from "../../crypto/index.ts";
import { isCheck, isRunbook, readPlan, readsOf, RUNBOOKS } from "../deployment/deployment.ts";
import { CommandFailed, Deployment } from "./carry-out.ts";
import { simulatedClock } from "./clock.ts";
import { startRehearsalArm, type RunningArm } from "./rehearsal-arm.ts";
import { authorityOf, simulatedHands } from "./simulated-hands.ts";
import type { Brought, Standing, StepDone, SubscriptionMethods } from "./subscription.ts";
import { removeTree } from "../disk/remove.ts";

/** The current subscription: what it was made of. */
interface Running {
  readonly text: string;
  readonly dir: string;
  readonly arm: RunningArm;
  readonly clock: ReturnType<typeof simulatedClock>;
  readonly deployment: Deployment;
  readonly steps: StepDone[];
  hasRefused: boolean;
}

/** Its methods, and its end, which removes its files. */
export function subscriptionMethods(): {
  readonly methods: SubscriptionMethods;
  readonly end: () => Promise<void>;
} {
  let running: Running | null = null;
  const end = async (): Promise<void> => {
    const ended = running;
    running = null;
    await ended?.arm.close();
    if (ended !== null) removeTree(ended.dir);
  };
  return {
    methods: {
      bring: async (brought) => {
        if (running !== null && !continues(running, brought)) await end();
        running ??= await begun(brought.plan);
        await goOn(running, brought);
        return standingOf(running);
      },
      answers: async (checks) => (running === null ? [] : answersOf(running.deployment, checks)),
    },
    end,
  };
}

async function begun(text: string): Promise<Running> {
  const { plan } = readPlan(text);
  const dir = mkdtempSync(join(tmpdir(), "sd-subscription-"));
  const clock = simulatedClock(new Date());
  const arm = await startRehearsalArm({ dir, plan, clock: clock.now, random });
  // Time passes only with the record.
  const hands = simulatedHands(plan, arm, { now: clock.now, pass: () => undefined });
  const deployment = new Deployment(plan, arm, hands);
  return { text, dir, arm, clock, deployment, steps: [], hasRefused: false };
}

const continues = ({ text, steps }: Running, brought: Brought): boolean =>
  text === brought.plan
  && steps.every(({ runbook, title }, n) => {
    const same = brought.steps[n];
    return same?.runbook === runbook && same.title === title;
  });

async function goOn(running: Running, { steps, now }: Brought): Promise<void> {
  const { clock, deployment } = running;
  for (const done of steps.slice(running.steps.length)) {
    clock.reach(new Date(done.at));
    running.hasRefused = !(await isCarriedOut(deployment, done));
    running.steps.push(done);
  }
  clock.reach(new Date(now));
}

/** Even if a step fails, the next follow: the record says that people continued. */
async function isCarriedOut(
  deployment: Deployment,
  { runbook, title }: StepDone,
): Promise<boolean> {
  if (!isRunbook(runbook)) return true;
  try {
    const step = RUNBOOKS[runbook]
      .steps(deployment.plan)
      .find((one) => english(one.title) === title);
    if (step === undefined) return true;
    await deployment.carryOut(runbook, step);
    return true;
  } catch (error) {
    if (error instanceof CommandFailed) return false;
    // The plan no longer has anything for this runbook.
    if (isFault(error) && error.code === "E-RUNBOOK-PLAN") return true;
    throw error;
  }
}

function standingOf({ arm, hasRefused }: Running): Standing {
  const { host, port } = arm;
  const token = arm.people.get("reader")?.token ?? "";
  return { host, port, ca: authorityOf(arm), token, hasRefused };
}

async function answersOf(deployment: Deployment, checks: readonly string[]) {
  const { byPeople } = readsOf(deployment.plan, checks.filter(isCheck));
  const answers = [];
  for (const command of byPeople) {
    const text = await deployment.read(command);
    if (text !== null) answers.push({ file: command.into ?? "", text });
  }
  return answers;
}
