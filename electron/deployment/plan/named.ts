// Finding an item of a plan by its name.
import type { Plan } from "./plan.ts";

/** Names in Azure are compared without case. */
export const same = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** The item of this name. */
export const named = <Item extends { readonly name: string }>(
  items: readonly Item[],
  name: string | undefined,
): Item | undefined => items.find((item) => name !== undefined && same(item.name, name));

/** The subnet of this name in the network of that name. */
export const subnetOf = (plan: Plan, network: string | undefined, subnet: string | undefined) =>
  named(named(plan.networks, network)?.subnets ?? [], subnet);
