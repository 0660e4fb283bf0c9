// Role assignments in the ceremony's words, by the access-control client.
import { isFault } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";
import type { Hsm, Role, RoleAssignment } from "../hsm.ts";
import type {
  KeyVaultAccessControlClient, KeyVaultRoleAssignment, KeyVaultRoleDefinition,
} from "./access-control-client.ts";

const READS_KEYS = "Microsoft.KeyVault/managedHsm/keys/read/action";
const DEFINITION = new RegExp("^/?Microsoft\\.KeyVault/providers/Microsoft\\.Authorization"
  + "/roleDefinitions/([0-9a-f-]{36})$", "i");

type Questions = Pick<Hsm,
  "roles" | "roleAssignments" | "roleAssignment" | "assignRole" | "removeAssignment">;

export function assignmentsOf(client: KeyVaultAccessControlClient): Questions {
  return {
    async roles() {
      const roles: Role[] = [];
      for await (const one of client.listRoleDefinitions("/")) roles.push(roleOf(one));
      return roles;
    },
    async roleAssignments() {
      const found: RoleAssignment[] = [];
      for await (const one of client.listRoleAssignments("/")) found.push(plain(one));
      return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    roleAssignment: (scope, name) =>
      orNull(async () => plain(await client.getRoleAssignment(scope, name))),
    async assignRole({ scope, name, role, principal }) {
      // By the HSM's own list: the form of an id is Azure's.
      const { id } = await client.getRoleDefinition("/", role);
      return plain(await client.createRoleAssignment(scope, name, id, principal));
    },
    async removeAssignment(scope, name) {
      await orNull(() => client.deleteRoleAssignment(scope, name));
    },
  };
}

function roleOf({ name, roleName, permissions }: KeyVaultRoleDefinition): Role {
  const readsKeys = permissions.some(({ dataActions, notDataActions }) =>
    dataActions.includes(READS_KEYS) && !notDataActions.includes(READS_KEYS));
  return { role: name, name: roleName, readsKeys };
}

/** @throws Fault E-HSM-BODY when the role's id is none of Azure's */
function plain({ name, properties }: KeyVaultRoleAssignment): RoleAssignment {
  const role = DEFINITION.exec(properties.roleDefinitionId)?.[1]?.toLowerCase();
  if (role === undefined) throw fault("E-HSM-BODY");
  return { name, role, principal: properties.principalId, scope: properties.scope };
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isFault(error) && error.code === "E-HSM-NONE") return null;
    throw error;
  }
}
