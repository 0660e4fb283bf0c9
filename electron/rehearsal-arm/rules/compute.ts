// Disk encryption sets, disks, machines and clusters.
import { at, listAt, put, textAt } from "../world/json-path.ts";
import { keyOf, nameOf, type Resource } from "../world/resource.ts";
import { refuse, type Outcome, type World } from "../world/world.ts";
import { forwarderOf } from "../world/dns.ts";
import type { Rule, Rules } from "./rule.ts";

const VERSIONED = /\/keys\/[\w-]+\/[0-9a-f]{32}$/i;

const set: Rule = {
  long: true,
  put: (world, sent, before) => {
    const url = textAt(sent, "properties.activeKey.keyUrl");
    if (!VERSIONED.test(url))
      return refuse(400, "InvalidParameter", "The key's address needs its version.");
    if (world.newest(url) === null)
      return refuse(400, "KeyVaultKeyNotFound", "The key was not found.");
    // The new key can be used only if the set was given its role.
    const principal = textAt(before, "identity.principalId");
    const isOther = before !== undefined && url !== textAt(before, "properties.activeKey.keyUrl");
    if (isOther && !world.mayUse(principal, url)) return forbidden();
    return put(sent, "properties.previousKeys", []);
  },
  show: (world, resource) => {
    if (at(resource, "properties.rotationToLatestKeyVersionEnabled") !== true) return resource;
    const url = textAt(resource, "properties.activeKey.keyUrl");
    const created = world.datesOf(url)?.created;
    const whole = put(resource, "properties.activeKey.keyUrl", world.newest(url) ?? url);
    return created === undefined
      ? whole
      : put(whole, "properties.lastKeyRotationTimestamp", new Date(created * 1000).toISOString());
  },
};

const forbidden = () =>
  refuse(
    400,
    "KeyVaultAccessForbidden",
    "Unable to access key vault resource: grant the disk encryption set's identity its role.",
  );

/** The machine to which a disk is attached. */
const ownerOf = (world: World, disk: string): Resource | undefined =>
  world
    .ofKind("vm")
    .find((machine) =>
      [
        at(machine, "properties.storageProfile.osDisk"),
        ...listAt(machine, "properties.storageProfile.dataDisks"),
      ].some((one) => keyOf(textAt(one, "managedDisk.id")) === keyOf(disk)),
    );

const powerOf = (machine: Resource): string =>
  listAt(machine, "properties.instanceView.statuses")
    .map((one) => textAt(one, "code"))
    .find((code) => code.startsWith("PowerState/")) ?? "";

const disk: Rule = {
  long: true,
  put: (world, sent, before): Outcome => {
    const id = textAt(sent, "properties.encryption.diskEncryptionSetId");
    if (id === textAt(before, "properties.encryption.diskEncryptionSetId")) return sent;
    const owner = ownerOf(world, sent.id);
    if (owner !== undefined && powerOf(owner) !== "PowerState/deallocated")
      return refuse(
        409,
        "OperationNotAllowed",
        "The disk is attached to a machine that is not deallocated.",
      );
    const used = world.get(id);
    if (used === undefined) return refuse(404, "ResourceNotFound", "There is no such set.");
    if (textAt(used, "location") !== textAt(sent, "location"))
      return refuse(400, "BadRequest", "Disk and set must be in one region.");
    const key = textAt(used, "properties.activeKey.keyUrl");
    return world.mayUse(textAt(used, "identity.principalId"), key) ? sent : forbidden();
  },
  show: (world, resource) => {
    const owner = ownerOf(world, resource.id);
    if (owner === undefined) return put(resource, "properties.diskState", "Unattached");
    const isOff = powerOf(owner) === "PowerState/deallocated";
    return put(
      put(resource, "managedBy", owner.id),
      "properties.diskState",
      isOff ? "Reserved" : "Attached",
    );
  },
};

const inState = (world: World, machine: Resource, state: string): null => {
  const statuses = [{ code: "ProvisioningState/succeeded" }, { code: `PowerState/${state}` }];
  world.keep(put(machine, "properties.instanceView", { statuses }));
  return null;
};

/** The tag by which a subscription's owner marks domain controllers. */
export const CONTROLLER = { role: "domain-controller" } as const;

/** The output of a healthy domain controller, with all of them in its summary of replication. */
const healthOf = (world: World, name: string): string =>
  [
    `computer: ${name.toUpperCase()}`,
    `   Testing server: Default-First-Site-Name\\${name}`,
    ...["Connectivity", "Advertising", "MachineAccount"].map(
      (test) => `......... ${name} passed test ${test}`,
    ),
    "Source DSA          largest delta    fails/total %%   error",
    ...world
      .ofKind("vm")
      .filter((one) => textAt(one, "tags.role") === CONTROLLER.role)
      .map((one) => ` ${nameOf(one.id).toUpperCase()}            05m:32s    0 /   5    0`),
    "SYSVOL       C:\\Windows\\SYSVOL\\sysvol   Logon server share",
    "NETLOGON     C:\\Windows\\SYSVOL\\sysvol\\SCRIPTS   Logon server share",
  ].join("\n");

/** What one of the scripts prints in a machine. */
function printedBy(world: World, machine: Resource, script: string): string {
  const address = textAt(machine, "tags.address");
  if (script.includes("Add-DnsServerConditionalForwarderZone")) {
    world.forwarders.add(address);
    return "";
  }
  const host = /'([\w-]+)[.]managedhsm[.]azure[.]net'/.exec(script)?.[1] ?? "";
  return script.includes("Get-DnsServerZone")
    ? JSON.stringify(forwarderOf(world, address, host))
    : healthOf(world, nameOf(machine.id));
}

const machine: Rule = {
  long: true,
  put: (_, sent, before) => {
    const path = "properties.securityProfile.encryptionAtHost";
    const isOther = before !== undefined && at(sent, path) !== at(before, path);
    return isOther && powerOf(before) !== "PowerState/deallocated"
      ? refuse(409, "OperationNotAllowed", "The machine is not deallocated.")
      : sent;
  },
  kept: (world, { id, ...rest }) => {
    for (const card of listAt(rest, "properties.networkProfile.networkInterfaces")) {
      const own = world.get(textAt(card, "id"));
      if (own !== undefined) world.keep(put(own, "properties.virtualMachine", { id }));
    }
  },
  actions: {
    deallocate: (world, one) => inState(world, one, "deallocated"),
    start: (world, one) => inState(world, one, "running"),
    runCommand: (world, one, { script = [] }) => ({
      value: ["StdOut", "StdErr"].map((stream) => ({
        code: `ComponentStatus/${stream}/succeeded`,
        displayStatus: "Provisioning succeeded",
        level: "Info",
        message: stream === "StdOut" ? printedBy(world, one, JSON.stringify(script)) : "",
      })),
    }),
  },
};

const cluster: Rule = {
  long: true,
  put: (world, sent) => {
    const used = world.get(textAt(sent, "properties.diskEncryptionSetID"));
    return used !== undefined && textAt(used, "location") !== textAt(sent, "location")
      ? refuse(400, "BadRequest", "Cluster and set must be in one region.")
      : put(sent, "properties.servicePrincipalProfile", { clientId: "msi" });
  },
};

export const COMPUTE_RULES: Rules = { "disk-set": set, disk, vm: machine, aks: cluster };
