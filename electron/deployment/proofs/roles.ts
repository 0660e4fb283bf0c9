// roles: the HSM has every role assignment of the plan, at its scope, and no other.
import type { Plan } from "../plan/plan.ts";
import { ROLE_IDS, type RoleName } from "../../text/built-in-roles.ts";
import { alike, unread } from "./about.ts";
import { differs, NOTHING, type Finding } from "./finding.ts";
import { assignmentsIn, principalOf, servicesOf, type Assignment } from "./people.ts";
import type { Case, Proof } from "./proof.ts";
import { identityReads } from "./identity-reads.ts";
import { listRoles, rolesAt } from "./reads.ts";

/** Microsoft's limits on role assignments, at one key and at the whole HSM. */
const AT_KEY_MAX = 10;
const AT_HSM_MAX = 50;

export const roles: Proof = {
  part: "expected",
  source: "managed-hsm/access-control.md, built-in-roles.md; HSM facts, sections 2.E and 3",
  reads: (plan) => [
    ...scopesOf(plan).map((scope) => listRoles(plan, scope)),
    ...identityReads(plan),
  ],
  evaluate: (given) => {
    const actual = assignmentsIn(given.answers);
    return [
      ...unread(given.answers, ...scopesOf(given.plan).map(rolesAt)),
      ...given.plan.roles.flatMap((role) => missing(given, role, actual)),
      // A service of a later phase needs its role as soon as it has an identity.
      ...laterRoles(given)
        .filter(({ assignee }) => principalOf(wholeOf(given), given.answers, assignee) !== null)
        .flatMap((role) => missing({ ...given, plan: wholeOf(given) }, role, actual)),
      ...actual.flatMap((one) => unplanned(given, one)),
      ...apart(given.plan, actual),
      ...crowded(actual),
    ];
  },
};

/** `/` and `/keys` omit the assignments at a key: each key is queried. */
const scopesOf = (plan: Plan): readonly string[] => [
  "/",
  "/keys",
  ...plan.keys.map(({ name }) => `/keys/${name}`),
];

function missing(
  { plan, answers }: Case,
  { role, assignee, scope }: Plan["roles"][number],
  actual: readonly Assignment[],
): readonly Finding[] {
  const id = principalOf(plan, answers, assignee);
  if (id === null) {
    const own = servicesOf(plan).find(({ name }) => name === assignee);
    return [differs(`${assignee}: ${own?.member ?? "objectId"}`, "an object id", NOTHING)];
  }
  const own = actual.filter((one) => alike(one.principal, id) && one.role === ROLE_IDS[role]);
  if (own.some((one) => alike(one.scope, scope))) return [];
  const place = `${role} of ${assignee}`;
  const [elsewhere] = own;
  return elsewhere === undefined
    ? [differs(`${place} at ${scope}: properties.principalId`, id, NOTHING)]
    : [differs(`${place}: properties.scope`, scope, elsewhere.scope)];
}

const wholeOf = ({ plan, whole = plan }: Case): Plan => whole;

const laterRoles = (given: Case): Plan["roles"] =>
  wholeOf(given).roles.filter((role) => !given.plan.roles.includes(role));

function unplanned(given: Case, one: Assignment): readonly Finding[] {
  const { answers } = given;
  const plan = wholeOf(given);
  const isPlanned = plan.roles.some(
    ({ role, assignee, scope }) =>
      one.role === ROLE_IDS[role]
      && alike(one.scope, scope)
      && alike(one.principal, principalOf(plan, answers, assignee) ?? ""),
  );
  if (isPlanned) return [];
  if (one.role === "")
    return [differs("properties.roleDefinitionId", "a role of the HSM", "none, or another role")];
  return [
    differs(
      `${roleNameOf(one.role)} at ${one.scope}: properties.principalId`,
      "nobody that the plan does not name",
      one.principal,
    ),
  ];
}

const GOVERNS: readonly RoleName[] = [
  "Managed HSM Administrator",
  "Managed HSM Crypto Officer",
  "Managed HSM Policy Administrator",
];
const USES: RoleName = "Managed HSM Crypto User";
const SERVES: RoleName = "Managed HSM Crypto Service Encryption User";

/** Nobody both governs and manages keys, no person has a service's role, and no service has another. */
function apart(plan: Plan, actual: readonly Assignment[]): readonly Finding[] {
  const has = (principal: string, ...names: readonly RoleName[]): boolean =>
    actual.some(
      (one) => one.principal === principal && names.some((name) => ROLE_IDS[name] === one.role),
    );
  const people = [...plan.people, ...plan.groups].map(({ objectId }) => objectId.toLowerCase());
  return [...new Set(actual.map(({ principal }) => principal))].flatMap((principal) => [
    ...(has(principal, ...GOVERNS) && has(principal, USES)
      ? [differs("properties.principalId", `not both a governing role and ${USES}`, principal)]
      : []),
    ...(people.includes(principal) && has(principal, SERVES)
      ? [differs("properties.principalId", `no person with ${SERVES}`, principal)]
      : []),
  ]);
}

function crowded(actual: readonly Assignment[]): readonly Finding[] {
  return [...new Set(actual.map(({ scope }) => scope))].flatMap((scope) => {
    const count = actual.filter((one) => one.scope === scope).length;
    const most = scope.startsWith("/keys/") ? AT_KEY_MAX : AT_HSM_MAX;
    return count <= most
      ? []
      : [differs(`assignments at ${scope}`, `at most ${String(most)}`, String(count))];
  });
}

const roleNameOf = (id: string): string =>
  Object.entries(ROLE_IDS).find(([, own]) => own === id)?.[0] ?? `role ${id}`;
