// What an answer is, told by its type, else by its id, else by the members that nothing else has. Never
// by the name of its file.
import { isArray, isObject, type Json, type JsonObject } from "../../../crypto/json.ts";
import { textAt } from "./shape.ts";

/** Resource types of Azure, in lower case, and what we call them. */
const TYPES = {
  "microsoft.keyvault/managedhsms": "hsm",
  "microsoft.keyvault/deletedmanagedhsms": "deleted-hsm",
  "microsoft.keyvault/locations/deletedmanagedhsms": "deleted-hsm",
  "microsoft.network/privateendpoints": "endpoint",
  "microsoft.network/privateendpoints/privatednszonegroups": "zone-group",
  "microsoft.network/privatednszones": "zone",
  "microsoft.network/privatednszones/a": "address-record",
  "microsoft.network/privatednszones/virtualnetworklinks": "zone-link",
  "microsoft.network/networkinterfaces": "interface",
  "microsoft.network/networksecuritygroups": "nsg",
  "microsoft.network/virtualnetworks": "network",
  "microsoft.network/virtualnetworks/subnets": "subnet",
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": "peering",
  "microsoft.insights/diagnosticsettings": "diagnostic-setting",
  "microsoft.insights/metricalerts": "metric-alert",
  "microsoft.insights/scheduledqueryrules": "log-alert",
  "microsoft.sql/managedinstances": "instance",
  "microsoft.sql/managedinstances/encryptionprotector": "protector",
  "microsoft.sql/managedinstances/keys": "instance-key",
  "microsoft.sql/managedinstances/databases": "database",
  "microsoft.sql/managedinstances/databases/transparentdataencryption": "database-tde",
  "microsoft.sql/locations/instancefailovergroups": "failover-group",
  "microsoft.compute/diskencryptionsets": "disk-set",
  "microsoft.compute/disks": "disk",
  "microsoft.compute/snapshots": "snapshot",
  "microsoft.compute/virtualmachines": "vm",
  "microsoft.storage/storageaccounts": "storage",
  "microsoft.documentdb/databaseaccounts": "cosmos",
  "microsoft.containerservice/managedclusters": "aks",
  "microsoft.recoveryservices/vaults/replicationfabrics/replicationprotectioncontainers/replicationprotecteditems":
    "replicated-item",
  "microsoft.resourcehealth/availabilitystatuses": "health",
  "microsoft.managedidentity/userassignedidentities": "identity",
  "microsoft.keyvault/managedhsms/privateendpointconnections": "connection",
} as const;

/** What needs no resource id, and is told by its members. */
type ByMembers =
  | "region"
  | "key"
  | "key-version"
  | "rotation-policy"
  | "role-assignment"
  | "backup"
  | "restore"
  | "setting"
  | "provider"
  | "name-check"
  | "az-version"
  | "attestation"
  | "run-command"
  | "reach"
  | "resource-id"
  | "soak-sample"
  | "unknown";

/** What an answer can be. */
export type AnswerKind = (typeof TYPES)[keyof typeof TYPES] | ByMembers;

/** The type within a resource id: the names between `providers` and the values, in lower case. */
function typeOfId(id: string): string {
  const [, last = ""] = id.split(/^.*\/providers\//i);
  const [namespace = "", ...rest] = last.split("/");
  const types = rest.filter((_, at) => at % 2 === 0);
  return rest.length === 0 ? "" : [namespace, ...types].join("/").toLowerCase();
}

/** @param answer one object, flattened */
export function kindOf(answer: Json): AnswerKind {
  if (typeof answer === "string") return typeOfId(answer) === "" ? "unknown" : "resource-id";
  if (!isObject(answer)) return "unknown";
  const byId = kindOfType(typeOfId(textAt(answer, "id")));
  // What an id says cannot be said otherwise by a type that somebody wrote beside it.
  return byId ?? kindOfType(textAt(answer, "type").toLowerCase()) ?? kindByMembers(answer);
}

function kindOfType(type: string): AnswerKind | undefined {
  return Object.hasOwn(TYPES, type) ? TYPES[type as keyof typeof TYPES] : undefined;
}

const has = (answer: JsonObject, ...names: readonly string[]): boolean =>
  names.every((name) => answer[name] !== undefined);

function kindByMembers(answer: JsonObject): AnswerKind {
  const rules: readonly (readonly [AnswerKind, boolean])[] = [
    ["soak-sample", has(answer, "sample", "at")],
    ["reach", has(answer, "reach")],
    ["attestation", isObject(answer["attributes"]) && has(answer["attributes"], "attestation")],
    ["key", isObject(answer["key"]) && has(answer["key"], "kid")],
    ["key-version", has(answer, "kid", "attributes")],
    ["rotation-policy", has(answer, "lifetimeActions") || isPolicyId(textAt(answer, "id"))],
    ["role-assignment", has(answer, "roleDefinitionId", "principalId")],
    ["restore", has(answer, "status") && isRestore(answer)],
    ["backup", has(answer, "azureStorageBlobContainerUri") || has(answer, "folderUrl", "status")],
    ["provider", has(answer, "namespace", "registrationState")],
    ["name-check", has(answer, "nameAvailable")],
    ["az-version", has(answer, "azure-cli")],
    ["run-command", textAt(answer, "code").startsWith("ComponentStatus/")],
    ["setting", textAt(answer, "name") === "AllowKeyManagementOperationsThroughARM"],
    ["diagnostic-setting", isArray(answer["logs"])],
    ["region", has(answer, "name", "provisioningState") && !has(answer, "id")],
  ];
  return rules.find(([, fits]) => fits)?.[0] ?? "unknown";
}

const isPolicyId = (id: string): boolean => /\/keys\/[^/]+\/rotationpolicy$/i.test(id);

/** The HSM answers both operations alike; a restore names no folder that it wrote. */
const isRestore = (answer: JsonObject): boolean =>
  has(answer, "jobId") && !has(answer, "azureStorageBlobContainerUri") && !has(answer, "folderUrl");
