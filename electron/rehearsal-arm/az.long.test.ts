// az, unchanged, carries out every runbook of Contoso's plan against the stand-in, from the empty
// subscription to the deleted HSM; after each step, the step's proofs hold over what az then reads.
import { expect, it } from "vitest";
import { CHECK_NAMES } from "../deployment/deployment.ts";
import { passedOver } from "../rehearse/judges.fixture.ts";
import { azHands } from "./az-hands.fixture.ts";
import { Deployment } from "./carry-out.ts";
import { contoso } from "./contoso.fixture.ts";
import { carriedOut, contradictions } from "./carried-out.fixture.ts";
import { ALL_RUNBOOKS } from "./all-runbooks.ts";

it.skipIf(passedOver)("az carries the whole deployment out", async () => {
  const { arm, hands, ran } = await azHands(contoso);
  const steps = await carriedOut(new Deployment(contoso, arm, hands), ALL_RUNBOOKS);
  expect(contradictions(steps)).toEqual([]);
  const proven = new Set(
    steps.flatMap(({ step }) => step.proofs.filter((one) => one.proven).map(({ check }) => check)),
  );
  expect(CHECK_NAMES.filter((check) => !proven.has(check))).toEqual([]);
  const commands = steps.flatMap(({ step }) => step.commands);
  const count = (how: string): number => commands.filter((one) => one.how === how).length;
  // As docs/limits.md counts them.
  expect({ changing: count("ran"), asked: count("asked"), runs: ran.length }).toEqual(COUNTS);
  await arm.close();
});

/** Commands of steps that az ran; those of `az monitor` and of machines, asked by az rest; all runs of az, with reads. */
const COUNTS = { changing: 292, asked: 5, runs: 676 };
