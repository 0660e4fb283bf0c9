// Names in a subscription: what a zone that is linked to a network says, and what a DNS server there answers.
import type { JsonObject } from "../../../crypto/index.ts";
import { AZURE_DNS, FORWARDED, isWithin } from "../../deployment/deployment.ts";
import { listAt, textAt } from "./json-path.ts";
import { keyOf, nameOf, parentOf } from "./resource.ts";
import type { World } from "./world.ts";

/** Of a range for documentation (RFC 5737): nobody's. */
const PUBLIC = "203.0.113.10";

/** The addresses of an HSM's name in a network: the public one if no linked zone knows it. @param host in lower case */
export function addressesIn(world: World, network: string, host: string): readonly string[] {
  const link = world
    .ofKind("zone-link")
    .find(
      (one) =>
        nameOf(parentOf(one.id)) === `privatelink.${FORWARDED}`
        && keyOf(nameOf(textAt(one, "properties.virtualNetwork.id"))) === keyOf(network),
    );
  const record = link === undefined ? undefined : world.get(`${parentOf(link.id)}/A/${host}`);
  const found = listAt(record, "properties.aRecords").map((one) => textAt(one, "ipv4Address"));
  return found.length === 0 ? [PUBLIC] : found;
}

/** What the script dns-forwarder prints on the server with this address. */
export function forwarderOf(world: World, address: string, host: string): JsonObject {
  const isSet = world.forwarders.has(address);
  const networks = world.ofKind("network");
  // A server elsewhere forwards to one within a network.
  const network =
    networks.find((one) =>
      isWithin(address, listAt(one, "properties.addressSpace.addressPrefixes").map(String)),
    ) ?? networks[0];
  return {
    dnsServer: ["127.0.0.1", address],
    zone: FORWARDED,
    zoneType: isSet ? "Forwarder" : "",
    forwardsTo: isSet ? [AZURE_DNS] : [],
    name: `${host}.${FORWARDED}`,
    addresses:
      isSet && network !== undefined ? addressesIn(world, nameOf(network.id), host) : [PUBLIC],
    at: world.now(),
  };
}
