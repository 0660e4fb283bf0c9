// The resources of Azure that a deployment has to do with, each once. What an answer about one is called, its
// id, the question for it, the command of `az` that prints it, and its rule in a rehearsal's subscription are
// found by its row.

const HSM = "Microsoft.KeyVault/managedHSMs/{hsm-name}";
/** Earlier ones are answered until 27 February 2027. */
const KEY_VAULT = "2026-02-01";
const INSTANCE = "Microsoft.Sql/managedInstances/{managed-instance}";
const SQL = "2023-08-01";
const VNET = "Microsoft.Network/virtualNetworks/{vnet-name}";
const ENDPOINTS = "Microsoft.Network/privateEndpoints";
const NETWORK = "2024-05-01";
const ZONE = "Microsoft.Network/privateDnsZones/{zone-name}";
const DISKS = "2023-04-02";

/**
 * What it is called here. Its types and names below `providers/`: a name is the flag of `az` that has it. The
 * API version in which it is asked for: that of az 2.74, or a newer stable one. The words of `az` that show
 * one, or list all. What the file of that answer has behind the name by which `az` is asked.
 */
const ROWS = [
  ["hsm", HSM, KEY_VAULT, "keyvault show"],
  ["hsm", HSM, KEY_VAULT, "keyvault list"],
  ["region", `${HSM}/regions/{name}`, KEY_VAULT, "keyvault region list", "-regions"],
  ["connection", `${HSM}/privateEndpointConnections/{name}`],
  [
    "deleted-hsm",
    "Microsoft.KeyVault/locations/{location}/deletedManagedHSMs/{hsm-name}",
    KEY_VAULT,
    "keyvault show-deleted",
  ],
  // The list of them, and the type that they say they are, have no location.
  [
    "deleted-hsm",
    "Microsoft.KeyVault/deletedManagedHSMs/{hsm-name}",
    KEY_VAULT,
    "keyvault list-deleted",
  ],
  ["group", "Microsoft.Resources/resourceGroups/{name}"],
  ["feature", "Microsoft.Compute/features/{name}"],
  ["network", "Microsoft.Network/virtualNetworks/{name}", NETWORK, "network vnet show", "-network"],
  ["subnet", `${VNET}/subnets/{name}`, NETWORK, "network vnet subnet list"],
  ["peering", `${VNET}/virtualNetworkPeerings/{name}`, NETWORK, "network vnet peering list"],
  ["nsg", "Microsoft.Network/networkSecurityGroups/{name}", NETWORK, "network nsg show"],
  ["security-rule", "Microsoft.Network/networkSecurityGroups/{nsg-name}/securityRules/{name}"],
  ["interface", "Microsoft.Network/networkInterfaces/{name}", NETWORK, "network nic list"],
  ["bastion", "Microsoft.Network/bastionHosts/{name}", NETWORK],
  [
    "gateway",
    "Microsoft.Network/virtualNetworkGateways/{name}",
    NETWORK,
    "network vnet-gateway show",
    "-gateway",
  ],
  ["endpoint", `${ENDPOINTS}/{name}`, NETWORK, "network private-endpoint show"],
  ["zone-group", `${ENDPOINTS}/{endpoint-name}/privateDnsZoneGroups/{name}`],
  ["zone", "Microsoft.Network/privateDnsZones/{name}"],
  ["address-record", `${ZONE}/A/{name}`, "2024-06-01", "network private-dns record-set a list"],
  [
    "zone-link",
    `${ZONE}/virtualNetworkLinks/{name}`,
    "2024-06-01",
    "network private-dns link vnet list",
  ],
  ["instance", "Microsoft.Sql/managedInstances/{name}", SQL, "sql mi show"],
  [
    "protector",
    `${INSTANCE}/encryptionProtector/current`,
    SQL,
    "sql mi tde-key show",
    "-protector",
  ],
  ["instance-key", `${INSTANCE}/keys/{name}`, SQL, "sql mi key list", "-keys"],
  ["database", `${INSTANCE}/databases/{name}`, SQL, "sql midb list", "-databases"],
  ["database-tde", `${INSTANCE}/databases/{name}/transparentDataEncryption/current`, SQL],
  [
    "failover-group",
    "Microsoft.Sql/locations/{location}/instanceFailoverGroups/{name}",
    SQL,
    "sql instance-failover-group show",
  ],
  ["disk-set", "Microsoft.Compute/diskEncryptionSets/{name}", DISKS, "disk-encryption-set show"],
  ["disk", "Microsoft.Compute/disks/{name}", DISKS, "disk show"],
  ["snapshot", "Microsoft.Compute/snapshots/{name}", DISKS, "snapshot list"],
  // A disk may have the same name.
  ["vm", "Microsoft.Compute/virtualMachines/{name}", "2024-07-01", "vm show", "-machine"],
  ["storage", "Microsoft.Storage/storageAccounts/{name}", "2024-01-01", "storage account show"],
  [
    "container",
    "Microsoft.Storage/storageAccounts/{storage-account}/blobServices/default/containers/{name}",
    "2024-01-01",
    "storage container-rm show",
    "-container",
  ],
  ["cosmos", "Microsoft.DocumentDB/databaseAccounts/{name}", "2025-04-15", "cosmosdb show"],
  ["aks", "Microsoft.ContainerService/managedClusters/{name}", "2025-03-01", "aks show"],
  [
    "identity",
    "Microsoft.ManagedIdentity/userAssignedIdentities/{name}",
    "2023-01-31",
    "identity show",
  ],
  ["vault", "Microsoft.RecoveryServices/vaults/{name}"],
  [
    "replicated-item",
    "Microsoft.RecoveryServices/vaults/{vault}/replicationFabrics/{fabric}/replicationProtectionContainers/{container}/replicationProtectedItems/{name}",
    "2023-06-01",
  ],
  ["workspace", "Microsoft.OperationalInsights/workspaces/{name}", "2023-09-01"],
  ["action-group", "Microsoft.Insights/actionGroups/{name}", "2023-01-01"],
  ["diagnostic-setting", "Microsoft.Insights/diagnosticSettings/{name}", "2021-05-01-preview"],
  ["metric-alert", "Microsoft.Insights/metricAlerts/{name}", "2018-03-01"],
  ["log-alert", "Microsoft.Insights/scheduledQueryRules/{name}", "2021-08-01"],
  ["health", "Microsoft.ResourceHealth/availabilityStatuses/current", "2022-10-01"],
] as const;

