// Any company's plan: those that were tried by hand first, and a sample of random ones. The long run has more.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MIDDLE, SMALL } from "../deployment/plan/plan.fixture.ts";
import { anyPlans, planWith } from "../deployment/plan/random-plan.fixture.ts";
import { faultsInPages, faultsOfPlan, isStopped, rehearsalOf } from "./random-plans.fixture.ts";

describe("a plan of someone else", () => {
  it.each([
    ["the small sample: storage only, one region, no Crypto Officer", SMALL],
    ["the middle sample: SQL and machines in one region", MIDDLE],
    [
      "SQL only, in two regions that are not peered, with identities of its own",
      planWith({
        services: ["sql"],
        regions: ["northeurope", "swedencentral"],
        isExtended: true,
        identity: "SystemAssigned,UserAssigned",
        retentionDays: 7,
      }).text,
    ],
  ])("passes its check and rehearses to its end: %s", async (_, text) => {
    expect(isStopped(text)).toBe(false);
    expect(await faultsOfPlan(text)).toEqual([]);
  });

  it("without jump boxes is stopped by its check, and its pages say what they need", () => {
    const { text } = planWith({ spoils: ["no jump boxes"] });
    expect(isStopped(text)).toBe(true);
    expect(faultsInPages(text)).toEqual([]);
  });

  it("is told which command the subscription refused, and why", async () => {
    const { text } = planWith({ spoils: ["no roles"] });
    expect(await rehearsalOf(text)).toMatchObject({
      runbook: "roles",
      refused: {
        command: expect.stringMatching(/^az keyvault setting update /) as string,
        says: expect.stringContaining("Not authorized") as string,
      },
    });
  });
});

/** Which plans are tried: the same ones in every run. */
const SEED = 41;

it("any plan is printed without an empty step, and three of five are stopped by nothing", () => {
  const plans = fc.sample(anyPlans, { seed: SEED, numRuns: 10 });
  expect(plans.flatMap(({ text }) => faultsInPages(text))).toEqual([]);
  expect(plans.filter(({ text }) => !isStopped(text)).length).toBeGreaterThanOrEqual(6);
});
