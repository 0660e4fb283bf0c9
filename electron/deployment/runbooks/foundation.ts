// The first runbook: what everything else takes for granted. What a company has already is only proven.
import { az, file, found, saying, variable, type CommandLine } from "../commands/command-line.ts";
import { versionOf } from "../plan/azure-resources.ts";
import type { Plan } from "../plan/plan.ts";
import { backupParts, BLOB_CONTRIBUTOR } from "../proofs/backup-storage.ts";
import { AZURE_DNS, dnsServersOf, FORWARDED, SHOW_FORWARDER } from "../proofs/dns-forwarders.ts";
import { runOn } from "../proofs/run-command.ts";
import { idOf } from "../proofs/ids.ts";
import { workspaceOf } from "../proofs/log-workspace.ts";
import { HOST_ENCRYPTION, namespacesOf, needsHostEncryption } from "../proofs/providers.ts";
import { bastionAddress, bastionFile, SET_FORWARDER, WORKSPACE } from "./files.ts";
import { at, forwarderNotes } from "./parts.ts";
import {
  BACKUP_STORAGE,
  COMPUTE,
  DNS,
  MONITORING,
  NETWORKS,
  SUBSCRIPTION,
} from "./roles-needed.ts";
import { reading, unlessThere, type Runbook, type Step } from "./runbook.ts";

type Network = Plan["networks"][number];
type Subnet = Network["subnets"][number];

export const foundation: Runbook = {
  title: "Create what everything else is built on",
  purpose: "Subscription, networks, log and the storage of backups are ready for the HSM.",
  section: "Missing in the plan",
  order: "Before everything else: without it no other runbook's commands work.",
  since: 3,
  steps: (plan) => [
    registered(plan),
    ...(plan.resourceGroups.length === 0 ? [] : [groups(plan)]),
    ...(plan.networks.length === 0 ? [] : [networks(plan), securityGroups(plan)]),
    ...(plan.networks.every(({ peerings }) => peerings.length === 0) ? [] : [peerings(plan)]),
    ...(dnsServersOf(plan).length === 0 ? [] : [forwarders(plan)]),
    ...(plan.jumpBoxes.length === 0 ? [] : [jumpBoxes(plan)]),
    ...(plan.diagnostics === undefined ? [] : [workspace(plan), receivers()]),
    ...(plan.identities.some(({ name }) => name === plan.backup?.identity) ? [backups(plan)] : []),
  ],
};

function registered(plan: Plan): Step {
  const [namespace, name] = HOST_ENCRYPTION;
  const provider = (one: string): CommandLine => az("provider", "register", "--namespace", one);
  return unlessThere({
    title: "Register the providers and features",
    role: SUBSCRIPTION,
    commands: [
      ...namespacesOf(plan).map(provider),
      ...(needsHostEncryption(plan)
        ? [
            az("feature", "register", "--namespace", namespace, "--name", name),
            // Its provider passes the feature on once it is registered again.
            provider(namespace),
          ]
        : []),
    ],
    changes: "The subscription may create resources of these kinds.",
    undo: "az provider unregister and az feature unregister, once nothing of theirs is there.",
    takes: "minutes; a feature up to an hour",
    wait: "Until each says Registered; the last command passes a feature on only then.",
    proofs: ["providers"],
  });
}

const groups = (plan: Plan): Step =>
  unlessThere({
    title: "Create the resource groups",
    role: SUBSCRIPTION,
    commands: plan.resourceGroups.map(({ name, region }) =>
      az("group", "create", "--name", name, "--location", region),
    ),
    changes: "Creates the empty groups.",
    undo: "az group delete, which deletes everything in it.",
    takes: "seconds",
    notes: [
      "A group keeps its region for good: InvalidResourceGroupLocation says that it has another one.",
    ],
    proofs: ["resource-groups"],
  });

const inNetwork = ({ name, resourceGroup }: Network): readonly string[] => [
  "--resource-group",
  resourceGroup,
  "--vnet-name",
  name,
];

