// The networks that answers say: subnets with their rules, endpoints of the HSM, and DNS zones.
import type { Json } from "../../../crypto/json.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import type { Plan } from "../plan/plan.ts";
import { alike } from "../proofs/about.ts";
import { regionName } from "../proofs/expectation.ts";
import { flagAt, partsOf, wordIn, type Seen } from "./seen.ts";

type Network = Plan["networks"][number];
type Subnet = Network["subnets"][number];
type Group = NonNullable<Subnet["securityGroup"]>;

const POLICIES = "NetworkSecurityGroupEnabled";

/** Every network of which an answer says a subnet or a peering. */
export function networksOf(seen: Seen): readonly Network[] {
  const subnets = seen.all("subnet").map((value) => ({ value, id: partsOf(textAt(value, "id")) }));
  const names = new Map(
    subnets.map(({ id }) => [(id.names[0] ?? "").toLowerCase(), id.names[0] ?? ""]),
  );
  return [...names.values()].map((name): Network => {
    const own = subnets.filter(({ id }) => alike(id.names[0] ?? "", name));
    const whole = seen.all("network").find((value) => alike(textAt(value, "name"), name));
    const ranges = texts(itemsAt(whole ?? null, "addressSpace.addressPrefixes"));
    const group = seen.group(own[0]?.id.resourceGroup ?? "");
    return {
      name,
      region: seen.known(
        whole === undefined ? undefined : regionName(textAt(whole, "location")),
        "networks[].region",
        regionIn(seen, group),
      ),
      resourceGroup: group,
      addressSpace: seen.known(
        ranges.length === 0 ? undefined : ranges,
        "networks[].addressSpace[]",
        own.map(({ value }) => textAt(value, "addressPrefix")),
      ),
      dnsServers: seen.known(
        whole === undefined ? undefined : texts(itemsAt(whole, "dhcpOptions.dnsServers")),
        "networks[].dnsServers[]",
        [],
      ),
      peerings: seen
        .all("peering")
        .filter((value) => alike(partsOf(textAt(value, "id")).names[0] ?? "", name))
        .map((value) => partsOf(textAt(value, "remoteVirtualNetwork.id")).names[0] ?? ""),
      subnets: own.map(({ value }) => subnetOf(seen, value)),
    };
  });
}

/** The region of something else in a resource group. */
export const regionIn = (seen: Seen, group: string): string =>
  (["endpoint", "instance", "vm", "storage", "hsm"] as const)
    .flatMap((kind) => seen.all(kind).map((value) => seen.placed(value)))
    .find(({ resourceGroup }) => resourceGroup === group)?.region ?? "unknown";

const texts = (items: readonly Json[]): string[] =>
  items.filter((item): item is string => typeof item === "string");

function subnetOf(seen: Seen, value: Json): Subnet {
  const policies = wordIn(textAt(value, "privateEndpointNetworkPolicies"), ["Disabled", POLICIES]);
  const { names, resourceGroup } = partsOf(textAt(value, "networkSecurityGroup.id"));
  const [group] = names;
  const delegated = itemsAt(value, "delegations").map((one) => textAt(one, "serviceName"));
  const purpose = delegated.some((one) => /^Microsoft\.Sql\/managedInstances$/i.test(one))
    ? ("sql-managed-instance" as const)
    : policies === POLICIES
      ? ("private-endpoints" as const)
      : undefined;
  return {
    name: textAt(value, "name"),
    purpose: seen.known(purpose, "networks[].subnets[].purpose", "workload"),
    prefix: textAt(value, "addressPrefix"),
    ...(group === undefined
      ? {}
      : { securityGroup: { name: group, rules: rulesOf(seen, group, resourceGroup) } }),
    ...(policies === POLICIES ? { endpointPolicies: POLICIES } : {}),
  };
}

/** Rules for TCP between two ranges; a plan has no others. */
function rulesOf(seen: Seen, name: string, resourceGroup: string): Group["rules"] {
  const group = seen.all("nsg").find((value) => {
    const id = partsOf(textAt(value, "id"));
    return alike(id.names[0] ?? "", name) && alike(id.resourceGroup, resourceGroup);
  });
  return itemsAt(group ?? null, "securityRules").flatMap((rule) => {
    const direction = wordIn(textAt(rule, "direction"), ["Inbound", "Outbound"]);
    const access = wordIn(textAt(rule, "access"), ["Allow", "Deny"]);
    const peer = textAt(
      rule,
      direction === "Inbound" ? "sourceAddressPrefix" : "destinationAddressPrefix",
    );
    const one = textAt(rule, "destinationPortRange");
    const ports = one === "" ? texts(itemsAt(rule, "destinationPortRanges")) : [one];
    const priority = memberAt(rule, "priority");
    const isTcp = /^(?:tcp|\*)$/i.test(textAt(rule, "protocol"));
    if (direction === undefined || access === undefined || typeof priority !== "number" || !isTcp)
      return [];
    if (!/^\d/.test(peer) || !ports.every((port) => /^\d/.test(port))) {
      seen.unknown.add("networks[].subnets[].securityGroup.rules[]");
      return [];
    }
    return [{ name: textAt(rule, "name"), direction, access, priority, ports, peer }];
  });
}

/** The HSM's endpoints, and the zones in which their names are. */
export function endpointsOf(seen: Seen): Pick<Plan, "endpoints" | "zones"> {
  const zones = new Map<string, Plan["zones"][number]>();
  for (const value of seen.all("zone-link")) {
    const { resourceGroup, names } = partsOf(textAt(value, "id"));
    const [name = ""] = names;
    const group = seen.group(resourceGroup);
    const zone = zones.get(`${group} ${name}`) ?? { name, resourceGroup: group, links: [] };
    zone.links.push({
      name: textAt(value, "name"),
      network: partsOf(textAt(value, "virtualNetwork.id")).names[0] ?? "",
      registration: flagAt(value, "registrationEnabled") ?? false,
    });
    zones.set(`${group} ${name}`, zone);
  }
  const endpoints = seen.all("endpoint").map((value) => {
    const placed = seen.placed(value);
    const { names } = partsOf(textAt(value, "subnet.id"));
    const [connection] = itemsAt(value, "privateLinkServiceConnections");
    const zone = [...zones.values()].find(
      ({ resourceGroup }) => resourceGroup === placed.resourceGroup,
    );
    return {
      ...placed,
      network: seen.known(names[0], "endpoints[].network", zone?.links[0]?.network ?? "unknown"),
      subnet: seen.known(names[1], "endpoints[].subnet", "unknown"),
      connection: seen.known(
        connection === undefined ? undefined : textAt(connection, "name"),
        "endpoints[].connection",
        "unknown",
      ),
      zoneResourceGroup: zone?.resourceGroup ?? placed.resourceGroup,
    };
  });
  return { endpoints, zones: [...zones.values()] };
}
