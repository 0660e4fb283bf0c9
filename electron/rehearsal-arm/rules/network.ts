// Private endpoints, zones and links: what Azure makes of them by itself.
import { typeOf } from "../../deployment/deployment.ts";
import { listAt, put, textAt } from "../world/json-path.ts";
import { keyOf, nameOf, parentOf, type Resource } from "../world/resource.ts";
import type { World } from "../world/world.ts";
import type { Rule, Rules } from "./rule.ts";

/** The first four addresses of a subnet are Azure's own. */
const FIRST_ADDRESS = "4";

/** The HSMs of an endpoint. */
const targets = (endpoint: Resource): readonly string[] =>
  listAt(endpoint, "properties.privateLinkServiceConnections").map((one) =>
    textAt(one, "properties.privateLinkServiceId"),
  );

const fqdnOf = (hsm: string): string => `${nameOf(hsm).toLowerCase()}.managedhsm.azure.net`;

function addressOf(world: World, endpoint: Resource): string {
  const subnet = world.get(textAt(endpoint, "properties.subnet.id"));
  const prefix = textAt(subnet, "properties.addressPrefix");
  return prefix.replace(/\.\d+\/\d+$/, `.${FIRST_ADDRESS}`);
}

const endpoint: Rule = {
  long: true,
  put: (world, sent) => {
    const ipAddresses = [addressOf(world, sent)];
    const configs = targets(sent).map((hsm) => ({ fqdn: fqdnOf(hsm), ipAddresses }));
    const card = `${parentOf(sent.id)}/networkInterfaces/${nameOf(sent.id)}.nic`;
    return put(put(sent, "properties.customDnsConfigs", configs), "properties.networkInterfaces", [
      { id: card },
    ]);
  },
  kept: (world, { id, ...rest }) => {
    const whole = { id, ...rest };
    for (const hsm of targets(whole))
      world.keep({
        id: `${hsm}/privateEndpointConnections/${nameOf(id)}`,
        type: typeOf("connection"),
        name: nameOf(id),
        properties: {
          provisioningState: "Succeeded",
          privateEndpoint: { id },
          privateLinkServiceConnectionState: {
            status: "Approved",
            description: "",
            actionsRequired: "None",
          },
        },
      });
    world.keep({
      id: `${parentOf(id)}/networkInterfaces/${nameOf(id)}.nic`,
      type: typeOf("interface"),
      name: `${nameOf(id)}.nic`,
      location: textAt(whole, "location"),
      properties: {
        provisioningState: "Succeeded",
        ipConfigurations: [
          { name: "one", properties: { privateIPAddress: addressOf(world, whole) } },
        ],
      },
    });
  },
  remove: (world, { id }) => {
    for (const one of world.ofKind("connection"))
      if (keyOf(textAt(one, "properties.privateEndpoint.id")) === keyOf(id)) world.drop(one.id);
    world.drop(`${parentOf(id)}/networkInterfaces/${nameOf(id)}.nic`);
    return undefined;
  },
};

/** A zone group writes the endpoint's names into its zones. */
const zoneGroup: Rule = {
  long: true,
  kept: (world, { id, ...rest }) => {
    const owner = world.get(parentOf(id));
    for (const config of listAt(rest, "properties.privateDnsZoneConfigs")) {
      const zone = textAt(config, "properties.privateDnsZoneId");
      for (const dns of listAt(owner, "properties.customDnsConfigs")) {
        const [name = ""] = textAt(dns, "fqdn").split(".");
        world.keep({
          id: `${zone}/A/${name}`,
          name,
          type: typeOf("address-record"),
          properties: {
            ttl: 10,
            fqdn: `${name}.${nameOf(zone)}.`,
            aRecords: listAt(dns, "ipAddresses").map((ipv4Address) => ({ ipv4Address })),
          },
        });
      }
    }
  },
};

const link: Rule = {
  long: true,
  put: (_, sent) => put(sent, "properties.virtualNetworkLinkState", "Completed"),
};

/** A network shows its subnets. */
const network: Rule = {
  show: (world, resource) =>
    put(
      resource,
      "properties.subnets",
      world.ofKind("subnet").filter(({ id }) => keyOf(parentOf(id)) === keyOf(resource.id)),
    ),
};

/** A security group shows its rules, those that were there and those that were created one by one. */
const nsg: Rule = {
  long: true,
  show: (world, resource) =>
    put(resource, "properties.securityRules", [
      ...listAt(resource, "properties.securityRules"),
      ...world
        .ofKind("security-rule")
        .filter(({ id }) => keyOf(parentOf(id)) === keyOf(resource.id))
        .map(({ id, name = "", properties = {} }) => ({ id, name, properties })),
    ]),
};

/** Half a peering waits for the other half. */
const peering: Rule = {
  long: true,
  show: (world, resource) => {
    const own = keyOf(parentOf(resource.id));
    const remote = keyOf(textAt(resource, "properties.remoteVirtualNetwork.id"));
    const isWhole = world
      .ofKind("peering")
      .some(
        (one) =>
          keyOf(parentOf(one.id)) === remote
          && keyOf(textAt(one, "properties.remoteVirtualNetwork.id")) === own,
      );
    return put(resource, "properties.peeringState", isWhole ? "Connected" : "Initiated");
  },
};

/** Network policies do not count for endpoints until they are set. */
const subnet: Rule = {
  long: true,
  put: (_, sent) => {
    const path = "properties.privateEndpointNetworkPolicies";
    return textAt(sent, path) === "" ? put(sent, path, "Disabled") : sent;
  },
};

export const NETWORK_RULES: Rules = {
  nsg,
  "security-rule": { long: true },
  peering,
  endpoint,
  "zone-group": zoneGroup,
  zone: { long: true },
  "zone-link": link,
  network,
  subnet,
};
