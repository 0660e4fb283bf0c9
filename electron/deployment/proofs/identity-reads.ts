// The commands that show the identity of each service in the plan.
import type { Plan } from "../plan/plan.ts";
import type { CommandLine } from "../commands/command-line.ts";
import { read } from "./reads.ts";

/** One command for each service or identity that the plan gives a role. */
export const identityReads = (plan: Plan): readonly CommandLine[] => {
  const assignees = new Set(plan.roles.map(({ assignee }) => assignee));
  const named = <One extends { readonly name: string }>(all: readonly One[]): readonly One[] =>
    all.filter(({ name }) => assignees.has(name));
  return [
    ...named(plan.sqlInstances).map((one) => read("instance", one)),
    ...named(plan.diskSets).map((one) => read("disk-set", one)),
    ...named(plan.storageAccounts).map((one) => read("storage", one)),
    ...named(plan.cosmosAccounts).map((one) => read("cosmos", one)),
    ...named(plan.aksClusters).map((one) => read("aks", one)),
    ...named(plan.identities).map((one) => read("identity", one)),
  ];
};
