// Roles and who has them, as @azure/keyvault-admin's KeyVaultAccessControlClient asks for them.
import { isArray, isObject, type Json, type JsonObject } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";
import { judgedChange } from "./ask.ts";
import { itemsOf } from "./pages.ts";
import type { Rest } from "./rest.ts";

export interface KeyVaultPermission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

export interface KeyVaultRoleDefinition {
  /** `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/NAME`. */
  readonly id: string;
  /** A GUID. */
  readonly name: string;
  readonly kind: string;
  readonly roleName: string;
  readonly description: string;
  readonly roleType: string;
  readonly permissions: readonly KeyVaultPermission[];
  readonly assignableScopes: readonly string[];
}

export interface KeyVaultRoleAssignment {
  readonly id: string;
  /** A GUID. */
  readonly name: string;
  readonly kind: string;
  readonly properties: {
    readonly roleDefinitionId: string;
    readonly principalId: string;
    readonly scope: string;
  };
}

/**
 * Scopes are "/", "/keys" and "/keys/NAME". @throws Fault E-HSM-BODY for a scope or name of another
 * form, or an answer of another form; E-HSM-NONE where there is none of this name
 */
export interface KeyVaultAccessControlClient {
  listRoleDefinitions(roleScope: string): AsyncIterable<KeyVaultRoleDefinition>;
  getRoleDefinition(roleScope: string, name: string): Promise<KeyVaultRoleDefinition>;
  listRoleAssignments(roleScope: string): AsyncIterable<KeyVaultRoleAssignment>;
  getRoleAssignment(roleScope: string, name: string): Promise<KeyVaultRoleAssignment>;
  /**
   * @param name a new GUID, chosen before, so that after E-HSM-UNKNOWN-OUTCOME it can be asked for
   * @throws Fault E-HSM-ROLE-EXISTS, E-HSM-UNKNOWN-OUTCOME
   */
  createRoleAssignment(
    roleScope: string, name: string, roleDefinitionId: string, principalId: string,
  ): Promise<KeyVaultRoleAssignment>;
  deleteRoleAssignment(roleScope: string, name: string): Promise<void>;
}

export function accessControlClient({ ask, follow }: Rest): KeyVaultAccessControlClient {
  const read = (path: string): Promise<JsonObject> =>
    ask({ method: "GET", path, missing: "E-HSM-NONE" });
  return {
    async* listRoleDefinitions(scope) {
      for await (const one of itemsOf(read(pathOf(scope, "roleDefinitions")), follow))
        yield definitionOf(one);
    },
    getRoleDefinition: async (scope, name) =>
      definitionOf(await read(pathOf(scope, "roleDefinitions", name))),
    async* listRoleAssignments(scope) {
      for await (const one of itemsOf(read(pathOf(scope, "roleAssignments")), follow))
        yield assignmentOf(one);
    },
    getRoleAssignment: async (scope, name) =>
      assignmentOf(await read(pathOf(scope, "roleAssignments", name))),
    async createRoleAssignment(scope, name, roleDefinitionId, principalId) {
      const answer = await ask({
        method: "PUT", path: pathOf(scope, "roleAssignments", name), conflict: "E-HSM-ROLE-EXISTS",
        body: JSON.stringify({ properties: { roleDefinitionId, principalId } }),
      });
      return judgedChange(() => assignmentOf(answer));
    },
    async deleteRoleAssignment(scope, name) {
      await ask({
        method: "DELETE", path: pathOf(scope, "roleAssignments", name), missing: "E-HSM-NONE",
      });
    },
  };
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SCOPE = /^\/(keys(\/[0-9A-Za-z-]{1,127})?)?$/;

/** The scope "/" has no word of its own in a path (docs/azure-protocol.md 5). */
function pathOf(scope: string, what: string, name?: string): string {
  if (!SCOPE.test(scope) || (name !== undefined && !GUID.test(name))) throw fault("E-HSM-BODY");
  const at = scope === "/" ? "" : `${scope.slice(1)}/`;
  const one = name === undefined ? "" : `/${name}`;
  return `${at}providers/Microsoft.Authorization/${what}${one}`;
}

function assignmentOf(value: Json): KeyVaultRoleAssignment {
  const [one, properties] = partsOf(value);
  return {
    id: text(one["id"]), name: guid(one["name"]), kind: text(one["type"]),
    properties: {
      roleDefinitionId: text(properties["roleDefinitionId"]),
      principalId: guid(properties["principalId"]), scope: text(properties["scope"]),
    },
  };
}

function definitionOf(value: Json): KeyVaultRoleDefinition {
  const [one, properties] = partsOf(value);
  return {
    id: text(one["id"]), name: guid(one["name"]), kind: text(one["type"]),
    roleName: text(properties["roleName"]), description: text(properties["description"]),
    roleType: text(properties["type"]),
    permissions: list(properties["permissions"]).map(permissionOf),
    assignableScopes: list(properties["assignableScopes"]).map(text),
  };
}

function permissionOf(value: Json): KeyVaultPermission {
  const of = isObject(value) ? value : {};
  return {
    actions: list(of["actions"]).map(text), notActions: list(of["notActions"]).map(text),
    dataActions: list(of["dataActions"]).map(text),
    notDataActions: list(of["notDataActions"]).map(text),
  };
}

function partsOf(value: Json): readonly [JsonObject, JsonObject] {
  const properties = isObject(value) ? value["properties"] : undefined;
  if (!isObject(value) || !isObject(properties)) throw fault("E-HSM-BODY");
  return [value, properties];
}

function text(value: Json | undefined): string {
  if (typeof value !== "string") throw fault("E-HSM-BODY");
  return value;
}

function guid(value: Json | undefined): string {
  if (typeof value !== "string" || !GUID.test(value)) throw fault("E-HSM-BODY");
  return value.toLowerCase();
}

const list = (value: Json | undefined): readonly Json[] =>
  value !== undefined && isArray(value) ? value : [];
