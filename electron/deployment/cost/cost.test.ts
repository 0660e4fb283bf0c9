// The plan's prices, computed again: the sums that the plan has right, and the one it has wrong.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTOSO, edited, planOf, settled } from "../plan/plan.fixture.ts";
import { readPlan } from "../plan/read-plan.ts";
import { costOf } from "./cost.ts";
import { costText, money } from "./cost-text.ts";

const { plan } = readPlan(CONTOSO);
const cost = costOf(plan);
const text = costText(plan, (own) => own);

describe("the cost of the sample", () => {
  it("is what the plan says for one region and for two at 720 hours, and Azure's 730", () => {
    expect(cost.months.map(({ hours, regions, pools }) => [hours, regions, pools])).toEqual([
      [720, 1, 2304],
      [720, 2, 4608],
      [730, 1, 2336],
      [730, 2, 4672],
    ]);
    expect(cost.years).toEqual([
      { regions: 1, pools: 28_032, short: 384 },
      { regions: 2, pools: 56_064, short: 768 },
    ]);
  });

  it("names the plan's wrong total, and the right one", () => {
    expect(cost.stated).toEqual({
      says: { low: 4620, high: 4635 },
      right: { low: 4612.5, high: 4624.5 },
      isRight: false,
    });
    expect(text).toContain(
      "The plan's total is wrong: it states USD 4,620 to 4,635 a month; "
        + "by its own prices it is USD 4,612.50 to 4,624.50.",
    );
  });

  it("has what a deleted HSM costs until it is purged, for 90 days and for 7", () => {
    expect(cost.deleted).toEqual([
      { days: 90, pools: 6912 },
      { days: 7, pools: 537.6 },
    ]);
  });

  it("has what a rehearsal of the recovery costs at least: purge protection bills its whole retention", () => {
    const { recoveryHsm, ...alone } = plan;
    const protectedOne = {
      ...plan,
      recoveryHsm: { ...recoveryHsm!, retentionDays: 90, purgeProtection: true },
    };
    expect(costOf(protectedOne).recoveryEnd).toEqual({ days: 90, pools: 6912 });
    const said = costText(protectedOne, (own) => own);
    expect(said).toContain("Its retention of 90 days after its deletion costs USD 6,912 more.");
    expect(said).toContain("7 days are enough for a rehearsal.");
    for (const one of [alone, plan]) expect(costOf(one).recoveryEnd).toBeNull();
    expect(text).toContain(
      "USD 76.80 a day. One without purge protection can be purged after it.\n",
    );
  });

  it("compares with Dedicated HSM as the plan does and like with like, and says that it ends", () => {
    expect(
      cost.comparisons.map(({ devices, managedRegions, dedicated, saving }) => [
        devices,
        managedRegions,
        dedicated,
        saving,
      ]),
    ).toEqual([
      [2, 2, 6984, { low: 2359.5, high: 2371.5 }],
      [4, 2, 13_968, { low: 9343.5, high: 9355.5 }],
      [2, 1, 6984, { low: 4663.5, high: 4675.5 }],
    ]);
    expect(cost.deviceHour).toBe(4.85);
    expect(text).toContain("ends on 2028-07-31");
  });

  it("says of every price that nobody confirmed it, and whom to ask", () => {
    expect(text.match(/not confirmed: ask your Microsoft account team/g)).toHaveLength(4);
    expect(text).toContain("read on 2026-11-27");
  });
});

it("a settled plan's total is right, and its confirmed prices are called so", () => {
  const right = costText(planOf(settled()), (own) => own);
  expect(right).toContain("The monthly total that the plan states is right.");
  expect(right).not.toContain("not confirmed");
});

it("sums are to the cent, whatever the prices are", () => {
  const cents = fc.integer({ min: 0, max: 10_000_00 });
  fc.assert(
    fc.property(cents, cents, cents, (hour, key, operations) => {
      const { months } = costOf(
        planOf(
          edited(settled(), {
            "prices.hsmHour.amount": hour / 100,
            "prices.keysMonth.low": key / 100,
            "prices.operationsMonth.amount": operations / 100,
          }),
        ),
      );
      for (const { hours, regions, pools, total } of months) {
        expect(Math.round(pools * 100)).toBe(hour * hours * regions);
        expect(Math.round(total.low * 100)).toBe(hour * hours * regions + key + operations);
      }
    }),
    { numRuns: 20 },
  );
});

it.each([
  [0, "0"],
  [2304, "2,304"],
  [4612.5, "4,612.50"],
  [1_234_567.89, "1,234,567.89"],
  [-9343.5, "-9,343.50"],
])("%d is written %s", (amount, written) => {
  expect(money(amount)).toBe(written);
});
