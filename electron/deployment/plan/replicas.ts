// What the machines that Azure Site Recovery replicates are for: test failovers, real ones, or both.
import { named } from "./named.ts";
import type { Plan } from "./plan.ts";

export type Replica = NonNullable<Plan["siteRecovery"]>["items"][number];

/**
 * What a replica is for. That of a domain controller is for tests alone unless the plan says otherwise: started
 * beside its living twin it damages Active Directory, and a lost region does not show that its machines are off.
 */
const useOf = (plan: Plan, { machine, use }: Replica): NonNullable<Replica["use"]> =>
  use ?? (named(plan.domainControllers, machine) === undefined ? "both" : "test");

/** Whether test failovers of it are made. */
export const isForTests = (plan: Plan, replica: Replica): boolean =>
  useOf(plan, replica) !== "failover";

/** Whether it is started when its region fails over. */
export const isForFailover = (plan: Plan, replica: Replica): boolean =>
  useOf(plan, replica) !== "test";

/** The replicas that are started when their region fails over. */
export const failedOver = (plan: Plan): readonly Replica[] =>
  (plan.siteRecovery?.items ?? []).filter((one) => isForFailover(plan, one));
