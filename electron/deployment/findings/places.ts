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
    source: "regions",
    runbooks: ["extend"],
    find: ({ hsm, regions }) =>
      hsm.extension === undefined ? eachWith("regions", regions, "role", "disaster-recovery") : [],
  },
  {
    code: "P-EXTENSION-ROLE",
    severity: "advice",
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
    source: "regions",
    runbooks: ["extend"],
    find: ({ hsm }) => hits(hsm.extension === hsm.region && "hsm.extension"),
  },
  {
    code: "P-EXTENSION-REFUSED",
    severity: "advice",
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
    source: "regions",
    runbooks: ["provision", "extend"],
    find: (plan) => hits(plan.hsm.extension !== undefined && !isAsked(plan) && "hsm.extension"),
  },
  {
    code: "P-DISK-SET-REGION",
    severity: "stops",
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
    source: "recovery",
    runbooks: ["full-backup"],
    find: ({ backup, hsm }) => hits(backup?.region === hsm.region && "backup.region"),
  },
];
