// The services of a plan that use one of the HSM's keys, as one list.
import type { Plan } from "./plan.ts";

export type ServiceKind = "sql" | "disks" | "storage" | "cosmos";

/** A service with its own identity, which is granted the role at its key. */
export interface Service {
  readonly kind: ServiceKind;
  readonly name: string;
  /** Where it is in the plan: `sqlInstances[0]`. */
  readonly at: string;
  /** The name of its key; undefined if it has none. */
  readonly key: string | undefined;
  /** Whether it adopts new versions of its key by itself. */
  readonly follows: boolean;
  /** Which member says so. */
  readonly followsAt: string;
}

/** Every service with a key, in the plan's order. Kubernetes uses the key of its disk set. */
export function servicesOf(plan: Plan): readonly Service[] {
  const one = (
    kind: ServiceKind,
    list: string,
    member: string,
    { name, key }: { readonly name: string; readonly key?: string | undefined },
    index: number,
    follows: boolean,
  ): Service => {
    const at = `${list}[${String(index)}]`;
    return { kind, name, at, key, follows, followsAt: `${at}.${member}` };
  };
  return [
    ...plan.sqlInstances.map((item, i) =>
      one("sql", "sqlInstances", "autoRotation", item, i, item.autoRotation),
    ),
    ...plan.diskSets.map((item, i) =>
      one("disks", "diskSets", "autoRotation", item, i, item.autoRotation),
    ),
    ...plan.storageAccounts.map((item, i) =>
      one("storage", "storageAccounts", "followsVersions", item, i, item.followsVersions),
    ),
    // Cosmos DB is given the key without a version, and adopts new ones by itself.
    ...plan.cosmosAccounts.map((item, i) => one("cosmos", "cosmosAccounts", "key", item, i, true)),
  ];
}

/** All machines with disks of their own, domain controllers first, each with its path. */
export const machinesOf = (plan: Plan) => [
  ...plan.domainControllers.map((machine, i) => ({
    ...machine,
    at: `domainControllers[${String(i)}]`,
  })),
  ...plan.machines.map((machine, i) => ({ ...machine, at: `machines[${String(i)}]` })),
];

/** The regions in which the HSM answers. */
export const hsmRegions = ({ hsm }: Plan): readonly string[] =>
  hsm.extension === undefined ? [hsm.region] : [hsm.region, hsm.extension];
