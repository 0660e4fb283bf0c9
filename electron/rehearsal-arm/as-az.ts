// What az would send for each command of a runbook: the same changes as requests, so that a
// rehearsal needs no az. Tests with az itself show that it does the same.
import { guid, type Json, type JsonObject } from "../../crypto/index.ts";
import {
  familyOf,
  groupId,
  idIn,
  idOf,
  listOfIn,
  pathBy,
  pathOf,
  questionOf,
  RECEIVERS_QUERY,
  type Plan,
  type ResourceKind,
} from "../deployment/deployment.ts";
import { ask, wordsOf, type Access, type Asked, type Given } from "./client.ts";
import { at, listAt, textAt } from "./world/json-path.ts";
import { placeOf } from "./world/world.ts";
import { nameOf } from "./world/resource.ts";

const ARM = "https://management.azure.com";

/** The versions of writing requests, by type; any is answered. */
const VERSION = "2024-11-01";

interface Run {
  readonly plan: Plan;
  readonly access: Access;
  readonly files: ReadonlyMap<string, string>;
  readonly random: (length: number) => Uint8Array;
  /** A flag's value, or "". */
  readonly flag: (name: string) => string;
  /** All values of a flag. */
  readonly flags: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
}

type Deed = (run: Run) => Promise<Given>;

/** The id of what the flags name; it ends with a slash where its last name is no flag. */
const idBy = ({ plan, flag }: Run, kind: ResourceKind): string =>
  idIn(plan, flag("resource-group"), pathBy(kind, flag));

const arm = (run: Run, method: string, id: string, body?: Json): Promise<Given> =>
  ask(run.access, {
    method,
    url: `${ARM}${id}?api-version=${VERSION}`,
    ...(body === undefined ? {} : { body }),
  });

const hsm = (run: Run, method: string, path: string, body?: Json): Promise<Given> => {
  const asked: Asked = {
    method,
    url: `https://${run.flag("hsm-name").toLowerCase()}.managedhsm.azure.net/${path}?api-version=7.5`,
    ...(body === undefined ? {} : { body }),
  };
  return ask(run.access, asked);
};

/** Creates or changes a resource of a group. */
const write =
  (method: "PUT" | "PATCH", kind: ResourceKind, body: (run: Run) => Json): Deed =>
  (run) =>
    arm(run, method, idBy(run, kind), body(run));

/** Changes the regions of an HSM: read, then written. */
const regions =
  (change: (names: readonly string[], region: string) => readonly string[]): Deed =>
  async (run) => {
    const id = idBy(run, "hsm");
    const before = await arm(run, "GET", id);
    const names = listAt(before.body, "properties.regions").map((one) => textAt(one, "name"));
    const next = change(names, run.flag("region")).map((name) => ({ name }));
    return arm(run, "PATCH", id, { properties: { regions: next } });
  };

/** A key's name on an instance: host, key, version. */
function serverKey(run: Run): string {
  const { host = "", name = "" } = placeOf(run.flag("kid"));
  return `${host.split(".")[0] ?? ""}_${name}_${nameOf(run.flag("kid"))}`;
}

const storageOf = (run: Run): string =>
  `https://${run.flag("storage-account-name")}.blob.core.windows.net/${run.flag("blob-container-name")}`;

const encryption = (run: Run): Json => ({
  encryption: {
    type: run.flag("encryption-type"),
    diskEncryptionSetId: run.flag("disk-encryption-set"),
  },
});
const setBody = (run: Run): JsonObject => ({
  activeKey: { keyUrl: run.flag("key-url"), sourceVault: { id: run.flag("source-vault") } },
  rotationToLatestKeyVersionEnabled: run.flag("enable-auto-key-rotation") === "true",
});
const SYSTEM = { identity: { type: "SystemAssigned" } } as const;

const act =
  (action: string): Deed =>
  (run) =>
    arm(run, "POST", `${idBy(run, "vm")}/${action}`, {});

