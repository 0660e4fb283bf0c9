// Role assignments: read, granted and removed (docs/azure-protocol.md 5).
import { isObject, readJson, type JsonObject } from "../../crypto/index.ts";
import { badParameter, ok, refuse, type Answer, type Call } from "./answer.ts";
import type { Machine } from "./machine.ts";
import { covers, noDefinition, roleDefinitionId, roleOfId } from "./role-definitions.ts";
import type { Assignment } from "./state.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The scope of a path that caught `keys` or `keys/NAME` before `/providers`, or nothing. */
export const scopeOf = ({ caught: [scope = ""] }: Call): string => `/${scope}`;

/** GET roleAssignments: those at this scope and below it. */
export function listRoleAssignments({ state }: Machine, call: Call): Answer {
  const found = state.assignments.filter(({ scope }) => covers(scopeOf(call), scope));
  return ok({ value: found.map(bodyOf) });
}

/** GET roleAssignments/NAME. */
export function getRoleAssignment({ state }: Machine, call: Call): Answer {
  const found = state.assignments.find(isNamed(call));
  return found === undefined ? missing(call) : ok(bodyOf(found));
}

/** DELETE roleAssignments/NAME: the answer is the removed one. */
export function deleteRoleAssignment(machine: Machine, call: Call): Answer {
  const { state } = machine;
  const found = state.assignments.find(isNamed(call));
  if (found === undefined) return missing(call);
  machine.commit({ ...state, assignments: state.assignments.filter((one) => one !== found) });
  return ok(bodyOf(found));
}

/** PUT roleAssignments/NAME. An existing one is never replaced. */
export function putRoleAssignment(machine: Machine, call: Call): Answer {
  const { state } = machine;
  const name = nameOf(call);
  const { principalId, roleDefinitionId: role } = propertiesOf(call.body);
  if (
    !GUID.test(name)
    || typeof principalId !== "string"
    || typeof role !== "string"
    || !GUID.test(principalId.toLowerCase())
  )
    return badParameter("A role assignment needs a name, a role definition and a principal.");
  const known = roleOfId(role);
  if (known === null) return noDefinition(call.activity);
  const wanted: Assignment = {
    name,
    role: known,
    principal: principalId.toLowerCase(),
    scope: scopeOf(call),
  };
  const same = state.assignments.find((one) => isSame(one, wanted));
  // As recorded of a real HSM (azure-powershell, issue 22463).
  if (same !== undefined)
    return refuse(
      400,
      "MatchingRoleAssignmentExists",
      `Role assignment '${same.name}' already adds role '${role}' to principal '${same.principal}' `
        + `in scope '${same.scope}'. (Activity ID: ${call.activity})`,
    );
  if (state.assignments.some((one) => one.name === name))
    // A real HSM's code is unknown; this is that of Azure's own role assignments.
    return refuse(
      409,
      "RoleAssignmentExists",
      "The role assignment already exists " + `(Activity ID: ${call.activity})`,
    );
  machine.commit({ ...state, assignments: [...state.assignments, wanted] });
  return { status: 201, body: bodyOf(wanted) };
}

const nameOf = ({ caught: [, name = ""] }: Call): string => name.toLowerCase();

const isNamed =
  (call: Call) =>
  ({ name, scope }: Assignment): boolean =>
    name === nameOf(call) && scope === scopeOf(call);

const isSame = (one: Assignment, other: Assignment): boolean =>
  one.role === other.role && one.principal === other.principal && one.scope === other.scope;

const missing = ({ activity }: Call): Answer =>
  refuse(
    404,
    "RoleAssignmentNotFound",
    `Requested role assignment not found (Activity ID: ${activity})`,
  );

function propertiesOf(body: Uint8Array): JsonObject {
  const reading = readJson(body);
  const properties = reading.ok && isObject(reading.value) ? reading.value["properties"] : null;
  return isObject(properties ?? undefined) ? (properties as JsonObject) : {};
}

function bodyOf({ name, role, principal, scope }: Assignment): JsonObject {
  const at = scope === "/" ? "" : scope;
  return {
    id: `${at}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    properties: { principalId: principal, roleDefinitionId: roleDefinitionId(role), scope },
    type: "Microsoft.Authorization/roleAssignments",
  };
}
