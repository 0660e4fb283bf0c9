// Names in a plan that must refer to something else in it.
import type { FindingCode } from "../../text/names-in.ts";
import { named, same } from "../plan/named.ts";
import type { Plan } from "../plan/plan.ts";
import { machinesOf, servicesOf } from "../plan/services-of.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import { assignable } from "./names.ts";
import { each, hits, type Hit, type Rule } from "./rule.ts";

/** A name somewhere in the plan, and the member that has it. */
interface Reference {
  readonly name: string | undefined;
  readonly at: string;
}

type UnknownKind = FindingCode extends infer Code
  ? Code extends `P-UNKNOWN-${infer Kind}`
    ? Kind
    : never
  : never;

const dangling = (
  kind: UnknownKind,
  runbooks: readonly RunbookName[],
  references: (plan: Plan) => readonly Reference[],
  known: (plan: Plan) => readonly string[],
): Rule => ({
  code: `P-UNKNOWN-${kind}`,
  severity: "stops",
  source: "plan",
  runbooks,
  find: (plan) => {
    const names = known(plan);
    return references(plan).flatMap(({ name, at }): readonly Hit[] =>
      hits(name !== undefined && !names.some((one) => same(one, name)) && at),
    );
  },
});

const namesOf = (items: readonly { readonly name: string }[]): readonly string[] =>
  items.map(({ name }) => name);

const refs = <Item>(
  list: string,
  items: readonly Item[],
  member: keyof Item & string,
): readonly Reference[] =>
  items.map((item, i) => ({
    name: item[member] as string | undefined,
    at: `${list}[${String(i)}].${member}`,
  }));

const one = (at: string, name: string | undefined): readonly Reference[] => [{ at, name }];

/** Every item that is in a region and a resource group. */
const placed = (plan: Plan) =>
  ({
    networks: plan.networks,
    endpoints: plan.endpoints,
    jumpBoxes: plan.jumpBoxes,
    identities: plan.identities,
    sqlInstances: plan.sqlInstances,
    diskSets: plan.diskSets,
    domainControllers: plan.domainControllers,
    machines: plan.machines,
    storageAccounts: plan.storageAccounts,
    cosmosAccounts: plan.cosmosAccounts,
    aksClusters: plan.aksClusters,
  }) as const;

const placesOf = (plan: Plan, member: "region" | "resourceGroup"): readonly Reference[] => [
  ...Object.entries(placed(plan)).flatMap(([list, items]) =>
    items.map((item, i) => ({ name: item[member], at: `${list}[${String(i)}].${member}` })),
  ),
  ...(["hsm", "recoveryHsm", "diagnostics", "backup", "siteRecovery"] as const).flatMap((part) =>
    one(`${part}.${member}`, plan[part]?.[member]),
  ),
];

interface InSubnet {
  readonly network: string;
  readonly subnet: string;
}

/** Every item that is in a subnet. */
const inSubnets = ({ endpoints, jumpBoxes, sqlInstances, domainControllers, machines }: Plan) =>
  Object.entries({ endpoints, jumpBoxes, sqlInstances, domainControllers, machines });

