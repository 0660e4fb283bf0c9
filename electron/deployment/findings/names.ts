// Names that Azure refuses, and names that are used twice.
import type { FindingCode } from "../../text/names-in.ts";
import { same } from "../plan/named.ts";
import type { Plan } from "../plan/plan.ts";
import { machinesOf, servicesOf } from "../plan/services-of.ts";
import { each, hits, type Hit, type Rule } from "./rule.ts";

const HSM = /^(?=.{3,24}$)[A-Za-z](?!.*--)[A-Za-z0-9-]*[A-Za-z0-9]$/;
const STORAGE = /^[a-z0-9]{3,24}$/;
const KEY = /^[A-Za-z0-9-]{1,127}$/;
const SQL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const COSMOS = /^[a-z0-9][a-z0-9-]{1,42}[a-z0-9]$/;
const MACHINE = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/;
const CONTAINER = /^(?=.{3,63}$)[a-z0-9](?!.*--)[a-z0-9-]*[a-z0-9]$/;
const AKS = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/;
const DISK_SET = /^[A-Za-z0-9_-]{1,80}$/;
const IDENTITY = /^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$/;
const WORKSPACE = /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/;
const NETWORK = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_])$/;

type NameKind = FindingCode extends infer Code
  ? Code extends `P-NAME-${infer Kind}`
    ? Kind
    : never
  : never;

const refused = (
  kind: NameKind,
  pattern: RegExp,
  places: (plan: Plan) => readonly { readonly name: string; readonly at: string }[],
  runbooks: Rule["runbooks"],
): Rule => ({
  code: `P-NAME-${kind}`,
  severity: "stops",
  source: kind === "HSM" ? "create" : "names",
  runbooks,
  find: (plan) => places(plan).flatMap(({ name, at }) => hits(!pattern.test(name) && at)),
});

const listed = (list: string, items: readonly { readonly name: string }[]) =>
  items.map(({ name }, i) => ({ name, at: `${list}[${String(i)}].name` }));

const given = (at: string, name: string | undefined) => (name === undefined ? [] : [{ name, at }]);

