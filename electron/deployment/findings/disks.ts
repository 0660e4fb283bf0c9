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
    source: "diskChange",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "azureDiskEncryption", "used"),
  },
  {
    code: "P-DISK-ADE-UNKNOWN",
    severity: "stops",
    source: "diskChange",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "azureDiskEncryption", "unknown"),
  },
  {
    code: "P-DISK-SNAPSHOTS",
    severity: "stops",
    source: "diskChange",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "incrementalSnapshots", "present"),
  },
  {
    code: "P-DISK-SNAPSHOTS-UNKNOWN",
    severity: "stops",
    source: "diskChange",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "incrementalSnapshots", "unknown"),
  },
  {
    code: "P-DISK-HOST",
    severity: "advice",
    source: "host",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => keyedWith(plan, "encryptionAtHost", false),
  },
  {
    code: "P-MACHINE-NO-SET",
    severity: "advice",
    source: "disks",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) =>
      machinesOf(plan).flatMap(({ at, diskSet }) => hits(diskSet === undefined && `${at}.diskSet`)),
  },
  {
    code: "P-DC-ALONE",
    severity: "stops",
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
    source: "asr",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) => eachWith("siteRecovery.items", replicasOf(plan), "afterDisks", false),
  },
  {
    code: "P-REPLICA-NO-SET",
    severity: "stops",
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
    source: "asrMatrix",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) =>
      each("siteRecovery.items", replicasOf(plan), ({ machine }, at, i) => {
        const first = replicasOf(plan).findIndex((one) => same(one.machine, machine));
        return first < i && [`siteRecovery.items[${String(first)}].machine`, `${at}.machine`];
      }),
  },
];
