// Role assignments as a record keeps them: with the role's name, for people read no GUID.
import type { Role, RoleAssignment } from "./hsm.ts";

export interface NamedRole extends Pick<RoleAssignment, "principal" | "role" | "scope"> {
  /** "" where the HSM has no such role. */
  readonly roleName: string;
}

/** Each assignment with the name that the HSM's own list gives its role. */
export const namedRoles = (
  assignments: readonly RoleAssignment[], roles: readonly Role[],
): readonly NamedRole[] => assignments.map(({ principal, role, scope }) => ({
  principal, role, scope, roleName: roles.find((one) => one.role === role)?.name ?? "",
}));
