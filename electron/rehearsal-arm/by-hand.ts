// What people do without a command of az: ceremonies, and what the portal or an extension is for.
import { dnsServersOf, idOf, typeOf, type Step } from "../deployment/deployment.ts";
import type { Id } from "../text/sentence.ts";
import type { Ground } from "./hands.ts";

type Deed = (ground: Ground) => void | Promise<void>;

/** By the sentences that are titles of steps. */
const MANUAL_STEPS: Readonly<Partial<Record<Id, Deed>>> = {
  "runbook-hsm.activate.title": ({ hands }) => hands.ceremony("activate"),
  "runbook-recovery.ceremony.title": ({ hands }) => hands.ceremony("recover"),
  "runbook-foundation.receivers.title": notify,
  "runbook-disks.replication.title": replicate,
  "runbook-recovery.endOfBilling.title": ({ plan, arm }) => arm.lapse(plan.recoveryHsm?.name ?? ""),
};

/** What commands of a step leave to people, by its title's sentence. */
const BESIDE_COMMANDS: Readonly<Partial<Record<Id, Deed>>> = {
  "runbook-foundation.forwarders.title": ({ plan, arm }) => {
    for (const { address, controller } of dnsServersOf(plan))
      if (controller === undefined) arm.forward(address);
  },
  "runbook-foundation.jumpBoxes.title": gateways,
};

/** Does what the step leaves to people; nothing if it has only commands. */
export async function byHand(ground: Ground, { title, commands }: Step): Promise<void> {
  await BESIDE_COMMANDS[title.id]?.(ground);
  if (commands === undefined) await MANUAL_STEPS[title.id]?.(ground);
}

function gateways({ plan, arm }: Ground): void {
  for (const box of plan.jumpBoxes.filter(({ kind }) => kind === "vpn")) {
    const network = plan.networks.find(({ name }) => name === box.network);
    if (network === undefined) continue;
    const subnet = { id: idOf(plan, "subnet", network, "GatewaySubnet") };
    arm.place({
      id: idOf(plan, "gateway", box),
      name: box.name,
      type: typeOf("gateway"),
      location: box.region,
      properties: {
        provisioningState: "Succeeded",
        ipConfigurations: [{ name: "default", properties: { subnet } }],
      },
    });
  }
}

function notify({ plan, arm }: Ground): void {
  if (plan.diagnostics === undefined) return;
  const { actionGroup: name, resourceGroup } = plan.diagnostics;
  arm.place({
    id: idOf(plan, "action-group", { name, resourceGroup }),
    name,
    type: typeOf("action-group"),
    location: "Global",
    properties: {
      groupShortName: "hsm",
      enabled: true,
      emailReceivers: [{ name: "on call", emailAddress: "oncall@example.com", status: "Enabled" }],
    },
  });
}

function replicate({ plan, arm, hands }: Ground): void {
  const setId = (name: string | undefined): string => {
    const set = plan.diskSets.find((one) => one.name === name);
    return set === undefined ? "" : idOf(plan, "disk-set", set);
  };
  if (plan.siteRecovery === undefined) return;
  const { vault, resourceGroup, items } = plan.siteRecovery;
  const machines = [...plan.domainControllers, ...plan.machines];
  for (const { machine, targetDiskSet } of items) {
    const own = machines.find(({ name }) => name === machine);
    const disks = [own?.osDisk ?? "", ...(own?.dataDisks ?? []).map(({ name }) => name)];
    arm.place({
      id: idOf(plan, "replicated-item", { name: vault, resourceGroup }, "one", "one", machine),
      name: machine,
      type: typeOf("replicated-item"),
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
