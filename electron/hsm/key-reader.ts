// Who may list the keys: an administrator may not. While the list is made, the person signed in has
// a role that may only read them.
import type { Hsm, RoleAssignment } from "./hsm.ts";

/** Microsoft's built-in role Managed HSM Crypto Auditor: it reads keys, and uses none. */
export const CRYPTO_AUDITOR = "2c18b078-7c48-4d3a-af88-5a3a1b3f82b3";
const KEYS = "/keys";

/**
 * The assignment by which `principal` may list all keys; null if there is none.
 * @throws Fault as `Hsm`
 */
export async function keyReaderOf(hsm: Hsm, principal: string): Promise<RoleAssignment | null> {
  const readers = (await hsm.roles()).filter(({ readsKeys }) => readsKeys).map(({ role }) => role);
  return (
    (await hsm.roleAssignments()).find(
      (one) =>
        one.principal === principal
        && [KEYS, "/"].includes(one.scope)
        && readers.includes(one.role),
    ) ?? null
  );
}

/** The assignment that lets `principal` read keys, not yet created. `name`: a new GUID. */
export const readerAssignment = (principal: string, name: string): RoleAssignment => ({
  name,
  role: CRYPTO_AUDITOR,
  principal,
  scope: KEYS,
});

/**
 * Does `work` with the role for listing keys. A missing assignment is created under this name
 * before, and removed after it, however it ended.
 * @throws Fault as `Hsm`
 */
export async function withKeyReader<T>(hsm: Hsm, name: string, work: () => Promise<T>): Promise<T> {
  const principal = await hsm.signedInAs();
  if (principal === null || (await keyReaderOf(hsm, principal)) !== null) return work();
  const { scope } = await hsm.assignRole(readerAssignment(principal, name));
  try {
    return await work();
  } finally {
    await hsm.removeAssignment(scope, name);
  }
}
