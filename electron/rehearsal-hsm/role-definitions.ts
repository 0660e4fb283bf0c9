// The built-in roles of a Managed HSM, as recorded (docs/azure-protocol.md 5), and what they
// permit.
import type { JsonObject } from "../../crypto/index.ts";
import { ok, refuse, type Answer, type Call } from "./answer.ts";
import type { State } from "./state.ts";

const ACTION = "Microsoft.KeyVault/managedHsm/";
const PREFIX = "Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/";

/** What a question needs, without the common prefix. */
export type Action =
  | `securitydomain/${
      | "download/action"
      | "download/read"
      | "upload/action"
      | "upload/read"
      | "transferkey/read"}`
  | `${"backup" | "restore"}/${"start" | "status"}/action`
  | `roleAssignments/${"read" | "write" | "delete"}/action`
  | "roleDefinitions/read/action"
  | `settings/${"read" | "write"}/action`
  | `keys/${"read/action" | "write/action" | "create" | "rotate/action" | "delete"}`
  | `keys/deletedKeys/${"read/action" | "delete"}`;

const ROLES = ["roleAssignments/read/action", "roleDefinitions/read/action"] as const;
const ROLE_CHANGES = [
  "roleAssignments/delete/action",
  "roleAssignments/write/action",
  "roleDefinitions/write/action",
  "roleDefinitions/delete/action",
] as const;

interface Role {
  readonly id: string;
  readonly name: string;
  readonly actions: readonly string[];
}

export const ADMINISTRATOR_ROLE = "a290e904-7015-4bba-90c8-60543313cdb4";

/**
 * In the recorded order. Restore User is Microsoft's page's; the names of the actions of settings
 * were not seen.
 */
const BUILT_IN: readonly Role[] = [
  {
    id: "7b127d3c-77bd-4e3e-bbe0-dbb8971fa7f8",
    name: "Managed HSM Backup User",
    actions: ["backup/start/action", "backup/status/action", "keys/backup/action"],
  },
  {
    id: "6efe6056-5259-49d2-8b3d-d3d73544b20b",
    name: "Managed HSM Restore User",
    actions: ["restore/start/action", "restore/status/action", "keys/restore/action"],
  },
  {
    id: "33413926-3206-4cdd-b39a-83574fe37a17",
    name: "Managed HSM Crypto Service Encryption User",
    actions: ["keys/read/action", "keys/wrap/action", "keys/unwrap/action"],
  },
  {
    id: "21dbd100-6940-42c2-9190-5d6cb909625c",
    name: "Managed HSM Crypto Service Release User",
    actions: ["keys/release/action"],
  },
  {
    id: "2c18b078-7c48-4d3a-af88-5a3a1b3f82b3",
    name: "Managed HSM Crypto Auditor",
    actions: [...ROLES, "keys/read/action", "keys/deletedKeys/read/action"],
  },
  {
    id: "4bd23610-cdcf-4971-bdee-bdc562cc28e4",
    name: "Managed HSM Policy Administrator",
    actions: [...ROLES, ...ROLE_CHANGES],
  },
  {
    id: "21dbd100-6940-42c2-9190-5d6cb909625b",
    name: "Managed HSM Crypto User",
    actions: [
      ...ROLES,
      ...[
        "read/action",
        "write/action",
        "delete",
        "create",
        "rotate/action",
        "import/action",
        "release/action",
        "backup/action",
        "restore/action",
        "encrypt/action",
        "decrypt/action",
        "wrap/action",
        "unwrap/action",
        "sign/action",
        "verify/action",
        "derive/action",
      ].map((verb) => `keys/${verb}`),
      "rng/action",
    ],
  },
  {
    id: "515eb02d-2335-4d2d-92f2-b1cbdf9c3778",
    name: "Managed HSM Crypto Officer",
    actions: [
      ...ROLES,
      ...ROLE_CHANGES,
      "keys/deletedKeys/read/action",
      "keys/deletedKeys/delete",
      "keys/deletedKeys/recover/action",
      "keys/export/action",
    ],
  },
  {
    id: ADMINISTRATOR_ROLE,
    name: "Managed HSM Administrator",
    actions: [
      ...ROLES,
      ...ROLE_CHANGES,
      "securitydomain/download/action",
      "securitydomain/download/read",
      "securitydomain/upload/action",
      "securitydomain/upload/read",
      "securitydomain/transferkey/read",
      "backup/start/action",
      "restore/start/action",
      "backup/status/action",
      "restore/status/action",
      "settings/read/action",
      "settings/write/action",
    ],
  },
];

/** Azure's own form of a role: no slash at its beginning. */
export const roleDefinitionId = (role: string): string => `${PREFIX}${role}`;

/** The role of an id, even with a slash at its beginning; null if there is none. */
export function roleOfId(id: string): string | null {
  const named = id.replace(/^\//, "").toLowerCase();
  return BUILT_IN.find((role) => roleDefinitionId(role.id).toLowerCase() === named)?.id ?? null;
}

/** True when an assignment of one of the principals covers the scope and its role has the action. */
export const permits = (
  { assignments }: State,
  principals: readonly string[],
  action: Action,
  scope: string,
): boolean =>
  assignments.some(
    (one) =>
      principals.includes(one.principal)
      && covers(one.scope, scope)
      && BUILT_IN.find(({ id }) => id === one.role)?.actions.includes(action) === true,
  );

/** "/" covers everything, "/keys" all keys. */
export const covers = (wide: string, narrow: string): boolean =>
  wide === "/" || wide === narrow || narrow.startsWith(`${wide}/`);

/** As recorded: `(AccessDenied) Not authorized to access ... on / (Activity ID: ...)`. */
export const accessDenied = (action: Action, scope: string, activity: string): Answer =>
  refuse(
    403,
    "AccessDenied",
    `Not authorized to access ${ACTION}${action} on ${scope} (Activity ID: ${activity})`,
  );

/** GET roleDefinitions: the built-in ones, at any scope. */
export const listRoleDefinitions = (): Answer => ok({ value: BUILT_IN.map(definitionOf) });

/** GET roleDefinitions/NAME. */
export function getRoleDefinition(_: unknown, { caught: [, name = ""], activity }: Call): Answer {
  const role = BUILT_IN.find(({ id }) => id === name.toLowerCase());
  return role === undefined ? noDefinition(activity) : ok(definitionOf(role));
}

export const noDefinition = (activity: string): Answer =>
  refuse(
    404,
    "RoleDefinitionNotFound",
    `Requested role definition not found (Activity ID: ${activity})`,
  );

const definitionOf = ({ id, name, actions }: Role): JsonObject => ({
  id: roleDefinitionId(id),
  name: id,
  properties: {
    assignableScopes: ["/"],
    description: "",
    permissions: [
      {
        actions: [],
        dataActions: actions.map((action) => `${ACTION}${action}`),
        notActions: [],
        notDataActions: [],
      },
    ],
    roleName: name,
    type: "AKVBuiltInRole",
  },
  type: "Microsoft.Authorization/roleDefinitions",
});
