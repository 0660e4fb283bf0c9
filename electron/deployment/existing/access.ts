// Who has which role in the HSM: answers know ids, and names only of services.
import { textAt } from "../answers/shape.ts";
import type { Plan } from "../plan/plan.ts";
import { ROLE_IDS, type RoleName } from "../../text/built-in-roles.ts";
import { lastName } from "../proofs/about.ts";
import type { Seen } from "./seen.ts";

const SERVICES = ["instance", "disk-set", "storage", "cosmos", "aks", "identity"] as const;

const ROLES = new Map(
  Object.entries(ROLE_IDS).map(([name, id]) => [id.toLowerCase(), name as RoleName]),
);

/** A principal that no answer names is a person of an unknown name. */
export function accessOf(seen: Seen): Pick<Plan, "people" | "groups" | "identities" | "roles"> {
  const names = new Map(
    SERVICES.flatMap((kind) => seen.all(kind)).flatMap((value) => {
      const id = textAt(value, "identity.principalId") || textAt(value, "principalId");
      return id === "" ? [] : [[id.toLowerCase(), textAt(value, "name")] as const];
    }),
  );
  const people = new Map<string, Plan["people"][number]>();
  const nameOf = (id: string): string => {
    const service = names.get(id);
    if (service !== undefined) return service;
    const known = people.get(id) ?? {
      name: seen.lacking("people[].name", `Not known ${String(people.size + 1)}`),
      objectId: id,
    };
    people.set(id, known);
    // It may be a group as well.
    for (const member of ["groups[]", "roles[].assignee"]) seen.unknown.add(member);
    return known.name;
  };
  const roles = seen.all("role-assignment").flatMap((value) => {
    const role = ROLES.get(lastName(textAt(value, "roleDefinitionId")).toLowerCase());
    if (role === undefined) seen.unknown.add("roles[].role");
    const assignee = nameOf(textAt(value, "principalId").toLowerCase());
    return role === undefined ? [] : [{ role, assignee, scope: textAt(value, "scope") || "/" }];
  });
  if (seen.all("identity").length === 0) seen.unknown.add("identities[]");
  const identities = seen.all("identity").map((value) => seen.placed(value));
  return { people: [...people.values()], groups: [], identities, roles };
}
