// The first runbook: what everything else takes for granted. What a company has already is only proven.
import { sentence } from "../../text/sentence.ts";
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
  title: sentence("runbooks.foundation.title"),
  purpose: sentence("runbooks.foundation.purpose"),
  section: "Missing in the plan",
  order: sentence("runbooks.foundation.order"),
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
    title: sentence("runbook-foundation.providers.title"),
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
    changes: sentence("runbook-foundation.providers.changes"),
    undo: sentence("runbook-foundation.providers.undo"),
    takes: sentence("runbook-foundation.providers.takes"),
    wait: sentence("runbook-foundation.providers.wait"),
    proofs: ["providers"],
  });
}

const groups = (plan: Plan): Step =>
  unlessThere({
    title: sentence("runbook-foundation.groups.title"),
    role: SUBSCRIPTION,
    commands: plan.resourceGroups.map(({ name, region }) =>
      az("group", "create", "--name", name, "--location", region),
    ),
    changes: sentence("runbook-foundation.groups.changes"),
    undo: sentence("runbook-foundation.groups.undo"),
    takes: sentence("runbook-steps.takes.seconds"),
    notes: [sentence("runbook-foundation.groups.note")],
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
    title: sentence("runbook-foundation.networks.title"),
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
    changes: sentence("runbook-foundation.networks.changes"),
    undo: sentence("runbook-foundation.networks.undo"),
    takes: sentence("runbook-steps.takes.secondsEach"),
    notes: [
      sentence("runbook-foundation.networks.note"),
      ...(plan.networks.some(({ dnsServers }) => dnsServers.length > 0)
        ? [sentence("runbook-foundation.networks.note2")]
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
  if (commands.length === 0)
    return reading(sentence("runbook-foundation.subnets.title"), NETWORKS, ["subnets-nsg"]);
  return unlessThere({
    title: sentence("runbook-foundation.securityGroups.title"),
    role: NETWORKS,
    commands,
    changes: sentence("runbook-foundation.securityGroups.changes"),
    undo: sentence("runbook-foundation.securityGroups.undo"),
    takes: sentence("runbook-steps.takes.secondsEach"),
    notes: [
      sentence("runbook-foundation.securityGroups.note"),
      ...(plan.networks.some(({ subnets }) =>
        subnets.some(({ purpose }) => purpose === "sql-managed-instance"),
      )
        ? [sentence("runbook-foundation.securityGroups.note2")]
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
    title: sentence("runbook-foundation.peerings.title"),
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
    changes: sentence("runbook-foundation.peerings.changes"),
    undo: sentence("runbook-foundation.peerings.undo"),
    cost: sentence("runbook-foundation.peerings.cost"),
    takes: sentence("runbook-steps.takes.secondsEach"),
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
    title: sentence("runbook-foundation.forwarders.title"),
    role: DNS,
    files: [SHOW_FORWARDER, SET_FORWARDER],
    ...(commands.length === 0 ? {} : { commands }),
    changes: sentence("runbook-foundation.forwarders.changes", {
      dns: AZURE_DNS,
      domain: FORWARDED,
    }),
    undo: sentence("runbook-foundation.forwarders.undo", { domain: FORWARDED }),
    takes: sentence("runbook-foundation.forwarders.takes"),
    notes: [
      sentence("runbook-foundation.forwarders.note", { domain: FORWARDED }),
      sentence("runbook-foundation.forwarders.note2", { dns: AZURE_DNS }),
      sentence("runbook-foundation.forwarders.note3"),
      ...others.map((address) =>
        sentence("runbook-foundation.forwarders.note4", { address, script: SET_FORWARDER }),
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
    title: sentence("runbook-foundation.jumpBoxes.title"),
    role: COMPUTE,
    ...(files.length === 0 ? {} : { files }),
    ...(commands.length === 0 ? {} : { commands }),
    changes: sentence("runbook-foundation.jumpBoxes.changes"),
    undo: sentence("runbook-foundation.jumpBoxes.undo"),
    cost: sentence("runbook-foundation.jumpBoxes.cost"),
    takes: sentence("runbook-foundation.jumpBoxes.takes"),
    notes: [
      ...(has("virtual-machine") ? [sentence("runbook-foundation.jumpBoxes.note")] : []),
      ...(has("bastion") ? [sentence("runbook-foundation.jumpBoxes.note2")] : []),
      ...(has("vpn") ? [sentence("runbook-foundation.jumpBoxes.note3")] : []),
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
    title: sentence("runbook-foundation.workspace.title"),
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
    changes: sentence("runbook-foundation.workspace.changes"),
    undo: sentence("runbook-foundation.workspace.undo"),
    cost: sentence("runbook-foundation.workspace.cost"),
    takes: sentence("runbook-steps.takes.seconds"),
    notes: [sentence("runbook-foundation.workspace.note")],
    proofs: ["log-workspace"],
  });
}

const receivers = (): Step =>
  reading(sentence("runbook-foundation.receivers.title"), MONITORING, ["action-group"], {
    changes: sentence("runbook-foundation.receivers.changes"),
    undo: sentence("runbook-foundation.receivers.undo"),
    notes: [sentence("runbook-foundation.receivers.note")],
  });

function backups(plan: Plan): Step {
  const { account, identity, container } = backupParts(plan);
  const { region, container: name } = plan.backup ?? { region: "", container: "" };
  return unlessThere({
    title: sentence("runbook-foundation.backups.title"),
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
    changes: sentence("runbook-foundation.backups.changes"),
    undo: sentence("runbook-foundation.backups.undo"),
    cost: sentence("runbook-foundation.backups.cost"),
    takes: sentence("runbook-foundation.backups.takes"),
    notes: [
      sentence("runbook-foundation.backups.note"),
      sentence("runbook-foundation.backups.note2"),
    ],
    proofs: ["backup-storage"],
  });
}
