// A thousand plans of companies that nobody thought of, each set of services more than thirty times: printed in
// both shells, and rehearsed. `SEED` chooses others, `PLANS` how many of each set.
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { randomPlans, SERVICES, type RandomPlan } from "../deployment/plan/random-plan.fixture.ts";
import { faultsOfPlan, isStopped } from "./random-plans.fixture.ts";

// How an HSM's keys are made is tested elsewhere: to search for their primes would take most of the time.
vi.mock("../../crypto/native-primes.ts", () => import("../../build/test/known-primes.fixture.ts"));

const SEED = Number(process.env["SEED"] ?? 41);
const EACH = Number(process.env["PLANS"] ?? 32);

/** Every set of services. */
const SETS = Array.from({ length: 2 ** SERVICES.length }, (_, bits) =>
  SERVICES.filter((_one, n) => (bits >> n) % 2 === 1),
);
const drawn: RandomPlan[] = [];

it.each(SETS.map((services, n) => [services.join(" and ") || "nothing", services, n] as const))(
  "any plan with %s is refused by findings, or rehearses to its end",
  async (_, services, n) => {
    const outcome = await fc.check(
      fc.asyncProperty(randomPlans(services), async (plan) => {
        drawn.push(plan);
        expect(await faultsOfPlan(plan.text)).toEqual([]);
      }),
      // Each set has other plans.
      { seed: SEED + n, numRuns: EACH, endOnFailure: false },
    );
    expect(outcome.failed ? fc.defaultReportMessage(outcome) : undefined).toBe(undefined);
  },
);

it("three of five of these plans have no finding that stops a runbook, and many have one or two regions", () => {
  const free = drawn.filter(({ text }) => !isStopped(text)).length;
  const [one, two] = [1, 2].map(
    (count) => drawn.filter(({ wish }) => wish.regions.length === count).length,
  );
  process.stdout.write(
    `${String(drawn.length)} plans: ${String(free)} free, regions ${String(one)} and ${String(two)}\n`,
  );
  expect(drawn.length).toBeGreaterThanOrEqual(EACH * SETS.length);
  expect(free / drawn.length).toBeGreaterThanOrEqual(0.6);
  expect(Math.min(one ?? 0, two ?? 0)).toBeGreaterThanOrEqual(30);
});
