// What people do without a command of az: ceremonies, and what the portal or an extension is for.
import type { Plan, Step } from "../deployment/deployment.ts";
import type { Ground } from "./hands.ts";

type Deed = (ground: Ground) => void | Promise<void>;

/** By the titles of steps. */
const DEEDS: Readonly<Record<string, Deed>> = {
  "Hold the activation ceremony": ({ hands }) => hands.ceremony("activate"),
  "Hold the recovery ceremony": ({ hands }) => hands.ceremony("recover"),
  "Start replication, and prove it": replicate,
};

/** Does what the step leaves to people; nothing where it is all commands. */
export async function byHand(ground: Ground, { title, commands }: Step): Promise<void> {
  if (commands === undefined && Object.hasOwn(DEEDS, title)) await DEEDS[title]?.(ground);
}

const fabric = ({ subscription, siteRecovery }: Plan): string =>
  `/subscriptions/${subscription}/resourceGroups/${siteRecovery?.resourceGroup ?? ""}/providers/Microsoft.RecoveryServices/vaults/${siteRecovery?.vault ?? ""}/replicationFabrics/one/replicationProtectionContainers/one/replicationProtectedItems/`;

function replicate({ plan, arm, hands }: Ground): void {
  const setId = (name: string | undefined): string => {
    const set = plan.diskSets.find((one) => one.name === name);
    return set === undefined
      ? ""
      : `/subscriptions/${plan.subscription}/resourceGroups/${set.resourceGroup}/providers/Microsoft.Compute/diskEncryptionSets/${set.name}`;
  };
  const machines = [...plan.domainControllers, ...plan.machines];
  for (const { machine, targetDiskSet } of plan.siteRecovery?.items ?? []) {
    const own = machines.find(({ name }) => name === machine);
    const disks = [own?.osDisk ?? "", ...(own?.dataDisks ?? []).map(({ name }) => name)];
    arm.place({
      id: `${fabric(plan)}${machine}`,
      name: machine,
      type: "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems",
      properties: {
        friendlyName: machine,
        protectionState: "Protected",
        replicationHealth: "Normal",
        failoverHealth: "Normal",
        healthErrors: [],
        activeLocation: "Primary",
        allowedOperations: ["TestFailover", "UnplannedFailover", "DisableProtection"],
        lastSuccessfulTestFailoverTime: hands.now().toISOString(),
        providerSpecificDetails: {
          instanceType: "A2A",
          rpoInSeconds: 120,
          vmEncryptionType: "NotEncrypted",
          protectedManagedDisks: disks.map((diskName) => ({
            diskName,
            primaryDiskEncryptionSetId: setId(own?.diskSet),
            recoveryDiskEncryptionSetId: setId(targetDiskSet),
            resyncRequired: false,
          })),
        },
      },
    });
  }
}
