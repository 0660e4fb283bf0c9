// What a command that only reads asks Azure: the same question, as one request of the connected station.
// What nobody but a person can run - in a machine, on a jump box, once - has none.
import type { CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { idIn } from "../proofs/ids.ts";

/** One request: of Resource Manager by a resource's id, or of an HSM by the path below its address. */
export type Question =
  | {
      readonly of: "resource-manager";
      /** An id, or what is asked of the subscription; it begins with a slash. */
      readonly path: string;
      readonly version: string;
      /** What is sent where the question is a POST that changes nothing. */
      readonly body?: string;
    }
  | {
      readonly of: "hsm";
      /** The HSM's name, in lower case. */
      readonly hsm: string;
      readonly path: string;
      readonly version: string;
    };

/** The flags of a command by name, without the hyphens. */
type Flags = ReadonlyMap<string, string>;
type Ask = (flags: Flags, plan: Plan) => Question;

const at = (flags: Flags, name: string): string => flags.get(name) ?? "";

/** A resource of a group: `{FLAG}` stands for the flag's value. */
const inGroup =
  (path: string, version: string): Ask =>
  (flags, plan) => ({
    of: "resource-manager",
    path: idIn(
      plan,
      at(flags, "resource-group"),
      path.replace(/\{([a-z-]+)\}/g, (_, name: string) => at(flags, name)),
    ),
    version,
  });

/** What the subscription itself is asked. */
const ofSubscription =
  (path: string, version: string): Ask =>
  (flags, { subscription }) => ({
    of: "resource-manager",
    path: `/subscriptions/${subscription}/providers/${path.replace(/\{([a-z-]+)\}/g, (_, name: string) => at(flags, name))}`,
    version,
  });

const ofHsm =
  (path: string): Ask =>
  (flags) => ({
    of: "hsm",
    hsm: at(flags, "hsm-name").toLowerCase(),
    path: path.replace("{name}", at(flags, "name")),
    version: "7.5",
  });

const HSM = "Microsoft.KeyVault/managedHSMs/{hsm-name}";
const HSM_VERSION = "2024-11-01";
const SQL = "Microsoft.Sql/managedInstances";
const SQL_VERSION = "2023-08-01";
const NETWORK = "Microsoft.Network";
const NETWORK_VERSION = "2024-05-01";
const ZONE = `${NETWORK}/privateDnsZones/{zone-name}`;
const ZONE_VERSION = "2024-06-01";

/** By the command's own words; the API versions are those that az 2.74 sends, or newer stable ones. */
const ASKS: Readonly<Record<string, Ask>> = {
  "provider show": ofSubscription("{namespace}", "2021-04-01"),
  "keyvault check-name": (flags, plan) => ({
    ...ofSubscription("Microsoft.KeyVault/checkMhsmNameAvailability", HSM_VERSION)(flags, plan),
    body: JSON.stringify({ name: at(flags, "name") }),
  }),
  "keyvault list-deleted": ofSubscription("Microsoft.KeyVault/deletedManagedHSMs", HSM_VERSION),
  "keyvault show-deleted": ofSubscription(
    "Microsoft.KeyVault/locations/{location}/deletedManagedHSMs/{hsm-name}",
    HSM_VERSION,
  ),
  "keyvault show": inGroup(HSM, HSM_VERSION),
  "keyvault region list": inGroup(`${HSM}/regions`, HSM_VERSION),
  "keyvault setting show": ofHsm("settings/{name}"),
  "keyvault key show": ofHsm("keys/{name}"),
  "keyvault key list": ofHsm("keys"),
  "keyvault key list-deleted": ofHsm("deletedkeys"),
  "keyvault key list-versions": ofHsm("keys/{name}/versions"),
  "keyvault key rotation-policy show": ofHsm("keys/{name}/rotationpolicy"),
  "keyvault role assignment list": (flags, plan) => {
    const scope = at(flags, "scope").slice(1);
    return ofHsm(
      `${scope === "" ? "" : `${scope}/`}providers/Microsoft.Authorization/roleAssignments`,
    )(flags, plan);
  },
  "sql mi show": inGroup(`${SQL}/{name}`, SQL_VERSION),
  "sql mi tde-key show": inGroup(
    `${SQL}/{managed-instance}/encryptionProtector/current`,
    SQL_VERSION,
  ),
  "sql mi key list": inGroup(`${SQL}/{managed-instance}/keys`, SQL_VERSION),
  "sql midb list": inGroup(`${SQL}/{managed-instance}/databases`, SQL_VERSION),
  "sql instance-failover-group show": inGroup(
    "Microsoft.Sql/locations/{location}/instanceFailoverGroups/{name}",
    SQL_VERSION,
  ),
  "disk-encryption-set show": inGroup("Microsoft.Compute/diskEncryptionSets/{name}", "2023-04-02"),
  "disk show": inGroup("Microsoft.Compute/disks/{name}", "2023-04-02"),
  "vm show": inGroup("Microsoft.Compute/virtualMachines/{name}", "2024-07-01"),
  "snapshot list": inGroup("Microsoft.Compute/snapshots", "2023-04-02"),
  "storage account show": inGroup("Microsoft.Storage/storageAccounts/{name}", "2024-01-01"),
  "cosmosdb show": inGroup("Microsoft.DocumentDB/databaseAccounts/{name}", "2025-04-15"),
  "aks show": inGroup("Microsoft.ContainerService/managedClusters/{name}", "2025-03-01"),
  "identity show": inGroup("Microsoft.ManagedIdentity/userAssignedIdentities/{name}", "2023-01-31"),
  "network private-endpoint show": inGroup(`${NETWORK}/privateEndpoints/{name}`, NETWORK_VERSION),
  "network nsg show": inGroup(`${NETWORK}/networkSecurityGroups/{name}`, NETWORK_VERSION),
  "network vnet subnet list": inGroup(
    `${NETWORK}/virtualNetworks/{vnet-name}/subnets`,
    NETWORK_VERSION,
  ),
  "network vnet peering list": inGroup(
    `${NETWORK}/virtualNetworks/{vnet-name}/virtualNetworkPeerings`,
    NETWORK_VERSION,
  ),
  "network private-dns record-set a list": inGroup(`${ZONE}/A`, ZONE_VERSION),
  "network private-dns link vnet list": inGroup(`${ZONE}/virtualNetworkLinks`, ZONE_VERSION),
  rest: (flags) => {
    const [, host = "", path = "", version = ""] =
      /^https:\/\/([^/]+)(\/[^?]*)\?api-version=([\w.-]+)$/.exec(at(flags, "url")) ?? [];
    const [hsm = ""] = host.split(".");
    return flags.has("resource")
      ? { of: "hsm", hsm, path: path.slice(1), version }
      : { of: "resource-manager", path, version };
  },
};

/**
 * The question of a command that only reads; null where a person must run it: in a machine, on a jump
 * box, or because a step keeps its answer.
 */
export function questionOf(plan: Plan, { words, kept }: CommandLine): Question | null {
  const texts = words.filter((word) => typeof word === "string");
  const first = texts.findIndex((word) => word.startsWith("--"));
  const name = texts.slice(1, first < 0 ? texts.length : first).join(" ");
  const ask = texts[0] === "az" && kept !== true && Object.hasOwn(ASKS, name) ? ASKS[name] : null;
  return ask?.(flagsOf(texts), plan) ?? null;
}

function flagsOf(texts: readonly string[]): Flags {
  const flags = texts.flatMap((word, n) =>
    word.startsWith("--") ? [[word.slice(2), texts[n + 1] ?? ""] as const] : [],
  );
  return new Map(flags);
}
