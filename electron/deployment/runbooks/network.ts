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
  title: sentence("runbooks.endpoints.title"),
  purpose: sentence("runbooks.endpoints.purpose"),
  section: "Deployment flow, phase 0: Private endpoints; Network architecture",
  order: sentence("runbooks.endpoints.order"),
  steps: (plan) => [
    reading(sentence("runbook-network.networks.title"), READER, ["subnets-nsg", "peering"]),
    ...present(plan.endpoints, "endpoints").map((endpoint) => oneEndpoint(plan, endpoint)),
    reading(sentence("runbook-network.endpoints.title"), READER, ["endpoints", "endpoint-dns"]),
    ...(dnsServersOf(plan).length === 0
      ? []
      : [
          reading(sentence("runbook-network.dns.title"), DNS, ["dns-servers"], {
            files: [SHOW_FORWARDER],
            notes: forwarderNotes(plan),
          }),
        ]),
    reading(
      sentence("runbook-network.reach.title"),
      sentence("runbook-network.reach.role"),
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
    title: sentence("runbook-network.endpoint.title", { region }),
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
    changes: sentence("runbook-network.endpoint.changes"),
    undo: sentence("runbook-network.endpoint.undo"),
    cost: sentence("runbook-network.endpoint.cost"),
    takes: sentence("runbook-network.endpoint.takes"),
    notes: [sentence("runbook-network.endpoint.note")],
    proofs: [],
  };
}

export const publicAccess: Runbook = {
  title: sentence("runbooks.public-access.title"),
  purpose: sentence("runbooks.public-access.purpose"),
  section: "Network architecture: public access disabled",
  order: sentence("runbooks.public-access.order"),
  steps: (plan) => {
    present(plan.jumpBoxes, "jumpBoxes");
    return [
      reading(
        sentence("runbook-network.wayIn.title"),
        sentence("roles-needed.onJumpBox"),
        ["jump-boxes"],
        { files: ["reach.sh", "reach.ps1"] },
      ),
      {
        title: sentence("runbook-network.off.title"),
        role: HSM_CONTRIBUTOR,
        commands: [setAccess(plan, plan.hsm, plan.hsm)],
        changes: sentence("runbook-network.off.changes"),
        undo: sentence("runbook-network.off.undo"),
        takes: sentence("runbook-steps.takes.minutes"),
        twoPeople: sentence("runbook-network.off.twoPeople"),
        notes: [sentence("runbook-network.off.note"), sentence("runbook-network.off.note2")],
        proofs: ["public-access"],
      },
      reading(sentence("runbook-network.still.title"), sentence("roles-needed.onJumpBox"), [
        "jump-boxes",
      ]),
    ];
  },
};
