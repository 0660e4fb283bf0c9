// networks: each network is there with its ranges, its DNS servers and its subnets.
import { isArray, type Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { about, alike } from "./about.ts";
import { is, sameRegion, that, type Expectation } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

type Network = Plan["networks"][number];

export const networks: Proof = {
  source: "virtual-network/manage-virtual-network.md; HSM facts, section 2.G",
  reads: (plan) => plan.networks.map((network) => read("network", network)),
  evaluate: ({ plan, answers }) =>
    someOf(plan.networks, "networks").flatMap((network) =>
      about(answers, "network", idOf(plan, "network", network), network.name, (value) =>
        oneNetwork(value, network),
      ),
    ),
};

/** The same texts, in any order. Azure's own DNS is an empty list, or none. */
const alone = (wanted: readonly string[]): Expectation => ({
  ...that(wanted.length === 0 ? "none" : wanted.join(", "), (found) => {
    const texts: readonly Json[] = isArray(found) ? found : [];
    return texts.length === wanted.length && wanted.every((one) => texts.includes(one));
  }),
  absentIsRight: wanted.length === 0,
});

const oneNetwork = (value: Json, network: Network): readonly Finding[] => [
  ...member(value, "location", sameRegion(network.region), network.name),
  ...member(value, "properties.provisioningState", is("Succeeded"), network.name),
  ...member(
    value,
    "properties.addressSpace.addressPrefixes",
    alone(network.addressSpace),
    network.name,
  ),
  ...member(value, "properties.dhcpOptions.dnsServers", alone(network.dnsServers), network.name),
  ...network.subnets.flatMap((subnet) => {
    const path = `${network.name}: properties.subnets ${subnet.name}`;
    const own = itemsAt(value, "properties.subnets").find((one) =>
      alike(textAt(one, "name"), subnet.name),
    );
    if (own === undefined) return [differs(path, subnet.prefix, NOTHING)];
    const ranges = rangesOf(own);
    return ranges.length === 1 && ranges[0] === subnet.prefix
      ? []
      : [differs(path, subnet.prefix, ranges.join(", "))];
  }),
];

/** One range, or a list of it in newer versions. */
function rangesOf(subnet: Json): readonly string[] {
  const list = memberAt(subnet, "properties.addressPrefixes");
  const all = isArray(list) ? list.filter((one) => typeof one === "string") : [];
  const single = textAt(subnet, "properties.addressPrefix");
  return single === "" ? all : [...new Set([single, ...all])];
}
