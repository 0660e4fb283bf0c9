// The commands that say which identity each service of the plan has.
import type { Plan } from "../plan/plan.ts";
import type { CommandLine } from "../commands/command-line.ts";
import {
  showAks,
  showCosmos,
  showDiskSet,
  showIdentity,
  showInstance,
  showStorage,
} from "./reads.ts";

/** One command for each service or identity that the plan gives a role. */
export const identityReads = (plan: Plan): readonly CommandLine[] => {
  const assignees = new Set(plan.roles.map(({ assignee }) => assignee));
  const named = <One extends { readonly name: string }>(all: readonly One[]): readonly One[] =>
    all.filter(({ name }) => assignees.has(name));
  return [
    ...named(plan.sqlInstances).map(showInstance),
    ...named(plan.diskSets).map(showDiskSet),
    ...named(plan.storageAccounts).map(showStorage),
    ...named(plan.cosmosAccounts).map(showCosmos),
    ...named(plan.aksClusters).map(showAks),
    ...named(plan.identities).map(showIdentity),
  ];
};
