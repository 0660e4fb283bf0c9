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
    says: "Everything is watched for less than the two weeks that the plan itself sets.",
    next: "Set soak.days to 14 or more.",
    source: "plan",
    runbooks: ["soak"],
    find: ({ soak }) => hits(soak.days < SOAK_DAYS && "soak.days"),
  },
  {
    code: "P-SOAK-SAMPLES",
    severity: "advice",
    says: "Between two samples a database could become inaccessible and heal unseen.",
    next: "Set soak.sampleMinutes to 5: an instance denies connections within 10 minutes of a lost key.",
    source: "tde",
    runbooks: ["soak"],
    find: ({ soak }) => hits(soak.sampleMinutes > SAMPLE_MINUTES && "soak.sampleMinutes"),
  },
  {
    code: "P-SOAK-GAP",
    severity: "advice",
    says: "While samples are missing, databases could become inaccessible for good unseen.",
    next: "Set soak.gapMinutes to less than 30: after that time a database does not heal by itself.",
    source: "tde",
    runbooks: ["soak"],
    find: ({ soak }) => hits((soak.gapMinutes ?? 0) >= HEALS_MINUTES && "soak.gapMinutes"),
  },
  {
    code: "P-SOAK-TESTS",
    severity: "advice",
    says: "Something that will happen one day is not tried while everything is watched.",
    next: "List every test in soak.tests.",
    source: "ours",
    runbooks: ["soak"],
    find: ({ soak }) => hits(SOAK_TESTS.some((one) => !soak.tests.includes(one)) && "soak.tests"),
  },
  {
    code: "P-COST-TOTAL",
    severity: "advice",
    says: "The monthly total that the plan states does not follow from its own prices.",
    next: "Run sd plan cost, and correct the total.",
    source: "ours",
    runbooks: ["provision"],
    find: (plan) => hits(!costOf(plan).stated.isRight && "prices.statedMonth"),
  },
  {
    code: "P-COST-UNCONFIRMED",
    severity: "advice",
    says: "A price is not confirmed: no page of Microsoft that was read states it.",
    next: "Ask your Microsoft account team, and enter date and source of the answer.",
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
    says: "The lower bound of an estimate is above its upper one.",
    next: "Correct low and high.",
    source: "plan",
    runbooks: ["provision"],
    find: ({ prices }): readonly Hit[] =>
      (["keysMonth", "statedMonth"] as const).flatMap((price) =>
        hits(prices[price].low > prices[price].high && `prices.${price}`),
      ),
  },
];
