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
    source: "failover",
    runbooks: ["failover"],
    find: ({ failoverGroup }) =>
      hits(failoverGroup?.policy === "Automatic" && "failoverGroup.policy"),
  },
];
