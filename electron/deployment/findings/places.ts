// Regions: where the HSM is, and what must be where it is.
import { named, same } from "../plan/named.ts";
import { NO_EXTENSION } from "../plan/azure-facts.ts";
import type { Plan } from "../plan/plan.ts";
import { hsmRegions, machinesOf } from "../plan/services-of.ts";
import { each, eachWith, hits, type Rule } from "./rule.ts";

/** Whether the plan asks anyone about the extension. */
const isAsked = ({ questions, assumptions }: Plan): boolean =>
  [...questions, ...assumptions].some(({ blocks }) => blocks.includes("extend"));

export const PLACES: readonly Rule[] = [
  {
    code: "P-REGION-PRIMARY",
    severity: "stops",
    says: "The HSM's own region is not the plan's one primary region, and it cannot be changed later.",
    next: "Decide which region is the primary one, and create the HSM there.",
    source: "create",
    runbooks: ["provision"],
    find: ({ hsm, regions }) => {
      const primary = regions.filter(({ role }) => role === "primary");
      const isThere = primary.length === 1 && primary[0]?.name === hsm.region;
      return hits(!isThere && ["hsm.region", "regions"]);
    },
  },
  {
    code: "P-EXTENSION-MISSING",
    severity: "advice",
    says: "The plan has a region for disaster recovery, but the HSM is not extended to it.",
    next: "Set hsm.extension to that region, or decide that keys are not needed there.",
    source: "regions",
    runbooks: ["extend"],
    find: ({ hsm, regions }) =>
      hsm.extension === undefined ? eachWith("regions", regions, "role", "disaster-recovery") : [],
  },
  {
    code: "P-EXTENSION-ROLE",
    severity: "advice",
    says: "The HSM is extended to a region that is not the one for disaster recovery.",
    next: "Extend it to the region in which its users are after a disaster.",
    source: "regions",
    runbooks: ["extend"],
    find: ({ hsm, regions }) => {
      const region = named(regions, hsm.extension);
      const isOther = region?.role === "recovery";
      return hits(isOther && "hsm.extension");
    },
  },
  {
    code: "P-EXTENSION-SAME",
    severity: "stops",
    says: "The HSM is to be extended to the region that it is in already.",
    next: "Name another region, or leave hsm.extension out.",
    source: "regions",
    runbooks: ["extend"],
    find: ({ hsm }) => hits(hsm.extension === hsm.region && "hsm.extension"),
  },
  {
    code: "P-EXTENSION-REFUSED",
    severity: "advice",
    says: "Microsoft's page lists this region among those to which no HSM can be extended; the list changes often, its date does not.",
    next: "Ask Microsoft in writing before you provision: an HSM's own region cannot be changed.",
    source: "regions",
    runbooks: ["provision", "extend"],
    find: ({ hsm }) =>
      hits(
        NO_EXTENSION.some(({ region, off }) => region === hsm.extension && off === undefined)
          && "hsm.extension",
      ),
  },
  {
    code: "P-EXTENSION-UNASKED",
    severity: "advice",
    says: "That a region is not on Microsoft's list of exclusions does not say that an HSM can be extended to it.",
    next: "Add a question to Microsoft that blocks extend.",
    source: "regions",
    runbooks: ["provision", "extend"],
    find: (plan) => hits(plan.hsm.extension !== undefined && !isAsked(plan) && "hsm.extension"),
  },
  {
    code: "P-DISK-SET-REGION",
    severity: "stops",
    says: "A disk encryption set is in a region where the HSM is not available.",
    next: "Disks and their HSM must be in one region: use a key store of that region.",
    source: "disks",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) =>
      each(
        "diskSets",
        plan.diskSets,
        ({ region }, at) => !hsmRegions(plan).includes(region) && `${at}.region`,
      ),
  },
  {
    code: "P-DISK-SET-UNPROVEN",
    severity: "advice",
    says: "A disk encryption set is in the region the HSM is only extended to; nothing says that disks accept that.",
    next: "Create a probe disk with it first, and enter the day in probed.",
    source: "disks",
    runbooks: ["ad-disks", "other-vms", "failover"],
    find: ({ hsm, diskSets }) =>
      each(
        "diskSets",
        diskSets,
        ({ region, probed }, at) =>
          region === hsm.extension
          && region !== hsm.region
          && probed === undefined
          && `${at}.region`,
      ),
  },
  {
    code: "P-DISK-SET-RECOVERY",
    severity: "advice",
    says: "After a recovery this disk encryption set would be in another region than its HSM, where disks may refuse it.",
    next: "Plan to extend the recovery HSM to that region, and try a disk there before repoint changes the set.",
    source: "disks",
    runbooks: ["recovery-rehearsal", "repoint"],
    find: ({ recoveryHsm, diskSets }) =>
      each(
        "diskSets",
        diskSets,
        ({ region }, at) =>
          recoveryHsm !== undefined && region !== recoveryHsm.region && `${at}.region`,
      ),
  },
  {
    code: "P-DISK-SET-ELSEWHERE",
    severity: "stops",
    says: "A machine is in another region than its disk encryption set.",
    next: "Use the set of the machine's own region.",
    source: "disks",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) =>
      machinesOf(plan).flatMap(({ at, region, diskSet }) => {
        const set = named(plan.diskSets, diskSet);
        return hits(set !== undefined && set.region !== region && `${at}.diskSet`);
      }),
  },
  {
    code: "P-AKS-REGION",
    severity: "stops",
    says: "A Kubernetes cluster is in another region than its disk encryption set.",
    next: "Use the set of the cluster's own region.",
    source: "aks",
    runbooks: ["aks"],
    find: ({ aksClusters, diskSets }) =>
      each("aksClusters", aksClusters, ({ region, diskSet }, at) => {
        const set = named(diskSets, diskSet);
        return set !== undefined && set.region !== region && `${at}.diskSet`;
      }),
  },
  {
    code: "P-REPLICA-REGION",
    severity: "stops",
    says: "A replica's disk encryption set is not in the region that Site Recovery replicates to.",
    next: "Name a set of the target region.",
    source: "asr",
    runbooks: ["ad-disks", "other-vms"],
    find: ({ siteRecovery, diskSets }) =>
      each("siteRecovery.items", siteRecovery?.items ?? [], ({ targetDiskSet }, at) => {
        const set = named(diskSets, targetDiskSet);
        return set !== undefined && set.region !== siteRecovery?.region && `${at}.targetDiskSet`;
      }),
  },
  {
    code: "P-REPLICA-SAME-REGION",
    severity: "stops",
    says: "A machine is to be replicated to the region that it is in.",
    next: "Name another region for the vault, or leave the machine out.",
    source: "asrMatrix",
    runbooks: ["ad-disks", "other-vms"],
    find: (plan) =>
      each("siteRecovery.items", plan.siteRecovery?.items ?? [], ({ machine }, at) => {
        const there = named(machinesOf(plan), machine);
        return (
          there?.region === plan.siteRecovery?.region && there !== undefined && `${at}.machine`
        );
      }),
  },
  {
    code: "P-IN-NETWORK-REGION",
    severity: "stops",
    says: "A resource is in another region than its virtual network.",
    next: "Name a network of its own region.",
    source: "privateLink",
    runbooks: ["endpoints", "sql-mi", "ad-disks"],
    find: ({ networks, ...plan }) =>
      (
        ["endpoints", "jumpBoxes", "sqlInstances", "domainControllers", "machines"] as const
      ).flatMap((list) =>
        each<{ readonly region: string; readonly network: string }>(
          list,
          plan[list],
          ({ region, network }, at) => {
            const there = named(networks, network);
            return there !== undefined && !same(there.region, region) && `${at}.network`;
          },
        ),
      ),
  },
  {
    code: "P-BACKUP-REGION",
    severity: "advice",
    says: "The full backups are in the HSM's own region, and would be lost with it.",
    next: "Use a storage account in another region.",
    source: "recovery",
    runbooks: ["full-backup"],
    find: ({ backup, hsm }) => hits(backup?.region === hsm.region && "backup.region"),
  },
];
