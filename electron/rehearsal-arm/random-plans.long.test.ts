// A thousand plans of companies that nobody thought of, each set of services more than thirty times: printed in
// both shells, and rehearsed. `SEED` chooses others, `PLANS` how many of each set.
import fc from "fast-check";
import { expect, it } from "vitest";
import { randomPlans, SERVICES, type RandomPlan } from "../deployment/plan/random-plan.fixture.ts";
import { faultsOfPlan, isStopped } from "./random-plans.fixture.ts";

const SEED = Number(process.env["SEED"] ?? 41);
const EACH = Number(process.env["PLANS"] ?? 64);

/** Every set of services. */
const SETS = Array.from({ length: 2 ** SERVICES.length }, (_, bits) =>
  SERVICES.filter((_one, n) => (bits >> n) % 2 === 1),
);

it.each(SETS.map((services, n) => [services.join(" and ") || "nothing", services, n] as const))(
  "any plan with %s is refused by findings, or rehearses to its end",
  async (_, services, n) => {
    const plans: RandomPlan[] = [];
    const outcome = await fc.check(
      fc.asyncProperty(randomPlans(services), async (plan) => {
        plans.push(plan);
        expect(await faultsOfPlan(plan.text)).toEqual([]);
      }),
      // Each set has other plans.
      { seed: SEED + n, numRuns: EACH, endOnFailure: false },
    );
    expect(outcome.failed ? fc.defaultReportMessage(outcome) : undefined).toBe(undefined);
    const free = plans.filter(({ text }) => !isStopped(text)).length;
    const regions = [1, 2].map(
      (count) => plans.filter(({ wish }) => wish.regions.length === count).length,
    );
    process.stdout.write(
      `${String(plans.length)} plans: ${String(free)} free, regions ${regions.join(" and ")}\n`,
    );
    expect(free / plans.length).toBeGreaterThanOrEqual(0.6);
    if (EACH >= 64) expect(Math.min(...regions)).toBeGreaterThan(15);
  },
);