const COMMANDS: Readonly<Record<string, Deed>> = {
  version: () =>
    Promise.resolve({ status: 200, headers: {}, body: { "azure-cli": "2.74.0", extensions: {} } }),
  "provider register": (run) =>
    arm(
      run,
      "POST",
      `/subscriptions/${run.plan.subscription}/providers/${run.flag("namespace")}/register`,
    ),
  "feature register": (run) =>
    arm(
      run,
      "POST",
      `/subscriptions/${run.plan.subscription}/providers/Microsoft.Features/providers/${run.flag("namespace")}/features/${run.flag("name")}/register`,
    ),
  "group create": (run) =>
    arm(run, "PUT", groupId(run.plan, run.flag("name")), { location: run.flag("location") }),
  "identity create": write("PUT", "identity", (run) => ({ location: run.flag("location") })),
  "identity show": (run) =>
    arm(run, "GET", run.has("ids") ? run.flag("ids") : idBy(run, "identity")),
  "keyvault create": write("PUT", "hsm", (run) => ({
    location: run.flag("location"),
    sku: { family: familyOf(run.flag("sku")), name: run.flag("sku") },
    ...(run.has("mi-user-assigned")
      ? {
          identity: {
            type: "UserAssigned",
            userAssignedIdentities: { [run.flag("mi-user-assigned")]: {} },
          },
        }
      : {}),
    properties: {
      tenantId: run.plan.tenant,
      initialAdminObjectIds: [...run.flags("administrators")],
      softDeleteRetentionInDays: Number(run.flag("retention-days")),
      enablePurgeProtection: run.flag("enable-purge-protection") === "true",
    },
  })),
  "keyvault update-hsm": write("PATCH", "hsm", (run) => ({
    properties: run.has("enable-purge-protection")
      ? { enablePurgeProtection: run.flag("enable-purge-protection") === "true" }
      : {
          publicNetworkAccess: run.flag("public-network-access"),
          networkAcls: { bypass: run.flag("bypass"), defaultAction: run.flag("default-action") },
        },
  })),
  "keyvault delete": (run) => arm(run, "DELETE", idBy(run, "hsm")),
  "keyvault purge": (run) =>
    arm(
      run,
      "POST",
      `/subscriptions/${run.plan.subscription}/providers/${pathBy("deleted-hsm", run.flag)}/purge`,
    ),
  "keyvault region add": regions((names, region) => [...new Set([...names, region])]),
  "keyvault region wait": (run) => arm(run, "GET", idBy(run, "hsm")),
  "keyvault region remove": regions((names, region) => names.filter((name) => name !== region)),
  "keyvault role assignment create": (run) => {
    const scope = run.flag("scope").slice(1);
    const path = `${scope === "" ? "" : `${scope}/`}providers/Microsoft.Authorization/roleAssignments`;
    return hsm(run, "PUT", `${path}/${guid(run.random)}`, {
      properties: {
        principalId: run.flag("assignee-object-id"),
        roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${run.flag("role")}`,
      },
    });
  },
  "keyvault setting update": (run) =>
    hsm(run, "PATCH", `settings/${run.flag("name")}`, { value: run.flag("value") }),
  "keyvault key create": (run) =>
    hsm(run, "POST", `keys/${run.flag("name")}/create`, {
      kty: run.flag("kty"),
      key_size: Number(run.flag("size")),
      key_ops: [...run.flags("ops")],
      ...(run.has("expires")
        ? { attributes: { exp: Math.floor(Date.parse(run.flag("expires")) / 1000) } }
        : {}),
    }),
  "keyvault key rotate": (run) => hsm(run, "POST", `keys/${run.flag("name")}/rotate`, {}),
  "keyvault key rotation-policy update": (run) =>
    hsm(
      run,
      "PUT",
      `keys/${run.flag("name")}/rotationpolicy`,
      JSON.parse(run.files.get(run.flag("value").slice(1)) ?? "{}") as Json,
    ),
  "keyvault backup start": (run) =>
    hsm(run, "POST", "backup", { storageResourceUri: storageOf(run), useManagedIdentity: true }),
  "keyvault restore start": (run) =>
    hsm(run, "PUT", "restore", {
      folderToRestore: run.flag("backup-folder"),
      sasTokenParameters: { storageResourceUri: storageOf(run), useManagedIdentity: true },
    }),
  "network vnet create": write("PUT", "network", ({ flag, flags }) => ({
    location: flag("location"),
    properties: {
      addressSpace: { addressPrefixes: flags("address-prefixes") },
      dhcpOptions: { dnsServers: flags("dns-servers") },
    },
  })),
  "network vnet subnet create": write("PUT", "subnet", ({ flag }) => ({
    properties: { addressPrefix: flag("address-prefixes") },
  })),
  "network vnet subnet update": write("PATCH", "subnet", ({ flag, has }) => ({
    properties: {
      ...(has("network-security-group")
        ? { networkSecurityGroup: { id: flag("network-security-group") } }
        : {}),
      ...(has("private-endpoint-network-policies")
        ? { privateEndpointNetworkPolicies: flag("private-endpoint-network-policies") }
        : {}),
    },
  })),
  "network vnet peering create": write("PUT", "peering", ({ flag }) => ({
    properties: {
      allowVirtualNetworkAccess: flag("allow-vnet-access") === "true",
      remoteVirtualNetwork: { id: flag("remote-vnet") },
    },
  })),
  "network public-ip create": (run) =>
    arm(
      run,
      "PUT",
      idIn(
        run.plan,
        run.flag("resource-group"),
        `Microsoft.Network/publicIPAddresses/${run.flag("name")}`,
      ),
      { location: run.flag("location"), sku: { name: run.flag("sku") } },
    ),
  "network nic create": write("PUT", "interface", ({ flag }) => ({
    location: flag("location"),
    properties: {
      ipConfigurations: [{ name: "ipconfig1", properties: { subnet: { id: flag("subnet") } } }],
    },
  })),
  "network nsg create": write("PUT", "nsg", ({ flag }) => ({ location: flag("location") })),
  "network nsg rule create": write("PUT", "security-rule", ({ flag, flags }) => {
    const ports = flags("destination-port-ranges");
    return {
      properties: {
        protocol: flag("protocol"),
        direction: flag("direction"),
        access: flag("access"),
        priority: Number(flag("priority")),
        sourcePortRange: "*",
        sourceAddressPrefix: flag("source-address-prefixes"),
        destinationAddressPrefix: flag("destination-address-prefixes"),
        ...(ports.length === 1
          ? { destinationPortRange: ports[0] ?? "" }
          : { destinationPortRanges: ports }),
      },
    };
  }),
  "role assignment create": (run) =>
    arm(
      run,
      "PUT",
      `${run.flag("scope")}/providers/Microsoft.Authorization/roleAssignments/${guid(run.random)}`,
      {
        properties: {
          principalId: run.flag("assignee-object-id"),
          principalType: run.flag("assignee-principal-type"),
          roleDefinitionId: `/subscriptions/${run.plan.subscription}/providers/Microsoft.Authorization/roleDefinitions/${run.flag("role")}`,
        },
      },
    ),
  "network private-endpoint create": write("PUT", "endpoint", (run) => ({
    location: run.flag("location"),
    properties: {
      subnet: { id: run.flag("subnet") },
      privateLinkServiceConnections: [
        {
          name: run.flag("connection-name"),
          properties: {
            privateLinkServiceId: run.flag("private-connection-resource-id"),
            groupIds: [run.flag("group-id")],
          },
        },
      ],
    },
  })),
  "network private-endpoint delete": (run) => arm(run, "DELETE", idBy(run, "endpoint")),
  "network private-dns zone create": write("PUT", "zone", () => ({ location: "global" })),
  "network private-dns link vnet create": write("PUT", "zone-link", ({ flag }) => ({
    location: "global",
    properties: {
      virtualNetwork: { id: flag("virtual-network") },
      registrationEnabled: flag("registration-enabled") === "true",
    },
  })),
  "network private-endpoint dns-zone-group create": write("PUT", "zone-group", ({ flag }) => ({
    properties: {
      privateDnsZoneConfigs: [
        { name: flag("zone-name"), properties: { privateDnsZoneId: flag("private-dns-zone") } },
      ],
    },
  })),
  "resource show": (run) => arm(run, "GET", run.flag("ids")),
  "resource invoke-action": (run) =>
    arm(run, "POST", `${run.flag("ids")}/${run.flag("action")}`, bodyOf(run, "request-body")),
  "sql mi update": write("PATCH", "instance", ({ flag, has }) =>
    has("assign-identity")
      ? SYSTEM
      : {
          identity: {
            type: flag("identity-type"),
            userAssignedIdentities: { [flag("user-assigned-identity-id")]: {} },
          },
          properties: { primaryUserAssignedIdentityId: flag("pid") },
        },
  ),
  "sql mi key create": (run) =>
    arm(run, "PUT", `${idBy(run, "instance-key")}${serverKey(run)}`, {
      properties: { serverKeyType: "AzureKeyVault", uri: run.flag("kid") },
    }),
  "sql mi tde-key set": write("PUT", "protector", (run) => ({
    properties: {
      serverKeyName: serverKey(run),
      serverKeyType: run.flag("server-key-type"),
      autoRotationEnabled: run.flag("auto-rotation-enabled") === "true",
    },
  })),
  "sql instance-failover-group create": (run) => {
    const find = (name: string) => run.plan.sqlInstances.find((one) => one.name === name);
    const [here, there] = [find(run.flag("mi")), find(run.flag("partner-mi"))];
    const idOfOne = (one: typeof here): string =>
      idOf(run.plan, "instance", one ?? { name: "", resourceGroup: "" });
    const path = pathOf("failover-group", here?.region ?? "", run.flag("name"));
    return arm(run, "PUT", idIn(run.plan, run.flag("resource-group"), path), {
      properties: {
        readWriteEndpoint: {
          failoverPolicy: run.flag("failover-policy"),
          ...(run.has("grace-period")
            ? { failoverWithDataLossGracePeriodMinutes: 60 * Number(run.flag("grace-period")) }
            : {}),
        },
        partnerRegions: [{ location: there?.region ?? "" }],
        managedInstancePairs: [
          { primaryManagedInstanceId: idOfOne(here), partnerManagedInstanceId: idOfOne(there) },
        ],
      },
    });
  },
  "sql instance-failover-group set-primary": (run) =>
    arm(run, "POST", `${idBy(run, "failover-group")}/failover`, {}),
  "disk-encryption-set create": write("PUT", "disk-set", (run) => ({
    location: run.flag("location"),
    ...SYSTEM,
    properties: { ...setBody(run), encryptionType: run.flag("encryption-type") },
  })),
  "disk-encryption-set update": write("PATCH", "disk-set", (run) => ({ properties: setBody(run) })),
  "disk create": write("PUT", "disk", (run) => ({
    location: run.flag("location"),
    sku: { name: run.flag("sku") },
    properties: {
      diskSizeGB: Number(run.flag("size-gb")),
      creationData: { createOption: "Empty" },
      ...(encryption(run) as JsonObject),
    },
  })),
  "disk update": write("PATCH", "disk", (run) => ({ properties: encryption(run) })),
  "disk delete": (run) => arm(run, "DELETE", idBy(run, "disk")),
  "vm deallocate": act("deallocate"),
  "vm start": act("start"),
  "vm create": write("PUT", "vm", ({ flag }) => ({
    location: flag("location"),
    properties: {
      hardwareProfile: { vmSize: flag("size") },
      networkProfile: { networkInterfaces: [{ id: flag("nics") }] },
    },
  })),
  "vm run-command invoke": (run) =>
    arm(run, "POST", `${idBy(run, "vm")}/runCommand`, {
      commandId: run.flag("command-id"),
      script: [run.files.get(run.flag("scripts").slice(1)) ?? ""],
    }),
  "vm update": write("PATCH", "vm", () => ({
    properties: { securityProfile: { encryptionAtHost: true } },
  })),
  "aks create": write("PUT", "aks", (run) => ({
    location: run.flag("location"),
    ...SYSTEM,
    properties: {
      diskEncryptionSetID: run.flag("node-osdisk-diskencryptionset-id"),
      agentPoolProfiles: [
        {
          name: "nodepool1",
          osDiskType: run.flag("node-osdisk-type"),
          enableEncryptionAtHost: run.has("enable-encryption-at-host"),
        },
      ],
    },
  })),
  "storage account create": write("PUT", "storage", ({ flag }) => ({
    location: flag("location"),
    kind: flag("kind"),
    sku: { name: flag("sku") },
    properties: {
      allowBlobPublicAccess: flag("allow-blob-public-access") === "true",
      minimumTlsVersion: flag("min-tls-version"),
      networkAcls: { bypass: flag("bypass"), defaultAction: flag("default-action") },
    },
  })),
  "storage container-rm create": write("PUT", "container", () => ({ properties: {} })),
  "storage account update": write("PATCH", "storage", (run) =>
    run.has("assign-identity")
      ? SYSTEM
      : {
          properties: {
            encryption: {
              keySource: run.flag("encryption-key-source"),
              keyvaultproperties: {
                keyvaulturi: run.flag("encryption-key-vault"),
                keyname: run.flag("encryption-key-name"),
              },
            },
          },
        },
  ),
  "cosmosdb identity assign": write("PATCH", "cosmos", () => SYSTEM),
  "cosmosdb update": write("PATCH", "cosmos", ({ flag, has }) => ({
    properties: has("default-identity")
      ? { defaultIdentity: flag("default-identity") }
      : { keyVaultKeyUri: flag("key-uri") },
  })),
  rest: (run) =>
    ask(run.access, {
      method: run.flag("method").toUpperCase(),
      url: run.flag("url"),
      ...(run.has("body") ? { body: bodyOf(run, "body") } : {}),
    }),
};

/** A body as given, or its file; empty if there is none. */
function bodyOf({ flag, has, files }: Run, name: string): Json {
  if (!has(name)) return {};
  const body = flag(name);
  return JSON.parse(body.startsWith("@") ? (files.get(body.slice(1)) ?? "") : body) as Json;
}

/** The only list that a command searches: the items of a vault, by the machine's name. */
const BY_NAME = /^value\[\?properties\.friendlyName=='(.*)'\]\.id \| \[0\]$/s;

/** The one query that makes an object: an action group without whom it tells. */
function receiversIn(body: Json): Json {
  const lists = Object.entries(at(body, "properties") ?? {}).filter(([name]) =>
    name.endsWith("Receivers"),
  );
  return {
    id: textAt(body, "id"),
    enabled: at(body, "properties.enabled") ?? false,
    receivers: lists.reduce(
      (count, [name]) => count + listAt(body, `properties.${name}`).length,
      0,
    ),
  };
}

/** The result of a query: a member by its path, or an item by its name. */
function queried(body: Json, query: string): Json | undefined {
  const name = BY_NAME.exec(query)?.[1]?.replace(/\\(.)/g, "$1");
  // Commands for one kind of resource print its properties beside its other members.
  if (name === undefined) return at(body, query) ?? at(body, `properties.${query}`);
  const item = listAt(body, "value").find((one) => textAt(one, "properties.friendlyName") === name);
  return at(item, "id");
}

/** Runs one command, its words after `az`, as requests. */
export async function runAsAz(
  given: Pick<Run, "plan" | "access" | "files" | "random">,
  words: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly errors: string }> {
  const run: Run = { ...given, ...flagsIn(words) };
  const first = words.findIndex((word) => word.startsWith("-"));
  const name = words.slice(0, first < 0 ? words.length : first).join(" ");
  const answer = Object.hasOwn(COMMANDS, name)
    ? await COMMANDS[name]?.(run)
    : await readAsAz(run, words);
  if (answer === undefined) return { code: 2, out: "", errors: `No such command: ${name}` };
  if (answer.status >= 300)
    return { code: answer.status === 404 ? 3 : 1, out: "", errors: wordsOf(answer) };
  const query = run.flag("query");
  const listOf = listOfIn(query);
  if (query === "" || listOf !== undefined) {
    const list = { ...(answer.body as JsonObject), listOf: listOf ?? "" };
    return { code: 0, out: JSON.stringify(listOf === undefined ? answer.body : list), errors: "" };
  }
  if (query === RECEIVERS_QUERY)
    return { code: 0, out: JSON.stringify(receiversIn(answer.body)), errors: "" };
  const found = queried(answer.body, query);
  return { code: 0, out: typeof found === "string" ? found : "", errors: "" };
}

/** A reading command: the same question as the connected station asks. */
async function readAsAz(run: Run, words: readonly string[]): Promise<Given | undefined> {
  const question = questionOf(run.plan, { words: ["az", ...words] });
  if (question === null) return undefined;
  const base = question.of === "hsm" ? `https://${question.hsm}.managedhsm.azure.net/` : ARM;
  const body = question.of === "hsm" ? undefined : question.body;
  return ask(run.access, {
    method: body === undefined ? "GET" : "POST",
    url: `${base}${question.path}?api-version=${question.version}`,
    ...(body === undefined ? {} : { body: JSON.parse(body) as Json }),
  });
}

function flagsIn(words: readonly string[]): Pick<Run, "flag" | "flags" | "has"> {
  const flags = (name: string): readonly string[] => {
    const from = words.indexOf(`--${name}`);
    if (from < 0) return [];
    const rest = words.slice(from + 1);
    const end = rest.findIndex((word) => /^--?[a-z]/.test(word));
    return end < 0 ? rest : rest.slice(0, end);
  };
  return {
    flags,
    flag: (name) => flags(name)[0] ?? "",
    has: (name) => words.includes(`--${name}`),
  };
}