export const NAMES: readonly Rule[] = [
  refused(
    "HSM",
    HSM,
    ({ hsm, recoveryHsm }) => [
      ...given("hsm.name", hsm.name),
      ...given("recoveryHsm.name", recoveryHsm?.name),
    ],
    ["provision", "recovery-rehearsal"],
  ),
  refused(
    "STORAGE",
    STORAGE,
    ({ storageAccounts, backup }) => [
      ...listed("storageAccounts", storageAccounts),
      ...given("backup.storageAccount", backup?.storageAccount),
    ],
    ["foundation", "storage", "full-backup"],
  ),
  refused("CONTAINER", CONTAINER, ({ backup }) => given("backup.container", backup?.container), [
    "foundation",
    "full-backup",
  ]),
  refused("KEY", KEY, ({ keys }) => listed("keys", keys), ["keys"]),
  refused(
    "SQL",
    SQL,
    ({ sqlInstances, failoverGroup }) => [
      ...listed("sqlInstances", sqlInstances),
      ...given("failoverGroup.name", failoverGroup?.name),
    ],
    ["sql-mi"],
  ),
  refused("COSMOS", COSMOS, ({ cosmosAccounts }) => listed("cosmosAccounts", cosmosAccounts), [
    "cosmos-db",
  ]),
  refused(
    "MACHINE",
    MACHINE,
    (plan) => machinesOf(plan).map(({ name, at }) => ({ name, at: `${at}.name` })),
    ["ad-disks", "other-vms"],
  ),
  refused("DISK-SET", DISK_SET, ({ diskSets }) => listed("diskSets", diskSets), ["ad-disks"]),
  refused("AKS", AKS, ({ aksClusters }) => listed("aksClusters", aksClusters), ["aks"]),
  refused("IDENTITY", IDENTITY, ({ identities }) => listed("identities", identities), [
    "foundation",
    "full-backup",
  ]),
  refused(
    "WORKSPACE",
    WORKSPACE,
    ({ diagnostics }) => given("diagnostics.workspace", diagnostics?.workspace),
    ["foundation", "diagnostics"],
  ),
  refused("NETWORK", NETWORK, ({ networks }) => listed("networks", networks), [
    "foundation",
    "endpoints",
  ]),
  {
    code: "P-NAME-ZONE",
    severity: "stops",
    source: "privateLink",
    runbooks: ["endpoints"],
    find: ({ zones }) =>
      each(
        "zones",
        zones,
        ({ name }, at) => name !== "privatelink.managedhsm.azure.net" && `${at}.name`,
      ),
  },
  {
    code: "P-NAME-SQL-KEY-LENGTH",
    severity: "stops",
    source: "tde",
    runbooks: ["keys", "sql-mi"],
    find: (plan) =>
      each("keys", plan.keys, ({ name }, at) => {
        const isForSql = servicesOf(plan).some(
          ({ kind, key }) => kind === "sql" && key !== undefined && same(key, name),
        );
        return isForSql && plan.hsm.name.length + name.length > 94 && [`${at}.name`, "hsm.name"];
      }),
  },
  {
    code: "P-NAME-TWICE",
    severity: "stops",
    source: "names",
    runbooks: ["foundation", "provision"],
    find: (plan) => Object.entries(LISTS).flatMap(([list, of]) => twice(list, of(plan))),
  },
  {
    code: "P-NAME-AMBIGUOUS",
    severity: "stops",
    source: "plan",
    runbooks: ["roles", "service-roles"],
    find: (plan) => {
      const all = assignable(plan);
      return all.flatMap(({ name, at }, i) => {
        const other = all.slice(0, i).find((one) => same(one.name, name));
        const isOfOneList = other !== undefined && listOf(other.at) === listOf(at);
        return hits(other !== undefined && !isOfOneList && [other.at, at]);
      });
    },
  },
  {
    code: "P-OBJECT-ID-TWICE",
    severity: "stops",
    source: "access",
    runbooks: ["roles"],
    find: ({ people, groups }) => {
      const all = [...idsOf("people", people), ...idsOf("groups", groups)];
      return all.flatMap(({ id, at }, i) => {
        const other = all.slice(0, i).find((one) => same(one.id, id));
        return hits(other && [other.at, at]);
      });
    },
  },
];

const listOf = (at: string): string => at.slice(0, at.indexOf("["));

const idsOf = (list: string, items: readonly { readonly objectId: string }[]) =>
  items.map(({ objectId }, i) => ({ id: objectId, at: `${list}[${String(i)}].objectId` }));

/** The lists whose items have unique names; zones are distinguished by their groups. */
const LISTS: Readonly<Record<string, (plan: Plan) => readonly { readonly name: string }[]>> = {
  regions: ({ regions }) => regions,
  resourceGroups: ({ resourceGroups }) => resourceGroups,
  networks: ({ networks }) => networks,
  endpoints: ({ endpoints }) => endpoints,
  jumpBoxes: ({ jumpBoxes }) => jumpBoxes,
  keys: ({ keys }) => keys,
  people: ({ people }) => people,
  groups: ({ groups }) => groups,
  identities: ({ identities }) => identities,
  sqlInstances: ({ sqlInstances }) => sqlInstances,
  diskSets: ({ diskSets }) => diskSets,
  domainControllers: ({ domainControllers }) => domainControllers,
  machines: ({ machines }) => machines,
  storageAccounts: ({ storageAccounts }) => storageAccounts,
  cosmosAccounts: ({ cosmosAccounts }) => cosmosAccounts,
  aksClusters: ({ aksClusters }) => aksClusters,
};

function twice(list: string, items: readonly { readonly name: string }[]): readonly Hit[] {
  return each(list, items, ({ name }, at, i) => {
    const first = items.findIndex((one) => same(one.name, name));
    return first < i && [`${list}[${String(first)}].name`, `${at}.name`];
  });
}

/** Everything that can be granted a role, by name. */
export const assignable = (plan: Plan) => [
  ...listed("people", plan.people),
  ...listed("groups", plan.groups),
  ...listed("identities", plan.identities),
  ...servicesOf(plan).map(({ name, at }) => ({ name, at: `${at}.name` })),
];
