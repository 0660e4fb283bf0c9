// For tests: wrong states of what everything else is built on.
import {
  all as both,
  relist,
  reword,
  set,
  statesOf,
  without,
  type Wrong,
} from "./changes.fixture.ts";
import { contoso } from "./right.fixture.ts";

const [first, second] = contoso.resourceGroups.map(({ name }) => `group ${name}`) as [
  string,
  string,
];
const NETWORK = "network southindia";
/** The DNS server of the second region. */
const SERVER = "dns 10.2.0.10";
const CARD = "properties.ipConfigurations.0.properties";
const SUBNET = "properties.subnets.0.properties.addressPrefix";

export const foundationStates: readonly Wrong[] = [
  ...statesOf("providers", [
    [
      "one is still registering",
      set("provider Microsoft.Network", "registrationState", "Registering"),
      "Microsoft.Network: registrationState",
    ],
    ["one was not asked for", without("provider Microsoft.Sql"), "Microsoft.Sql"],
    [
      "encryption at host is pending",
      set("feature", "properties.state", "Pending"),
      "EncryptionAtHost",
    ],
    [
      "the feature is another one",
      reword("feature", "id", "EncryptionAtHost", "UltraSSD"),
      "EncryptionAtHost",
    ],
  ]),
  ...statesOf("resource-groups", [
    ["one is in another region", set(first, "location", "westindia"), "location"],
    [
      "one is being deleted",
      set(second, "properties.provisioningState", "Deleting"),
      "provisioningState",
    ],
    ["one is not there", without(second), "id"],
    [
      "one is in another subscription",
      reword(first, "id", contoso.subscription, "00000000-0000-4000-8000-0000000000ff"),
      "id",
    ],
  ]),
  ...statesOf("networks", [
    ["it is in another region", set(NETWORK, "location", "westindia"), "location"],
    [
      "its range is another one",
      set(NETWORK, "properties.addressSpace.addressPrefixes", ["10.9.0.0/16"]),
      "addressPrefixes",
    ],
    [
      "it has a DNS server that the plan does not name",
      relist(NETWORK, "properties.dhcpOptions.dnsServers", (all) => [...all, "10.1.0.99"]),
      "dnsServers",
    ],
    ["it asks Azure's own DNS", set(NETWORK, "properties.dhcpOptions", undefined), "dnsServers"],
    [
      "a subnet is missing",
      relist(NETWORK, "properties.subnets", (all) => all.slice(1)),
      "subnets",
    ],
    ["a subnet has another range", set(NETWORK, SUBNET, "10.1.9.0/24"), "subnets"],
    [
      "a subnet has a second range",
      set(NETWORK, "properties.subnets.0.properties.addressPrefixes", ["10.1.9.0/24"]),
      "subnets",
    ],
  ]),
  ...statesOf("jump-box-resources", [
    ["it is in another region", set("box southindia", "location", "westindia"), "location"],
    [
      "it failed",
      set("box southindia", "properties.provisioningState", "Failed"),
      "provisioningState",
    ],
    ["it has no interface", without("card southindia"), "ipConfigurations"],
    [
      "it has an address of the internet",
      set("card southindia", `${CARD}.publicIPAddress`, { id: "/subscriptions/x" }),
      "publicIPAddress",
    ],
    [
      "it is in the workloads' subnet",
      reword("card southindia", `${CARD}.subnet.id`, "snet-management", "snet-workload"),
      "subnet",
    ],
  ]),
  ...statesOf("dns-forwarders", [
    ["one has no forwarder", set(SERVER, "zoneType", ""), "zoneType"],
    ["one has a zone of its own by this name", set(SERVER, "zoneType", "Primary"), "zoneType"],
    ["one asks elsewhere", set(SERVER, "forwardsTo", ["8.8.8.8"]), "forwardsTo"],
    [
      "one asks elsewhere too",
      relist(SERVER, "forwardsTo", (all) => [...all, "8.8.8.8"]),
      "forwardsTo",
    ],
    [
      "the private zone is forwarded",
      set(SERVER, "zone", "privatelink.managedhsm.azure.net"),
      "zone",
    ],
    ["one was not asked", without(SERVER), "dnsServer"],
    [
      "a machine's script says so",
      reword("dns 10.1.0.10", "value.0.message", "168.63.129.16", "8.8.8.8"),
      "forwardsTo",
    ],
    [
      "the script failed in a machine",
      set("dns 10.1.0.11", "value.1.message", "Denied"),
      "message",
    ],
  ]),
  ...statesOf("dns-servers", [
    [
      "one gives the address of the other region",
      set(SERVER, "addresses", ["10.1.2.4"]),
      "addresses",
    ],
    ["one gives a public address", set(SERVER, "addresses", ["203.0.113.10"]), "addresses"],
    ["one gives none", set(SERVER, "addresses", []), "addresses"],
    ["one was asked for another name", set(SERVER, "name", "x.managedhsm.azure.net"), "name"],
  ]),
  ...statesOf("log-workspace", [
    ["it is in another region", set("workspace", "location", "westindia"), "location"],
    [
      "it keeps the log for 30 days",
      set("workspace", "properties.retentionInDays", 30),
      "retentionInDays",
    ],
    [
      "it stops at a daily cap",
      set("workspace", "properties.workspaceCapping", { dailyQuotaGb: 1 }),
      "dailyQuotaGb",
    ],
    ["it is another one", reword("workspace", "id", "contoso-hsm-logs", "other"), "id"],
  ]),
  ...statesOf("action-group", [
    ["it is off", set("group", "enabled", false), "enabled"],
    ["it tells nobody", set("group", "receivers", 0), "receivers"],
    ["it is another one", reword("group", "id", "contoso-hsm-alerts", "other"), "id"],
  ]),
  ...statesOf("backup-storage", [
    [
      "blobs may be public",
      set("account", "properties.allowBlobPublicAccess", true),
      "allowBlobPublicAccess",
    ],
    [
      "its firewall stops the HSM",
      set("account", "properties.networkAcls.bypass", "Logging, Metrics"),
      "bypass",
    ],
    [
      "its firewall stops the HSM, as az names it",
      both(
        set("account", "properties.networkAcls", undefined),
        set("account", "properties.networkRuleSet", { bypass: "None" }),
      ),
      "bypass",
    ],
    [
      "the container is public",
      set("container", "properties.publicAccess", "Blob"),
      "publicAccess",
    ],
    [
      "the container is immutable",
      set("container", "properties.hasImmutabilityPolicy", true),
      "hasImmutabilityPolicy",
    ],
    [
      "the container is immutable by version",
      set("container", "properties.immutableStorageWithVersioning", { enabled: true }),
      "immutableStorageWithVersioning",
    ],
    ["the container is not there", without("container"), "id"],
    ["the identity has no role", without("role"), "roleDefinitionId"],
    [
      "somebody else has the role",
      set("role", "properties.principalId", "00000000-0000-4000-8000-0000000000ff"),
      "roleDefinitionId",
    ],
    [
      "the identity may only read",
      reword(
        "role",
        "properties.roleDefinitionId",
        /[^/]+$/g,
        "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
      ),
      "roleDefinitionId",
    ],
    [
      "the role is at another container",
      reword("role", "id", "/containers/hsm-backups/", "/containers/hsm-backups-old/"),
      "roleDefinitionId",
    ],
    [
      "the role has a condition",
      set("role", "properties.condition", "@Resource[...] StringEquals 'other'"),
      "condition",
    ],
    ["the identity is not known", without("identity"), "principalId"],
  ]),
];
