// For tests: wrong states that are in no member a quick look would read: an alert that is muted, a rule before
// the rules, a list that nobody could read.
import { all, also, relist, set, statesOf, without, type Wrong } from "./changes.fixture.ts";
import type { CheckName } from "./checks.ts";
import { contoso } from "./right.fixture.ts";

const DOWNLOAD = "hsm-security-domain-backup";
const CRITERION = "properties.criteria.allOf.0";
const ENDPOINTS = "nsg southindia private-endpoints";
const RULES = "properties.securityRules";
const FIRST_RULE = `${RULES}.0.properties`;
const STRANGER = "/subscriptions/x/resourceGroups/y/providers/Microsoft.Network/privateEndpoints/z";
const ITEM = "item contoso-dc-si1";
const A2A = "properties.providerSpecificDetails";

/** A rule of a security group that lets everything through. */
const opening = (name: string, priority: number) => ({
  name,
  properties: {
    ...{ protocol: "*", access: "Allow", direction: "Inbound", priority },
    ...{ sourcePortRange: "*", destinationPortRange: "*" },
    ...{ sourceAddressPrefix: "*", destinationAddressPrefix: "*" },
  },
});

/** The same change of every rule of a group. */
const eachRule = (answer: string, name: string, value: unknown) =>
  all(...[0, 1].map((n) => set(answer, `${RULES}.${String(n)}.properties.${name}`, value)));

/** The list of each scope, not read. */
const unreadLists = (check: CheckName, scopes: readonly string[]) =>
  statesOf(
    check,
    scopes.map((scope) => [
      `the list at ${scope} could not be read`,
      without(`list ${scope}`),
      `roleAssignments:${scope}`,
    ]),
  );

const toDisk = (id: unknown) => ({ lun: 5, managedDisk: { id } });

