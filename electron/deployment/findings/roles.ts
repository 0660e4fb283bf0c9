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
    says: "One person could both grant roles and use keys, so that nothing needs a second person.",
    next: "Give Administrator, Crypto Officer and Policy Administrator to others than Crypto User.",
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
    says: "A service is not granted the role with which it could use its key.",
    next: "Grant it Managed HSM Crypto Service Encryption User at its key.",
    source: "roles",
    runbooks: ["service-roles"],
    find: (plan) => withoutRole(plan, (name) => !isSecondary(plan, name)),
  },
  {
    code: "P-SQL-SECONDARY-ROLE",
    severity: "stops",
    says: "The secondary instance is not granted the role with which it could use the key after a failover.",
    next: "Grant it Managed HSM Crypto Service Encryption User too: its identity is another one.",
    source: "tde",
    runbooks: ["service-roles", "sql-mi"],
    find: (plan) => withoutRole(plan, (name) => isSecondary(plan, name)),
  },
  {
    code: "P-ROLE-WIDE",
    severity: "stops",
    says: "A service could use keys that are not its own.",
    next: "Grant the role at /keys/NAME of its key.",
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
    says: "A service is granted a key that it does not use.",
    next: "Remove the role, or correct the key.",
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
    says: "A service is granted a role that is meant for people.",
    next: "Grant it Managed HSM Crypto Service Encryption User only.",
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
    says: "A person is granted the role of a service, and could open whatever that service encrypts.",
    next: "Grant it to the service's identity only.",
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
    says: "A Managed HSM takes no more than 10 role assignments at one key.",
    next: "Use a second key for some of the services.",
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
    says: "A Managed HSM takes no more than 50 role assignments at / and /keys.",
    next: "Grant roles to groups instead of people.",
    source: "limits",
    runbooks: ["roles"],
    find: ({ roles }) =>
      hits(roles.filter(({ scope }) => !scope.startsWith("/keys/")).length > AT_THE_HSM && "roles"),
  },
  {
    code: "P-ROLE-ADMINISTRATORS-FEW",
    severity: "stops",
    says: "Fewer than two people are Managed HSM Administrators: if one leaves, nobody is left.",
    next: "Grant the role at / to a group of two or three people.",
    source: "secure",
    runbooks: ["roles"],
    find: (plan) => hits(administrators(plan) < 2 && "roles"),
  },
  {
    code: "P-ROLE-ADMINISTRATORS-OTHER",
    severity: "stops",
    says: "The creation makes a person administrator of an HSM whom no role makes one, and they stay administrator.",
    next: "Name in administrators only those who are granted Managed HSM Administrator at /.",
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
    says: "More than three people are Managed HSM Administrators, each of whom can take any role.",
    next: "Keep the group to two or three people, as the plan says.",
    source: "plan",
    runbooks: ["roles"],
    find: (plan) => hits(administrators(plan) > 3 && "roles"),
  },
  {
    code: "P-ROLE-SELF-GRANT",
    severity: "advice",
    says: "More than five people can make themselves Administrator, and so download the security domain.",
    next: "Keep them few; Entra's Global Administrators, and everyone who may join a group with such a role, can do it too.",
    source: "access",
    runbooks: ["roles"],
    find: (plan) => hits(selfAdministrators(plan).length > 5 && "roles"),
  },
  {
    code: "P-ROLE-NO-CRYPTO-USER",
    severity: "stops",
    says: "Nobody could list, create or rotate keys: only a Crypto User at / or /keys may, a Crypto Officer may not.",
    next: "Grant Managed HSM Crypto User at /keys.",
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
    says: "Nobody could recover a deleted key: only a Crypto Officer may, a Crypto User may not.",
    next: "Grant Managed HSM Crypto Officer at /.",
    source: "roles",
    runbooks: ["roles"],
    find: (plan) => hits(peopleWith(plan, ["Managed HSM Crypto Officer"]).length === 0 && "roles"),
  },
  {
    code: "P-ROLE-POLICY-SCOPE",
    severity: "stops",
    says: "Policy Administrator is granted at less than the whole HSM, where az fails to use it.",
    next: "Grant it at /, or use Crypto Officer.",
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
    says: "The same role is granted twice.",
    next: "Remove one of the two.",
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
    says: "A group with a role lists no members, so nobody can check who has that role.",
    next: "List its members.",
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
