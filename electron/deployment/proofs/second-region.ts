// What must hold in the region that takes over, whether the first is still there or lost: nothing
// here needs an answer from the first.
import type { Plan } from "../plan/plan.ts";
import { sentence } from "../../text/sentence.ts";
import { dcHealth, survivorFindings } from "./dc-health.ts";
import { groupOf } from "./failover-groups.ts";
import type { Instance } from "./instances.ts";
import { planned, someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { servicesHealthy } from "./services-healthy.ts";
import { servingRegion } from "./serving-region.ts";

/**
 * The region of the failover group's secondary; without a group, Site Recovery's target.
 * @throws Fault E-PROOF-PLAN if the plan has neither
 */
const secondRegionOf = (plan: Plan): string =>
  plan.failoverGroup === undefined
    ? planned(plan.siteRecovery, sentence("deployment-faults.groupOrRecovery")).region
    : groupOf(plan).secondary.region;

/** The plan's part in its second region. @throws Fault E-PROOF-PLAN */
export function inSecondRegion(plan: Plan): Plan {
  const second = secondRegionOf(plan);
  const isThere = ({ region }: { readonly region: string }): boolean => region === second;
  return {
    ...plan,
    jumpBoxes: plan.jumpBoxes.filter(isThere),
    sqlInstances: plan.sqlInstances.filter(isThere).map((one) => withCopies(plan, one)),
    domainControllers: plan.domainControllers.filter(isThere),
    machines: plan.machines.filter(isThere),
    storageAccounts: plan.storageAccounts.filter(isThere),
    cosmosAccounts: plan.cosmosAccounts.filter(isThere),
  };
}

/** The failover group copies the primary's databases to the secondary. */
function withCopies(plan: Plan, one: Instance): Instance {
  if (one.name !== plan.failoverGroup?.secondary) return one;
  return { ...one, databases: [...one.databases, ...groupOf(plan).primary.databases] };
}

const SOURCE = "sql-docs, failover-group-sql-mi.md; workload facts, section 7";

/** The same proof for the second region alone. */
const there = ({ reads, evaluate }: Pick<Proof, "reads" | "evaluate">): Proof => ({
  atItsTime: true,
  source: SOURCE,
  reads: (plan) => reads(inSecondRegion(plan)),
  evaluate: (given) => evaluate({ ...given, plan: inSecondRegion(given.plan) }),
});

export const secondRegionReached = there(servingRegion);

/** If the first region is lost, its controllers do not replicate, and tests that need them fail. */
export const secondRegionControllers = there({
  reads: dcHealth.reads,
  evaluate: (given) =>
    someOf(given.plan.domainControllers, sentence("deployment-faults.secondControllers")).flatMap(
      (controller) => survivorFindings(given, controller),
    ),
});

export const secondRegionHealthy = there(servicesHealthy);
