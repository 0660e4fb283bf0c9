// Wrong states on demand: for each check, one member of what it reads that is not as it should be.
import { addressesOf, type CheckName, type ResourceKind } from "../deployment/deployment.ts";
import type { Change, Trouble } from "./world/trouble.ts";

/** One wrong state. Its value contradicts the plan: something only missing could still come. */
export interface Wrong {
  readonly member: Change;
  /** The requests whose answers have it. */
  readonly path?: RegExp;
  /** The answers that have it, by their files: output of scripts, and what a step kept. */
  readonly into?: RegExp;
}

const on = (path: RegExp, ...member: Change): Wrong => ({ path, member });
const of = (kind: ResourceKind, ...member: Change): Wrong => on(addressesOf(kind), ...member);
const printed = (into: RegExp, ...member: Change): Wrong => ({ into, member });

/** The trouble of the requests, if it concerns requests. */
export const troubleOf = ({ path, member }: Wrong): Trouble | undefined =>
  path === undefined ? undefined : { method: "GET", path, member };

/** An object id that the plan does not have. */
const STRANGER = "00000000-0000-4000-8000-0000000000ff";
const KEY = /^\/keys\/[\w-]+\/?$/;

const REACH = /^reach-/;
/** Of any kind. */
const JUMP_BOX = /\/(?:virtualMachines|bastionHosts|virtualNetworkGateways)\/[^/]+$/i;
const BACKUP = /-backup\.json$/;
const ELSEWHERE = "203.0.113.10";
/** An id that no plan has. */
const OTHER_SET =
  "/subscriptions/0/resourceGroups/0/providers/Microsoft.Compute/diskEncryptionSets/0";

const OTHER_HSM = "/subscriptions/0/resourceGroups/0/providers/Microsoft.KeyVault/managedHSMs/0";

