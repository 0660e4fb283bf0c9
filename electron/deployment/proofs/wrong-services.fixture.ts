// For tests: what can be wrong with networks, SQL, disks, machines and the services of phase 2.
import {
  all,
  copy,
  relist,
  reword,
  set,
  statesOf,
  without,
  type Wrong,
} from "./changes.fixture.ts";
import { address } from "./right-hsm.fixture.ts";
import { contoso } from "./right.fixture.ts";

const SET = "set Contoso-DES-CentralIndia";
const DISK = "disk contoso-dc-si1-os";
const GROUP = "group in southindia";
const PROTECTOR = "protector contoso-sqlmi-dr";
const STORAGE = "storage contosoprodstorage";
const VAULT = "properties.encryption.keyVaultProperties";
const ITEM = "item contoso-dc-si1";
const A2A = "properties.providerSpecificDetails";

const old = (key: string): string => address("Contoso-PROD-HSM", key, 1);

const inMessage = (answer: string, from: string | RegExp, to: string) =>
  reword(answer, "value.0.message", from, to);

const DC = "health contoso-dc-si1";
const SURVIVOR = "health contoso-dc-ci1";

/** The numbers of the samples that the planned soak has. */
const SAMPLES = Array.from(
  { length: (contoso.soak.days * 1440) / contoso.soak.sampleMinutes + 1 },
  (_, n) => n,
);

const OTHER_SET =
  "/subscriptions/x/resourceGroups/y/providers/Microsoft.Compute/diskEncryptionSets/Other";

