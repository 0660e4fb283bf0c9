// Runbooks for the network path to the HSM: endpoints, names, jump boxes, and no other path.
import { az } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { dnsServersOf, SHOW_FORWARDER } from "../proofs/dns-forwarders.ts";
import { idOf } from "../proofs/ids.ts";
import { sentence } from "../../text/sentence.ts";
import { needed, present } from "./needs.ts";
import { forwarderNotes, setAccess } from "./parts.ts";
import { DNS, HSM_CONTRIBUTOR, NETWORK, READER } from "./roles-needed.ts";
import { reading, type Runbook, type Step } from "./runbook.ts";

type Endpoint = Plan["endpoints"][number];

const ZONE = "privatelink.managedhsm.azure.net";

export const endpoints: Runbook = {
  title: "Create endpoints, names and jump boxes",
  purpose: "Each region reaches the HSM by its own private endpoint.",
  section: "Deployment flow, phase 0: Private endpoints; Network architecture",
  order: "After each region of the HSM is Succeeded.",
  steps: (plan) => [
    reading("Prove the networks", READER, ["subnets-nsg", "peering"]),
    ...present(plan.endpoints, "endpoints").map((endpoint) => oneEndpoint(plan, endpoint)),
    reading("Prove endpoints and names", READER, ["endpoints", "endpoint-dns"]),
    ...(dnsServersOf(plan).length === 0
      ? []
      : [
          reading("Ask each DNS server for the HSM", DNS, ["dns-servers"], {
            files: [SHOW_FORWARDER],
            notes: forwarderNotes(plan),
          }),
        ]),
    reading(
      "Reach the HSM from each jump box",
      "Managed HSM Crypto Auditor or Crypto User, signed in on the jump box",
      ["jump-boxes", "serving-region"],
      { files: ["reach.sh", "reach.ps1"], messages: ["reach"] },
    ),
  ],
};

function oneEndpoint(plan: Plan, endpoint: Endpoint): Step {
  const { name, region, resourceGroup, zoneResourceGroup, connection } = endpoint;
  const network = needed(
    plan.networks.find((one) => one.name === endpoint.network),
    sentence("deployment-faults.endpointNetwork"),
  );
  const subnet = needed(
    network.subnets.find((one) => one.name === endpoint.subnet),
    sentence("deployment-faults.endpointSubnet"),
  );
  const link = plan.zones
    .find((zone) => zone.resourceGroup === zoneResourceGroup && zone.name === ZONE)
    ?.links.find((one) => one.network === network.name);
  const { name: linkName, registration } = needed(link, sentence("deployment-faults.zoneLink"));
  return {
    title: `Create the endpoint of ${region}`,
    role: NETWORK,
    commands: [
      az(
        "network",
        "private-endpoint",
        "create",
        "--resource-group",
        resourceGroup,
        "--name",
        name,
        "--location",
        region,
        "--subnet",
        idOf(plan, "subnet", network, subnet.name),
        "--private-connection-resource-id",
        idOf(plan, "hsm", plan.hsm),
        "--group-id",
        "managedhsm",
        "--connection-name",
        connection,
      ),
      az(
        "network",
        "private-dns",
        "zone",
        "create",
        "--resource-group",
        zoneResourceGroup,
        "--name",
        ZONE,
      ),
      az(
        "network",
        "private-dns",
        "link",
        "vnet",
        "create",
        "--resource-group",
        zoneResourceGroup,
        "--zone-name",
        ZONE,
        "--name",
        linkName,
        "--virtual-network",
        idOf(plan, "network", network),
        "--registration-enabled",
        String(registration),
      ),
      az(
        "network",
        "private-endpoint",
        "dns-zone-group",
        "create",
        "--resource-group",
        resourceGroup,
        "--endpoint-name",
        name,
        "--name",
        "default",
        "--zone-name",
        "managedhsm",
        "--private-dns-zone",
        idOf(plan, "zone", { name: ZONE, resourceGroup: zoneResourceGroup }),
      ),
    ],
    changes: "Creates the endpoint, this region's own zone, its link and the HSM's record in it.",
    undo: "az network private-endpoint delete, then the link and the zone.",
    cost: "A private endpoint and a zone, by the hour and the amount of traffic",
    takes: "minutes; the connection stays Updating for about 40 seconds after its approval",
    notes: [
      "Two zones of one name, one in each resource group: a zone for both regions would have both addresses under one name.",
    ],
    proofs: [],
  };
}

export const publicAccess: Runbook = {
  title: "Turn public access off",
  purpose: "The HSM answers endpoints and Azure's trusted services, and nobody else.",
  section: "Network architecture: public access disabled",
  order: "The last step of the network: anyone without a proven way in is locked out.",
  steps: (plan) => {
    present(plan.jumpBoxes, "jumpBoxes");
    return [
      reading("Prove the way in, from each region", "signed in on each jump box", ["jump-boxes"], {
        files: ["reach.sh", "reach.ps1"],
      }),
      {
        title: "Turn it off",
        role: HSM_CONTRIBUTOR,
        commands: [setAccess(plan, plan.hsm, plan.hsm)],
        changes: "From now on keys, roles and backups are managed from inside the networks only.",
        undo: "The same command with Enabled and Allow: Resource Manager is never behind this firewall.",
        takes: "minutes",
        twoPeople: "It locks out everyone whose way in was not proven.",
        notes: [
          "The command reads the whole HSM and writes it back: nobody else may change it meanwhile.",
          "Disks, storage and Cosmos DB come through the bypass, not through an endpoint.",
        ],
        proofs: ["public-access"],
      },
      reading("Prove that the jump boxes still reach it", "signed in on each jump box", [
        "jump-boxes",
      ]),
    ];
  },
};
