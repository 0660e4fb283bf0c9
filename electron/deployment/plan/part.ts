// The part of a plan that is carried out before its phase 2.
import { same } from "./named.ts";
import type { Plan } from "./plan.ts";
import { TIMINGS, type RunbookName } from "./runbook-names.ts";

/**
 * The plan as a runbook's proofs find it: before phase 2 without what only that phase makes. A plan whose
 * services are all of phase 2 is whole in every phase.
 */
export function partOf(plan: Plan, runbook: RunbookName): Plan {
  const { phase } = TIMINGS[runbook];
  if (phase === "2" || phase === "when-due" || !hasFirstPhase(plan)) return plan;
  const { siteRecovery, domainControllers: controllers } = plan;
  const items = (siteRecovery?.items ?? []).filter(({ machine }) =>
    controllers.some(({ name }) => same(name, machine)),
  );
  const sets = [
    ...controllers.map(({ diskSet }) => diskSet),
    ...items.map(({ targetDiskSet }) => targetDiskSet),
  ];
  const isEarly = ({ name }: Plan["diskSets"][number]): boolean => sets.includes(name);
  const later = [
    ...plan.diskSets.filter((set) => !isEarly(set)),
    ...plan.storageAccounts,
    ...plan.cosmosAccounts,
    ...plan.aksClusters,
  ];
  return {
    ...plan,
    machines: [],
    storageAccounts: [],
    cosmosAccounts: [],
    aksClusters: [],
    diskSets: plan.diskSets.filter(isEarly),
    roles: plan.roles.filter(({ assignee }) => later.every(({ name }) => !same(name, assignee))),
    ...(siteRecovery === undefined ? {} : { siteRecovery: { ...siteRecovery, items } }),
  };
}

/** Whether a service or a machine of phase 1 uses a key. */
const hasFirstPhase = ({ sqlInstances, domainControllers }: Plan): boolean =>
  sqlInstances.some(({ key }) => key !== undefined)
  || domainControllers.some(({ diskSet }) => diskSet !== undefined);