const networks = (plan: Plan): Step =>
  unlessThere({
    title: "Create the networks",
    role: NETWORKS,
    commands: plan.networks.flatMap((network) => [
      az(
        "network",
        "vnet",
        "create",
        ...at(network),
        "--location",
        network.region,
        "--address-prefixes",
        ...network.addressSpace,
        ...(network.dnsServers.length === 0 ? [] : ["--dns-servers", ...network.dnsServers]),
      ),
      ...network.subnets.map(({ name, prefix, purpose }) =>
        az(
          "network",
          "vnet",
          "subnet",
          "create",
          ...inNetwork(network),
          "--name",
          name,
          "--address-prefixes",
          prefix,
          ...(purpose === "sql-managed-instance"
            ? ["--delegations", "Microsoft.Sql/managedInstances"]
            : []),
        ),
      ),
    ]),
    changes: "Creates the networks with their subnets.",
    undo: "az network vnet delete, while nothing is in it.",
    takes: "seconds each",
    notes: [
      "Never run vnet create or subnet create for one that is there: they write it anew, without what the plan does not name. Change it by update.",
      ...(plan.networks.some(({ dnsServers }) => dnsServers.length > 0)
        ? ["Until the DNS servers answer, machines in these networks resolve no name."]
        : []),
    ],
    proofs: ["networks"],
  });

/** Each security group once, with the subnets that it is for. */
function groupsOf({ subnets }: Network): ReadonlyMap<string, readonly Subnet[]> {
  const all = new Map<string, readonly Subnet[]>();
  for (const subnet of subnets) {
    const name = subnet.securityGroup?.name;
    if (name !== undefined) all.set(name, [...(all.get(name) ?? []), subnet]);
  }
  return all;
}

function securityGroups(plan: Plan): Step {
  const commands = plan.networks.flatMap((network) => [
    ...[...groupsOf(network)].flatMap(([name, subnets]) => [
      az("network", "nsg", "create", ...at({ ...network, name }), "--location", network.region),
      ...subnets.flatMap((subnet) => rulesOf(network, subnet)),
    ]),
    ...network.subnets.flatMap((subnet) => subnetUpdate(plan, network, subnet)),
  ]);
  if (commands.length === 0) return reading("Prove the subnets", NETWORKS, ["subnets-nsg"]);
  return unlessThere({
    title: "Create the security groups, and set the subnets to use them",
    role: NETWORKS,
    commands,
    changes:
      "Creates the groups with their rules. They count in their subnets, and for private endpoints too.",
    undo: "az network vnet subnet update with the values before; az network nsg delete.",
    takes: "seconds each",
    notes: [
      "nsg create for a group that is there removes its rules: leave it out, and create only the rules that the proof misses.",
      ...(plan.networks.some(({ subnets }) =>
        subnets.some(({ purpose }) => purpose === "sql-managed-instance"),
      )
        ? [
            "A SQL Managed Instance adds rules of its own to its subnet's group, and needs a route table there.",
          ]
        : []),
    ],
    proofs: ["subnets-nsg"],
  });
}

const rulesOf = (network: Network, { securityGroup, prefix }: Subnet): readonly CommandLine[] =>
  (securityGroup?.rules ?? []).map(({ name, direction, access, priority, ports, peer }) => {
    const [source, destination] = direction === "Inbound" ? [peer, prefix] : [prefix, peer];
    return az(
      "network",
      "nsg",
      "rule",
      "create",
      "--resource-group",
      network.resourceGroup,
      "--nsg-name",
      securityGroup?.name ?? "",
      "--name",
      name,
      "--priority",
      String(priority),
      "--direction",
      direction,
      "--access",
      access,
      "--protocol",
      "Tcp",
      "--source-address-prefixes",
      source,
      "--destination-address-prefixes",
      destination,
      "--destination-port-ranges",
      ...ports,
    );
  });

function subnetUpdate(plan: Plan, network: Network, subnet: Subnet): readonly CommandLine[] {
  const { name, securityGroup, endpointPolicies } = subnet;
  const { resourceGroup } = network;
  const flags = [
    ...(securityGroup === undefined
      ? []
      : [
          "--network-security-group",
          idOf(plan, "nsg", { name: securityGroup.name, resourceGroup }),
        ]),
    ...(endpointPolicies === undefined
      ? []
      : ["--private-endpoint-network-policies", endpointPolicies]),
  ];
  if (flags.length === 0) return [];
  return [
    az("network", "vnet", "subnet", "update", ...inNetwork(network), "--name", name, ...flags),
  ];
}

