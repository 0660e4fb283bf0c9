// Who is meant by a name in a plan: a person, or everyone in a group.
import type { Plan } from "./plan.ts";

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The people behind a name, each by their own name in lower case; none for a service. */
export function peopleOf({ people, groups }: Plan, name: string): readonly string[] {
  const group = groups.find((one) => sameName(one.name, name));
  const names = group === undefined ? [name] : group.members;
  return names
    .filter((one) => people.some((person) => sameName(person.name, one)))
    .map((one) => one.toLowerCase());
}
