// What a plan's HSM costs, computed from the prices in the plan alone.
import type { Plan } from "../plan/plan.ts";

/** The hours of a month, as the plan counts them and as Azure's estimates do. */
const MONTHS = [720, 730] as const;
const YEAR_HOURS = 8760;
/** The shortest retention of a deleted HSM, in days. */
export const RETENTION_MIN = 7;

/** A sum between two bounds, in the plan's currency. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** What one month costs. */
export interface Month {
  readonly hours: number;
  readonly regions: 1 | 2;
  /** The pools alone. */
  readonly pools: number;
  /** With keys and operations, if they cost anything. */
  readonly total: Span;
}

/** A Dedicated HSM against the Managed HSM, at 720 hours. */
export interface Comparison {
  /** A pair for each region. */
  readonly devices: 2 | 4;
  readonly managedRegions: 1 | 2;
  readonly dedicated: number;
  readonly managed: Span;
  readonly saving: Span;
  /** Of the Dedicated HSM's cost, in per cent with one decimal. */
  readonly percent: Span;
}

export interface Cost {
  readonly months: readonly Month[];
  /** A year of the pools, and by how much twelve months of 720 hours fall short of it. */
  readonly years: readonly {
    readonly regions: 1 | 2;
    readonly pools: number;
    readonly short: number;
  }[];
  /** A deleted HSM until it is purged, for the plan's retention and for the shortest. */
  readonly deleted: readonly { readonly days: number; readonly pools: number }[];
  /** A second HSM for recovery, for a day. */
  readonly recoveryDay: number;
  /** The recovery HSM after its deletion, until its planned retention ends; null if none is planned. */
  readonly recoveryEnd: { readonly days: number; readonly pools: number } | null;
  /** As the plan compares: one region with two; then like with like: two with two, one with one. */
  readonly comparisons: readonly Comparison[];
  /** The hourly price of one Dedicated HSM device in the plan. */
  readonly deviceHour: number;
  /** What the plan states for both regions, and what it should. */
  readonly stated: { readonly says: Span; readonly right: Span; readonly isRight: boolean };
}

/** Rounded to cents, halves up: prices have cents, hours are whole. */
const cents = (amount: number): number => Math.round(amount * 100 + 1e-6) / 100;

const tenths = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;

export function costOf({ prices, hsm, recoveryHsm }: Plan): Cost {
  const { hsmHour, keysMonth, operationsMonth, dedicatedPairMonth, statedMonth } = prices;
  const pools = (hours: number, regions: number): number => cents(hsmHour.amount * hours * regions);
  const month = (hours: number, regions: 1 | 2): Month => {
    const alone = pools(hours, regions);
    const low = cents(alone + keysMonth.low + operationsMonth.amount);
    const high = cents(alone + keysMonth.high + operationsMonth.amount);
    return { hours, regions, pools: alone, total: { low, high } };
  };
  const months = MONTHS.flatMap((hours) => [month(hours, 1), month(hours, 2)]);
  const right = month(MONTHS[0], 2).total;
  const says = { low: statedMonth.low, high: statedMonth.high };
  return {
    months,
    years: ([1, 2] as const).map((regions) => ({
      regions,
      pools: pools(YEAR_HOURS, regions),
      short: cents(pools(YEAR_HOURS, regions) - 12 * pools(MONTHS[0], regions)),
    })),
    // The extension is removed, and its price ends, before an HSM can be deleted.
    deleted: [...new Set([hsm.retentionDays, RETENTION_MIN])].map((days) => ({
      days,
      pools: pools(24 * days, 1),
    })),
    recoveryDay: pools(24, 1),
    recoveryEnd:
      recoveryHsm?.purgeProtection !== true
        ? null
        : { days: recoveryHsm.retentionDays, pools: pools(24 * recoveryHsm.retentionDays, 1) },
    comparisons: (
      [
        [2, 2],
        [4, 2],
        [2, 1],
      ] as const
    ).map(([devices, regions]) =>
      compared(
        devices,
        regions,
        cents((dedicatedPairMonth.amount * devices) / 2),
        month(MONTHS[0], regions).total,
      ),
    ),
    deviceHour: cents(dedicatedPairMonth.amount / 2 / MONTHS[0]),
    stated: { says, right, isRight: says.low === right.low && says.high === right.high },
  };
}

function compared(
  devices: Comparison["devices"],
  managedRegions: Comparison["managedRegions"],
  dedicated: number,
  managed: Span,
): Comparison {
  const saving = { low: cents(dedicated - managed.high), high: cents(dedicated - managed.low) };
  const percent = { low: tenths(saving.low, dedicated), high: tenths(saving.high, dedicated) };
  return { devices, managedRegions, dedicated, managed, saving, percent };
}
