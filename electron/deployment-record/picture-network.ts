// The picture of the network: a box for each network, peering, subnet, security group, endpoint, zone, link
// and jump box of the plan file.
import type { Plan } from "../deployment/deployment.ts";
import { byRegion, inRegion, made, named, type Area, type Box } from "./boxes.ts";

export function network(plan: Plan): readonly Area[] {
  const { hsm } = plan;
  const areas = byRegion(plan, (region) => [
    ...inRegion(plan.networks, region, (one) => networkBoxes(one)),
    ...inRegion(plan.endpoints, region, ({ name }) =>
      made(name, "private endpoint", "endpoints", "endpoints"),
    ),
    ...plan.zones
      .filter(({ resourceGroup }) => groupIn(plan, resourceGroup, region))
      .flatMap((zone) => zoneBoxes(plan, zone)),
    ...inRegion(plan.jumpBoxes, region, ({ name }) =>
      made(name, "jump box", "endpoints", "jump-boxes", "serving-region"),
    ),
  ]);
  return [
    ...areas,
    {
      title: hsm.name,
      boxes: [
        made("Public access", hsm.publicAccess.toLowerCase(), "public-access", "public-access"),
        made("Trusted services", `bypass ${hsm.bypass}`, "public-access", "public-access"),
      ],
    },
  ];
}

type Network = Plan["networks"][number];

const networkBoxes = ({ name, addressSpace, peerings, subnets }: Network): readonly Box[] => [
  made(name, addressSpace.join(", "), "foundation", "networks"),
  ...peerings.map((other) =>
    named(made(`To ${other}`, `peering of ${name}`, "endpoints", "peering"), `${name} to ${other}`),
  ),
  ...subnets.flatMap((subnet) => [
    named(made(subnet.name, subnet.prefix, "endpoints", "subnets-nsg"), `${name}/${subnet.name}`),
    ...(subnet.securityGroup === undefined
      ? []
      : [made(subnet.securityGroup.name, `rules of ${subnet.name}`, "endpoints", "subnets-nsg")]),
  ]),
];

/** Its record belongs to the region's endpoint, which names its differences. */
function zoneBoxes({ endpoints }: Plan, zone: Plan["zones"][number]): readonly Box[] {
  const own = endpoints.filter(({ zoneResourceGroup }) => zoneResourceGroup === zone.resourceGroup);
  const zoneBox = made(zone.name, "private DNS zone", "endpoints", "endpoint-dns");
  return [
    named(zoneBox, ...own.map(({ name }) => name)),
    ...zone.links.map(({ name, network: to }) =>
      named(
        made(name, `zone used in ${to}`, "endpoints", "endpoint-dns"),
        ...own.map((endpoint) => `${endpoint.name}: ${name}`),
      ),
    ),
  ];
}

const groupIn = (plan: Plan, group: string, region: string): boolean =>
  plan.resourceGroups.some((one) => one.name === group && one.region === region);
