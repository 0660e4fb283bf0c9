// For tests: what can be wrong with the HSM, its network, its keys and its roles.
import { ROLE_IDS } from "../../text/built-in-roles.ts";
import {
  all,
  also,
  copy,
  relist,
  reword,
  set,
  statesOf,
  without,
  type Named,
  type Wrong,
} from "./changes.fixture.ts";
import { CARD_LIES, type CardLie } from "./card.fixture.ts";
import { address, attestation, deletedHsm, guidOf, hsmAnswer } from "./right-hsm.fixture.ts";
import { contoso } from "./right.fixture.ts";

const KEY = "key Contoso-SQLMI-CMK";

const assignment = (role: keyof typeof ROLE_IDS, principalId: string, scope: string) => ({
  properties: {
    principalId,
    scope,
    roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${ROLE_IDS[role]}`,
  },
});

const SERVES = "Managed HSM Crypto Service Encryption User";
const KEY_TEAM = contoso.groups.find(({ name }) => name.includes("Key Management"))!.objectId;

/** A modulus of this many bits. */
const modulus = (bits: number): string => Buffer.alloc(bits / 8, 0xc5).toString("base64url");

/** One key is attested otherwise. */
const stating =
  (lie: CardLie, hsm = contoso.hsm.name, answer = "attestation Contoso-DISK-CMK") =>
  (named: Named): void => {
    const key = contoso.keys.find(({ name }) => name === "Contoso-DISK-CMK")!;
    named[answer] = attestation(hsm, key, lie);
  };

const restoredAs = (lie: CardLie) =>
  stating(lie, contoso.recoveryHsm!.name, "recovered attestation Contoso-DISK-CMK");

const seconds = (time: string): number => Date.parse(time) / 1000;

export const hsmStates: readonly Wrong[] = [
  ...statesOf("preflight", [
    ["az says that accepted backups failed", set("version", "azure-cli", "2.77.0"), "azure-cli"],
    ["az is too old for attestations", set("version", "azure-cli", "2.60.0"), "azure-cli"],
    ["no answer of az version", without("version"), "azure-cli"],
    [
      "the provider is not registered",
      set("provider", "registrationState", "NotRegistered"),
      "registrationState",
    ],
    ["another provider", set("provider", "namespace", "Microsoft.Compute"), "namespace"],
    [
      "no HSM in South India",
      set("provider", "resourceTypes.1.locations", ["Central India"]),
      "resourceTypes.locations",
    ],
    ["the name is taken", set("name", "nameAvailable", false), "nameAvailable"],
    [
      "an HSM of that name is soft-deleted",
      reword("deleted", "value.0.id", "Another-HSM", "contoso-prod-hsm"),
      "deletedManagedHSMs.name",
    ],
  ]),
  ...statesOf("hsm-created", [
    ["another size", set("hsm", "sku.name", "Custom_B32"), "sku.name"],
    ["another family", set("hsm", "sku.family", "C"), "sku.family"],
    ["another region", set("hsm", "location", "centralindia"), "location"],
    ...["Provisioning", "Failed", "Updating", "Deleting", "SecurityDomainRestore", "Restoring"].map(
      (state) =>
        [
          `it is ${state}`,
          set("hsm", "properties.provisioningState", state),
          "properties.provisioningState",
        ] as const,
    ),
    [
      "soft-delete is off",
      set("hsm", "properties.enableSoftDelete", false),
      "properties.enableSoftDelete",
    ],
    [
      "7 days of retention",
      set("hsm", "properties.softDeleteRetentionInDays", 7),
      "properties.softDeleteRetentionInDays",
    ],
    [
      "the retention is a text",
      set("hsm", "properties.softDeleteRetentionInDays", "90"),
      "properties.softDeleteRetentionInDays",
    ],
    [
      "no purge protection",
      set("hsm", "properties.enablePurgeProtection", false),
      "properties.enablePurgeProtection",
    ],
    [
      "purge protection is not said",
      set("hsm", "properties.enablePurgeProtection", undefined),
      "properties.enablePurgeProtection",
    ],
    [
      "another address",
      set("hsm", "properties.hsmUri", "https://contoso-prod-hsm.vault.azure.net/"),
      "properties.hsmUri",
    ],
    ["another subscription", reword("hsm", "id", contoso.subscription, guidOf("other")), "id"],
    ["another HSM", reword("hsm", "id", "Contoso-PROD-HSM", "Contoso-TEST-HSM"), "id"],
    ["nothing was answered", without("hsm"), "id"],
  ]),
  ...statesOf("purge-protection", [
    [
      "it is off",
      set("hsm", "properties.enablePurgeProtection", false),
      "properties.enablePurgeProtection",
    ],
    [
      "soft-delete is off",
      set("hsm", "properties.enableSoftDelete", false),
      "properties.enableSoftDelete",
    ],
    [
      "a short retention",
      set("hsm", "properties.softDeleteRetentionInDays", 30),
      "properties.softDeleteRetentionInDays",
    ],
    [
      "a key can be purged",
      set(KEY, "attributes.recoveryLevel", "Recoverable+Purgeable"),
      "attributes.recoveryLevel",
    ],
    [
      "a key can be purged after a few days",
      set(KEY, "attributes.recoveryLevel", "CustomizedRecoverable+Purgeable"),
      "attributes.recoveryLevel",
    ],
  ]),
  ...statesOf("hsm-activated", [
    [
      "it is not activated, whatever the message",
      set("hsm", "properties.securityDomainProperties.activationStatus", "NotActivated"),
      "activationStatus",
    ],
    [
      "activation failed",
      set("hsm", "properties.securityDomainProperties.activationStatus", "Failed"),
      "activationStatus",
    ],
    [
      "nothing says it",
      set("hsm", "properties.securityDomainProperties", undefined),
      "activationStatus",
    ],
    [
      "a security domain is being restored",
      set("hsm", "properties.provisioningState", "SecurityDomainRestore"),
      "properties.provisioningState",
    ],
  ]),
  ...statesOf("administrators", [
    ["nobody is", without("role Contoso Security Team"), "properties.principalId"],
    [
      "only for keys",
      set("role Contoso Security Team", "properties.scope", "/keys"),
      "properties.scope",
    ],
    [
      "someone else too",
      also(assignment("Managed HSM Administrator", guidOf("stranger"), "/")),
      "properties.principalId",
    ],
    [
      "a role of the subscription",
      set(
        "role Contoso Security Team",
        "properties.roleDefinitionId",
        `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/${ROLE_IDS["Managed HSM Administrator"]}`,
      ),
      "properties.principalId",
    ],
    [
      "initialAdminObjectIds alone",
      all(
        without("role Contoso Security Team"),
        also({ id: "x", properties: { initialAdminObjectIds: [guidOf("x")] } }),
      ),
      "properties.principalId",
    ],
  ]),
  ...statesOf("roles", [
    [
      "the set of Central India has none",
      without("role Contoso-DES-CentralIndia"),
      "properties.principalId",
    ],
    ["the secondary instance has none", without("role contoso-sqlmi-dr"), "properties.principalId"],
    [
      "a service at the whole HSM",
      set("role contoso-sqlmi", "properties.scope", "/"),
      "properties.scope",
    ],
    [
      "a service at all keys",
      set("role contoso-sqlmi", "properties.scope", "/keys"),
      "properties.scope",
    ],
    [
      "a service at another key",
      set("role contoso-sqlmi", "properties.scope", "/keys/Contoso-DISK-CMK"),
      "properties.scope",
    ],
    [
      "the client id instead of the principal",
      set("role contoso-sqlmi", "properties.principalId", guidOf("client")),
      "properties.principalId",
    ],
    [
      "a service may manage keys",
      also(assignment("Managed HSM Crypto User", guidOf("contoso-sqlmi"), "/keys")),
      "properties.principalId",
    ],
    [
      "a person serves",
      also(assignment(SERVES, KEY_TEAM, "/keys/Contoso-DISK-CMK")),
      "properties.principalId",
    ],
    [
      "one governs and manages",
      also(assignment("Managed HSM Crypto Officer", KEY_TEAM, "/")),
      "properties.principalId",
    ],
    [
      "a role of Azure RBAC",
      set(
        "role contoso-sqlmi",
        "properties.roleDefinitionId",
        "/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/33413926-3206-4cdd-b39a-83574fe37a17",
      ),
      "properties.roleDefinitionId",
    ],
    [
      "the release user, one digit away",
      set(
        "role Contoso Key Management Team",
        "properties.roleDefinitionId",
        "Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/21dbd100-6940-42c2-9190-5d6cb909625c",
      ),
      "properties.principalId",
    ],
    [
      "an instance without identity",
      set("instance contoso-sqlmi", "identity", null),
      "contoso-sqlmi: identity.principalId",
    ],
    [
      "more than ten at a key",
      all(
        ...Array.from({ length: 11 }, (_, n) =>
          also(
            assignment(SERVES, guidOf(`more ${String(n)}`), "/keys/Contoso-DISK-CMK"),
            `more ${String(n)}`,
          ),
        ),
      ),
      "assignments at /keys/Contoso-DISK-CMK",
    ],
  ]),
  ...statesOf("diagnostics", [
    [
      "the log is off",
      set("setting", "properties.logs.0.enabled", false),
      "properties.logs.enabled",
    ],
    ["metrics alone", set("setting", "properties.logs", []), "properties.logs.enabled"],
    [
      "another category",
      set("setting", "properties.logs.0.category", "Other"),
      "properties.logs.enabled",
    ],
    [
      "another workspace",
      set("setting", "properties.workspaceId", "/subscriptions/x"),
      "properties.workspaceId",
    ],
    [
      "no destination",
      set("setting", "properties.workspaceId", undefined),
      "properties.workspaceId",
    ],
    [
      "of another resource",
      set(
        "setting",
        "id",
        "/subscriptions/x/providers/microsoft.insights/diagnosticSettings/hsm-audit",
      ),
      "id",
    ],
  ]),
  ...statesOf("alerts", [
    ["an alert is off", set("hsm-latency", "properties.enabled", false), "properties.enabled"],
    ["an alert is missing", without("hsm-unauthorized"), "hsm-unauthorized: id"],
    [
      "another threshold",
      set("hsm-availability", "properties.criteria.allOf.0.threshold", 50),
      "hsm-availability: properties.criteria.allOf.threshold",
    ],
    [
      "the other way round",
      set("hsm-latency", "properties.criteria.allOf.0.operator", "LessThan"),
      "hsm-latency: properties.criteria.allOf.operator",
    ],
    [
      "another metric",
      set("hsm-latency", "properties.criteria.allOf.0.metricName", "ServiceApiHit"),
      "hsm-latency: properties.criteria.allOf.metricName",
    ],
    [
      "it looks at another HSM",
      set("hsm-availability", "properties.scopes", ["/subscriptions/x"]),
      "hsm-availability: properties.scopes",
    ],
    [
      "nobody is told",
      set("hsm-availability", "properties.actions", []),
      "hsm-availability: properties.actions.actionGroupId",
    ],
    [
      "someone else is told",
      set("hsm-key-deletion", "properties.actions.actionGroups", ["/subscriptions/x"]),
      "hsm-key-deletion: properties.actions.actionGroups",
    ],
    [
      "another query",
      set("hsm-role-assignments", "properties.criteria.allOf.0.query", "AzureDiagnostics"),
      "hsm-role-assignments: properties.criteria.allOf.query",
    ],
    [
      "it fires at the tenth line only",
      set("hsm-security-domain-backup", "properties.criteria.allOf.0.threshold", 9),
      "hsm-security-domain-backup: properties.criteria.allOf.threshold",
    ],
    [
      "a log alert is off",
      set("hsm-unauthorized", "properties.enabled", false),
      "hsm-unauthorized: properties.enabled",
    ],
    [
      "another log",
      set("hsm-unauthorized", "properties.scopes", []),
      "hsm-unauthorized: properties.scopes",
    ],
  ]),
  ...statesOf("keys-through-arm", [
    ["it is on", set("setting", "value", "true"), "value"],
    ["it is no text", set("setting", "value", false), "value"],
    ["nothing says it", without("setting"), "value"],
  ]),
  ...statesOf("region-extended", [
    ...["Preprovisioning", "Provisioning", "Failed", "Deleting", "Cleanup"].map(
      (state) =>
        [
          `it is ${state}`,
          set("region", "provisioningState", state),
          "centralindia: provisioningState",
        ] as const,
    ),
    ["it is called primary", set("region", "isPrimary", true), "centralindia: isPrimary"],
    ["another region", set("region", "name", "westindia"), "properties.regions.name"],
    ["its name for people", set("region", "name", "Central India"), "properties.regions.name"],
    ["the HSM has no region", set("hsm", "properties.regions", []), "properties.regions.name"],
    [
      "the HSM is still updating",
      set("hsm", "properties.provisioningState", "Updating"),
      "properties.provisioningState",
    ],
  ]),
  ...statesOf("endpoints", [
    ...["Pending", "Rejected", "Disconnected"].map(
      (state) =>
        [
          `a connection is ${state}`,
          set(
            "hsm",
            "properties.privateEndpointConnections.1.properties.privateLinkServiceConnectionState.status",
            state,
          ),
          "privateLinkServiceConnectionState.status",
        ] as const,
    ),
    [
      "a connection is updating",
      set(
        "hsm",
        "properties.privateEndpointConnections.0.properties.provisioningState",
        "Updating",
      ),
      "properties.provisioningState",
    ],
    [
      "one region alone",
      relist("hsm", "properties.privateEndpointConnections", (before) => before.slice(0, -1)),
      "privateEndpoint.id",
    ],
    [
      "both endpoints in one region",
      set("endpoint centralindia", "location", "southindia"),
      "location",
    ],
    [
      "an endpoint failed",
      set("endpoint southindia", "properties.provisioningState", "Failed"),
      "properties.provisioningState",
    ],
    ["an endpoint was not asked for", without("endpoint centralindia"), "id"],
  ]),
  ...statesOf("endpoint-dns", [
    [
      "the address of the other region",
      set("record centralindia", "properties.aRecords.0.ipv4Address", "10.1.2.4"),
      "properties.aRecords.ipv4Address",
    ],
    [
      "a public address",
      set("record southindia", "properties.aRecords.0.ipv4Address", "20.192.1.1"),
      "properties.aRecords.ipv4Address",
    ],
    [
      "both addresses in one zone",
      relist("record southindia", "properties.aRecords", (before) => [
        ...before,
        { ipv4Address: "10.2.2.4" },
      ]),
      "properties.aRecords.ipv4Address",
    ],
    ["no record", without("record centralindia"), "id"],
    [
      "an empty record",
      set("record southindia", "properties.aRecords", []),
      "properties.aRecords.ipv4Address",
    ],
    [
      "the link is in progress",
      set("link southindia", "properties.virtualNetworkLinkState", "InProgress"),
      "virtualNetworkLinkState",
    ],
    [
      "machines register themselves",
      set("link southindia", "properties.registrationEnabled", true),
      "registrationEnabled",
    ],
    [
      "linked to the other network",
      copy("link centralindia", "link southindia", "properties.virtualNetwork.id"),
      "virtualNetwork.id",
    ],
    ["no link", without("link centralindia"), "id"],
  ]),
  ...statesOf("public-access", [
    [
      "it is on",
      set("hsm", "properties.publicNetworkAccess", "Enabled"),
      "properties.publicNetworkAccess",
    ],
    [
      "calls are let through",
      set("hsm", "properties.networkAcls.defaultAction", "Allow"),
      "properties.networkAcls.defaultAction",
    ],
    [
      "disks lose the key",
      set("hsm", "properties.networkAcls.bypass", "None"),
      "properties.networkAcls.bypass",
    ],
    [
      "an address is let through",
      set("hsm", "properties.networkAcls.ipRules", [{ value: "203.0.113.7" }]),
      "properties.networkAcls.ipRules",
    ],
    [
      "nothing says it",
      set("hsm", "properties.publicNetworkAccess", undefined),
      "properties.publicNetworkAccess",
    ],
    [
      "no rules at all",
      set("hsm", "properties.networkAcls", undefined),
      "properties.networkAcls.bypass",
    ],
  ]),
  ...statesOf("jump-boxes", [
    [
      "a public address",
      set("reach contoso-bastion-southindia", "addresses", ["20.192.1.1"]),
      "addresses",
    ],
    [
      "a public address beside a private one",
      set("reach contoso-bastion-southindia", "addresses", ["10.1.2.4", "20.192.1.1"]),
      "addresses",
    ],
    [
      "the other region's endpoint",
      set("reach contoso-bastion-centralindia", "addresses", ["10.1.2.4"]),
      "addresses",
    ],
    ["the read was refused", set("reach contoso-bastion-centralindia", "status", 403), "status"],
    ["only one region was tried", without("reach contoso-bastion-centralindia"), "reach.from"],
    [
      "another name was asked for",
      set("reach contoso-bastion-southindia", "reach", "contoso-test-hsm.managedhsm.azure.net"),
      "reach",
    ],
  ]),
  ...statesOf("serving-region", [
    [
      "the other region answered",
      set("reach contoso-bastion-centralindia", "servingRegion", "southindia"),
      "servingRegion",
    ],
    [
      "nothing says which",
      set("reach contoso-bastion-southindia", "servingRegion", undefined),
      "servingRegion",
    ],
    ["the read was refused", set("reach contoso-bastion-southindia", "status", 401), "status"],
  ]),
  ...statesOf("keys", [
    ["one is missing", without(KEY), "key.kid"],
    [
      "in another HSM",
      set(KEY, "key.kid", address("contoso-test-hsm", "Contoso-SQLMI-CMK")),
      "key.kid",
    ],
    [
      "in a vault",
      set(
        KEY,
        "key.kid",
        "https://contoso-prod-hsm.vault.azure.net/keys/Contoso-SQLMI-CMK/0123456789abcdef0123456789abcdef",
      ),
      "key.kid",
    ],
    [
      "no version",
      set(KEY, "key.kid", "https://contoso-prod-hsm.managedhsm.azure.net/keys/Contoso-SQLMI-CMK"),
      "key.kid",
    ],
    ["a software key", set(KEY, "key.kty", "RSA"), "key.kty"],
    ["1024 bits", set(KEY, "key.n", modulus(1024)), "key.n"],
    ["4096 bits", set(KEY, "key.n", modulus(4096)), "key.n"],
    ["no modulus", set(KEY, "key.n", undefined), "key.n"],
    ["it may sign", set(KEY, "key.key_ops", ["wrapKey", "unwrapKey", "sign"]), "key.key_ops"],
    ["it may not unwrap", set(KEY, "key.key_ops", ["wrapKey"]), "key.key_ops"],
    ["it is disabled", set(KEY, "attributes.enabled", false), "attributes.enabled"],
    ["it can leave the HSM", set(KEY, "attributes.exportable", true), "attributes.exportable"],
    [
      "it can be purged",
      set(KEY, "attributes.recoveryLevel", "Recoverable+Purgeable"),
      "attributes.recoveryLevel",
    ],
    [
      "7 days to recover it",
      set(KEY, "attributes.recoverableDays", 7),
      "attributes.recoverableDays",
    ],
    ["it expired", set(KEY, "attributes.exp", seconds("2026-11-26T00:00:00Z")), "attributes.exp"],
    [
      "it is not valid yet",
      set(KEY, "attributes.nbf", seconds("2027-01-01T00:00:00Z")),
      "attributes.nbf",
    ],
  ]),
  ...statesOf("key-attestation", [
    ["none", without("attestation Contoso-DISK-CMK"), "attributes.attestation"],
    [
      "a part is missing",
      set("attestation Contoso-DISK-CMK", "attributes.attestation.certificatePemFile", undefined),
      "certificatePemFile",
    ],
    [
      "a part is empty",
      set("attestation Contoso-DISK-CMK", "attributes.attestation.publicKeyAttestation", ""),
      "publicKeyAttestation",
    ],
    [
      "of an old version",
      set(
        "attestation Contoso-DISK-CMK",
        "key.kid",
        address("Contoso-PROD-HSM", "Contoso-DISK-CMK", 1),
      ),
      "key.kid",
    ],
    [
      "the key can leave",
      set("attestation Contoso-DISK-CMK", "attributes.exportable", true),
      "attributes.exportable",
    ],
    [
      "an old form",
      set("attestation Contoso-DISK-CMK", "attributes.attestation.version", "1.0"),
      "attributes.attestation",
    ],
    ["another key is shown", set(KEY, "key.n", modulus(2048)), "key.n"],
    ...CARD_LIES.map(
      ([state, check, lie]) =>
        [state, stating(lie), `Contoso-DISK-CMK: attributes.attestation (${check})`] as const,
    ),
  ]),
  ...statesOf("rotation-policies", [
    ["no policy", without("policy Contoso-DISK-CMK"), "id"],
    [
      "no action: it was dropped without a word",
      set("policy Contoso-DISK-CMK", "lifetimeActions", []),
      "lifetimeActions.action.type",
    ],
    [
      "it notifies only",
      set("policy Contoso-DISK-CMK", "lifetimeActions.0.action.type", "Notify"),
      "lifetimeActions.action.type",
    ],
    [
      "another age",
      set("policy Contoso-DISK-CMK", "lifetimeActions.0.trigger.timeAfterCreate", "P90D"),
      "lifetimeActions.trigger.timeAfterCreate",
    ],
    [
      "counted from the expiry",
      set("policy Contoso-DISK-CMK", "lifetimeActions.0.trigger", { timeBeforeExpiry: "P30D" }),
      "lifetimeActions.trigger.timeAfterCreate",
    ],
    [
      "another expiry",
      set("policy Contoso-DISK-CMK", "attributes.expiryTime", "P365D"),
      "attributes.expiryTime",
    ],
    [
      "no expiry",
      set("policy Contoso-DISK-CMK", "attributes.expiryTime", undefined),
      "attributes.expiryTime",
    ],
  ]),
  ...statesOf("full-backup", [
    ["it failed", set("backup", "status", "Failed"), "status"],
    ["it is running", set("backup", "status", "InProgress"), "status"],
    ["it has an error", set("backup", "error", { code: "BadContainer" }), "error"],
    [
      "another HSM's",
      set(
        "backup",
        "azureStorageBlobContainerUri",
        "https://contosohsmbackup.blob.core.windows.net/hsm-backups/mhsm-other-2026112609000012",
      ),
      "azureStorageBlobContainerUri",
    ],
    [
      "another account",
      set(
        "backup",
        "azureStorageBlobContainerUri",
        "https://other.blob.core.windows.net/hsm-backups/mhsm-contoso-prod-hsm-2026112609000012",
      ),
      "azureStorageBlobContainerUri",
    ],
    [
      "another container",
      set(
        "backup",
        "azureStorageBlobContainerUri",
        "https://contosohsmbackup.blob.core.windows.net/other/mhsm-contoso-prod-hsm-2026112609000012",
      ),
      "azureStorageBlobContainerUri",
    ],
    ["none", without("backup"), "status"],
  ]),
  ...statesOf("backup-age", [
    ["it is too old", set("backup", "endTime", seconds("2026-10-01T00:00:00Z")), "endTime"],
    ["it ends in the future", set("backup", "endTime", seconds("2027-10-01T00:00:00Z")), "endTime"],
    ["it failed", set("backup", "status", "Failed"), "status"],
    ["its time is no time", set("backup", "endTime", "soon"), "endTime"],
  ]),
  ...statesOf("recovery-hsm", [
    [
      "it is not activated",
      set("recovery hsm", "properties.securityDomainProperties.activationStatus", "NotActivated"),
      "activationStatus",
    ],
    [
      "it is restoring",
      set("recovery hsm", "properties.provisioningState", "Restoring"),
      "properties.provisioningState",
    ],
    ["another region", set("recovery hsm", "location", "southindia"), "location"],
    ["a key is missing", without("recovered Contoso-DISK-CMK"), "key.kid"],
    ["no first HSM to compare with", without("key Contoso-DISK-CMK"), "Contoso-PROD-HSM"],
    [
      "another key of the same name",
      set("recovered Contoso-DISK-CMK", "key.n", modulus(2048)),
      "key.n",
    ],
    [
      "a key is disabled",
      set("recovered Contoso-DISK-CMK", "attributes.enabled", false),
      "attributes.enabled",
    ],
    [
      "a key without its public half",
      set("recovered Contoso-DISK-CMK", "key.n", undefined),
      "key.n",
    ],
    [
      "a key is not attested",
      without("recovered attestation Contoso-DISK-CMK"),
      "Contoso-RECOVERY-HSM/Contoso-DISK-CMK: attributes.attestation",
    ],
    ["a key came out of it", restoredAs({ stated: { extractable: true } }), "(confined)"],
    ["a key of another HSM's root", restoredAs({ pair: "pool" }), "(pool-root)"],
  ]),
  ...statesOf("recovery-access", [
    [
      "the second one answers the internet",
      set("recovery hsm", "properties.publicNetworkAccess", "Enabled"),
      "properties.publicNetworkAccess",
    ],
    [
      "the second one can be purged",
      set("recovery hsm", "properties.enablePurgeProtection", false),
      "properties.enablePurgeProtection",
    ],
    [
      "the second one lets everyone through",
      set("recovery hsm", "properties.networkAcls.defaultAction", "Allow"),
      "properties.networkAcls.defaultAction",
    ],
  ]),
  ...statesOf("recovery-hsm-deleted", [
    [
      "another HSM",
      reword("deleted", "properties.mhsmId", "RECOVERY", "TEST"),
      "properties.mhsmId",
    ],
    [
      "its retention is another one",
      set("deleted", "properties.scheduledPurgeDate", "2027-01-30T10:00:00Z"),
      "properties.scheduledPurgeDate",
    ],
    [
      "nobody can purge it",
      set("deleted", "properties.purgeProtectionEnabled", true),
      "properties.purgeProtectionEnabled",
    ],
    ["none is deleted", without("deleted"), "properties.mhsmId"],
  ]),
  ...statesOf("recovery-hsm-gone", [
    [
      "it is still there",
      also(hsmAnswer(contoso, contoso.recoveryHsm!)),
      "properties.provisioningState",
    ],
    [
      "it is soft-deleted",
      also(deletedHsm(contoso, contoso.recoveryHsm)),
      "properties.scheduledPurgeDate",
    ],
    ["the deleted ones were not listed", without("deleted"), "deletedManagedHSMs"],
    ["a list of another subscription", reword("hsms", "value.0.id", "ac02", "ac03"), "id"],
  ]),
  ...statesOf("recovery-hsm-alone", [
    [
      "it was not activated by the ceremony",
      set("recovery hsm", "properties.securityDomainProperties.activationStatus", "NotActivated"),
      "activationStatus",
    ],
    ["a key was not restored", without("recovered Contoso-DISK-CMK"), "key.kid"],
    [
      "not the key that the first HSM still has",
      set("recovered Contoso-DISK-CMK", "key.n", modulus(2048)),
      "key.n",
    ],
  ]),
  ...statesOf("key-rotated", [
    ["one version only", without("version old Contoso-SQLMI-CMK"), "versions"],
    [
      "a newer version than the one shown",
      set("version old Contoso-SQLMI-CMK", "attributes.created", seconds("2026-11-27T08:00:00Z")),
      "key.kid",
    ],
    [
      "made too long ago",
      set(KEY, "attributes.created", seconds("2024-01-01T00:00:00Z")),
      "attributes.created",
    ],
    ["nothing says when", set(KEY, "attributes.created", undefined), "attributes.created"],
    ["it does not expire", set(KEY, "attributes.exp", undefined), "attributes.exp"],
    [
      "it expires at another time",
      set(KEY, "attributes.exp", seconds("2027-02-01T00:00:00Z")),
      "attributes.exp",
    ],
  ]),
  ...statesOf("region-removed", [
    [
      "it is still there",
      set("hsm", "properties.regions", [{ name: "centralindia", provisioningState: "Succeeded" }]),
      "properties.regions.name",
    ],
    [
      "it is being deleted",
      set("hsm", "properties.regions", [{ name: "centralindia", provisioningState: "Deleting" }]),
      "properties.regions.name",
    ],
    ["nothing says it", set("hsm", "properties.regions", undefined), "properties.regions"],
    [
      "the list of regions has it",
      also({ name: "centralindia", provisioningState: "Cleanup" }),
      "properties.regions.name",
    ],
  ]),
  ...statesOf("hsm-deleted", [
    ["another HSM", reword("deleted", "properties.mhsmId", "PROD", "TEST"), "properties.mhsmId"],
    [
      "it can be purged before",
      set("deleted", "properties.purgeProtectionEnabled", false),
      "properties.purgeProtectionEnabled",
    ],
    [
      "no date of its end",
      set("deleted", "properties.scheduledPurgeDate", undefined),
      "properties.scheduledPurgeDate",
    ],
    [
      "it ends too early",
      set("deleted", "properties.scheduledPurgeDate", "2026-11-08T10:00:00Z"),
      "properties.scheduledPurgeDate",
    ],
    [
      "no date of its deletion",
      set("deleted", "properties.deletionDate", undefined),
      "properties.deletionDate",
    ],
    ["none is deleted", without("deleted"), "properties.mhsmId"],
  ]),
];
