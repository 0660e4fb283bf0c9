// Roles: who could act alone, and which service could not use its key.
import { named, same } from "../plan/named.ts";
import { peopleOf } from "../plan/people-of.ts";
import type { Plan } from "../plan/plan.ts";
import { servicesOf } from "../plan/services-of.ts";
import { GRANTING, type RoleName } from "../../text/built-in-roles.ts";
import { selfAdministrators } from "../plan/powers.ts";
import { each, hits, type Hit, type Rule } from "./rule.ts";

const SERVICE_ROLE: RoleName = "Managed HSM Crypto Service Encryption User";
/** The service's limits of role assignments. */
const AT_A_KEY = 10;
const AT_THE_HSM = 50;

const isPerson = ({ people, groups }: Plan, name: string): boolean =>
  named(people, name) !== undefined || named(groups, name) !== undefined;

const serviceOf = (plan: Plan, name: string) => named(servicesOf(plan), name);

/** The people with one of these roles, and where. */
const peopleWith = (plan: Plan, roles: readonly RoleName[]) =>
  plan.roles.flatMap(({ role, assignee }, i) =>
    roles.includes(role)
      ? peopleOf(plan, assignee).map((person) => ({ person, at: `roles[${String(i)}].assignee` }))
      : [],
  );

/** Whether a service has the role at its own key. */
const isGranted = (plan: Plan, service: string, key: string): boolean =>
  plan.roles.some(
    ({ role, assignee, scope }) =>
      role === SERVICE_ROLE && same(assignee, service) && covers(scope, key),
  );

/** A scope that is too wide has its own finding, and still grants the key. */
const covers = (scope: string, key: string): boolean =>
  scope === "/" || scope === "/keys" || same(scope, `/keys/${key}`);

const isSecondary = (plan: Plan, name: string): boolean =>
  plan.failoverGroup !== undefined && same(plan.failoverGroup.secondary, name);

const withoutRole = (plan: Plan, wanted: (name: string) => boolean): readonly Hit[] =>
  servicesOf(plan).flatMap(({ name, key, at }) =>
    hits(
      key !== undefined && wanted(name) && !isGranted(plan, name, key) && [`${at}.key`, "roles"],
    ),
  );