export const serviceStates: readonly Wrong[] = [
  ...statesOf("subnets-nsg", [
    [
      "policies do not count for endpoints",
      set(
        "subnet southindia private-endpoints",
        "properties.privateEndpointNetworkPolicies",
        "Disabled",
      ),
      "privateEndpointNetworkPolicies",
    ],
    [
      "another range",
      set("subnet southindia private-endpoints", "properties.addressPrefix", "10.9.0.0/24"),
      "addressPrefix",
    ],
    [
      "no security group",
      set("subnet centralindia sql-managed-instance", "properties.networkSecurityGroup", undefined),
      "networkSecurityGroup.id",
    ],
    [
      "SQL may not reach the HSM",
      set(
        "nsg southindia sql-managed-instance",
        "properties.securityRules.0.properties.access",
        "Deny",
      ),
      "access",
    ],
    [
      "another port",
      set(
        "nsg southindia sql-managed-instance",
        "properties.securityRules.0.properties.destinationPortRange",
        "80",
      ),
      "destinationPortRange",
    ],
    [
      "a port of the failover group is missing",
      set(
        "nsg southindia sql-managed-instance",
        "properties.securityRules.1.properties.destinationPortRanges",
        ["5022"],
      ),
      "destinationPortRange",
    ],
    [
      "a rule is missing",
      relist("nsg centralindia sql-managed-instance", "properties.securityRules", (before) =>
        before.slice(1),
      ),
      "securityRules hsm",
    ],
    [
      "to everywhere",
      set(
        "nsg southindia sql-managed-instance",
        "properties.securityRules.0.properties.destinationAddressPrefix",
        "*",
      ),
      "destinationAddressPrefix",
    ],
    [
      "the wrong direction",
      set(
        "nsg southindia sql-managed-instance",
        "properties.securityRules.0.properties.direction",
        "Inbound",
      ),
      "direction",
    ],
    ["a subnet is missing", without("subnet southindia management"), "id"],
  ]),
  ...statesOf("peering", [
    [
      "one half is not connected",
      set("peering centralindia", "properties.peeringState", "Initiated"),
      "properties.peeringState",
    ],
    [
      "it was disconnected",
      set("peering southindia", "properties.peeringState", "Disconnected"),
      "properties.peeringState",
    ],
    ["one half is missing", without("peering centralindia"), "remoteVirtualNetwork.id"],
    [
      "no traffic",
      set("peering southindia", "properties.allowVirtualNetworkAccess", false),
      "allowVirtualNetworkAccess",
    ],
  ]),
  ...statesOf("mi-identity", [
    ["none", set("instance contoso-sqlmi", "identity", null), "identity.type"],
    [
      "the secondary has none",
      set("instance contoso-sqlmi-dr", "identity", null),
      "identity.principalId",
    ],
    [
      "user-assigned alone",
      set("instance contoso-sqlmi", "identity.type", "UserAssigned"),
      "identity.type",
    ],
    [
      "no principal",
      set("instance contoso-sqlmi", "identity.principalId", ""),
      "identity.principalId",
    ],
    [
      "it is updating",
      set("instance contoso-sqlmi", "properties.provisioningState", "Updating"),
      "properties.provisioningState",
    ],
    [
      "it is stopped",
      set("instance contoso-sqlmi", "properties.state", "Stopped"),
      "properties.state",
    ],
    ["the secondary was not asked", without("instance contoso-sqlmi-dr"), "id"],
  ]),
  ...statesOf("mi-key", [
    [
      "the secondary lacks it",
      without("instance key contoso-sqlmi-dr"),
      "properties.serverKeyName",
    ],
    ["the primary lacks it", without("instance key contoso-sqlmi"), "properties.serverKeyName"],
    [
      "another material",
      set("instance key contoso-sqlmi", "properties.thumbprint", "CD34".repeat(16)),
      "properties.thumbprint",
    ],
    [
      "of the service",
      set("instance key contoso-sqlmi", "properties.serverKeyType", "ServiceManaged"),
      "properties.serverKeyType",
    ],
    [
      "in a vault",
      set(
        "instance key contoso-sqlmi",
        "properties.uri",
        "https://contoso-prod-hsm.vault.azure.net/keys/Contoso-SQLMI-CMK/0123456789abcdef0123456789abcdef",
      ),
      "properties.uri",
    ],
  ]),
  ...statesOf("mi-protector", [
    ["nothing changed", set(PROTECTOR, "kind", "servicemanaged"), "kind"],
    [
      "it is the service's own",
      set(PROTECTOR, "properties.serverKeyType", "ServiceManaged"),
      "properties.serverKeyType",
    ],
    [
      "another key",
      set(
        PROTECTOR,
        "properties.serverKeyName",
        "contoso-prod-hsm_Contoso-DISK-CMK_0123456789abcdef0123456789abcdef",
      ),
      "properties.serverKeyName",
    ],
    [
      "the service's key",
      set(PROTECTOR, "properties.serverKeyName", "ServiceManaged"),
      "properties.serverKeyName",
    ],
    ["no address", set(PROTECTOR, "properties.uri", undefined), "properties.uri"],
    [
      "a vault's key",
      set(PROTECTOR, "properties.uri", old("Contoso-SQLMI-CMK").replace("managedhsm", "vault")),
      "properties.uri",
    ],
    [
      "an old version",
      set(PROTECTOR, "properties.uri", old("Contoso-SQLMI-CMK")),
      "properties.uri",
    ],
    [
      "other material than the primary's",
      set(PROTECTOR, "properties.thumbprint", "CD34".repeat(16)),
      "properties.thumbprint",
    ],
    [
      "no rotation",
      set(PROTECTOR, "properties.autoRotationEnabled", false),
      "properties.autoRotationEnabled",
    ],
    [
      "nothing about rotation",
      set(PROTECTOR, "properties.autoRotationEnabled", undefined),
      "properties.autoRotationEnabled",
    ],
    ["the newest version is not known", without("key Contoso-SQLMI-CMK"), "properties.uri"],
  ]),
  ...statesOf("mi-databases", [
    ...["Inaccessible", "Offline", "Restoring", "Updating"].map(
      (status) =>
        [
          `one is ${status}`,
          set("database contoso-hr", "properties.status", status),
          "properties.status",
        ] as const,
    ),
    [
      "one is not protected",
      set("tde contoso-hr", "properties.state", "Disabled"),
      "properties.state",
    ],
    ["one is missing", without("database contoso-erp"), "id"],
    ["one was not asked about", without("tde contoso-erp"), "id"],
  ]),
  ...statesOf("failover-group", [
    [
      "the roles are exchanged",
      set(GROUP, "properties.replicationRole", "Secondary"),
      "properties.replicationRole",
    ],
    [
      "it is seeding",
      set(GROUP, "properties.replicationState", "SEEDING"),
      "properties.replicationState",
    ],
    [
      "it is suspended",
      set(GROUP, "properties.replicationState", "SUSPENDED"),
      "properties.replicationState",
    ],
    [
      "no partner",
      set(GROUP, "properties.partnerRegions", []),
      "properties.partnerRegions.location",
    ],
    [
      "another partner",
      set(GROUP, "properties.partnerRegions.0.location", "westindia"),
      "properties.partnerRegions.location",
    ],
    [
      "another policy",
      set(GROUP, "properties.readWriteEndpoint.failoverPolicy", "Automatic"),
      "failoverPolicy",
    ],
    [
      "another instance",
      set(GROUP, "properties.managedInstancePairs.0.partnerManagedInstanceId", "/subscriptions/x"),
      "partnerManagedInstanceId",
    ],
    [
      "half a pair",
      set(GROUP, "properties.managedInstancePairs.0.primaryManagedInstanceId", undefined),
      "managedInstancePairs",
    ],
    ["no pair", set(GROUP, "properties.managedInstancePairs", []), "managedInstancePairs"],
  ]),
  ...statesOf("disk-sets", [
    ["no identity", set(SET, "identity", { type: "None" }), "identity.type"],
    ["no principal", set(SET, "identity.principalId", null), "identity.principalId"],
    [
      "double encryption",
      set(SET, "properties.encryptionType", "EncryptionAtRestWithPlatformAndCustomerKeys"),
      "properties.encryptionType",
    ],
    [
      "confidential",
      set(SET, "properties.encryptionType", "ConfidentialVmEncryptedWithCustomerKey"),
      "properties.encryptionType",
    ],
    [
      "a vault's key",
      set(
        SET,
        "properties.activeKey.keyUrl",
        old("Contoso-DISK-CMK").replace("managedhsm", "vault"),
      ),
      "properties.activeKey.keyUrl",
    ],
    [
      "an old version",
      set(SET, "properties.activeKey.keyUrl", old("Contoso-DISK-CMK")),
      "properties.activeKey.keyUrl",
    ],
    [
      "no version",
      set(
        SET,
        "properties.activeKey.keyUrl",
        "https://contoso-prod-hsm.managedhsm.azure.net/keys/Contoso-DISK-CMK",
      ),
      "properties.activeKey.keyUrl",
    ],
    [
      "the source is a vault",
      set(
        SET,
        "properties.activeKey.sourceVault.id",
        "/subscriptions/x/resourceGroups/Contoso-Prod-RG/providers/Microsoft.KeyVault/vaults/Contoso-PROD-HSM",
      ),
      "properties.activeKey.sourceVault.id",
    ],
    [
      "no rotation",
      set(SET, "properties.rotationToLatestKeyVersionEnabled", false),
      "rotationToLatestKeyVersionEnabled",
    ],
    [
      "nothing about rotation",
      set(SET, "properties.rotationToLatestKeyVersionEnabled", undefined),
      "rotationToLatestKeyVersionEnabled",
    ],
    [
      "a rotation is running",
      set(SET, "properties.previousKeys", [{ keyUrl: old("Contoso-DISK-CMK") }]),
      "properties.previousKeys",
    ],
    [
      "it turned to no version since the last rotation",
      set(SET, "properties.lastKeyRotationTimestamp", "2025-01-01T00:00:00Z"),
      "lastKeyRotationTimestamp",
    ],
    ["no source", set(SET, "properties.activeKey.sourceVault", undefined), "sourceVault.id"],
    [
      "rotation stopped",
      set(SET, "properties.autoKeyRotationError", { code: "ManagedServiceIdentityNotFound" }),
      "properties.autoKeyRotationError",
    ],
    [
      "it failed",
      set(SET, "properties.provisioningState", "Failed"),
      "properties.provisioningState",
    ],
    ["another region", set(SET, "location", "southindia"), "location"],
    ["the one of the second region is missing", without(SET), "id"],
  ]),
  ...statesOf("disks", [
    [
      "a platform key",
      set(DISK, "properties.encryption.type", "EncryptionAtRestWithPlatformKey"),
      "properties.encryption.type",
    ],
    [
      "the other region's set",
      copy("disk contoso-dc-ci1-os", DISK, "properties.encryption.diskEncryptionSetId"),
      "diskEncryptionSetId",
    ],
    [
      "no set",
      set(DISK, "properties.encryption.diskEncryptionSetId", undefined),
      "diskEncryptionSetId",
    ],
    [
      "the machine is still stopped",
      set(DISK, "properties.diskState", "Reserved"),
      "properties.diskState",
    ],
    [
      "Azure Disk Encryption, though switched off",
      set(DISK, "properties.encryptionSettingsCollection", { enabled: false }),
      "encryptionSettingsCollection",
    ],
    [
      "a machine's caches are outside the key",
      set("machine contoso-dc-si1", "properties.securityProfile.encryptionAtHost", false),
      "contoso-dc-si1: properties.securityProfile.encryptionAtHost",
    ],
    ["a data disk was forgotten", without("disk contoso-dc-si1-data"), "id"],
  ]),
  ...statesOf("probe-disk", [
    [
      "it failed",
      set("probe", "properties.provisioningState", "Failed"),
      "properties.provisioningState",
    ],
    [
      "a platform key",
      set("probe", "properties.encryption.type", "EncryptionAtRestWithPlatformKey"),
      "properties.encryption.type",
    ],
    [
      "another set",
      set("probe", "properties.encryption.diskEncryptionSetId", OTHER_SET),
      "diskEncryptionSetId",
    ],
    ["in the HSM's own region", set("probe", "location", "southindia"), "location"],
    ["none was made", without("probe"), "id"],
  ]),
  ...statesOf("dc-health", [
    [
      "a test failed",
      inMessage(DC, "passed test Advertising", "failed test Advertising"),
      "value.message",
    ],
    ["a test is missing", inMessage(DC, "passed test MachineAccount", ""), "value.message"],
    ["replication fails", inMessage(DC, "0 /   5", "2 /   5"), "value.message"],
    ["no summary of replication", inMessage(DC, "0 /   5", ""), "value.message"],
    ["SYSVOL is not shared", inMessage(DC, /^SYSVOL.*$/gm, ""), "value.message"],
    ["NETLOGON is not shared", inMessage(DC, /^NETLOGON.*$/gm, ""), "value.message"],
    [
      "the generation id changed",
      inMessage(DC, "Source DSA", "Event ID: 2170\nSource DSA"),
      "value.message",
    ],
    [
      "the output was cut",
      inMessage(DC, "Source DSA", `${"x".repeat(4096)}\nSource DSA`),
      "value.message",
    ],
    ["the script failed", set(DC, "value.0.code", "ComponentStatus/StdOut/failed"), "value.code"],
    ["there were errors", set(DC, "value.1.message", "Access is denied."), "value.message"],
    ["one was not asked", without("health contoso-dc-ci1"), "contoso-dc-ci1: value.message"],
    [
      "it does not say whose it is",
      inMessage(DC, "computer: CONTOSO-DC-SI1", ""),
      "contoso-dc-si1: value.message",
    ],
  ]),
  ...statesOf("replicated-items", [
    [
      "replication begins",
      set(ITEM, "properties.protectionState", "InitialReplicationInProgress"),
      "protectionState",
    ],
    [
      "replication is critical",
      set(ITEM, "properties.replicationHealth", "Critical"),
      "replicationHealth",
    ],
    ["a failover would fail", set(ITEM, "properties.failoverHealth", "Warning"), "failoverHealth"],
    [
      "there are errors",
      set(ITEM, "properties.healthErrors", [{ errorCode: "1" }]),
      "healthErrors",
    ],
    ["it failed over", set(ITEM, "properties.activeLocation", "Recovery"), "activeLocation"],
    [
      "no failover is allowed",
      set("item contoso-app-si1", "properties.allowedOperations", ["TestFailover"]),
      "allowedOperations",
    ],
    [
      "never tested",
      set(ITEM, "properties.lastSuccessfulTestFailoverTime", undefined),
      "lastSuccessfulTestFailoverTime",
    ],
    [
      "tested long ago",
      set(ITEM, "properties.lastSuccessfulTestFailoverTime", "2025-01-01T00:00:00Z"),
      "lastSuccessfulTestFailoverTime",
    ],
    ["of another kind", set(ITEM, `${A2A}.instanceType`, "HyperVReplicaAzure"), "instanceType"],
    [
      "the replica on a platform key",
      set(ITEM, `${A2A}.protectedManagedDisks.0.recoveryDiskEncryptionSetId`, undefined),
      "recoveryDiskEncryptionSetId",
    ],
    [
      "the disk on a platform key",
      set(ITEM, `${A2A}.protectedManagedDisks.0.primaryDiskEncryptionSetId`, undefined),
      "primaryDiskEncryptionSetId",
    ],
    [
      "a resync is needed",
      set(ITEM, `${A2A}.protectedManagedDisks.0.resyncRequired`, true),
      "resyncRequired",
    ],
    ["too far behind", set(ITEM, `${A2A}.rpoInSeconds`, 7200), "rpoInSeconds"],
    [
      "Azure Disk Encryption",
      set(ITEM, `${A2A}.vmEncryptionType`, "OnePassEncrypted"),
      "vmEncryptionType",
    ],
    ["not replicated", without(ITEM), "friendlyName"],
  ]),
  ...statesOf("storage-key", [
    [
      "Microsoft's key",
      set(STORAGE, "properties.encryption.keySource", "Microsoft.Storage"),
      "keySource",
    ],
    [
      "another store",
      set(STORAGE, `${VAULT}.keyVaultUri`, "https://contoso.vault.azure.net"),
      "keyVaultUri",
    ],
    ["another key", set(STORAGE, `${VAULT}.keyName`, "Contoso-DISK-CMK"), "keyName"],
    [
      "pinned to a version",
      set(STORAGE, `${VAULT}.keyVersion`, "0123456789abcdef0123456789abcdef"),
      "keyVersion",
    ],
    [
      "still at an old version",
      set(STORAGE, `${VAULT}.currentVersionedKeyIdentifier`, old("Contoso-STORAGE-CMK")),
      "currentVersionedKeyIdentifier",
    ],
    [
      "it turned to no version since the last rotation",
      set(STORAGE, `${VAULT}.lastKeyRotationTimestamp`, "2025-01-01T00:00:00Z"),
      "lastKeyRotationTimestamp",
    ],
    [
      "the key expired",
      set(STORAGE, `${VAULT}.currentVersionedKeyExpirationTimestamp`, "2026-11-20T00:00:00Z"),
      "currentVersionedKeyExpirationTimestamp",
    ],
    ["no identity", set(STORAGE, "identity", null), "identity.type"],
  ]),
  ...statesOf("cosmos-key", [
    [
      "access is revoked",
      set(
        "cosmos contoso-cosmos",
        "properties.customerManagedKeyStatus",
        "Access to your account is currently revoked because the identity has no permission (4002)",
      ),
      "customerManagedKeyStatus",
    ],
    [
      "no status",
      set("cosmos contoso-cosmos", "properties.customerManagedKeyStatus", undefined),
      "customerManagedKeyStatus",
    ],
    [
      "a vault's key",
      set(
        "cosmos contoso-cosmos",
        "properties.keyVaultKeyUri",
        "https://contoso.vault.azure.net/keys/Contoso-COSMOS-CMK",
      ),
      "keyVaultKeyUri",
    ],
    [
      "pinned to a version",
      reword(
        "cosmos contoso-cosmos",
        "properties.keyVaultKeyUri",
        "COSMOS-CMK",
        "COSMOS-CMK/0123456789abcdef0123456789abcdef",
      ),
      "keyVaultKeyUri",
    ],
    [
      "the first-party identity",
      set("cosmos contoso-cosmos", "properties.defaultIdentity", "FirstPartyIdentity"),
      "defaultIdentity",
    ],
  ]),
  ...statesOf("aks-disks", [
    [
      "no set",
      set("aks contoso-aks", "properties.diskEncryptionSetID", undefined),
      "diskEncryptionSetID",
    ],
    [
      "another set",
      set("aks contoso-aks", "properties.diskEncryptionSetID", OTHER_SET),
      "diskEncryptionSetID",
    ],
    [
      "ephemeral disks",
      set("aks contoso-aks", "properties.agentPoolProfiles.0.osDiskType", "Ephemeral"),
      "osDiskType",
    ],
    [
      "no encryption at host",
      set("aks contoso-aks", "properties.agentPoolProfiles.0.enableEncryptionAtHost", false),
      "enableEncryptionAtHost",
    ],
  ]),
  ...statesOf("services-healthy", [
    ...["Unavailable", "Degraded", "Unknown"].map(
      (state) =>
        [
          `one is ${state}`,
          set("health contoso-dc-si1", "properties.availabilityState", state),
          "availabilityState",
        ] as const,
    ),
    [
      "a database is inaccessible",
      set("database contoso-erp", "properties.status", "Inaccessible"),
      "properties.status",
    ],
    ["one was not asked", without("health contoso-cosmos"), "id"],
  ]),
  ...statesOf("second-region-reached", [
    [
      "the first region answered there",
      set("reach contoso-bastion-centralindia", "servingRegion", "southindia"),
      "servingRegion",
    ],
    [
      "the second region was not tried",
      without("reach contoso-bastion-centralindia"),
      "servingRegion",
    ],
  ]),
  ...statesOf("second-region-controllers", [
    [
      "its own test failed there",
      inMessage(SURVIVOR, "passed test Advertising", "failed test Advertising"),
      "value.message",
    ],
    ["SYSVOL is not shared there", inMessage(SURVIVOR, /^SYSVOL.*$/gm, ""), "value.message"],
    ["the controller there was not asked", without(SURVIVOR), "value.message"],
  ]),
  ...statesOf("second-region-healthy", [
    [
      "the second instance is unavailable",
      set("health contoso-sqlmi-dr", "properties.availabilityState", "Unavailable"),
      "availabilityState",
    ],
    [
      "a database there is inaccessible",
      set("database contoso-erp", "properties.status", "Inaccessible"),
      "contoso-sqlmi-dr/contoso-erp: properties.status",
    ],
    [
      "a database was not copied",
      without("database contoso-hr"),
      "contoso-sqlmi-dr/contoso-hr: id",
    ],
    ["its health was not asked", without("health contoso-sqlmi-dr"), "id"],
  ]),
  ...statesOf("traffic-switched", [
    [
      "the secondary is still secondary",
      set("group in centralindia", "properties.replicationRole", "Secondary"),
      "properties.replicationRole",
    ],
    [
      "no jump box there reached the HSM",
      without("reach contoso-bastion-centralindia"),
      "reach.from",
    ],
    ["the HSM refused", set("reach contoso-bastion-centralindia", "status", 503), "status"],
  ]),
  ...statesOf("repointed", [
    [
      "a protector uses the lost HSM",
      set(
        "protector contoso-sqlmi",
        "properties.uri",
        address("Contoso-PROD-HSM", "Contoso-SQLMI-CMK"),
      ),
      "properties.uri",
    ],
    [
      "a set uses the lost HSM",
      set(SET, "properties.activeKey.keyUrl", address("Contoso-PROD-HSM", "Contoso-DISK-CMK")),
      "properties.activeKey.keyUrl",
    ],
    [
      "a storage account does",
      set(STORAGE, `${VAULT}.keyVaultUri`, "https://contoso-prod-hsm.managedhsm.azure.net/"),
      "keyVaultUri",
    ],
    [
      "Cosmos DB does",
      set(
        "cosmos contoso-cosmos",
        "properties.keyVaultKeyUri",
        "https://contoso-prod-hsm.managedhsm.azure.net/keys/Contoso-COSMOS-CMK",
      ),
      "keyVaultKeyUri",
    ],
    ["a set was forgotten", without("set Contoso-DES-SouthIndia"), "id"],
  ]),
  ...statesOf("soak", [
    ["a sample is missing", without("sample contoso-sqlmi 40"), "sample.at"],
    [
      "it was too short",
      all(...SAMPLES.slice(200).map((n) => without(`sample contoso-sqlmi ${String(n)}`))),
      "sample.at",
    ],
    [
      "an instance was not watched",
      all(...SAMPLES.map((n) => without(`sample contoso-sqlmi-dr ${String(n)}`))),
      "sample.at",
    ],
    [
      "a database was inaccessible once",
      set("sample contoso-sqlmi 7", "databases.0.status", "Inaccessible"),
      "properties.status",
    ],
    [
      "a database was not sampled",
      relist("sample contoso-sqlmi 7", "databases", (before) => before.slice(1)),
      "databases.name",
    ],
    [
      "another protector once",
      set("sample contoso-sqlmi 7", "protector.uri", null),
      "protector.properties.uri",
    ],
    [
      "not available once",
      set("sample contoso-sqlmi 7", "availability", "Degraded"),
      "availability",
    ],
    ["a sample of the other services is missing", without("services 40"), "sample.at"],
    [
      "a domain controller was not available once",
      set("services 7", "services.0.availability", "Unavailable"),
      "availability",
    ],
    [
      "a service was not sampled",
      relist("services 7", "services", (before) => before.slice(1)),
      "services.id",
    ],
    ["a test was not done", without("test rotation"), "tests: rotation"],
    [
      "only one person saw a test",
      relist("test rotation", "by", (before) => before.slice(1)),
      "tests: rotation",
    ],
    ["a sample without a time", set("sample contoso-sqlmi 7", "at", "later"), "sample.at"],
  ]),
];
