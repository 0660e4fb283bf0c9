// endpoint-dns: in each region, the HSM's name resolves to that region's endpoint.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import type { Answers } from "../answers/answer.ts";
import type { CommandLine } from "../commands/command-line.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { about, alike, allOf, answersAbout, lastName } from "./about.ts";
import { isWithin } from "./addresses.ts";
import { is } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { ask, read } from "./reads.ts";

type Endpoint = Plan["endpoints"][number];

const ZONE = "privatelink.managedhsm.azure.net";

export const endpointDns: Proof = {
  source: "managed-hsm/multi-region-replication.md; HSM facts, sections 1 (row 13) and 2.G",
  reads: (plan) => [
    ...plan.endpoints.flatMap(readsOf),
    ...plan.endpoints.map((one) => read("endpoint", one)),
  ],
  evaluate: ({ plan, answers }) =>
    someOf(plan.endpoints, "endpoints").flatMap((endpoint) => [
      ...record(plan, answers, endpoint),
      ...links(plan, answers, endpoint),
    ]),
};

const readsOf = ({ name, zoneResourceGroup }: Endpoint): readonly CommandLine[] => {
  const zone = ["--resource-group", zoneResourceGroup, "--zone-name", ZONE];
  return [
    ask("address-record", `${name}-records.json`, ...zone),
    ask("zone-link", `${name}-links.json`, ...zone),
  ];
};

const ownZone = (plan: Plan, endpoint: Endpoint): string =>
  idOf(plan, "zone", { name: ZONE, resourceGroup: endpoint.zoneResourceGroup });

/** The record's name is the HSM's plain name; its address is in the region's network. */
function record(plan: Plan, answers: Answers, endpoint: Endpoint): readonly Finding[] {
  const { name: of, network } = endpoint;
  const id = `${ownZone(plan, endpoint)}/A/${plan.hsm.name.toLowerCase()}`;
  const ranges = plan.networks.find(({ name }) => name === network)?.addressSpace ?? [];
  return about(answers, "address-record", id, of, (value) => {
    const addresses = addressesIn(value);
    const own = privateAddresses(plan, answers, endpoint);
    const isWrong = (address: string): boolean =>
      !isWithin(address, ranges) || (own.length > 0 && !own.includes(address));
    const expected = own.length > 0 ? own.join(", ") : `an address in ${ranges.join(", ")}`;
    const found = addresses.length === 0 ? [NOTHING] : addresses.filter(isWrong);
    return found.map((address) =>
      differs(`${of}: properties.aRecords.ipv4Address`, expected, address),
    );
  });
}

/** `az` says aRecords, the network's own API says aRecords or ARecords. */
const addressesIn = (value: Json): readonly string[] =>
  [...itemsAt(value, "properties.aRecords"), ...itemsAt(value, "properties.ARecords")]
    .map((one) => textAt(one, "ipv4Address"))
    .filter((address) => address !== "");

/** The addresses that the endpoint reports; none if a zone group keeps its records. */
const privateAddresses = (plan: Plan, answers: Answers, endpoint: Endpoint): readonly string[] =>
  answersAbout(answers, "endpoint", idOf(plan, "endpoint", endpoint))
    .flatMap((value) => itemsAt(value, "properties.customDnsConfigs"))
    .flatMap((config) => itemsAt(config, "ipAddresses"))
    .filter((address) => typeof address === "string")
    .filter((address) => address !== "");

/** The zone is linked to its own region's network, and to no network that the plan does not name. */
function links(plan: Plan, answers: Answers, endpoint: Endpoint): readonly Finding[] {
  const zone = ownZone(plan, endpoint);
  const planned = plan.zones.find((one) => alike(idOf(plan, "zone", one), zone));
  const own = planned?.links.find(({ network }) => network === endpoint.network);
  if (own === undefined)
    return [differs(`${endpoint.name}: zones.links`, endpoint.network, NOTHING)];
  const of = `${endpoint.name}: ${own.name}`;
  const network = plan.networks.find(({ name }) => name === endpoint.network);
  const networkOwn = network === undefined ? NOTHING : idOf(plan, "network", network);
  const start = `${zone}/virtualNetworkLinks/`;
  return [
    ...about(answers, "zone-link", `${start}${own.name}`, of, (link) => [
      ...member(link, "properties.virtualNetworkLinkState", is("Completed"), of),
      ...member(link, "properties.virtualNetwork.id", is(networkOwn), of),
      ...member(link, "properties.registrationEnabled", is(own.registration), of),
    ]),
    ...allOf(answers, "zone-link")
      .map((link) => textAt(link, "id"))
      .filter((id) => id.toLowerCase().startsWith(start.toLowerCase()))
      .filter((id) => planned?.links.some(({ name }) => alike(name, lastName(id))) !== true)
      .map((id) => differs(`${endpoint.name}: ${lastName(id)}`, NOTHING, "an unplanned link")),
  ];
}
