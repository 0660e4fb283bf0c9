// A plan's networks: their subnets, the HSM's private endpoints and DNS zones, the jump boxes.
import * as z from "zod/mini";
import {
  address,
  count,
  flag,
  host,
  listOf,
  mapping,
  name,
  oneOf,
  prefix,
  region,
  said,
} from "./values.ts";

/** What a subnet is for. */
const PURPOSES = ["workload", "sql-managed-instance", "private-endpoints", "management"] as const;

const rule = mapping({
  name: said("The rule's name.", name()),
  direction: said(
    "Whether it is about traffic into the subnet or out of it.",
    oneOf(["Inbound", "Outbound"]),
  ),
  access: said("Whether it lets traffic through.", oneOf(["Allow", "Deny"])),
  priority: said("Lower numbers are matched first, 100 to 4096.", count(100, 4096)),
  ports: said(
    "TCP ports: one such as 443, or a range such as 11000-11999.",
    listOf(
      z
        .string('ports such as "443"')
        .check(z.regex(/^\d{1,5}(?:-\d{1,5})?$/, 'ports such as "443" or "11000-11999"')),
    ),
  ),
  peer: said("The range at the other end.", prefix()),
});

const subnet = mapping({
  name: said("The subnet's name.", name()),
  purpose: said("What it is for.", oneOf(PURPOSES)),
  prefix: said("Its range of addresses, within the network's.", prefix()),
  securityGroup: said(
    "Its network security group. On a private endpoint's subnet it counts only with endpoint policies on.",
    z.optional(
      mapping({ name: said("The group's name.", name()), rules: said("Its rules.", listOf(rule)) }),
    ),
  ),
  endpointPolicies: said(
    "Whether network policies apply to private endpoints in it: without them, no security group does.",
    z.optional(oneOf(["Disabled", "NetworkSecurityGroupEnabled"])),
  ),
});

export const network = mapping({
  name: said("The network's name.", name()),
  region: said("The region it is in.", region()),
  resourceGroup: said("Its resource group.", name()),
  addressSpace: said("Its ranges of addresses.", listOf(prefix())),
  dnsServers: said(
    "The addresses of its DNS servers; an empty list for Azure's own DNS.",
    listOf(address()),
  ),
  peerings: said("The names of the networks that it is peered with.", listOf(name())),
  subnets: said("Its subnets.", listOf(subnet)),
});

/** A private endpoint of the HSM. */
export const endpoint = mapping({
  name: said("The private endpoint's name.", name()),
  region: said("The region it is in; its network's region.", region()),
  resourceGroup: said("Its resource group.", name()),
  network: said("The name of its network.", name()),
  subnet: said("The name of its subnet, whose purpose is private-endpoints.", name()),
  connection: said("The name of its connection to the HSM.", name()),
  zoneResourceGroup: said(
    "The resource group of the private DNS zone that has its record: one zone for each region.",
    name(),
  ),
});

/** A private DNS zone. Two regions have two zones of the same name, in two resource groups. */
export const zone = mapping({
  name: said("Always privatelink.managedhsm.azure.net for an HSM.", host()),
  resourceGroup: said("Its resource group: what tells two zones of one name apart.", name()),
  links: said(
    "The networks that use it.",
    listOf(
      mapping({
        name: said("The link's name.", name()),
        network: said("The network's name.", name()),
        registration: said(
          "Whether machines register themselves in it: false for an endpoint's zone.",
          flag(),
        ),
      }),
    ),
  ),
});

/** A machine or service from which administrators reach the HSM when public access is off. */
export const jumpBox = mapping({
  name: said("Its name.", name()),
  kind: said("What it is.", oneOf(["bastion", "virtual-machine", "vpn"])),
  region: said("The region it is in.", region()),
  resourceGroup: said("Its resource group.", name()),
  network: said("The name of its network.", name()),
  subnet: said("The name of its subnet.", name()),
  dns: said(
    "Whom it asks for names: Azure's own DNS, or the network's servers, which may be domain controllers.",
    oneOf(["azure", "network"]),
  ),
  localSignIn: said("Whether people can sign in to it without a domain controller.", flag()),
});
