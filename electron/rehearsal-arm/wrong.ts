// Wrong states on demand: for a check, one member of what it reads that is not as it should be.
import type { CheckName } from "../deployment/deployment.ts";
import type { Trouble } from "./trouble.ts";

const on = (path: RegExp, member: string, value: NonNullable<Trouble["member"]>[1]): Trouble => ({
  method: "GET",
  path,
  member: [member, value],
});

const HSM = /\/managedHSMs\/[^/]+$/i;
/** An object id that the plan does not have. */
const STRANGER = "00000000-0000-4000-8000-0000000000ff";
const KEY = /^\/keys\/[\w-]+\/?$/;

const WRONG: Partial<Readonly<Record<CheckName, Trouble>>> = {
  preflight: on(/\/providers\/Microsoft\.KeyVault$/i, "registrationState", "NotRegistered"),
  "hsm-created": on(HSM, "properties.softDeleteRetentionInDays", 7),
  "purge-protection": on(HSM, "properties.enablePurgeProtection", false),
  "hsm-activated": on(HSM, "properties.securityDomainProperties.activationStatus", "NotActivated"),
  administrators: on(/roleAssignments$/, "properties.principalId", STRANGER),
  roles: on(/^\/keys\/.*roleAssignments$/, "properties.principalId", STRANGER),
  diagnostics: on(/diagnosticSettings$/i, "properties.logs", []),
  "region-extended": on(/\/regions$/i, "provisioningState", "Provisioning"),
  "subnets-nsg": on(/\/subnets$/i, "properties.privateEndpointNetworkPolicies", "Disabled"),
  peering: on(/virtualNetworkPeerings$/i, "properties.peeringState", "Disconnected"),
  endpoints: on(/\/privateEndpoints\/[^/]+$/i, "properties.provisioningState", "Failed"),
  "endpoint-dns": on(/\/privateDnsZones\/[^/]+\/A$/i, "properties.aRecords", [
    { ipv4Address: "203.0.113.10" },
  ]),
  "public-access": on(HSM, "properties.networkAcls.bypass", "None"),
  keys: on(KEY, "attributes.enabled", false),
  "key-attestation": on(/\/attestation$/, "attributes.attestation", undefined),
  "rotation-policies": on(/\/rotationpolicy$/, "lifetimeActions", []),
  "mi-identity": on(/\/managedInstances\/[^/]+$/i, "identity", null),
  "mi-key": on(/\/managedInstances\/[^/]+\/keys$/i, "properties.thumbprint", undefined),
  "mi-protector": on(/encryptionProtector\/current$/i, "properties.autoRotationEnabled", false),
  "mi-databases": on(/\/databases$/i, "properties.status", "Inaccessible"),
  "failover-group": on(/instanceFailoverGroups\/[^/]+$/i, "properties.replicationState", "SEEDING"),
  "disk-sets": on(
    /\/diskEncryptionSets\/[^/]+$/i,
    "properties.rotationToLatestKeyVersionEnabled",
    false,
  ),
  disks: on(
    /\/disks\/(?!cmk-probe)[^/]+$/i,
    "properties.encryption.type",
    "EncryptionAtRestWithPlatformKey",
  ),
  "replicated-items": on(/replicationProtectedItems$/i, "properties.replicationHealth", "Critical"),
  "storage-key": on(
    /\/storageAccounts\/[^/]+$/i,
    "properties.encryption.keySource",
    "Microsoft.Storage",
  ),
  "cosmos-key": on(
    /\/databaseAccounts\/[^/]+$/i,
    "properties.customerManagedKeyStatus",
    "Access to your account is currently revoked because (4002)",
  ),
  "aks-disks": on(/\/managedClusters\/[^/]+$/i, "properties.diskEncryptionSetID", undefined),
  "key-rotated": on(KEY, "attributes.exp", 1),
  "services-healthy": on(
    /availabilityStatuses\/current$/i,
    "properties.availabilityState",
    "Degraded",
  ),
  "region-removed": on(HSM, "properties.regions", undefined),
  "hsm-deleted": on(/deletedManagedHSMs\/[^/]+$/i, "properties.mhsmId", undefined),
};

/** The checks that can be made to fail. */
export const WRONG_CHECKS = Object.keys(WRONG) as readonly CheckName[];

/** What goes wrong for a check; undefined where nothing can. */
export const wrongFor = (check: string): Trouble | undefined =>
  Object.hasOwn(WRONG, check) ? WRONG[check as CheckName] : undefined;
