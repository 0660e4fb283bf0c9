// Disks: encryption sets, machines, domain controllers and their replicas.
import { named, same } from "../plan/named.ts";
import type { Plan } from "../plan/plan.ts";
import { isForFailover } from "../plan/replicas.ts";
import { machinesOf } from "../plan/services-of.ts";
import { each, eachWith, hits, type Hit, type Rule } from "./rule.ts";

type Machine = ReturnType<typeof machinesOf>[number];

/** Checks every machine whose disks are to have a key. */
const keyed = (plan: Plan, look: (machine: Machine) => string | false): readonly Hit[] =>
  machinesOf(plan).flatMap((machine) => hits(machine.diskSet !== undefined && look(machine)));

/** Each such machine's member that has this value. */
const keyedWith = <Name extends keyof Machine>(
  plan: Plan,
  member: Name,
  value: Machine[Name],
): readonly Hit[] =>
  keyed(plan, (machine) => machine[member] === value && `${machine.at}.${member}`);

const replicasOf = ({ siteRecovery }: Plan) => siteRecovery?.items ?? [];

export const DISKS: readonly Rule[] = [
  {
    code: "P-DISK-ROTATION",
    severity: "stops",
    says: "The key is rotated, but the disks would not follow: automatic rotation is off unless it is set.",
    next: "Set autoRotation to true.",
    source: "disks",
    runbooks: ["ad-disks", "other-vms", "rotation"],
    find: (plan) =>
      each("diskSets", plan.diskSets, ({ key, autoRotation }, at) => {
        const isRotated = named(plan.keys, key)?.rotation !== undefined;
        return isRotated && !autoRotation && `${at}.autoRotation`;
      }),
  },
  {
    code: "P-DISK-ENCRYPTION",
    severity: "advice",
    says: "The disk encryption set encrypts in another way than the plan says, and that cannot be changed later.",
    next: "Set encryption to EncryptionAtRestWithCustomerKey, unless this is intended.",
    source: "disks",
    runbooks: ["ad-disks", "other-vms"],
    find: ({ diskSets }) =>
      each(
        "diskSets",
        diskSets,
        ({ encryption }, at) =>
          encryption !== "EncryptionAtRestWithCustomerKey" && `${at}.encryption`,
      ),
  },
  {
    code: "P-DISK-ADE",
    severity: "stops",
    says: "Azure Disk Encryption was used on the machine, whose disks can therefore never have such a key.",
    next: "Build another machine: from 15 September 2028 such disks do not unlock after a restart.",
    source: "diskChange",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "azureDiskEncryption", "used"),
  },
  {
    code: "P-DISK-ADE-UNKNOWN",
    severity: "stops",
    says: "Nobody knows whether Azure Disk Encryption was ever used on the machine.",
    next: "Ask the owner, and read encryptionSettingsCollection of each disk.",
    source: "diskChange",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "azureDiskEncryption", "unknown"),
  },
  {
    code: "P-DISK-SNAPSHOTS",
    severity: "stops",
    says: "The disks have incremental snapshots, from which the key can never be removed again.",
    next: "Delete them first, unless this is intended.",
    source: "diskChange",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "incrementalSnapshots", "present"),
  },
  {
    code: "P-DISK-SNAPSHOTS-UNKNOWN",
    severity: "stops",
    says: "Nobody knows whether the disks have incremental snapshots.",
    next: "List the snapshots of each disk.",
    source: "diskChange",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "incrementalSnapshots", "unknown"),
  },
  {
    code: "P-DISK-HOST",
    severity: "advice",
    says: "The machine's temporary disk and caches would be outside the key.",
    next: "Set encryptionAtHost to true; it needs the same outage as the disks.",
    source: "host",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "encryptionAtHost", false),
  },
  {
    code: "P-MACHINE-NO-SET",
    severity: "advice",
    says: "The machine's disks would stay on a platform key.",
    next: "Name a disk encryption set, or leave the machine out of the plan.",
    source: "disks",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) =>
      machinesOf(plan).flatMap(({ at, diskSet }) => hits(diskSet === undefined && `${at}.diskSet`)),
  },
  {
    code: "P-DC-ALONE",
    severity: "stops",
    says: "A domain has a single controller: while its disks change, nobody can sign in, and SYSVOL may be lost.",
    next: "Add a second domain controller first.",
    source: "directory",
    runbooks: ["ad-disks"],
    find: ({ domainControllers }) =>
      each(
        "domainControllers",
        domainControllers,
        ({ domain }, at) =>
          domainControllers.filter((one) => one.domain === domain).length === 1 && `${at}.domain`,
      ),
  },
  {
    code: "P-DC-WINDOW",
    severity: "stops",
    says: "Two controllers of one domain are deallocated in one window: SYSVOL may have no authoritative copy.",
    next: "Give each a window of its own.",
    source: "directory",
    runbooks: ["ad-disks"],
    find: ({ domainControllers }) =>
      each("domainControllers", domainControllers, ({ domain, window }, at, i) => {
        const first = domainControllers.findIndex(
          (one) => one.domain === domain && one.window === window,
        );
        return first < i && [`domainControllers[${String(first)}].window`, `${at}.window`];
      }),
  },
  {
    code: "P-DC-CACHE",
    severity: "stops",
    says: "A domain controller's data disk has a host cache, and could lose what it has confirmed.",
    next: "Set caching to None.",
    source: "directory",
    runbooks: ["ad-disks"],
    find: ({ domainControllers }) =>
      domainControllers.flatMap(({ dataDisks }, i) =>
        each(
          `domainControllers[${String(i)}].dataDisks`,
          dataDisks,
          ({ caching }, at) => caching !== "None" && `${at}.caching`,
        ),
      ),
  },
  {
    code: "P-DC-NO-DATA-DISK",
    severity: "advice",
    says: "A domain controller has its database, logs and SYSVOL on the OS disk.",
    next: "Put them on a data disk without a host cache.",
    source: "directory",
    runbooks: ["ad-disks"],
    find: ({ domainControllers }) =>
      each(
        "domainControllers",
        domainControllers,
        ({ dataDisks }, at) => dataDisks.length === 0 && `${at}.dataDisks`,
      ),
  },
  {
    code: "P-DC-ADDRESS",
    severity: "advice",
    says: "A domain controller has no static address, and may come back with another one.",
    next: "Set its address, in Azure and here.",
    source: "directory",
    runbooks: ["ad-disks"],
    find: ({ domainControllers }) =>
      each(
        "domainControllers",
        domainControllers,
        ({ address }, at) => address === undefined && `${at}.address`,
      ),
  },
  {
    code: "P-DC-RECOVERY-REGION",
    severity: "advice",
    says: "The region for disaster recovery has no domain controller of its own.",
    next: "Add one there: Microsoft advises it over a replicated one.",
    source: "asrDirectory",
    runbooks: ["ad-disks", "failover"],
    find: ({ domainControllers, regions }) =>
      each(
        "regions",
        regions,
        ({ name, role }, at) =>
          role === "disaster-recovery"
          && domainControllers.length > 0
          && !domainControllers.some(({ region }) => region === name) && [
            `${at}.name`,
            "domainControllers",
          ],
      ),
  },
  {
    code: "P-REPLICA-FIRST",
    severity: "stops",
    says: "The machine is replicated before its disks have their key, and the replica would not get it.",
    next: "Change the disks first, then start replication.",
    source: "asr",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => eachWith("siteRecovery.items", replicasOf(plan), "afterDisks", false),
  },
  {
    code: "P-REPLICA-NO-SET",
    severity: "stops",
    says: "The replica's disks would be on a platform key: Site Recovery chooses no set by itself.",
    next: "Name a disk encryption set of the target region in targetDiskSet.",
    source: "asr",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) =>
      each("siteRecovery.items", replicasOf(plan), ({ machine, targetDiskSet }, at) => {
        const isKeyed = named(machinesOf(plan), machine)?.diskSet !== undefined;
        return isKeyed && targetDiskSet === undefined && `${at}.targetDiskSet`;
      }),
  },
  {
    code: "P-REPLICA-HOST",
    severity: "advice",
    says: "Site Recovery does not carry encryption at host over: the machine runs without it after a failover.",
    next: "Switch it on again after a failover, or accept it.",
    source: "asrMatrix",
    runbooks: ["failover"],
    find: (plan) =>
      each(
        "siteRecovery.items",
        replicasOf(plan),
        ({ machine }, at) =>
          named(machinesOf(plan), machine)?.encryptionAtHost === true && `${at}.machine`,
      ),
  },
  {
    code: "P-REPLICA-TWIN",
    severity: "stops",
    says: "A domain controller's replica would be started in a failover, perhaps beside its living twin, which damages Active Directory.",
    next: "Set use to test, and have a domain controller of the target region serve.",
    source: "asrDirectory",
    runbooks: ["failover", "failback"],
    find: (plan) =>
      each(
        "siteRecovery.items",
        replicasOf(plan),
        (item, at) =>
          named(plan.domainControllers, item.machine) !== undefined
          && isForFailover(plan, item)
          && `${at}.use`,
      ),
  },
  {
    code: "P-REPLICA-TWICE",
    severity: "stops",
    says: "Site Recovery is to replicate one machine twice.",
    next: "Remove one of the two.",
    source: "asrMatrix",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) =>
      each("siteRecovery.items", replicasOf(plan), ({ machine }, at, i) => {
        const first = replicasOf(plan).findIndex((one) => same(one.machine, machine));
        return first < i && [`siteRecovery.items[${String(first)}].machine`, `${at}.machine`];
      }),
  },
];
