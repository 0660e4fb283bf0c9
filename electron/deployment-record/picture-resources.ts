// The picture of the resources in each region: a box for each that the plan file names.
import type { Plan, RunbookName } from "../deployment/deployment.ts";
import { byRegion, inRegion, made, named, type Area, type Box } from "./boxes.ts";

export function resources(plan: Plan): readonly Area[] {
  return byRegion(plan, (region) => [
    ...hsms(plan, region),
    ...inRegion([plan.diagnostics], region, ({ workspace, name }) =>
      named(made(workspace, "log of the HSM", "diagnostics", "diagnostics"), workspace, name),
    ),
    ...inRegion([plan.backup], region, ({ storageAccount, container }) =>
      made(storageAccount, `backups in ${container}`, "full-backup", "full-backup", "backup-age"),
    ),
    ...sql(plan, region),
    ...inRegion(plan.diskSets, region, ({ name, key }) =>
      made(name, "disk encryption set", setsRunbook(plan, key), "disk-sets"),
    ),
    ...inRegion(plan.domainControllers, region, (one) => [
      made(one.name, "domain controller", "ad-disks", "dc-health"),
      ...disksOf(one, "ad-disks"),
    ]),
    ...inRegion(plan.machines, region, (one) => disksOf(one, "other-vms")),
    ...inRegion([plan.siteRecovery], region, ({ vault, items }) =>
      items.map(({ machine }) =>
        named(
          made(`Replica of ${machine}`, `in ${vault}`, "ad-disks", "replicated-items"),
          machine,
        ),
      ),
    ),
    ...inRegion(plan.storageAccounts, region, ({ name }) =>
      made(name, "storage", "storage", "storage-key"),
    ),
    ...inRegion(plan.cosmosAccounts, region, ({ name }) =>
      made(name, "Cosmos DB", "cosmos-db", "cosmos-key"),
    ),
    ...inRegion(plan.aksClusters, region, ({ name }) => made(name, "AKS", "aks", "aks-disks")),
  ]);
}

function hsms({ hsm, recoveryHsm }: Plan, region: string): readonly Box[] {
  return [
    ...inRegion([hsm], region, ({ name }) =>
      made(name, "Managed HSM", "provision", "hsm-created", "purge-protection"),
    ),
    ...(hsm.extension === region
      ? [made(hsm.name, "its second pool", "extend", "region-extended")]
      : []),
    ...inRegion([recoveryHsm], region, ({ name }) =>
      made(name, "for recovery", "recovery-rehearsal", "recovery-hsm"),
    ),
  ];
}

function sql(plan: Plan, region: string): readonly Box[] {
  return [
    ...inRegion(plan.sqlInstances, region, ({ name, databases }) => [
      made(name, "SQL Managed Instance", "sql-mi", "mi-identity", "mi-key", "mi-protector"),
      ...databases.map((database) =>
        named(
          made(database, `database of ${name}`, "sql-mi", "mi-databases"),
          `${name}/${database}`,
        ),
      ),
    ]),
    ...inRegion([failoverGroup(plan)], region, ({ name }) =>
      made(name, "failover group", "sql-mi", "failover-group"),
    ),
  ];
}

/** It is in its primary's region. */
function failoverGroup({ failoverGroup: group, sqlInstances }: Plan) {
  if (group === undefined) return undefined;
  const { region = "" } = sqlInstances.find(({ name }) => name === group.primary) ?? {};
  return { name: group.name, region };
}

const disksOf = (
  {
    name,
    osDisk,
    dataDisks,
  }: {
    readonly name: string;
    readonly osDisk: string;
    readonly dataDisks: readonly { readonly name: string }[];
  },
  runbook: RunbookName,
): readonly Box[] =>
  [osDisk, ...dataDisks.map((disk) => disk.name)].map((disk) =>
    made(disk, `disk of ${name}`, runbook, "disks"),
  );

/** The runbook that makes a key's sets: domain controllers come first. */
function setsRunbook(plan: Plan, key: string): RunbookName {
  const own = plan.diskSets.filter((set) => set.key === key).map(({ name }) => name);
  const has = (machines: readonly { readonly diskSet?: string | undefined }[]): boolean =>
    machines.some(({ diskSet }) => own.includes(diskSet ?? ""));
  if (has(plan.domainControllers)) return "ad-disks";
  return has(plan.machines) ? "other-vms" : "aks";
}