/** Each pair in both directions: one half alone stays Initiated. */
function peerings(plan: Plan): Step {
  const pairs = plan.networks.flatMap((network) =>
    network.peerings.flatMap((name) => {
      const other = plan.networks.find((one) => one.name === name);
      return other === undefined ? [] : [[network, other] as const, [other, network] as const];
    }),
  );
  const once = new Map(pairs.map(([from, to]) => [`${from.name} ${to.name}`, [from, to] as const]));
  return unlessThere({
    title: "Peer the networks",
    role: NETWORKS,
    commands: [...once.values()].map(([from, to]) =>
      az(
        "network",
        "vnet",
        "peering",
        "create",
        ...inNetwork(from),
        "--name",
        `to-${to.name}`.slice(0, 80),
        "--remote-vnet",
        idOf(plan, "network", to),
        "--allow-vnet-access",
        "true",
      ),
    ),
    changes: "The networks reach each other.",
    undo: "az network vnet peering delete, in both networks.",
    cost: "Traffic between the networks, by the amount",
    takes: "seconds each",
    proofs: ["peering"],
  });
}

/** An address is of no region: each server asks the zone that its own network is linked to. */
const forwarders = (plan: Plan): Step => {
  const commands = dnsServersOf(plan).flatMap(({ controller }) =>
    controller === undefined ? [] : [az(...runOn(controller, SET_FORWARDER))],
  );
  const others = dnsServersOf(plan).flatMap(({ address, controller }) =>
    controller === undefined ? [address] : [],
  );
  return unlessThere({
    title: "Let the DNS servers forward the HSM's names",
    role: DNS,
    files: [SHOW_FORWARDER, SET_FORWARDER],
    ...(commands.length === 0 ? {} : { commands }),
    changes: `Each DNS server asks ${AZURE_DNS} for ${FORWARDED}.`,
    undo: `Remove-DnsServerZone -Name ${FORWARDED}, on each server.`,
    takes: "a minute each",
    notes: [
      `Forward ${FORWARDED} itself, never the zone privatelink.${FORWARDED}: the answer leads there by itself.`,
      `${AZURE_DNS} answers only machines in a network of Azure. A server elsewhere forwards to one that is in such a network.`,
      "Each server gets the address of the zone that its own network is linked to: a client must ask a server of its own region first.",
      ...others.map(
        (address) =>
          `${address} is no machine of the plan: run ${SET_FORWARDER} in PowerShell on that server.`,
      ),
      ...forwarderNotes(plan),
    ],
    proofs: ["dns-forwarders"],
  });
};

type JumpBox = Plan["jumpBoxes"][number];

function jumpBoxes(plan: Plan): Step {
  const commands = plan.jumpBoxes.flatMap((box) => boxCommands(plan, box));
  const files = plan.jumpBoxes.filter(({ kind }) => kind === "bastion").map(bastionFile);
  const has = (kind: JumpBox["kind"]): boolean => plan.jumpBoxes.some((one) => one.kind === kind);
  return unlessThere({
    title: "Create the jump boxes",
    role: COMPUTE,
    ...(files.length === 0 ? {} : { files }),
    ...(commands.length === 0 ? {} : { commands }),
    changes: "Creates the machines and services from which the HSM is administered.",
    undo: "az vm delete, az network nic delete; az rest --method delete of a bastion.",
    cost: "Machines and bastions, by the hour",
    takes: "minutes; a bastion about 10",
    notes: [
      ...(has("virtual-machine")
        ? [
            "Another image or size does as well. The machine has no address of the internet, and its key for SSH stays with the person who runs this.",
          ]
        : []),
      ...(has("bastion")
        ? [
            "A bastion is only the way in: it opens a session on a machine in the network, where the commands are run.",
          ]
        : []),
      ...(has("vpn")
        ? ["A VPN gateway is created in the portal: it depends on the network at its other end."]
        : []),
    ],
    proofs: ["jump-box-resources"],
  });
}

