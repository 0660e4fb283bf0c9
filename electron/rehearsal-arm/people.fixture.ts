// For tests: a subscription in this process, and people whose commands are requests.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { random } from "../../crypto/index.ts";
import { filesOf } from "../deployment/deployment.ts";
import { runAsAz } from "./as-az.ts";
import { Deployment } from "./carry-out.ts";
import { simulatedClock } from "./clock.ts";
import { contoso } from "./contoso.fixture.ts";
import type { Hands } from "./hands.ts";
import { startRehearsalArm, type RunningArm } from "./rehearsal-arm.ts";

/** Contoso's plan, nothing of it carried out; gone after the test. */
export async function contosoBegins(): Promise<{
  readonly arm: RunningArm;
  readonly deployment: Deployment;
}> {
  const clock = simulatedClock(new Date());
  const dir = mkdtempSync(join(tmpdir(), "sd-subscription-"));
  const arm = await startRehearsalArm({ dir, plan: contoso, clock: clock.now, random });
  onTestFinished(async () => {
    await arm.close();
    rmSync(dir, { recursive: true, force: true });
  });
  const files = new Map(filesOf(contoso).map(({ name, text }) => [name, text]));
  const ca = readFileSync(arm.caFile, "utf8");
  const { host, port } = arm;
  const hands: Hands = {
    run: (person, words) => {
      const token = arm.people.get(person)?.token ?? "";
      return runAsAz({ plan: contoso, access: { host, port, ca, token }, files, random }, words);
    },
    ceremony: (kind) => {
      arm.held(kind);
      return Promise.resolve();
    },
    hasCommand: ([first]) => first !== "monitor",
    pass: clock.pass,
    now: clock.now,
  };
  return { arm, deployment: new Deployment(contoso, arm, hands) };
}
