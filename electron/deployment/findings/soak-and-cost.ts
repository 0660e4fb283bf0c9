// The length of the soak, and whether the plan's sums are right.
import { costOf } from "../cost/cost.ts";
import { SOAK_TESTS } from "../plan/plan.ts";
import { hits, type Hit, type Rule } from "./rule.ts";

/** The shortest soak, in days, and the time between samples, in minutes. */
const SOAK_DAYS = 14;
const SAMPLE_MINUTES = 5;
/** Databases that were inaccessible for longer need a revalidation. */
const HEALS_MINUTES = 30;

export const SOAK_AND_COST: readonly Rule[] = [
  {
    code: "P-SOAK-SHORT",
    severity: "stops",
    source: "plan",
    runbooks: ["soak"],
    find: ({ soak }) => hits(soak.days < SOAK_DAYS && "soak.days"),
  },
  {
    code: "P-SOAK-SAMPLES",
    severity: "advice",
    source: "tde",
    runbooks: ["soak"],
    find: ({ soak }) => hits(soak.sampleMinutes > SAMPLE_MINUTES && "soak.sampleMinutes"),
  },
  {
    code: "P-SOAK-GAP",
    severity: "advice",
    source: "tde",
    runbooks: ["soak"],
    find: ({ soak }) => hits((soak.gapMinutes ?? 0) >= HEALS_MINUTES && "soak.gapMinutes"),
  },
  {
    code: "P-SOAK-TESTS",
    severity: "advice",
    source: "ours",
    runbooks: ["soak"],
    find: ({ soak }) => hits(SOAK_TESTS.some((one) => !soak.tests.includes(one)) && "soak.tests"),
  },
  {
    code: "P-COST-TOTAL",
    severity: "advice",
    source: "ours",
    runbooks: ["provision"],
    find: (plan) => hits(!costOf(plan).stated.isRight && "prices.statedMonth"),
  },
  {
    code: "P-COST-UNCONFIRMED",
    severity: "advice",
    source: "ours",
    runbooks: ["provision"],
    find: ({ prices }): readonly Hit[] =>
      (["hsmHour", "keysMonth", "operationsMonth", "dedicatedPairMonth"] as const).flatMap(
        (price) => hits(!prices[price].confirmed && `prices.${price}`),
      ),
  },
  {
    code: "P-COST-RANGE",
    severity: "advice",
    source: "plan",
    runbooks: ["provision"],
    find: ({ prices }): readonly Hit[] =>
      (["keysMonth", "statedMonth"] as const).flatMap((price) =>
        hits(prices[price].low > prices[price].high && `prices.${price}`),
      ),
  },
];