export const REFERENCES: readonly Rule[] = [
  dangling(
    "REGION",
    ["foundation", "provision"],
    (plan) => [
      ...placesOf(plan, "region"),
      ...refs("resourceGroups", plan.resourceGroups, "region"),
      ...one("hsm.extension", plan.hsm.extension),
    ],
    ({ regions }) => namesOf(regions),
  ),
  dangling(
    "RESOURCE-GROUP",
    ["foundation", "provision"],
    (plan) => [
      ...placesOf(plan, "resourceGroup"),
      ...refs("zones", plan.zones, "resourceGroup"),
      ...(plan.siteRecovery?.items ?? []).map(({ targetResourceGroup }, i) => ({
        name: targetResourceGroup,
        at: `siteRecovery.items[${String(i)}].targetResourceGroup`,
      })),
    ],
    ({ resourceGroups }) => namesOf(resourceGroups),
  ),
  dangling(
    "NETWORK",
    ["foundation", "endpoints"],
    (plan) => [
      ...inSubnets(plan).flatMap(([list, items]) =>
        items.map(({ network }, i) => ({ name: network, at: `${list}[${String(i)}].network` })),
      ),
      ...plan.zones.flatMap(({ links }, i) => refs(`zones[${String(i)}].links`, links, "network")),
      ...plan.networks.flatMap(({ peerings }, i) =>
        peerings.map((name, n) => ({ name, at: `networks[${String(i)}].peerings[${String(n)}]` })),
      ),
    ],
    ({ networks }) => namesOf(networks),
  ),
  {
    code: "P-UNKNOWN-SUBNET",
    severity: "stops",
    source: "plan",
    runbooks: ["foundation", "endpoints"],
    find: (plan) =>
      inSubnets(plan).flatMap(([list, items]) =>
        each<InSubnet>(list, items, ({ network, subnet }, at) => {
          const there = named(plan.networks, network);
          return (
            there !== undefined && named(there.subnets, subnet) === undefined && `${at}.subnet`
          );
        }),
      ),
  },
  dangling(
    "KEY",
    ["keys"],
    (plan) => [
      ...servicesOf(plan).map(({ key, at }) => ({ name: key, at: `${at}.key` })),
      ...plan.roles.map(({ scope }, i) => ({
        name: /^\/keys\/(.+)$/.exec(scope)?.[1],
        at: `roles[${String(i)}].scope`,
      })),
    ],
    ({ keys }) => namesOf(keys),
  ),
  dangling(
    "DISK-SET",
    ["ad-disks", "other-vms", "aks"],
    (plan) => [
      ...machinesOf(plan).map(({ diskSet, at }) => ({ name: diskSet, at: `${at}.diskSet` })),
      ...refs("aksClusters", plan.aksClusters, "diskSet"),
      ...(plan.siteRecovery?.items ?? []).map(({ targetDiskSet }, i) => ({
        name: targetDiskSet,
        at: `siteRecovery.items[${String(i)}].targetDiskSet`,
      })),
    ],
    ({ diskSets }) => namesOf(diskSets),
  ),
  dangling(
    "PERSON",
    ["roles"],
    ({ groups }) =>
      groups.flatMap(({ members }, i) =>
        members.map((name, n) => ({ name, at: `groups[${String(i)}].members[${String(n)}]` })),
      ),
    ({ people }) => namesOf(people),
  ),
  dangling(
    "ADMINISTRATOR",
    ["provision", "recovery-rehearsal"],
    (plan) =>
      (["hsm", "recoveryHsm"] as const).flatMap((pool) =>
        (plan[pool]?.administrators ?? []).map((name, n) => ({
          name,
          at: `${pool}.administrators[${String(n)}]`,
        })),
      ),
    ({ people, groups }) => [...namesOf(people), ...namesOf(groups)],
  ),
  dangling(
    "ASSIGNEE",
    ["roles", "service-roles"],
    ({ roles }) => refs("roles", roles, "assignee"),
    (plan) => namesOf(assignable(plan)),
  ),
  dangling(
    "ZONE",
    ["endpoints"],
    ({ endpoints }) => refs("endpoints", endpoints, "zoneResourceGroup"),
    ({ zones }) => zones.map(({ resourceGroup }) => resourceGroup),
  ),
  dangling(
    "INSTANCE",
    ["sql-mi"],
    ({ failoverGroup, sqlInstances }) => [
      ...one("failoverGroup.primary", failoverGroup?.primary),
      ...one("failoverGroup.secondary", failoverGroup?.secondary),
      ...refs("sqlInstances", sqlInstances, "dnsZonePartner"),
    ],
    ({ sqlInstances }) => namesOf(sqlInstances),
  ),
  dangling(
    "IDENTITY",
    ["full-backup"],
    ({ backup }) => one("backup.identity", backup?.identity),
    ({ identities }) => namesOf(identities),
  ),
  dangling(
    "MACHINE",
    ["ad-disks", "other-vms"],
    ({ siteRecovery }) =>
      (siteRecovery?.items ?? []).map(({ machine }, i) => ({
        name: machine,
        at: `siteRecovery.items[${String(i)}].machine`,
      })),
    (plan) => namesOf(machinesOf(plan)),
  ),
];
