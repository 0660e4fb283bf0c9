// A draft's services: each with its key, and the role by which it uses that key.
import type { Plan } from "../plan/plan.ts";
import { bareNameOf, LONGEST, nameOf } from "./names.ts";
import type { DraftRegion, DraftService, PlanAnswers } from "./answers.ts";

const PURPOSES: Readonly<Record<DraftService, string>> = {
  sql: "TDE of the SQL Managed Instances",
  disks: "Disks of virtual machines",
  storage: "Storage accounts",
  cosmos: "Cosmos DB accounts",
  aks: "Disks of Kubernetes",
};

type Services = Pick<
  Plan,
  | "keys"
  | "roles"
  | "sqlInstances"
  | "failoverGroup"
  | "diskSets"
  | "domainControllers"
  | "machines"
  | "storageAccounts"
  | "cosmosAccounts"
  | "aksClusters"
>;

/** One of each service, and for SQL one in each region with a failover group. */
export function draftServices(
  { name, services }: PlanAnswers,
  regions: readonly [home: DraftRegion, ...others: DraftRegion[]],
): Services {
  const [first] = regions;
  const has = (service: DraftService): boolean => services.includes(service);
  const keyOf = (service: DraftService): string => nameOf(name, `${service}-cmk`);
  const place = ({ region, resourceGroup }: DraftRegion) => ({ region, resourceGroup });
  const only = (service: DraftService): readonly DraftRegion[] => (has(service) ? [first] : []);

  const sqlInstances = has("sql")
    ? regions.map((one, at) => ({
        name: at === 0 ? nameOf(name, "sqlmi") : nameOf(name, "sqlmi-dr"),
        ...place(one),
        network: one.network,
        subnet: "snet-sqlmi",
        tier: "GeneralPurpose" as const,
        storageGb: 1024,
        updatePolicy: "SQLServer2022" as const,
        identity: "SystemAssigned" as const,
        key: keyOf("sql"),
        autoRotation: true,
        databases: at === 0 ? [nameOf(name, "db")] : [],
        ...(at === 0 ? {} : { dnsZonePartner: nameOf(name, "sqlmi") }),
        windowsAuthentication: false,
        backupRetention: "P365D",
      }))
    : [];
  const [primary, secondary] = sqlInstances;
  const diskSets = (["disks", "aks"] as const).flatMap((service) =>
    only(service).map((one) => ({
      name: nameOf(name, `${service}-des`),
      ...place(one),
      key: keyOf(service),
      encryption: "EncryptionAtRestWithCustomerKey" as const,
      autoRotation: true,
    })),
  );
  const storageAccounts = only("storage").map((one) => ({
    name: bareNameOf(name, "storage"),
    ...place(one),
    key: keyOf("storage"),
    identity: "SystemAssigned" as const,
    followsVersions: true,
    isNew: false,
    queuesAndTables: false,
    queueTableKeys: "Service" as const,
  }));
  const cosmosAccounts = only("cosmos").map((one) => ({
    name: nameOf(name, "cosmos", LONGEST.cosmos),
    ...place(one),
    key: keyOf("cosmos"),
    identity: "SystemAssigned" as const,
    isNew: true,
    api: "NoSQL" as const,
    vectorSearch: false,
  }));
  const users = [...sqlInstances, ...diskSets, ...storageAccounts, ...cosmosAccounts];
  return {
    keys: services.map((service) => ({
      name: keyOf(service),
      kind: "RSA-HSM",
      size: 3072,
      operations: ["wrapKey", "unwrapKey"],
      purpose: PURPOSES[service],
      exportable: false,
      rotation: { after: "P365D", expiry: "P730D" },
    })),
    roles: users.map((one) => ({
      role: "Managed HSM Crypto Service Encryption User",
      assignee: one.name,
      scope: `/keys/${one.key}`,
    })),
    sqlInstances,
    ...(primary === undefined || secondary === undefined
      ? {}
      : {
          failoverGroup: {
            name: nameOf(name, "fog"),
            primary: primary.name,
            secondary: secondary.name,
            policy: "Manual",
          },
        }),
    diskSets,
    domainControllers: [],
    machines: only("disks").map((one) => ({
      name: nameOf(name, "vm"),
      ...place(one),
      network: one.network,
      subnet: "snet-workload",
      diskSet: nameOf(name, "disks-des"),
      osDisk: nameOf(name, "vm-os"),
      dataDisks: [{ name: nameOf(name, "vm-data"), caching: "None" }],
      encryptionAtHost: true,
      azureDiskEncryption: "unknown",
      incrementalSnapshots: "unknown",
    })),
    storageAccounts,
    cosmosAccounts,
    aksClusters: only("aks").map((one) => ({
      name: nameOf(name, "aks"),
      ...place(one),
      diskSet: nameOf(name, "aks-des"),
      osDisk: "Managed",
      isNew: true,
      encryptionAtHost: true,
      etcdKey: false,
    })),
  };
}
