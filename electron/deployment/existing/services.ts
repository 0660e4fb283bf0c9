// The services that answers say, each with its key of the HSM.
import type { Json } from "../../../crypto/json.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import type { Plan } from "../plan/plan.ts";
import { ENCRYPTIONS, IDENTITY_KINDS } from "../plan/services.ts";
import { alike } from "../proofs/about.ts";
import { keyAddressOf } from "../proofs/key-answers.ts";
import { regionName } from "../proofs/expectation.ts";
import { flagAt, partsOf, wordIn, type Seen } from "./seen.ts";

type Services = Pick<
  Plan,
  | "sqlInstances"
  | "failoverGroup"
  | "diskSets"
  | "domainControllers"
  | "machines"
  | "siteRecovery"
  | "storageAccounts"
  | "cosmosAccounts"
  | "aksClusters"
>;

const identityOf = (value: Json) =>
  wordIn(textAt(value, "identity.type").replaceAll(" ", ""), IDENTITY_KINDS) ?? "None";

/** The name of the key in an address of it; "unknown" if there is none. */
const keyIn = (address: string): string | undefined => keyAddressOf(address)?.name;

export function servicesOf(seen: Seen): Services {
  const { siteRecovery, machines } = machinesOf(seen);
  const group = groupOf(seen);
  // A secondary's databases are the primary's.
  const isSecondary = ({ name }: Plan["sqlInstances"][number]): boolean =>
    alike(name, group.failoverGroup?.secondary ?? "");
  return {
    sqlInstances: seen
      .all("instance")
      .map((value) => instanceOf(seen, value))
      .map((one) => (isSecondary(one) ? { ...one, databases: [] } : one)),
    ...group,
    diskSets: seen
      .all("disk-set")
      .map((value) => ({
        ...seen.placed(value),
        key: seen.known(keyIn(textAt(value, "activeKey.keyUrl")), "diskSets[].key", "unknown"),
        encryption: seen.known(
          wordIn(textAt(value, "encryptionType"), ENCRYPTIONS),
          "diskSets[].encryption",
          "EncryptionAtRestWithCustomerKey",
        ),
        autoRotation: flagAt(value, "rotationToLatestKeyVersionEnabled") ?? false,
      })),
    domainControllers: seen.lacking("domainControllers[]", []),
    machines,
    ...siteRecovery,
    storageAccounts: seen.all("storage").map((value) => storageOf(seen, value)),
    cosmosAccounts: seen
      .all("cosmos")
      .map((value) => ({
        ...seen.placed(value),
        key: seen.known(keyIn(textAt(value, "keyVaultKeyUri")), "cosmosAccounts[].key", "unknown"),
        identity: identityOf(value),
        isNew: false,
        api: seen.lacking("cosmosAccounts[].api", "NoSQL"),
        vectorSearch: seen.lacking("cosmosAccounts[].vectorSearch", false),
      })),
    aksClusters: seen.all("aks").map((value) => {
      const [pool] = itemsAt(value, "agentPoolProfiles");
      return {
        ...seen.placed(value),
        diskSet: seen.known(
          partsOf(textAt(value, "diskEncryptionSetID")).names[0],
          "aksClusters[].diskSet",
          "unknown",
        ),
        osDisk: wordIn(textAt(pool ?? null, "osDiskType"), ["Managed", "Ephemeral"]) ?? "Managed",
        isNew: false,
        encryptionAtHost: flagAt(pool ?? null, "enableEncryptionAtHost") ?? false,
        etcdKey: flagAt(value, "securityProfile.azureKeyVaultKms.enabled") ?? false,
      };
    }),
  };
}

function instanceOf(seen: Seen, value: Json): Plan["sqlInstances"][number] {
  const placed = seen.placed(value);
  const below = (kind: "protector" | "database") =>
    seen
      .all(kind)
      .filter(
        (one) => partsOf(textAt(one, "id")).names[0]?.toLowerCase() === placed.name.toLowerCase(),
      );
  const [protector] = below("protector");
  const key = keyIn(textAt(protector ?? null, "uri"));
  const { names } = partsOf(textAt(value, "subnetId"));
  const storage = memberAt(value, "storageSizeInGB");
  return {
    ...placed,
    network: seen.known(names[0], "sqlInstances[].network", "unknown"),
    subnet: seen.known(names[1], "sqlInstances[].subnet", "unknown"),
    tier: seen.known(
      wordIn(textAt(value, "sku.tier"), ["GeneralPurpose", "BusinessCritical"]),
      "sqlInstances[].tier",
      "GeneralPurpose",
    ),
    storageGb: seen.known(
      typeof storage === "number" ? storage : undefined,
      "sqlInstances[].storageGb",
      32,
    ),
    updatePolicy: seen.known(
      wordIn(textAt(value, "databaseFormat"), ["SQLServer2022", "SQLServer2025", "AlwaysUpToDate"]),
      "sqlInstances[].updatePolicy",
      "SQLServer2022",
    ),
    identity: identityOf(value),
    ...(key === undefined ? {} : { key }),
    autoRotation: flagAt(protector ?? null, "autoRotationEnabled") ?? false,
    databases: below("database").map((one) => textAt(one, "name")),
    ...seen.lacking("sqlInstances[].dnsZonePartner", {}),
    windowsAuthentication: seen.lacking("sqlInstances[].windowsAuthentication", false),
    backupRetention: seen.lacking("sqlInstances[].backupRetention", "P7D"),
  };
}

