// peering: the networks reach each other, in both directions.
import type { Plan } from "../plan/plan.ts";
import type { Json } from "../../../crypto/json.ts";
import { textAt } from "../answers/shape.ts";
import { sentence } from "../../text/sentence.ts";
import { alike, allOf } from "./about.ts";
import { ifSaid, is } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned, someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { ask } from "./reads.ts";

type Network = Plan["networks"][number];

export const peering: Proof = {
  source: "sql-docs, failover-group-configure-sql-mi.md; workload facts, sections 2.5 and 10 (Q7)",
  reads: ({ networks }) =>
    networks
      .filter(({ peerings }) => peerings.length > 0)
      .map(({ name, resourceGroup }) =>
        ask(
          "peering",
          `${name}-peerings.json`,
          "--resource-group",
          resourceGroup,
          "--vnet-name",
          name,
        ),
      ),
  evaluate: (given) =>
    someOf(
      given.plan.networks.filter(({ peerings }) => peerings.length > 0),
      sentence("deployment-faults.peeredNetworks"),
    ).flatMap((network) => network.peerings.flatMap((name) => onePeering(given, network, name))),
};

/** Each network has its own peering object: both must be connected. */
function onePeering(given: Case, network: Network, name: string): readonly Finding[] {
  const { plan } = given;
  const other = planned(
    plan.networks.find((one) => one.name === name),
    sentence("deployment-faults.peeredNetwork"),
  );
  return [[network, other] as const, [other, network] as const].flatMap(([from, to]) => {
    const own = halves(given, from, idOf(plan, "network", to));
    const of = `${from.name} to ${to.name}`;
    if (own.length === 0)
      return [
        differs(`${of}: properties.remoteVirtualNetwork.id`, idOf(plan, "network", to), NOTHING),
      ];
    return own.flatMap((value) => [
      ...member(value, "properties.peeringState", is("Connected"), of),
      ...member(value, "properties.allowVirtualNetworkAccess", is(true), of),
      ...member(value, "properties.provisioningState", is("Succeeded"), of),
      // Not all of a network: ranges that were added since, or some subnets alone.
      ...member(value, "properties.peeringSyncLevel", ifSaid(is("FullyInSync")), of),
      ...member(value, "properties.peerCompleteVnets", ifSaid(is(true)), of),
    ]);
  });
}

function halves({ plan, answers }: Case, from: Network, to: string): readonly Json[] {
  const start = idOf(plan, "peering", from).toLowerCase();
  return allOf(answers, "peering").filter(
    (value) =>
      textAt(value, "id").toLowerCase().startsWith(start)
      && alike(textAt(value, "properties.remoteVirtualNetwork.id"), to),
  );
}
