// Who a name in a plan means: a person, or everyone in a group.
import { same } from "./named.ts";
import type { Plan } from "./plan.ts";

/** The people behind a name, each by their own name in lower case; none for a service. */
export function peopleOf({ people, groups }: Plan, name: string): readonly string[] {
  const group = groups.find((one) => same(one.name, name));
  const names = group === undefined ? [name] : group.members;
  return names
    .filter((one) => people.some((person) => same(person.name, one)))
    .map((one) => one.toLowerCase());
}
