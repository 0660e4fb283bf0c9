// The people a script asks for, and which roles exclude each other.
import { fault } from "./language/faults.ts";
import { Fields } from "./language/reader.ts";

export const ROLES = ["administrator", "witness", "officer"] as const;
export type RoleName = (typeof ROLES)[number];

/** Someone in the room: the administrator, the witness, or an officer by the seat. */
export type Actor = "administrator" | "witness" | `officer-${number}`;

/** One role; "officer" means every officer's seat. */
export interface Role {
  readonly role: RoleName;
  readonly mayNotAlsoBe: readonly RoleName[];
  readonly path: string;
}

const ATTEND = ["everyone", "quorum", "one", "nobody"] as const;
/** How many officers come: all, a quorum or more, one, or none. */
export type Attend = (typeof ATTEND)[number];

/** The roles, and how many officers come. */
export interface Roles {
  readonly roles: readonly Role[];
  readonly attend: Attend;
}

/**
 * Reads the roles: administrator, witness and officer, each once.
 * @throws Fault E-SCRIPT-* with the path
 */
export function readRoles(top: Fields): Roles {
  const attends: Attend[] = [];
  const roles = top.list("roles", (value, path): Role => {
    const fields = new Fields(value, path);
    const role = fields.word("role", ROLES);
    if (role === "officer") attends.push(fields.word("attend", ATTEND));
    const mayNotAlsoBe = readOthers(fields);
    fields.end();
    return { role, mayNotAlsoBe, path };
  });
  const twice = roles.find(({ role }, i) => roles.findIndex((other) => other.role === role) < i);
  if (twice !== undefined) throw fault("E-SCRIPT-DUPLICATE", { path: `${twice.path}.role` });
  if (roles.length < ROLES.length)
    throw fault("E-SCRIPT-VALUE", { path: "roles", wanted: "administrator, witness and officer" });
  return { roles, attend: attends[0] ?? "everyone" };
}

function readOthers(fields: Fields): readonly RoleName[] {
  const name = "may-not-also-be";
  const seen = new Set<RoleName>();
  return fields.list(name, (value, path) => {
    const known = ROLES.find((role) => role === value);
    if (known === undefined) throw fault("E-SCRIPT-VALUE", { path, wanted: ROLES.join(" or ") });
    if (seen.has(known)) throw fault("E-SCRIPT-DUPLICATE", { path });
    seen.add(known);
    return known;
  });
}

/** Whether one person may not have both roles; either role may say so. */
export const areApart = (roles: readonly Role[], a: RoleName, b: RoleName): boolean =>
  roles.some(
    ({ role, mayNotAlsoBe }) =>
      (role === a && mayNotAlsoBe.includes(b)) || (role === b && mayNotAlsoBe.includes(a)),
  );
