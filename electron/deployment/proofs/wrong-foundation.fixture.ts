// For tests: wrong states of what everything else is built on.
import { relist, reword, set, statesOf, without, type Wrong } from "./changes.fixture.ts";
import { contoso } from "./right.fixture.ts";

const [first, second] = contoso.resourceGroups.map(({ name }) => `group ${name}`) as [
  string,
  string,
];
const NETWORK = "network southindia";
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
