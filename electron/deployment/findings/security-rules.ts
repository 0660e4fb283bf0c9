// Whether a network security group lets traffic through, by Azure's rules.
import type { Plan } from "../plan/plan.ts";
import { contains, overlap, rangeOf } from "../plan/ranges.ts";

type Group = NonNullable<Plan["networks"][number]["subnets"][number]["securityGroup"]>;
type SecurityRule = Group["rules"][number];

/**
 * Whether an entire range gets through on all of these TCP ports. The matching rule with the lowest
 * number decides; without one, Azure's own rules allow everything within peered networks.
 * @param ports one such as `443`, or a range such as `11000-11999`
 */
export function letsThrough(
  rules: readonly SecurityRule[] | undefined,
  direction: SecurityRule["direction"],
  ports: string,
  peer: string,
): boolean {
  const [wanted, there] = [portsOf(ports), rangeOf(peer)];
  const inOrder = (rules ?? [])
    .filter((rule) => rule.direction === direction)
    .toSorted((one, other) => one.priority - other.priority);
  for (const rule of inOrder) {
    const range = rangeOf(rule.peer);
    if (rule.access === "Deny") {
      if (overlap(range, there) && rule.ports.some((own) => overlap(portsOf(own), wanted)))
        return false;
    } else if (contains(range, there) && rule.ports.some((own) => contains(portsOf(own), wanted)))
      return true;
  }
  return true;
}

function portsOf(text: string) {
  const [first = "0", last = first] = text.split("-");
  return { first: Number(first), last: Number(last) };
}
