// Moves replicated machines to their other region, by actions on the items of Site Recovery. Core
// az has no commands for them, so Resource Manager is asked for the action.
import {
  az,
  file,
  found,
  variable,
  type CommandLine,
  type Word,
} from "../commands/command-line.ts";
import { versionOf } from "../plan/azure-resources.ts";
import type { Plan } from "../plan/plan.ts";
import { failedOver } from "../plan/replicas.ts";
import { idOf } from "../proofs/ids.ts";

/**
 * What Microsoft's own example of `site-recovery protected-item unplanned-failover` sends, for A2A; but the source
 * is shut down first where it can still be reached, so that no machine runs twice.
 */
export const MACHINE_FAILOVER = "machine-failover.json";
export const MACHINE_FAILOVER_BODY = {
  properties: {
    failoverDirection: "PrimaryToRecovery",
    sourceSiteOperations: "Required",
    providerSpecificDetails: { instanceType: "A2A" },
  },
} as const;

const VERSION = versionOf("replicated-item");

type Move = NonNullable<Plan["siteRecovery"]>;

/** The plan does not have the item's id: it contains the names of a fabric and a container. */
const itemOf = (plan: Plan, { vault, resourceGroup }: Move, machine: string): CommandLine =>
  found(
    "ITEM",
    `value[?properties.friendlyName=='${machine.replace(/['\\]/g, String.raw`\$&`)}'].id | [0]`,
    "rest",
    "--method",
    "get",
    "--url",
    `https://management.azure.com${idOf(plan, "vault", { name: vault, resourceGroup })}/replicationProtectedItems?api-version=${VERSION}`,
  );

const acting = (action: string, ...more: readonly Word[]): CommandLine =>
  az(
    "resource",
    "invoke-action",
    "--ids",
    variable("ITEM"),
    "--action",
    action,
    "--api-version",
    VERSION,
    ...more,
  );

/** Each machine that is for it fails over, and the failover is committed. */
export const machinesMoved = (plan: Plan): readonly CommandLine[] => {
  const move = plan.siteRecovery;
  return move === undefined
    ? []
    : failedOver(plan).flatMap(({ machine }) => [
        itemOf(plan, move, machine),
        acting("unplannedFailover", "--request-body", file(MACHINE_FAILOVER)),
        acting("failoverCommit"),
      ]);
};
