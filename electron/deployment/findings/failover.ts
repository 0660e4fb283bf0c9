// The failover group of two SQL Managed Instances.
import { named, same, subnetOf } from "../plan/named.ts";
import type { Plan } from "../plan/plan.ts";
import { letsThrough } from "./security-rules.ts";
import { hits, type Rule } from "./rule.ts";

/** The ports that two instances of a failover group use. */
const GROUP_PORTS = ["5022", "11000-11999"];

/** The two instances of the failover group with their paths; null if there is no such pair. */
function pairOf({ failoverGroup, sqlInstances }: Plan) {
  const find = (name: string | undefined) => {
    const index = sqlInstances.findIndex((one) => name !== undefined && same(one.name, name));
    const instance = sqlInstances[index];
    return instance && { instance, at: `sqlInstances[${String(index)}]` };
  };
  const [primary, secondary] = [find(failoverGroup?.primary), find(failoverGroup?.secondary)];
  return primary === undefined || secondary === undefined ? null : { primary, secondary };
}

export const FAILOVER: readonly Rule[] = [
  {
    code: "P-SQL-KEYS-DIFFER",
    severity: "stops",
    says: "The two instances of the failover group have different keys.",
    next: "Name one key of the HSM at both.",
    source: "tde",
    runbooks: ["sql-mi", "failover"],
    find: (plan) => {
      const pair = pairOf(plan);
      const [one, other] = [pair?.primary.instance.key, pair?.secondary.instance.key];
      const isOther = one !== undefined && other !== undefined && !same(one, other);
      return hits(
        pair !== null && isOther && [`${pair.primary.at}.key`, `${pair.secondary.at}.key`],
      );
    },
  },
  {
    code: "P-FAILOVER-BLOCKED",
    severity: "stops",
    says: "A security group blocks the two instances of the failover group from each other.",
    next: "Let ports 5022 and 11000 to 11999 through both ways.",
    source: "failoverGroup",
    runbooks: ["sql-mi", "failover"],
    find: (plan) => {
      const pair = pairOf(plan);
      if (pair === null) return [];
      const both = [
        [pair.primary, pair.secondary],
        [pair.secondary, pair.primary],
      ] as const;
      return both.flatMap(([own, other]) => {
        const peer = subnetOf(plan, other.instance.network, other.instance.subnet)?.prefix;
        const rules = subnetOf(plan, own.instance.network, own.instance.subnet)?.securityGroup
          ?.rules;
        const isBlocked =
          peer !== undefined
          && (["Inbound", "Outbound"] as const).some((direction) =>
            GROUP_PORTS.some((ports) => !letsThrough(rules, direction, ports, peer)),
          );
        return hits(isBlocked && [`${own.at}.subnet`, "networks"]);
      });
    },
  },
  {
    code: "P-FAILOVER-PEERING",
    severity: "stops",
    says: "The networks of the failover group's instances are not peered both ways.",
    next: "Name each network in the other's peerings.",
    source: "failoverGroup",
    runbooks: ["sql-mi", "failover"],
    find: (plan) => {
      const pair = pairOf(plan);
      if (pair === null || same(pair.primary.instance.network, pair.secondary.instance.network))
        return [];
      const isPeered = (from: string, to: string): boolean =>
        named(plan.networks, from)?.peerings.some((one) => same(one, to)) ?? true;
      const [one, other] = [pair.primary.instance.network, pair.secondary.instance.network];
      return hits(
        (!isPeered(one, other) || !isPeered(other, one)) && [
          `${pair.primary.at}.network`,
          `${pair.secondary.at}.network`,
        ],
      );
    },
  },
  {
    code: "P-FAILOVER-MISSING",
    severity: "advice",
    says: "There are instances in two regions, but no failover group, so neither protects the other.",
    next: "Add failoverGroup.",
    source: "failover",
    runbooks: ["sql-mi", "failover"],
    find: ({ failoverGroup, sqlInstances }) => {
      const regions = new Set(sqlInstances.map(({ region }) => region));
      return hits(failoverGroup === undefined && regions.size > 1 && "sqlInstances");
    },
  },
  {
    code: "P-FAILOVER-SAME-REGION",
    severity: "stops",
    says: "Both instances of the failover group are in one region.",
    next: "A failover group needs two regions.",
    source: "failoverGroup",
    runbooks: ["sql-mi"],
    find: (plan) => {
      const pair = pairOf(plan);
      const isOne = pair?.primary.instance.region === pair?.secondary.instance.region;
      return hits(
        pair !== null && isOne && [`${pair.primary.at}.region`, `${pair.secondary.at}.region`],
      );
    },
  },
  {
    code: "P-FAILOVER-DATABASES",
    severity: "stops",
    says: "The secondary instance has databases of its own; a failover group needs it empty.",
    next: "Use an empty instance.",
    source: "failoverGroup",
    runbooks: ["sql-mi"],
    find: (plan) => {
      const secondary = pairOf(plan)?.secondary;
      return hits(
        secondary && secondary.instance.databases.length > 0 && `${secondary.at}.databases`,
      );
    },
  },
  {
    code: "P-FAILOVER-SIZE",
    severity: "stops",
    says: "The two instances of the failover group differ in tier or storage.",
    next: "Give both the same.",
    source: "failoverGroup",
    runbooks: ["sql-mi"],
    find: (plan) => {
      const pair = pairOf(plan);
      const [one, other] = [pair?.primary.instance, pair?.secondary.instance];
      const differs = one?.tier !== other?.tier ? "tier" : "storageGb";
      const isOther = one?.[differs] !== other?.[differs];
      return hits(
        pair !== null
          && isOther && [`${pair.primary.at}.${differs}`, `${pair.secondary.at}.${differs}`],
      );
    },
  },
  {
    code: "P-FAILOVER-UPDATES",
    severity: "stops",
    says: "The two instances of the failover group have different update policies.",
    next: "Give both the same.",
    source: "failoverGroup",
    runbooks: ["sql-mi"],
    find: (plan) => {
      const pair = pairOf(plan);
      const isOther = pair?.primary.instance.updatePolicy !== pair?.secondary.instance.updatePolicy;
      return hits(
        pair !== null
          && isOther && [`${pair.primary.at}.updatePolicy`, `${pair.secondary.at}.updatePolicy`],
      );
    },
  },
  {
    code: "P-FAILOVER-DNS-ZONE",
    severity: "stops",
    says: "The secondary instance is not created in the primary's DNS zone, which cannot be changed later.",
    next: "Name the primary in its dnsZonePartner.",
    source: "failoverGroup",
    runbooks: ["sql-mi"],
    find: (plan) => {
      const pair = pairOf(plan);
      const partner = pair?.secondary.instance.dnsZonePartner;
      const isOther = partner === undefined || !same(partner, pair?.primary.instance.name ?? "");
      return hits(pair !== null && isOther && `${pair.secondary.at}.dnsZonePartner`);
    },
  },
  {
    code: "P-FAILOVER-GROUPS",
    severity: "advice",
    says: "The instances are in two resource groups; Azure's page says that az cannot make such a failover group.",
    next: "Keep PowerShell or az rest at hand for this one step.",
    source: "failoverGroup",
    runbooks: ["sql-mi"],
    find: (plan) => {
      const pair = pairOf(plan);
      const isTwo =
        pair !== null
        && !same(pair.primary.instance.resourceGroup, pair.secondary.instance.resourceGroup);
      return hits(
        isTwo && [`${pair.primary.at}.resourceGroup`, `${pair.secondary.at}.resourceGroup`],
      );
    },
  },
  {
    code: "P-FAILOVER-AUTOMATIC",
    severity: "advice",
    says: "Azure would start the failover by itself, and data may be lost.",
    next: "Set policy to Manual, or record that this loss is accepted.",
    source: "failover",
    runbooks: ["failover"],
    find: ({ failoverGroup }) =>
      hits(failoverGroup?.policy === "Automatic" && "failoverGroup.policy"),
  },
];
