// Keys: what services accept, and what happens to them over the years.
import { named, same } from "../plan/named.ts";
import type { Plan } from "../plan/plan.ts";
import { machinesOf, servicesOf, type Service } from "../plan/services-of.ts";
import { each, eachWith, hits, type Rule } from "./rule.ts";

const RSA_SIZES = [2048, 3072, 4096];
/** The shortest time between two rotations, and the shortest life of a version, in days. */
const DAYS_MIN = 28;
const DAYS_MAX = 730;
/** A key cannot have more versions. */
const VERSIONS_MAX = 100;

/** `P365D` as a number. */
const daysOf = (span: string): number => Number(span.slice(1, -1));

const usersOf = (plan: Plan, key: string): readonly Service[] =>
  servicesOf(plan).filter((service) => service.key !== undefined && same(service.key, key));

/** Whether an identity of the plan may use the key: that of a service which plans do not have, such as PostgreSQL. */
const isForIdentity = ({ identities, roles }: Plan, key: string): boolean =>
  roles.some(
    ({ role, assignee, scope }) =>
      role === "Managed HSM Crypto Service Encryption User"
      && same(scope, `/keys/${key}`)
      && named(identities, assignee) !== undefined,
  );

export const KEYS: readonly Rule[] = [
  {
    code: "P-KEY-KIND",
    severity: "stops",
    source: "tde",
    runbooks: ["keys"],
    find: (plan) =>
      each(
        "keys",
        plan.keys,
        ({ name, kind }, at) =>
          kind !== "RSA-HSM" && usersOf(plan, name).length > 0 && `${at}.kind`,
      ),
  },
  {
    code: "P-KEY-SIZE",
    severity: "stops",
    source: "keyTypes",
    runbooks: ["keys"],
    find: ({ keys }) =>
      each(
        "keys",
        keys,
        ({ kind, size }, at) => kind === "RSA-HSM" && !RSA_SIZES.includes(size) && `${at}.size`,
      ),
  },
  {
    code: "P-KEY-SQL-SIZE",
    severity: "stops",
    source: "tde",
    runbooks: ["keys", "sql-mi"],
    find: (plan) =>
      each("keys", plan.keys, ({ name, size }, at) => {
        const isForSql = usersOf(plan, name).some(({ kind }) => kind === "sql");
        return size === 4096 && isForSql && `${at}.size`;
      }),
  },
  {
    code: "P-KEY-2048",
    severity: "advice",
    source: "supported",
    runbooks: ["keys"],
    find: ({ keys }) =>
      each(
        "keys",
        keys,
        ({ kind, size }, at) => kind === "RSA-HSM" && size === 2048 && `${at}.size`,
      ),
  },
  {
    code: "P-KEY-OPERATIONS-MISSING",
    severity: "stops",
    source: "roles",
    runbooks: ["keys"],
    find: (plan) =>
      each("keys", plan.keys, ({ name, operations }, at) => {
        const isWhole = operations.includes("wrapKey") && operations.includes("unwrapKey");
        return !isWhole && usersOf(plan, name).length > 0 && `${at}.operations`;
      }),
  },
  {
    code: "P-KEY-OPERATIONS-WIDE",
    severity: "advice",
    source: "roles",
    runbooks: ["keys"],
    find: (plan) =>
      each("keys", plan.keys, ({ name, operations }, at) => {
        const isWide = operations.some((one) => one !== "wrapKey" && one !== "unwrapKey");
        return isWide && usersOf(plan, name).length > 0 && `${at}.operations`;
      }),
  },
  {
    code: "P-KEY-EXPORTABLE",
    severity: "stops",
    source: "keyTypes",
    runbooks: ["keys"],
    find: ({ keys }) => eachWith("keys", keys, "exportable", true),
  },
  {
    code: "P-KEY-NO-POLICY",
    severity: "stops",
    source: "rotation",
    runbooks: ["rotation-policies", "rotation"],
    find: ({ keys }) =>
      each(
        "keys",
        keys,
        ({ rotation, expires }, at) => rotation === undefined && expires === undefined && at,
      ),
  },
  {
    code: "P-KEY-ROTATION-SHORT",
    severity: "stops",
    source: "rotation",
    runbooks: ["rotation-policies"],
    find: ({ keys }) =>
      each("keys", keys, ({ rotation }, at) => {
        const after = rotation !== undefined && daysOf(rotation.after) < DAYS_MIN;
        const expiry = rotation?.expiry !== undefined && daysOf(rotation.expiry) < DAYS_MIN;
        return after ? `${at}.rotation.after` : expiry && `${at}.rotation.expiry`;
      }),
  },
  {
    code: "P-KEY-ROTATION-LONG",
    severity: "advice",
    source: "rotation",
    runbooks: ["rotation-policies"],
    find: ({ keys }) =>
      each(
        "keys",
        keys,
        ({ rotation }, at) =>
          rotation !== undefined && daysOf(rotation.after) > DAYS_MAX && `${at}.rotation.after`,
      ),
  },
  {
    code: "P-KEY-EXPIRES-FIRST",
    severity: "stops",
    source: "disks",
    runbooks: ["rotation-policies"],
    find: ({ keys }) =>
      each("keys", keys, ({ rotation }, at) => {
        const after = daysOf(rotation?.after ?? "P0D");
        const isEarly = rotation?.expiry !== undefined && daysOf(rotation.expiry) <= after;
        return isEarly && [`${at}.rotation.expiry`, `${at}.rotation.after`];
      }),
  },
  {
    code: "P-KEY-EXPIRY-OUTAGE",
    severity: "stops",
    source: "disks",
    runbooks: ["rotation-policies", "rotation"],
    find: (plan) =>
      each("keys", plan.keys, ({ name, rotation, expires }, at) => {
        const pinned = usersOf(plan, name).filter(({ follows }) => !follows);
        const [first, ...rest] = pinned.map(({ followsAt }) => followsAt);
        const expiry =
          rotation?.expiry !== undefined ? `${at}.rotation.expiry` : expires && `${at}.expires`;
        return expiry !== undefined && first !== undefined && [expiry, first, ...rest];
      }),
  },
  {
    code: "P-KEY-EXPIRES-UNROTATED",
    severity: "stops",
    source: "disks",
    runbooks: ["keys"],
    find: ({ keys }) =>
      each(
        "keys",
        keys,
        ({ rotation, expires }, at) =>
          expires !== undefined && rotation === undefined && `${at}.expires`,
      ),
  },
  {
    code: "P-KEY-VERSIONS",
    severity: "advice",
    source: "limits",
    runbooks: ["rotation-policies", "sql-mi"],
    find: (plan) =>
      each("keys", plan.keys, ({ name, rotation }, at) => {
        const users = plan.sqlInstances.filter(({ key }) => key !== undefined && same(key, name));
        const longest = Math.max(0, ...users.map(({ backupRetention }) => daysOf(backupRetention)));
        const lasts = daysOf(rotation?.after ?? "P99999D") * VERSIONS_MAX;
        return lasts < longest && `${at}.rotation.after`;
      }),
  },
  {
    code: "P-KEY-CONTROLLERS",
    severity: "advice",
    source: "ours",
    runbooks: ["keys", "ad-disks"],
    find: (plan) =>
      each("keys", plan.keys, ({ name }, at) => {
        const isOf = (diskSet: string | undefined): boolean => {
          const set = named(plan.diskSets, diskSet);
          return set !== undefined && same(set.key, name);
        };
        const isShared =
          plan.machines.some(({ diskSet }) => isOf(diskSet))
          || plan.aksClusters.some(({ diskSet }) => isOf(diskSet))
          || usersOf(plan, name).some(({ kind }) => kind !== "disks");
        return (
          isShared && plan.domainControllers.some(({ diskSet }) => isOf(diskSet)) && `${at}.name`
        );
      }),
  },
  {
    code: "P-KEY-UNUSED",
    severity: "advice",
    source: "plan",
    runbooks: ["keys"],
    find: (plan) =>
      each(
        "keys",
        plan.keys,
        ({ name }, at) =>
          usersOf(plan, name).length === 0 && !isForIdentity(plan, name) && `${at}.name`,
      ),
  },
  {
    code: "P-DISK-SET-UNUSED",
    severity: "stops",
    source: "plan",
    runbooks: ["service-roles", "repoint"],
    find: (plan) => {
      const used = [
        ...machinesOf(plan).map(({ diskSet }) => diskSet),
        ...plan.aksClusters.map(({ diskSet }) => diskSet),
        ...(plan.siteRecovery?.items ?? []).map(({ targetDiskSet }) => targetDiskSet),
      ];
      return plan.diskSets.flatMap(({ name }, i) =>
        hits(
          !used.some((one) => one !== undefined && same(one, name))
            && `diskSets[${String(i)}].name`,
        ),
      );
    },
  },
];
