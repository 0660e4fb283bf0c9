// For tests: right answers about networks, endpoints, names and jump boxes.
import type { Plan } from "../plan/plan.ts";
import type { Named } from "./changes.fixture.ts";

type Entry = readonly [string, unknown];

const idOf = (plan: Plan, group: string, path: string): string =>
  `/subscriptions/${plan.subscription}/resourceGroups/${group}/providers/${path}`;

const networkId = (plan: Plan, name: string): string => {
  const network = plan.networks.find((one) => one.name === name)!;
  return idOf(plan, network.resourceGroup, `Microsoft.Network/virtualNetworks/${name}`);
};

/** The private address of a region's endpoint. */
const addressIn = (region: string): string => (region === "southindia" ? "10.1.2.4" : "10.2.2.4");

export const endpointAnswers = (plan: Plan): Named =>
  Object.fromEntries(
    plan.endpoints.map((endpoint) => [
      `endpoint ${endpoint.region}`,
      {
        id: idOf(
          plan,
          endpoint.resourceGroup,
          `Microsoft.Network/privateEndpoints/${endpoint.name}`,
        ),
        name: endpoint.name,
        type: "Microsoft.Network/privateEndpoints",
        location: endpoint.region,
        properties: {
          provisioningState: "Succeeded",
          subnet: { id: `${networkId(plan, endpoint.network)}/subnets/${endpoint.subnet}` },
          customDnsConfigs: [
            {
              fqdn: `${plan.hsm.name.toLowerCase()}.managedhsm.azure.net`,
              ipAddresses: [addressIn(endpoint.region)],
            },
          ],
        },
      },
    ]),
  );

export const dns = (plan: Plan): Named =>
  Object.fromEntries(
    plan.endpoints.flatMap((endpoint): readonly Entry[] => {
      const zone = idOf(
        plan,
        endpoint.zoneResourceGroup,
        "Microsoft.Network/privateDnsZones/privatelink.managedhsm.azure.net",
      );
      const link = `link-${endpoint.region}`;
      return [
        [
          `record ${endpoint.region}`,
          {
            id: `${zone}/A/${plan.hsm.name.toLowerCase()}`,
            name: plan.hsm.name.toLowerCase(),
            type: "Microsoft.Network/privateDnsZones/A",
            properties: {
              ttl: 10,
              fqdn: `${plan.hsm.name.toLowerCase()}.privatelink.managedhsm.azure.net.`,
              aRecords: [{ ipv4Address: addressIn(endpoint.region) }],
            },
          },
        ],
        [
          `link ${endpoint.region}`,
          {
            id: `${zone}/virtualNetworkLinks/${link}`,
            name: link,
            type: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
            location: "global",
            properties: {
              provisioningState: "Succeeded",
              registrationEnabled: false,
              virtualNetwork: { id: networkId(plan, endpoint.network) },
              virtualNetworkLinkState: "Completed",
            },
          },
        ],
      ];
    }),
  );

export const networkAnswers = (plan: Plan): Named =>
  Object.fromEntries(
    plan.networks.flatMap((network) =>
      network.subnets.flatMap((subnet): readonly Entry[] => {
        const group = subnet.securityGroup;
        const groupId = idOf(
          plan,
          network.resourceGroup,
          `Microsoft.Network/networkSecurityGroups/${group?.name ?? ""}`,
        );
        const own: Entry = [
          `subnet ${network.region} ${subnet.purpose}`,
          {
            id: `${networkId(plan, network.name)}/subnets/${subnet.name}`,
            name: subnet.name,
            type: "Microsoft.Network/virtualNetworks/subnets",
            properties: {
              addressPrefix: subnet.prefix,
              privateEndpointNetworkPolicies: subnet.endpointPolicies ?? "Disabled",
              ...(group === undefined ? {} : { networkSecurityGroup: { id: groupId } }),
            },
          },
        ];
        if (group === undefined) return [own];
        const securityRules = group.rules.map((rule) => ({
          name: rule.name,
          properties: {
            protocol: "Tcp",
            sourcePortRange: "*",
            direction: rule.direction,
            access: rule.access,
            priority: rule.priority,
            ...(rule.ports.length === 1
              ? { destinationPortRange: rule.ports[0] }
              : { destinationPortRanges: [...rule.ports] }),
            sourceAddressPrefix: rule.direction === "Inbound" ? rule.peer : subnet.prefix,
            destinationAddressPrefix: rule.direction === "Inbound" ? subnet.prefix : rule.peer,
          },
        }));
        const rules = {
          id: groupId,
          name: group.name,
          type: "Microsoft.Network/networkSecurityGroups",
          properties: { securityRules },
        };
        return [own, [`nsg ${network.region} ${subnet.purpose}`, rules]];
      }),
    ),
  );

export const peerings = (plan: Plan): Named =>
  Object.fromEntries(
    plan.networks.flatMap((network) =>
      network.peerings.map((name) => [
        `peering ${network.region}`,
        {
          id: `${networkId(plan, network.name)}/virtualNetworkPeerings/to-${name}`,
          name: `to-${name}`,
          type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
          properties: {
            peeringState: "Connected",
            provisioningState: "Succeeded",
            allowVirtualNetworkAccess: true,
            remoteVirtualNetwork: { id: networkId(plan, name) },
          },
        },
      ]),
    ),
  );

export const reaches = (plan: Plan): Named =>
  Object.fromEntries(
    plan.jumpBoxes.map(({ name, region }) => [
      `reach ${name}`,
      {
        reach: `${plan.hsm.name.toLowerCase()}.managedhsm.azure.net`,
        from: name,
        at: "2026-11-27T08:00:00Z",
        addresses: [addressIn(region)],
        status: 200,
        servingRegion: region,
      },
    ]),
  );