export const hiddenStates: readonly Wrong[] = [
  ...statesOf("alerts", [
    ["it is muted", set(DOWNLOAD, "properties.muteActionsDuration", "PT1H"), "muteActionsDuration"],
    ["it is muted forever", set(DOWNLOAD, "properties.muteActionsDuration", "P10000D"), "mute"],
    [
      "it needs six of six periods",
      set(DOWNLOAD, `${CRITERION}.failingPeriods`, {
        numberOfEvaluationPeriods: 6,
        minFailingPeriodsToAlert: 6,
      }),
      "failingPeriods",
    ],
    [
      "an impossible dimension of the log",
      set(DOWNLOAD, `${CRITERION}.dimensions`, [{ name: "x", operator: "Include", values: ["y"] }]),
      "dimensions",
    ],
    [
      "an impossible dimension of a metric",
      set("hsm-latency", `${CRITERION}.dimensions`, [
        { name: "ActivityName", operator: "Include", values: ["none"] },
      ]),
      "dimensions",
    ],
    [
      "it looks at five minutes a day",
      set(DOWNLOAD, "properties.evaluationFrequency", "P1D"),
      "evaluationFrequency",
    ],
    [
      "a metric is looked at for five minutes an hour",
      set("hsm-availability", "properties.evaluationFrequency", "PT1H"),
      "evaluationFrequency",
    ],
    [
      "it looks at less than the time since",
      set(DOWNLOAD, "properties.windowSize", "PT1M"),
      "windowSize",
    ],
    ["no window", set(DOWNLOAD, "properties.windowSize", undefined), "windowSize"],
    [
      "its query looks at a minute",
      set(DOWNLOAD, "properties.overrideQueryTimeRange", "PT1M"),
      "overrideQueryTimeRange",
    ],
    [
      "a second line is not told while the first is open",
      set(DOWNLOAD, "properties.autoMitigate", true),
      "autoMitigate",
    ],
    ["it makes a metric alone", set(DOWNLOAD, "kind", "LogToMetric"), "kind"],
    [
      "a second criterion is never met",
      relist("hsm-availability", "properties.criteria.allOf", (before) => [...before, ...before]),
      "hsm-availability: properties.criteria.allOf",
    ],
    [
      "it counts a column",
      set(DOWNLOAD, `${CRITERION}.metricMeasureColumn`, "Level"),
      "metricMeasureColumn",
    ],
  ]),
  ...statesOf("subnets-nsg", [
    [
      "a rule before its rules lets everything in",
      relist(ENDPOINTS, RULES, (before) => [opening("temporary", 100), ...before]),
      "temporary",
    ],
    [
      "a rule that is named like an instance's own",
      relist(ENDPOINTS, RULES, (before) => [
        ...before,
        opening("Microsoft.Sql-managedInstances_UseOnly_mi-x", 100),
      ]),
      "Microsoft.Sql-managedInstances_UseOnly_mi-x",
    ],
    ["every rule is for UDP", eachRule(ENDPOINTS, "protocol", "Udp"), "protocol"],
    ["from one port alone", eachRule(ENDPOINTS, "sourcePortRange", "1"), "sourcePortRange"],
    [
      "to another subnet",
      set(ENDPOINTS, `${FIRST_RULE}.destinationAddressPrefix`, "10.9.0.0/24"),
      "destinationAddressPrefix",
    ],
    [
      "for an application's machines alone",
      set(ENDPOINTS, `${FIRST_RULE}.sourceApplicationSecurityGroups`, [{ id: "/x" }]),
      "sourceApplicationSecurityGroups",
    ],
    [
      "a second range",
      set("subnet southindia private-endpoints", "properties.addressPrefixes", ["10.9.0.0/24"]),
      "addressPrefix",
    ],
  ]),
  ...unreadLists("roles", ["/", "/keys", ...contoso.keys.map(({ name }) => `/keys/${name}`)]),
  ...unreadLists("administrators", ["/"]),
  ...statesOf("preflight", [["no list of deleted HSMs", without("deleted"), "deletedManagedHSMs"]]),
  ...statesOf("hsm-created", [
    ["of another tenant", set("hsm", "properties.tenantId", contoso.subscription), "tenantId"],
  ]),
  ...statesOf("public-access", [
    [
      "a service's addresses are let in",
      set("hsm", "properties.networkAcls.serviceTags", [{ tag: "AzureCloud" }]),
      "serviceTags",
    ],
    ["it is being changed", set("hsm", "properties.provisioningState", "Updating"), "provisioning"],
  ]),
  ...statesOf("endpoints", [
    [
      "a stranger's endpoint is approved",
      relist("hsm", "properties.privateEndpointConnections", (before) => [
        ...before,
        {
          properties: {
            privateEndpoint: { id: STRANGER },
            privateLinkServiceConnectionState: { status: "Approved" },
          },
        },
      ]),
      "privateEndpointConnections",
    ],
    [
      "in another subnet",
      set("endpoint southindia", "properties.subnet.id", "/subscriptions/x"),
      "subnet.id",
    ],
  ]),
  ...statesOf("endpoint-dns", [
    [
      "another network is linked",
      also({
        id: `/subscriptions/${contoso.subscription}/resourceGroups/${contoso.endpoints[0]!.zoneResourceGroup}/providers/Microsoft.Network/privateDnsZones/privatelink.managedhsm.azure.net/virtualNetworkLinks/other`,
        properties: { virtualNetworkLinkState: "Completed" },
      }),
      "other",
    ],
  ]),
  ...statesOf("peering", [
    [
      "ranges were added since",
      set("peering southindia", "properties.peeringSyncLevel", "LocalNotInSync"),
      "peeringSyncLevel",
    ],
    [
      "some subnets alone",
      set("peering southindia", "properties.peerCompleteVnets", false),
      "peerCompleteVnets",
    ],
  ]),
  ...statesOf("jump-boxes", [
    [
      "as it was last month",
      set("reach contoso-bastion-southindia", "at", "2026-10-27T08:00:00Z"),
      "at",
    ],
  ]),
  ...statesOf("keys", [
    [
      "a reference to an external key",
      set("key Contoso-SQLMI-CMK", "attributes.external_key", { id: "x" }),
      "external_key",
    ],
  ]),
  ...statesOf("external-keys", [
    ["a key is not listed", without("listed Contoso-DISK-CMK"), "Contoso-DISK-CMK: kid"],
    [
      "a key that the plan does not name is external",
      also({
        kid: "https://contoso-prod-hsm.managedhsm.azure.net/keys/other",
        attributes: { enabled: true, external_key: { id: "x" } },
      }),
      "other: attributes.external_key",
    ],
  ]),
  ...statesOf("key-rotated", [
    [
      "the new version is disabled",
      set("key Contoso-SQLMI-CMK", "attributes.enabled", false),
      "attributes.enabled",
    ],
  ]),
  ...statesOf("recovery-hsm", [
    ["another size", set("recovery hsm", "sku.name", "Custom_B32"), "sku.name"],
    ["of another tenant", set("recovery hsm", "properties.tenantId", "x"), "tenantId"],
  ]),
  ...statesOf("mi-databases", [
    [
      "a database that the plan does not name, and nobody asked how it is encrypted",
      also({
        id: `/subscriptions/${contoso.subscription}/resourceGroups/${contoso.sqlInstances[0]!.resourceGroup}/providers/Microsoft.Sql/managedInstances/${contoso.sqlInstances[0]!.name}/databases/shadow`,
        properties: { status: "Online" },
      }),
      "shadow: id",
    ],
  ]),
  ...statesOf("failover-group", [
    [
      "a second pair",
      relist("group in southindia", "properties.managedInstancePairs", (before) => [
        ...before,
        ...before,
      ]),
      "managedInstancePairs",
    ],
  ]),
  ...statesOf("disk-sets", [
    [
      "with the key of another tenant",
      set("set Contoso-DES-CentralIndia", "properties.federatedClientId", contoso.tenant),
      "federatedClientId",
    ],
  ]),
  ...statesOf("disks", [
    [
      "a disk that the plan does not name",
      relist("machine contoso-dc-si1", "properties.storageProfile.dataDisks", (before) => [
        ...before,
        toDisk("/subscriptions/x"),
      ]),
      "storageProfile",
    ],
    [
      "a planned disk that is not attached",
      set("machine contoso-dc-si1", "properties.storageProfile.osDisk", toDisk("/subscriptions/x")),
      "storageProfile",
    ],
  ]),
  ...statesOf("dc-health", [
    [
      "its errors were not read",
      relist("health contoso-dc-si1", "value", (before) => before.slice(0, 1)),
      "value.code",
    ],
  ]),
  ...statesOf("replicated-items", [
    [
      "a disk is not replicated",
      relist(ITEM, `${A2A}.protectedManagedDisks`, (before) => before.slice(1)),
      "protectedManagedDisks",
    ],
    [
      "a recovery point of last month",
      set(ITEM, `${A2A}.lastRpoCalculatedTime`, "2026-10-27T08:00:00Z"),
      "lastRpoCalculatedTime",
    ],
    ["another machine", set(ITEM, `${A2A}.fabricObjectId`, "/subscriptions/x"), "fabricObjectId"],
    ["to another region", set(ITEM, `${A2A}.recoveryFabricLocation`, "uksouth"), "recoveryFabric"],
  ]),
  ...statesOf("storage-key", [
    [
      "files under Microsoft's key",
      set("storage contosoprodstorage", "properties.encryption.services.file.keyType", "Service"),
      "services.file.keyType",
    ],
    [
      "it is being changed",
      set("storage contosoprodstorage", "properties.provisioningState", "ResolvingDNS"),
      "provisioningState",
    ],
  ]),
  ...statesOf("repointed", [
    [
      "storage is back under Microsoft's key",
      set("storage contosoprodstorage", "properties.encryption.keySource", "Microsoft.Storage"),
      "keySource",
    ],
    [
      "Cosmos DB cannot use it",
      set("cosmos contoso-cosmos", "properties.customerManagedKeyStatus", "Access is revoked"),
      "customerManagedKeyStatus",
    ],
    [
      "a disk set cannot use it",
      set("set Contoso-DES-CentralIndia", "properties.autoKeyRotationError", { code: "x" }),
      "autoKeyRotationError",
    ],
  ]),
];