function boxCommands(plan: Plan, box: JumpBox): readonly CommandLine[] {
  const network = plan.networks.find(({ name }) => name === box.network);
  if (network === undefined) return [];
  const place = ["--location", box.region];
  if (box.kind === "bastion")
    return [
      az(
        "network",
        "public-ip",
        "create",
        ...at({ ...box, name: bastionAddress(box) }),
        ...place,
        "--sku",
        "Standard",
        "--allocation-method",
        "Static",
      ),
      az(
        "rest",
        "--method",
        "put",
        "--url",
        `https://management.azure.com${idOf(plan, "bastion", box)}?api-version=${versionOf("bastion")}`,
        "--body",
        file(bastionFile(box)),
      ),
    ];
  if (box.kind === "vpn") return [];
  const card = { ...box, name: `${box.name}-nic` };
  return [
    az(
      "network",
      "nic",
      "create",
      ...at(card),
      ...place,
      "--subnet",
      idOf(plan, "subnet", network, box.subnet),
    ),
    az(
      "vm",
      "create",
      ...at(box),
      ...place,
      "--nics",
      idOf(plan, "interface", card),
      "--image",
      "Ubuntu2204",
      "--size",
      "Standard_D2s_v5",
      "--admin-username",
      "azureuser",
      "--generate-ssh-keys",
    ),
  ];
}

function workspace(plan: Plan): Step {
  const { id } = workspaceOf(plan);
  return unlessThere({
    title: "Create the workspace of the log",
    role: MONITORING,
    files: [WORKSPACE],
    commands: [
      az(
        "rest",
        "--method",
        "put",
        "--url",
        `https://management.azure.com${id}?api-version=${versionOf("workspace")}`,
        "--body",
        file(WORKSPACE),
      ),
    ],
    changes: "Creates the Log Analytics workspace.",
    undo: "az rest --method delete of the same address; it can be recovered for 14 days.",
    cost: "Log Analytics, by the amount that is kept",
    takes: "seconds",
    notes: [
      "A workspace itself keeps a line for at most 730 days. What is kept longer is set for each table, as its total retention.",
    ],
    proofs: ["log-workspace"],
  });
}

const receivers = (): Step =>
  reading("Say who is notified, in the portal", MONITORING, ["action-group"], {
    changes: "Creates the action group of the alerts, with the people whom it notifies.",
    undo: "Remove it in the portal.",
    notes: [
      "Monitor, Alerts, Action groups: create the group of the plan with at least one receiver, and test it there. Addresses of receivers are in no command and no answer.",
    ],
  });

function backups(plan: Plan): Step {
  const { account, identity, container } = backupParts(plan);
  const { region, container: name } = plan.backup ?? { region: "", container: "" };
  return unlessThere({
    title: "Create the storage of the backups, and let the HSM's identity write to it",
    role: BACKUP_STORAGE,
    commands: [
      az(
        "storage",
        "account",
        "create",
        ...at(account),
        "--location",
        region,
        "--kind",
        "StorageV2",
        "--sku",
        "Standard_GRS",
        "--allow-blob-public-access",
        "false",
        "--min-tls-version",
        "TLS1_2",
        "--default-action",
        "Deny",
        "--bypass",
        "AzureServices",
      ),
      az(
        "storage",
        "container-rm",
        "create",
        "--storage-account",
        account.name,
        "--resource-group",
        account.resourceGroup,
        "--name",
        name,
      ),
      az("identity", "create", ...at(identity), "--location", identity.region),
      found("PRINCIPAL", "principalId", "identity", "show", ...at(identity)),
      saying(
        `Storage Blob Data Contributor, to ${identity.name}, at ${name}`,
        az(
          "role",
          "assignment",
          "create",
          "--assignee-object-id",
          variable("PRINCIPAL"),
          "--assignee-principal-type",
          "ServicePrincipal",
          "--role",
          BLOB_CONTRIBUTOR,
          "--scope",
          container,
        ),
      ),
    ],
    changes: "Creates account, container and identity; the identity may write to this container.",
    undo: "az role assignment delete, then az storage account delete: with it, every backup is lost.",
    cost: "Storage, by the amount that is kept",
    takes: "minutes; the role counts after up to 10 minutes",
    notes: [
      "Names of storage accounts are taken in all of Azure: StorageAccountAlreadyTaken means that somebody else has this one.",
      "A container with an immutability policy takes no backup of an HSM.",
    ],
    proofs: ["backup-storage"],
  });
}