/** The failover group, from the answer of the region in which it is primary. */
function groupOf(seen: Seen): Pick<Plan, "failoverGroup"> {
  const value = seen
    .all("failover-group")
    .find((one) => alike(textAt(one, "replicationRole"), "Primary"));
  const [pair] = itemsAt(value ?? null, "managedInstancePairs");
  if (value === undefined || pair === undefined) return {};
  return {
    failoverGroup: {
      name: textAt(value, "name"),
      primary: partsOf(textAt(pair, "primaryManagedInstanceId")).names[0] ?? "",
      secondary: partsOf(textAt(pair, "partnerManagedInstanceId")).names[0] ?? "",
      policy: wordIn(textAt(value, "readWriteEndpoint.failoverPolicy"), ["Automatic"]) ?? "Manual",
    },
  };
}

function storageOf(seen: Seen, value: Json): Plan["storageAccounts"][number] {
  const key = textAt(value, "encryption.keyVaultProperties.keyName");
  const keyTypes = ["queue", "table"].map((one) =>
    textAt(value, `encryption.services.${one}.keyType`),
  );
  return {
    ...seen.placed(value),
    key: seen.known(key === "" ? undefined : key, "storageAccounts[].key", "unknown"),
    identity: identityOf(value),
    followsVersions: textAt(value, "encryption.keyVaultProperties.keyVersion") === "",
    isNew: false,
    queuesAndTables: seen.lacking("storageAccounts[].queuesAndTables", false),
    queueTableKeys: keyTypes.includes("Account") ? "Account" : "Service",
  };
}

/** The name of a disk that a machine has. */
const diskName = (disk: Json): string =>
  textAt(disk, "name") || (partsOf(textAt(disk, "managedDisk.id")).names[0] ?? "");

/** Virtual machines with their disks, and what Site Recovery replicates of them. */
function machinesOf(seen: Seen): {
  readonly machines: Plan["machines"];
  readonly siteRecovery: Pick<Plan, "siteRecovery">;
} {
  const disks = seen
    .all("disk")
    .map((value) => ({
      name: textAt(value, "name"),
      set: partsOf(textAt(value, "encryption.diskEncryptionSetId")).names[0],
      by: partsOf(textAt(value, "managedBy")).names[0],
    }));
  const machines = seen.all("vm").map((value) => {
    const placed = seen.placed(value);
    const os = diskName(memberAt(value, "storageProfile.osDisk") ?? null);
    const data = itemsAt(value, "storageProfile.dataDisks");
    // A disk says whose it is; else its name begins with the machine's.
    const isOwn = ({ name, by }: (typeof disks)[number]): boolean =>
      by === undefined ? name.startsWith(`${placed.name}-`) : alike(by, placed.name);
    const own = disks.filter(isOwn).toSorted((one) => (one.name === os ? -1 : 0));
    const [first, ...others] = own;
    const set = first?.set;
    return {
      ...placed,
      network: seen.lacking("machines[].network", "unknown"),
      subnet: seen.lacking("machines[].subnet", "unknown"),
      ...(set === undefined ? {} : { diskSet: set }),
      osDisk: os === "" ? (first?.name ?? "unknown") : os,
      dataDisks:
        data.length > 0
          ? data.map((one) => ({
              name: diskName(one),
              caching:
                wordIn(textAt(one, "caching"), ["ReadOnly", "ReadWrite"]) ?? ("None" as const),
            }))
          : others.map(({ name }) => ({
              name,
              caching: seen.lacking("machines[].dataDisks[].caching", "None" as const),
            })),
      encryptionAtHost: flagAt(value, "securityProfile.encryptionAtHost") ?? false,
      azureDiskEncryption: "unknown" as const,
      incrementalSnapshots: "unknown" as const,
    };
  });
  const items = seen.all("replicated-item");
  const [item] = items;
  if (item === undefined) return { machines, siteRecovery: {} };
  const { names, resourceGroup } = partsOf(textAt(item, "id"));
  return {
    machines,
    siteRecovery: {
      siteRecovery: {
        vault: names[0] ?? "",
        resourceGroup: seen.group(resourceGroup),
        region: seen.lacking("siteRecovery.region", regionName(machines[0]?.region ?? "unknown")),
        recoveryPointMinutes: seen.lacking("siteRecovery.recoveryPointMinutes", 60),
        items: items.map((one) => {
          const [disk] = itemsAt(one, "providerSpecificDetails.protectedManagedDisks");
          const target = partsOf(textAt(disk ?? null, "recoveryDiskEncryptionSetId")).names[0];
          return {
            machine: textAt(one, "friendlyName"),
            targetResourceGroup: seen.lacking(
              "siteRecovery.items[].targetResourceGroup",
              seen.group(resourceGroup),
            ),
            ...(target === undefined ? {} : { targetDiskSet: target }),
            afterDisks: seen.lacking("siteRecovery.items[].afterDisks", true),
          };
        }),
      },
    },
  };
}
