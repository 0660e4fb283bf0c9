// Azure compares names without case. References in a plan are rewritten in their target's spelling,
// so that later code can compare names directly.
import { named } from "./named.ts";
import type { Plan } from "./plan.ts";

interface Named {
  readonly name: string;
}

const machines = ({ domainControllers, machines: others }: Plan): readonly Named[] => [
  ...domainControllers,
  ...others,
];

/** What a member refers to: its name, qualified by its container if the name alone is ambiguous. */
const TARGETS: Readonly<Record<string, (plan: Plan) => readonly Named[]>> = {
  resourceGroup: ({ resourceGroups }) => resourceGroups,
  zoneResourceGroup: ({ resourceGroups }) => resourceGroups,
  targetResourceGroup: ({ resourceGroups }) => resourceGroups,
  network: ({ networks }) => networks,
  peerings: ({ networks }) => networks,
  key: ({ keys }) => keys,
  diskSet: ({ diskSets }) => diskSets,
  targetDiskSet: ({ diskSets }) => diskSets,
  primary: ({ sqlInstances }) => sqlInstances,
  secondary: ({ sqlInstances }) => sqlInstances,
  dnsZonePartner: ({ sqlInstances }) => sqlInstances,
  machine: machines,
  members: ({ people }) => people,
  administrators: ({ people, groups }) => [...people, ...groups],
  assignee: (plan) => [
    ...plan.people,
    ...plan.groups,
    ...plan.identities,
    ...plan.sqlInstances,
    ...plan.diskSets,
    ...plan.storageAccounts,
    ...plan.cosmosAccounts,
    ...plan.aksClusters,
  ],
  "backup.identity": ({ identities }) => identities,
  "backup.storageAccount": ({ storageAccounts }) => storageAccounts,
};

const KEY_SCOPE = "/keys/";

/** The plan with references in their target's spelling, if there is a target. */
export function spelled(plan: Plan): Plan {
  const respelled = (name: string, items: readonly Named[]): string =>
    named(items, name)?.name ?? name;
  const walk = (value: unknown, member: string, place: string, around: Around): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, member, place, around));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, walk(inner, name, member, value)]),
      );
    if (typeof value !== "string") return value;
    if (member === "scope" && value.startsWith(KEY_SCOPE))
      return `${KEY_SCOPE}${respelled(value.slice(KEY_SCOPE.length), plan.keys)}`;
    if (member === "subnet")
      return respelled(value, named(plan.networks, around.network)?.subnets ?? []);
    const targets = TARGETS[`${place}.${member}`] ?? TARGETS[member];
    return targets === undefined ? value : respelled(value, targets(plan));
  };
  return walk(plan, "", "", {}) as Plan;
}

/** What qualifies a subnet's name. */
interface Around {
  readonly network?: string;
}
