// The built-in roles of a Managed HSM, as the service names them, each with its id; and who of those with one
// can make themselves Administrator.
// Source: Microsoft, managed-hsm/built-in-roles.md and access-control.md; the service's own answer for Backup
// and Restore.

/** Commands use the id: names are matched exactly, and Microsoft's pages misspell two. */
export const ROLE_IDS = {
  "Managed HSM Administrator": "a290e904-7015-4bba-90c8-60543313cdb4",
  "Managed HSM Crypto Officer": "515eb02d-2335-4d2d-92f2-b1cbdf9c3778",
  "Managed HSM Crypto User": "21dbd100-6940-42c2-9190-5d6cb909625b",
  "Managed HSM Policy Administrator": "4bd23610-cdcf-4971-bdee-bdc562cc28e4",
  "Managed HSM Crypto Auditor": "2c18b078-7c48-4d3a-af88-5a3a1b3f82b3",
  "Managed HSM Crypto Service Encryption User": "33413926-3206-4cdd-b39a-83574fe37a17",
  "Managed HSM Crypto Service Release User": "21dbd100-6940-42c2-9190-5d6cb909625c",
  "Managed HSM Backup User": "7b127d3c-77bd-4e3e-bbe0-dbb8971fa7f8",
  "Managed HSM Restore User": "6efe6056-5259-49d2-8b3d-d3d73544b20b",
} as const;

export type RoleName = keyof typeof ROLE_IDS;

/** Who has one of these can grant every role, to themselves too. */
export const GRANTING: readonly RoleName[] = [
  "Managed HSM Administrator",
  "Managed HSM Crypto Officer",
  "Managed HSM Policy Administrator",
];

/**
 * Of role assignments those by which someone is, or can make themselves, Administrator of the whole HSM.
 * @param assignments each role by its name or its id
 */
export const selfGranting = <One extends { readonly role: string; readonly scope: string }>(
  assignments: readonly One[],
): readonly One[] =>
  assignments.filter(
    ({ role, scope }) =>
      scope === "/" && GRANTING.some((name) => role === name || role === ROLE_IDS[name]),
  );
