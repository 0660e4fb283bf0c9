// Who has which role: named for a record, compared with the plan, and explained, because
// Microsoft's names promise other things than the roles do (its page "built-in-roles").
import { isArray, isObject, readJson, type Json } from "../../crypto/index.ts";
import { ROLE_IDS, selfGranting } from "../text/built-in-roles.ts";
import { sentence, type Sentence, type Value } from "../text/sentence.ts";
import { fault } from "./faults.ts";
import type { Role, RoleAssignment } from "./hsm.ts";
import { decide, good, wrong, type Point } from "./point.ts";

/** A role assignment for a record: with the role's name, because people do not read GUIDs. */
export interface NamedRole extends Pick<RoleAssignment, "principal" | "role" | "scope"> {
  /** "" if the HSM has no such role. */
  readonly roleName: string;
}

/** Each assignment with the name that the HSM's own list gives its role. */
export const namedRoles = (
  assignments: readonly RoleAssignment[],
  roles: readonly Role[],
): readonly NamedRole[] =>
  assignments.map(({ principal, role, scope }) => ({
    principal,
    role,
    scope,
    roleName: roles.find((one) => one.role === role)?.name ?? "",
  }));

/** What is planned: a role by its name or GUID, whose, and where. */
export interface PlannedRole {
  readonly role: string;
  readonly principal: string;
  readonly scope: string;
}

const ADMINISTRATOR = ROLE_IDS["Managed HSM Administrator"];

const MEANINGS: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  [ADMINISTRATOR, sentence("roles.can.administrator")],
  [ROLE_IDS["Managed HSM Crypto Officer"], sentence("roles.can.crypto-officer")],
  [ROLE_IDS["Managed HSM Crypto User"], sentence("roles.can.crypto-user")],
  [ROLE_IDS["Managed HSM Policy Administrator"], sentence("roles.can.policy-administrator")],
  [ROLE_IDS["Managed HSM Crypto Auditor"], sentence("roles.can.crypto-auditor")],
  [
    ROLE_IDS["Managed HSM Crypto Service Encryption User"],
    sentence("roles.can.crypto-service-encryption-user"),
  ],
  [
    ROLE_IDS["Managed HSM Crypto Service Release User"],
    sentence("roles.can.crypto-service-release-user"),
  ],
  [ROLE_IDS["Managed HSM Backup User"], sentence("roles.can.backup")],
  [ROLE_IDS["Managed HSM Restore User"], sentence("roles.can.restore")],
]);

/** Surprising facts about these roles, shown once. */
export const ROLE_NOTES: readonly Sentence[] = [
  sentence("roles.note.first"),
  sentence("roles.note.inherited"),
  sentence("roles.note.alone"),
];

/** Who, by these roles, can make themselves Administrator; null if nobody can. */
export function selfAdministrators(assignments: readonly RoleAssignment[]): Sentence | null {
  const who = [...new Set(selfGranting(assignments).map(({ principal }) => principal))];
  return who.length === 0 ? null : sentence("roles.note.self", { who: who.join(", ") });
}

/** After an activation, by default: only the first administrators. */
export const firstPlan = (administrators: readonly string[]): readonly PlannedRole[] =>
  administrators.map((principal) => ({ role: ADMINISTRATOR, principal, scope: "/" }));

/**
 * One point for each assignment, with its meaning, and one for each that is planned and missing.
 * People decide about unplanned ones; a missing one is wrong.
 */
export function rolePoints(
  assignments: readonly RoleAssignment[],
  roles: readonly Role[],
  plan: readonly PlannedRole[],
): readonly Point[] {
  const nameOf = (id: string): string | null =>
    roles.find(({ role }) => role === id)?.name ?? (id.includes(" ") ? id : null);
  // The creator of a role chooses its name, which may read like a sentence of ours.
  const shownRole = (id: string): Value => {
    const name = nameOf(id);
    if (name === null) return sentence("roles.id", { id });
    if (!roles.some(({ role }) => role === id)) return name;
    if (!PLAIN_NAME.test(name)) return sentence("roles.id", { id });
    return MEANINGS.has(id) ? name : sentence("roles.named", { name });
  };
  const fits = (one: RoleAssignment, wanted: PlannedRole): boolean =>
    [one.role, nameOf(one.role)].includes(wanted.role)
    && one.principal === wanted.principal.toLowerCase()
    && one.scope === wanted.scope;
  const found = assignments.map((one): Point => {
    const can = MEANINGS.get(one.role);
    const who = { who: one.principal, role: shownRole(one.role), scope: one.scope };
    const told =
      can === undefined
        ? sentence("roles.has", who)
        : sentence("roles.has.meaning", { ...who, can });
    return plan.some((wanted) => fits(one, wanted))
      ? good("role", told)
      : decide("role", told, sentence("roles.unplanned.next"));
  });
  const missing = plan.filter((wanted) => !assignments.some((one) => fits(one, wanted)));
  return [
    ...found,
    ...missing.map(({ role, principal, scope }) =>
      wrong(
        "role",
        sentence("roles.missing", { who: principal, role: shownRole(role), scope }),
        sentence("roles.missing.next"),
      ),
    ),
  ];
}

/** A role's name without characters that end a sentence or a quotation. */
const PLAIN_NAME = /^[\w -]{3,100}$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SCOPE = /^\/(keys(\/[0-9A-Za-z-]{1,127})?)?$/;

/**
 * The plan of role assignments, a file that people write, read strictly: `[{"role":"Managed HSM
 * Crypto User","principal":"<guid>","scope":"/keys"}, ...]`; a role by its name or its GUID.
 * @throws Fault E-HSM-PLAN
 */
export function readPlan(bytes: Uint8Array): readonly PlannedRole[] {
  const reading = readJson(bytes);
  if (!reading.ok || !isArray(reading.value)) throw fault("E-HSM-PLAN");
  return reading.value.map(plannedOf);
}

function plannedOf(value: Json): PlannedRole {
  const { role, principal, scope, ...others } = isObject(value) ? value : {};
  const isPlan =
    typeof role === "string"
    && PLAIN_NAME.test(role)
    && typeof principal === "string"
    && GUID.test(principal)
    && typeof scope === "string"
    && SCOPE.test(scope)
    && Object.keys(others).length === 0;
  if (!isPlan) throw fault("E-HSM-PLAN");
  return { role, principal: principal.toLowerCase(), scope };
}
