// A plan's cost in words: a table, what it leaves out, and whom to ask.
import type { Plan } from "../plan/plan.ts";
import { SOURCES } from "../plan/sources.ts";
import { costOf, RETENTION_MIN, type Cost, type Span } from "./cost.ts";

/** What the computed sums do not contain. */
const LEFT_OUT = [
  "Log Analytics: by the amount logged and how long it is kept",
  "private endpoints, jump boxes and the networks between the regions",
  "Site Recovery: its licence, the replicas' disks and the cache",
  "the secondary SQL Managed Instance, and storage of full backups",
  "a second HSM, if an answer to an open question demands one",
] as const;

/** What became of the comparison's other side. */
const DEDICATED_END =
  "Dedicated HSM takes no new customers and ends on 2028-07-31: the comparison is history.";

/** A second HSM's cost: only purge protection bills it until its retention ends. */
export function recoveryText(
  { recoveryDay, recoveryEnd }: Pick<Cost, "recoveryDay" | "recoveryEnd">,
  sum: (amount: number) => string,
): string {
  const day = `A second HSM, for a recovery or its rehearsal: ${sum(recoveryDay)} a day.`;
  if (recoveryEnd === null) return `${day} One without purge protection can be purged after it.`;
  const { days, pools } = recoveryEnd;
  const shorter =
    days > RETENTION_MIN ? ` ${String(RETENTION_MIN)} days are enough for a rehearsal.` : "";
  return `${day} Its retention of ${String(days)} days after its deletion costs ${sum(pools)} more.${shorter}`;
}

/** The same as data, for programs. */
export const costData = (plan: Plan) => ({
  plan: plan.plan,
  currency: plan.prices.currency,
  ...costOf(plan),
  dedicatedHsm: DEDICATED_END,
  prices: pricesOf(plan),
  leftOut: LEFT_OUT,
});

const UNCONFIRMED = "not confirmed: ask your Microsoft account team";

/** The plan's prices, each with its origin, by our own names. */
function pricesOf({ prices }: Plan) {
  const { hsmHour, keysMonth, operationsMonth, dedicatedPairMonth } = prices;
  return [
    {
      price: "one HSM pool in one region, per hour",
      ...span(hsmHour.amount),
      ...originOf(hsmHour),
    },
    { price: "keys, per month", low: keysMonth.low, high: keysMonth.high, ...originOf(keysMonth) },
    {
      price: "operations, per month",
      ...span(operationsMonth.amount),
      ...originOf(operationsMonth),
    },
    {
      price: "two Dedicated HSM devices in one region, per month",
      ...span(dedicatedPairMonth.amount),
      ...originOf(dedicatedPairMonth),
    },
  ] as const;
}

const span = (amount: number): Span => ({ low: amount, high: amount });

type Origin = Pick<Plan["prices"]["hsmHour"], "date" | "source" | "confirmed">;

const originOf = ({ date, source, confirmed }: Origin) => ({ date, source, confirmed });

/** The report, for people. `shown` makes the plan's own texts safe for a terminal. */
export function costText(plan: Plan, shown: (text: string) => string): string {
  const cost = costOf(plan);
  const { currency } = plan.prices;
  const sums = (sum: Span): string => `${currency} ${spanText(sum)}`;
  const sum = (amount: number): string => `${currency} ${money(amount)}`;
  const { says, right, isRight } = cost.stated;
  return [
    "Cost of the HSM, computed from the plan's prices",
    "",
    ...table([
      ["Month of", "Regions", "Pools", "With keys and operations"],
      ...cost.months.map(({ hours, regions, pools, total }) => [
        `${String(hours)} hours`,
        String(regions),
        sum(pools),
        sums(total),
      ]),
    ]),
    "",
    ...cost.years.map(
      ({ regions, pools, short }) =>
        `A year of 8,760 hours, ${regionsText(regions)}: ${sum(pools)}. `
        + `Twelve months of 720 hours are ${sum(short)} short of it.`,
    ),
    ...cost.deleted.map(
      ({ days, pools }) =>
        `A deleted HSM with purge protection and a retention of ${String(days)} days: ${sum(pools)}.`,
    ),
    recoveryText(cost, sum),
    "",
    isRight
      ? "The monthly total that the plan states is right."
      : `The plan's total is wrong: it states ${sums(says)} a month; by its own prices it is ${sums(right)}.`,
    "",
    "Compared with Dedicated HSM, month of 720 hours:",
    ...cost.comparisons.map(
      ({ devices, managedRegions, dedicated, saving, percent }) =>
        `  ${String(devices)} devices (${regionsText(devices === 2 ? 1 : 2)}) ${sum(dedicated)}; `
        + `Managed HSM in ${regionsText(managedRegions)} is ${sums(saving)} less `
        + `(${percentText(percent)}).`,
    ),
    `  One device would be ${sum(cost.deviceHour)} an hour.`,
    `  ${DEDICATED_END}`,
    `  Source: ${SOURCES.dedicated.url}`,
    "",
    "Prices:",
    ...pricesOf(plan).map(
      ({ price, date, source, confirmed, ...range }) =>
        `  ${price}: ${sums(range)}; read on ${date} in ${shown(source)}; `
        + (confirmed ? "confirmed" : UNCONFIRMED),
    ),
    "  An HSM is billed from its creation, activated or not; an extension doubles the price.",
    "  Rotation costs nothing extra. No page says whether keys and operations cost anything.",
    `  Sources: ${SOURCES.regions.url}, ${SOURCES.rotation.url}`,
    "",
    "Left out:",
    ...LEFT_OUT.map((one) => `  ${one}`),
  ].join("\n");
}

const regionsText = (regions: 1 | 2): string => (regions === 1 ? "one region" : "two regions");

/** With thousands separators, and cents if there are any: 4,612.50. */
export function money(amount: number): string {
  const [whole = "0", part = "00"] = Math.abs(amount).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${amount < 0 ? "-" : ""}${grouped}${part === "00" ? "" : `.${part}`}`;
}

const spanText = ({ low, high }: Span): string =>
  low === high ? money(low) : `${money(low)} to ${money(high)}`;

const percentText = ({ low, high }: Span): string =>
  low === high ? `${String(low)} %` : `${String(low)} to ${String(high)} %`;

/** Columns of equal width, the first to the left. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths =
    rows[0]?.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