export const ROLES: readonly Rule[] = [
  {
    code: "P-ROLE-SEPARATION",
    severity: "stops",
    source: "access",
    runbooks: ["roles"],
    find: (plan) => {
      const users = peopleWith(plan, ["Managed HSM Crypto User"]);
      const granting = [...peopleWith(plan, GRANTING), ...firstAdministrators(plan)];
      const both = granting.flatMap(({ person, at }) =>
        users.filter((user) => user.person === person).map((user): Hit => [at, user.at]),
      );
      return unique(both);
    },
  },
  {
    code: "P-ROLE-SERVICE-MISSING",
    severity: "stops",
    source: "roles",
    runbooks: ["service-roles"],
    find: (plan) => withoutRole(plan, (name) => !isSecondary(plan, name)),
  },
  {
    code: "P-SQL-SECONDARY-ROLE",
    severity: "stops",
    source: "tde",
    runbooks: ["service-roles", "sql-mi"],
    find: (plan) => withoutRole(plan, (name) => isSecondary(plan, name)),
  },
  {
    code: "P-ROLE-WIDE",
    severity: "stops",
    source: "secure",
    runbooks: ["service-roles"],
    find: ({ roles }) =>
      each(
        "roles",
        roles,
        ({ role, scope }, at) =>
          role === SERVICE_ROLE && (scope === "/" || scope === "/keys") && `${at}.scope`,
      ),
  },
  {
    code: "P-ROLE-OTHER-KEY",
    severity: "advice",
    source: "secure",
    runbooks: ["service-roles"],
    find: (plan) =>
      each("roles", plan.roles, ({ role, assignee, scope }, at) => {
        const service = serviceOf(plan, assignee);
        const isOther = scope.startsWith("/keys/") && !same(scope, `/keys/${service?.key ?? ""}`);
        if (service?.key === undefined) return false;
        return role === SERVICE_ROLE && isOther && `${at}.scope`;
      }),
  },
  {
    code: "P-ROLE-SERVICE-POWER",
    severity: "stops",
    source: "roles",
    runbooks: ["service-roles"],
    find: (plan) =>
      each(
        "roles",
        plan.roles,
        ({ role, assignee }, at) =>
          role !== SERVICE_ROLE && serviceOf(plan, assignee) !== undefined && `${at}.role`,
      ),
  },
  {
    code: "P-ROLE-PERSON-SERVICE",
    severity: "stops",
    source: "roles",
    runbooks: ["service-roles"],
    find: (plan) =>
      each(
        "roles",
        plan.roles,
        ({ role, assignee }, at) =>
          role === SERVICE_ROLE && isPerson(plan, assignee) && `${at}.assignee`,
      ),
  },
  {
    code: "P-ROLE-LIMIT-KEY",
    severity: "stops",
    source: "limits",
    runbooks: ["service-roles"],
    find: ({ roles, keys }) =>
      each("keys", keys, ({ name }, at) => {
        const count = roles.filter(({ scope }) => same(scope, `/keys/${name}`)).length;
        return count > AT_A_KEY && [`${at}.name`, "roles"];
      }),
  },
  {
    code: "P-ROLE-LIMIT-HSM",
    severity: "stops",
    source: "limits",
    runbooks: ["roles"],
    find: ({ roles }) =>
      hits(roles.filter(({ scope }) => !scope.startsWith("/keys/")).length > AT_THE_HSM && "roles"),
  },
  {
    code: "P-ROLE-ADMINISTRATORS-FEW",
    severity: "stops",
    source: "secure",
    runbooks: ["roles"],
    find: (plan) => hits(administrators(plan) < 2 && "roles"),
  },
  {
    code: "P-ROLE-ADMINISTRATORS-OTHER",
    severity: "stops",
    source: "access",
    runbooks: ["provision", "roles", "recovery-rehearsal"],
    find: (plan) =>
      (["hsm", "recoveryHsm"] as const).flatMap((pool) => {
        const granted = administratorNames(plan);
        const first = plan[pool]?.administrators ?? [];
        const areGranted = first.every((one) => granted.some((name) => same(one, name)));
        return hits(!areGranted && [`${pool}.administrators`, "roles"]);
      }),
  },
  {
    code: "P-ROLE-ADMINISTRATORS-MANY",
    severity: "advice",
    source: "plan",
    runbooks: ["roles"],
    find: (plan) => hits(administrators(plan) > 3 && "roles"),
  },
  {
    code: "P-ROLE-SELF-GRANT",
    severity: "advice",
    source: "access",
    runbooks: ["roles"],
    find: (plan) => hits(selfAdministrators(plan).length > 5 && "roles"),
  },
  {
    code: "P-ROLE-NO-CRYPTO-USER",
    severity: "stops",
    source: "roles",
    runbooks: ["roles", "keys"],
    find: (plan) => {
      // At a single key nobody may see which others there are.
      const roles = plan.roles.filter(({ scope }) => scope === "/" || scope === "/keys");
      const users = peopleWith({ ...plan, roles }, ["Managed HSM Crypto User"]);
      return hits(users.length === 0 && "roles");
    },
  },
  {
    code: "P-ROLE-NO-CRYPTO-OFFICER",
    severity: "advice",
    source: "roles",
    runbooks: ["roles"],
    find: (plan) => hits(peopleWith(plan, ["Managed HSM Crypto Officer"]).length === 0 && "roles"),
  },
  {
    code: "P-ROLE-POLICY-SCOPE",
    severity: "stops",
    source: "roleManagement",
    runbooks: ["roles"],
    find: ({ roles }) =>
      each(
        "roles",
        roles,
        ({ role, scope }, at) =>
          role === "Managed HSM Policy Administrator" && scope !== "/" && `${at}.scope`,
      ),
  },
  {
    code: "P-ROLE-TWICE",
    severity: "advice",
    source: "plan",
    runbooks: ["roles", "service-roles"],
    find: ({ roles }) =>
      each("roles", roles, (one, at, i) => {
        const first = roles.findIndex(
          ({ role, assignee, scope }) =>
            role === one.role && same(assignee, one.assignee) && same(scope, one.scope),
        );
        return first < i && [`roles[${String(first)}]`, at];
      }),
  },
  {
    code: "P-GROUP-EMPTY",
    severity: "advice",
    source: "access",
    runbooks: ["roles"],
    find: ({ groups, roles }) =>
      each(
        "groups",
        groups,
        ({ name, members }, at) =>
          members.length === 0
          && roles.some(({ assignee }) => same(assignee, name))
          && `${at}.members`,
      ),
  },
];

/** The administrators of the whole HSM by role. */
const administratorNames = ({ roles }: Plan): readonly string[] =>
  roles
    .filter(({ role, scope }) => role === "Managed HSM Administrator" && scope === "/")
    .map(({ assignee }) => assignee);

/** The administrators by creation of an HSM and not by a role, each with its member. */
const firstAdministrators = (plan: Plan) =>
  (["hsm", "recoveryHsm"] as const).flatMap((pool) =>
    (plan[pool]?.administrators ?? []).flatMap((name, i) =>
      administratorNames(plan).some((one) => same(one, name))
        ? []
        : peopleOf(plan, name).map((person) => ({
            person,
            at: `${pool}.administrators[${String(i)}]`,
          })),
    ),
  );

const administrators = (plan: Plan): number =>
  new Set(peopleWith(plan, ["Managed HSM Administrator"]).map(({ person }) => person)).size;

/** Each pair of members once, however many people it concerns. */
const unique = (found: readonly Hit[]): readonly Hit[] => [
  ...new Map(found.map((hit) => [hit.join(" "), hit])).values(),
];
