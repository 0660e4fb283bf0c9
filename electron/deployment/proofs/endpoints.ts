// endpoints: the HSM has one approved connection from each region's private endpoint.
import type { Json } from "../../../crypto/json.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import type { Plan } from "../plan/plan.ts";
import { about, alike, allOf, answersAbout } from "./about.ts";
import { is, sameRegion } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned, someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { read } from "./reads.ts";

export const endpoints: Proof = {
  source: "managed-hsm/private-link.md, az's recording; HSM facts, section 2.G",
  reads: (plan) => [read("hsm", plan.hsm), ...plan.endpoints.map((one) => read("endpoint", one))],
  evaluate: (given) => {
    const { plan, answers } = given;
    const connections = connectionsOf(given);
    return [
      ...someOf(plan.endpoints, "endpoints").flatMap((endpoint) => {
        const id = idOf(plan, "endpoint", endpoint);
        const network = planned(
          plan.networks.find(({ name }) => name === endpoint.network),
          "networks",
        );
        return [
          ...connected(connections, id, endpoint.name),
          ...about(answers, "endpoint", id, endpoint.name, (value) => [
            ...member(value, "location", sameRegion(endpoint.region), endpoint.name),
            ...member(value, "properties.provisioningState", is("Succeeded"), endpoint.name),
            // The security group is that of its subnet.
            ...member(
              value,
              "properties.subnet.id",
              is(idOf(plan, "subnet", network, endpoint.subnet)),
              endpoint.name,
            ),
          ]),
        ];
      }),
      ...unplanned(plan, connections),
    ];
  },
};

/** An approved connection of another endpoint is a way in that public access does not close. */
function unplanned(plan: Plan, connections: readonly Json[]): readonly Finding[] {
  const ids = plan.endpoints.map((endpoint) => idOf(plan, "endpoint", endpoint));
  return connections
    .filter((one) => ["Approved", "Pending"].includes(textAt(one, STATUS)))
    .map((one) => textAt(one, "properties.privateEndpoint.id"))
    .filter((id) => !ids.some((own) => alike(own, id)))
    .map((id) => differs("properties.privateEndpointConnections", "only the plan's endpoints", id));
}

/** The HSM's own list of connections; the separate list has the same objects. */
const connectionsOf = ({ plan, answers }: Case): readonly Json[] => [
  ...answersAbout(answers, "hsm", idOf(plan, "hsm", plan.hsm)).flatMap((hsm) =>
    itemsAt(hsm, "properties.privateEndpointConnections"),
  ),
  ...allOf(answers, "connection"),
];

const STATUS = "properties.privateLinkServiceConnectionState.status";

function connected(connections: readonly Json[], id: string, of: string): readonly Finding[] {
  const own = connections.filter((one) => alike(textAt(one, "properties.privateEndpoint.id"), id));
  if (own.length === 0)
    return [
      differs(
        `${of}: properties.privateEndpointConnections.properties.privateEndpoint.id`,
        id,
        NOTHING,
      ),
    ];
  return own.flatMap((connection) => [
    ...member(connection, STATUS, is("Approved"), of),
    ...member(connection, "properties.provisioningState", is("Succeeded"), of),
  ]);
}