const WRONG: Readonly<Record<CheckName, Wrong>> = {
  providers: on(/\/providers\/Microsoft\.[A-Za-z]+$/i, "registrationState", "Registering"),
  "resource-groups": on(/\/resourceGroups\/[^/]+$/i, "location", "elsewhere"),
  networks: of("network", "properties.addressSpace.addressPrefixes", ["203.0.113.0/24"]),
  "dns-forwarders": printed(/^dns-/, "code", "ComponentStatus/StdOut/failed"),
  "dns-servers": printed(/^dns-/, "code", "ComponentStatus/StdOut/failed"),
  "jump-box-resources": on(JUMP_BOX, "properties.provisioningState", "Failed"),
  "log-workspace": of("workspace", "properties.retentionInDays", 30),
  "action-group": printed(/-receivers[.]json$/, "enabled", false),
  "backup-storage": of("storage", "properties.allowBlobPublicAccess", true),
  preflight: on(/\/providers\/Microsoft\.KeyVault$/i, "registrationState", "NotRegistered"),
  "hsm-created": of("hsm", "properties.softDeleteRetentionInDays", 7),
  "purge-protection": of("hsm", "properties.enablePurgeProtection", false),
  "hsm-activated": of(
    "hsm",
    "properties.securityDomainProperties.activationStatus",
    "NotActivated",
  ),
  administrators: on(/roleAssignments$/, "properties.principalId", STRANGER),
  roles: on(/^\/keys\/.*roleAssignments$/, "properties.principalId", STRANGER),
  diagnostics: on(/diagnosticSettings$/i, "properties.logs", [
    { category: "AuditEvent", enabled: false },
  ]),
  alerts: on(/\/metricAlerts$/i, "properties.enabled", false),
  "keys-through-arm": on(/^\/settings\/\w+$/, "value", "true"),
  "region-extended": of("region", "provisioningState", "Provisioning"),
  "subnets-nsg": of("subnet", "properties.privateEndpointNetworkPolicies", "Disabled"),
  peering: of("peering", "properties.peeringState", "Disconnected"),
  endpoints: of("endpoint", "properties.provisioningState", "Failed"),
  "endpoint-dns": of("address-record", "properties.aRecords", [{ ipv4Address: ELSEWHERE }]),
  "jump-boxes": printed(REACH, "addresses", [ELSEWHERE]),
  "serving-region": printed(REACH, "servingRegion", "elsewhere"),
  "public-access": of("hsm", "properties.networkAcls.bypass", "None"),
  keys: on(KEY, "attributes.enabled", false),
  "key-attestation": on(/\/attestation$/, "attributes.exportable", true),
  "rotation-policies": on(/\/rotationpolicy$/, "lifetimeActions", [
    { trigger: { timeAfterCreate: "P365D" }, action: { type: "Notify" } },
  ]),
  "full-backup": printed(BACKUP, "status", "Failed"),
  // The first day of 2000, in seconds.
  "backup-age": printed(BACKUP, "endTime", 946_684_800),
  "external-keys": on(/^\/keys$/, "attributes.external_key", { id: "elsewhere" }),
  "recovery-hsm": of("hsm", "properties.securityDomainProperties.activationStatus", "NotActivated"),
  "recovery-hsm-alone": of(
    "hsm",
    "properties.securityDomainProperties.activationStatus",
    "NotActivated",
  ),
  "recovery-hsm-deleted": of(
    "deleted-hsm",
    "properties.scheduledPurgeDate",
    "2000-01-01T00:00:00Z",
  ),
  "recovery-hsm-gone": on(/\/managedHSMs$/i, "id", OTHER_HSM),
  "recovery-access": of("hsm", "properties.publicNetworkAccess", "Enabled"),
  repointed: of(
    "protector",
    "properties.uri",
    "https://contoso.vault.azure.net/keys/old/0123456789abcdef0123456789abcdef",
  ),
  "mi-identity": of("instance", "properties.state", "Stopped"),
  "mi-key": of("instance-key", "properties.serverKeyType", "ServiceManaged"),
  "mi-protector": of("protector", "properties.autoRotationEnabled", false),
  "mi-databases": of("database", "properties.status", "Inaccessible"),
  "failover-group": of("failover-group", "properties.replicationState", "SEEDING"),
  "disk-sets": of("disk-set", "properties.rotationToLatestKeyVersionEnabled", false),
  "probe-disk": printed(/^cmk-probe\.json$/, "properties.provisioningState", "Failed"),
  disks: on(
    /\/disks\/(?!cmk-probe)[^/]+$/i,
    "properties.encryption.type",
    "EncryptionAtRestWithPlatformKey",
  ),
  "dc-health": printed(/-health\.json$/, "code", "ComponentStatus/StdOut/failed"),
  "replicated-items": on(/replicationProtectedItems$/i, "properties.replicationHealth", "Critical"),
  soak: printed(/^soak-/, "at", "later"),
  "storage-key": of("storage", "properties.encryption.keySource", "Microsoft.Storage"),
  "cosmos-key": of(
    "cosmos",
    "properties.customerManagedKeyStatus",
    "Access to your account is currently revoked because (4002)",
  ),
  "aks-disks": of("aks", "properties.diskEncryptionSetID", OTHER_SET),
  "key-rotated": on(KEY, "attributes.exp", 1),
  "services-healthy": of("health", "properties.availabilityState", "Degraded"),
  "second-region-reached": printed(REACH, "servingRegion", "elsewhere"),
  "second-region-controllers": printed(/-health\.json$/, "code", "ComponentStatus/StdOut/failed"),
  "second-region-healthy": of("health", "properties.availabilityState", "Degraded"),
  "traffic-switched": printed(REACH, "status", 503),
  "region-removed": of("hsm", "properties.provisioningState", "Updating"),
  "hsm-deleted": of("deleted-hsm", "properties.purgeProtectionEnabled", false),
};

/** The wrong state for a check. */
export const wrongFor = (check: CheckName): Wrong => WRONG[check];
