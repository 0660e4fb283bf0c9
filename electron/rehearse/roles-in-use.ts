// Who could do what at the HSM that is lost: assignments as a plan has them, and their list.
import type { ExpectedKey, ExpectedRole } from "../ceremony/ceremony.ts";
import { isFault } from "../../crypto/index.ts";
import type { Hsm, RoleAssignment } from "../hsm/hsm.ts";
import { namedRoles } from "../hsm/roles.ts";

/** Azure's built-in roles: who manages keys, and a service that encrypts with one of them. */
const CRYPTO_USER = "21dbd100-6940-42c2-9190-5d6cb909625b";
const SERVICE_ENCRYPTION = "33413926-3206-4cdd-b39a-83574fe37a17";

/** A number that stands for a person or a service of a rehearsal. */
const made = (kind: string, n: number): string =>
  `5d000000-0000-4000-${kind}-${String(n).padStart(12, "0")}`;

/** The key managers at all keys, and one service at each key. */
export async function putRolesInUse(hsm: Hsm, keys: readonly ExpectedKey[]): Promise<void> {
  const names = [...new Set(keys.map(({ name }) => name))];
  const wanted: readonly RoleAssignment[] = [
    { name: made("9000", 0), role: CRYPTO_USER, principal: made("8000", 16), scope: "/keys" },
    ...names.map((name, i) => ({
      name: made("9000", i + 1),
      role: SERVICE_ENCRYPTION,
      principal: made("8000", 17 + i),
      scope: `/keys/${name}`,
    })),
  ];
  for (const assignment of wanted) await hsm.assignRole(assignment).catch(standsAlready);
}

function standsAlready(error: unknown): void {
  if (!isFault(error) || error.code !== "E-HSM-ROLE-EXISTS") throw error;
}

/** All role assignments, as a recovery expects to find them again. */
export async function rolesOf(hsm: Hsm): Promise<readonly ExpectedRole[]> {
  const roles = await hsm.roles();
  return namedRoles(await hsm.roleAssignments(), roles);
}
