// SQL Managed Instances: identity, key and network of each.
import { named, same, subnetOf } from "../plan/named.ts";
import type { Plan } from "../plan/plan.ts";
import { letsThrough } from "./security-rules.ts";
import { each, eachWith, hits, type Rule } from "./rule.ts";

/** The number of databases of an instance's tier that one HSM is meant for. */
const DATABASES_MAX = { GeneralPurpose: 500, BusinessCritical: 200 } as const;

const isSecondary = ({ failoverGroup }: Plan, name: string): boolean =>
  failoverGroup !== undefined && same(failoverGroup.secondary, name);

export const SQL: readonly Rule[] = [
  {
    code: "P-SQL-IDENTITY",
    severity: "stops",
    source: "tde",
    runbooks: ["sql-mi"],
    find: (plan) =>
      each(
        "sqlInstances",
        plan.sqlInstances,
        ({ name, identity }, at) =>
          identity === "None" && !isSecondary(plan, name) && `${at}.identity`,
      ),
  },
  {
    code: "P-SQL-SECONDARY-IDENTITY",
    severity: "stops",
    source: "tde",
    runbooks: ["sql-mi"],
    find: (plan) =>
      each(
        "sqlInstances",
        plan.sqlInstances,
        ({ name, identity }, at) =>
          identity === "None" && isSecondary(plan, name) && `${at}.identity`,
      ),
  },
  {
    code: "P-SQL-KEY",
    severity: "stops",
    source: "tde",
    runbooks: ["sql-mi"],
    find: (plan) =>
      each(
        "sqlInstances",
        plan.sqlInstances,
        ({ name, key }, at) => key === undefined && !isSecondary(plan, name) && `${at}.key`,
      ),
  },
  {
    code: "P-SQL-SECONDARY-KEY",
    severity: "stops",
    source: "tdeRotation",
    runbooks: ["sql-mi"],
    find: (plan) =>
      each(
        "sqlInstances",
        plan.sqlInstances,
        ({ name, key }, at) => key === undefined && isSecondary(plan, name) && `${at}.key`,
      ),
  },
  {
    code: "P-SQL-ROTATION",
    severity: "stops",
    source: "tdeRotation",
    runbooks: ["sql-mi", "rotation"],
    find: (plan) =>
      each("sqlInstances", plan.sqlInstances, ({ key, autoRotation }, at) => {
        const isRotated = named(plan.keys, key)?.rotation !== undefined;
        return isRotated && !autoRotation && `${at}.autoRotation`;
      }),
  },
  {
    code: "P-SQL-SUBNET",
    severity: "stops",
    source: "sqlSubnet",
    runbooks: ["sql-mi"],
    find: (plan) =>
      each("sqlInstances", plan.sqlInstances, (instance, at) => {
        const subnet = subnetOf(plan, instance.network, instance.subnet);
        return subnet !== undefined && subnet.purpose !== "sql-managed-instance" && `${at}.subnet`;
      }),
  },
  {
    code: "P-SQL-HSM-BLOCKED",
    severity: "stops",
    source: "tde",
    runbooks: ["sql-mi"],
    find: (plan) =>
      each("sqlInstances", plan.sqlInstances, (instance, at) => {
        const subnet = subnetOf(plan, instance.network, instance.subnet);
        const endpoint = plan.endpoints.find(({ region }) => region === instance.region);
        const there = named(
          named(plan.networks, endpoint?.network)?.subnets ?? [],
          endpoint?.subnet,
        );
        const isBlocked =
          there !== undefined
          && !letsThrough(subnet?.securityGroup?.rules, "Outbound", "443", there.prefix);
        return isBlocked && [`${at}.subnet`, "networks"];
      }),
  },
  {
    code: "P-SQL-DATABASES",
    severity: "stops",
    source: "tde",
    runbooks: ["sql-mi"],
    find: ({ sqlInstances }) =>
      hits(
        (["GeneralPurpose", "BusinessCritical"] as const).some(
          (tier) => databasesOf(sqlInstances, tier) > DATABASES_MAX[tier],
        ) && "sqlInstances",
      ),
  },
  {
    code: "P-SQL-USER-IDENTITY",
    severity: "advice",
    source: "tde",
    runbooks: ["sql-mi"],
    find: ({ sqlInstances }) =>
      each(
        "sqlInstances",
        sqlInstances,
        ({ identity }, at) => identity.includes("UserAssigned") && `${at}.identity`,
      ),
  },
  {
    code: "P-SQL-WINDOWS",
    severity: "advice",
    source: "ours",
    runbooks: ["sql-mi"],
    find: ({ sqlInstances }) =>
      eachWith("sqlInstances", sqlInstances, "windowsAuthentication", true),
  },
];

const databasesOf = (instances: Plan["sqlInstances"], tier: keyof typeof DATABASES_MAX): number =>
  instances
    .filter((one) => one.tier === tier)
    .reduce((sum, { databases }) => sum + databases.length, 0);