/** What a resource is called here. */
export type ResourceKind = (typeof ROWS)[number][0];

type Row = readonly [
  kind: ResourceKind,
  path: string,
  version?: string,
  az?: string,
  behindName?: string,
];
const TABLE: readonly Row[] = ROWS;
const HOLE = /\{([a-z-]+)\}/g;

/** The first row of a kind; each kind has one. */
const rowOf = (kind: ResourceKind): Row => TABLE.find(([one]) => one === kind) ?? ROWS[0];

/** Its path below `providers/`, with the names that `of` has for flags of `az`. */
export const pathBy = (kind: ResourceKind, of: (flag: string) => string): string =>
  rowOf(kind)[1].replace(HOLE, (_, flag: string) => of(flag));

/** The same, with these names in their order. */
export function pathOf(kind: ResourceKind, ...names: readonly string[]): string {
  const left = [...names];
  return pathBy(kind, () => left.shift() ?? "");
}

/** The type in an id, as it is written there: `Microsoft.Sql/managedInstances/keys`; "" if there is none. */
export function typeIn(id: string): string {
  const [, last = ""] = id.split(/^.*\/providers\//i);
  const [namespace = "", ...rest] = last.split("/");
  const types = rest.filter((_, at) => at % 2 === 0);
  return rest.length === 0 ? "" : [namespace, ...types].join("/");
}

/** Its type as Azure writes it. */
export const typeOf = (kind: ResourceKind): string => typeIn(`/providers/${rowOf(kind)[1]}`);

const KINDS: ReadonlyMap<string, ResourceKind> = new Map(
  TABLE.map(([kind, path]) => [typeIn(`/providers/${path}`).toLowerCase(), kind]),
);

/** What a type is called here, its case ignored. */
export const kindOfType = (type: string): ResourceKind | undefined => KINDS.get(type.toLowerCase());

/** The version in which it is asked for; "" where nothing asks for it. */
export const versionOf = (kind: ResourceKind): string => rowOf(kind)[2] ?? "";

/** The types that are asked for, each once with its version. */
export const askedTypes = (): readonly (readonly [type: string, version: string])[] => [
  ...new Map(
    TABLE.flatMap(([, path, version]) =>
      version === undefined ? [] : [[typeIn(`/providers/${path}`), version] as const],
    ),
  ),
];

/** The words of `az` that print it; the flag that names one, or what the list is of; its file's name. */
export function azOf(kind: ResourceKind) {
  const [, path, , az = "", behindName = ""] = rowOf(kind);
  return { words: az.split(" "), flag: [...path.matchAll(HOLE)][0]?.[1] ?? "", behindName };
}

/** What these words of `az` ask for: its path, with flags for names, and the version. */
export function askedBy(
  words: string,
): { readonly path: string; readonly version: string } | undefined {
  const row = TABLE.find(([, , , az]) => az === words);
  return row === undefined ? undefined : { path: askedOf(row), version: row[2] ?? "" };
}

/** Of one, or of the list of them. */
const askedOf = ([, path, , az = ""]: Row): string =>
  /\blist\b/.test(az) ? path.slice(0, path.lastIndexOf("/")) : path;

/** The end of the addresses by which it is asked for. */
export const addressesOf = (kind: ResourceKind): RegExp =>
  new RegExp(`/${askedOf(rowOf(kind)).replaceAll(".", "[.]").replace(HOLE, "[^/]+")}$`, "i");
