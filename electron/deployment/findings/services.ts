// Storage, Cosmos DB and Kubernetes: what cannot be changed later.
import { each, eachWith, type Rule } from "./rule.ts";

export const SERVICES: readonly Rule[] = [
  {
    code: "P-STORAGE-PINNED",
    severity: "stops",
    says: "The storage account would stay with one version of its key, and not follow a new one.",
    next: "Set followsVersions to true: the command then names no version.",
    source: "storage",
    runbooks: ["storage", "rotation"],
    find: ({ storageAccounts }) =>
      eachWith("storageAccounts", storageAccounts, "followsVersions", false),
  },
  {
    code: "P-STORAGE-QUEUES",
    severity: "stops",
    says: "Queues and tables would not be under the key; that can only be chosen when an account is created.",
    next: "Create a new account with queueTableKeys Account, or accept it by setting queuesAndTables to false.",
    source: "storage",
    runbooks: ["storage"],
    find: ({ storageAccounts }) =>
      each(
        "storageAccounts",
        storageAccounts,
        ({ queuesAndTables, queueTableKeys }, at) =>
          queuesAndTables && queueTableKeys === "Service" && `${at}.queueTableKeys`,
      ),
  },
  {
    code: "P-STORAGE-IDENTITY",
    severity: "stops",
    says: "The storage account has no managed identity, so it cannot be granted its key.",
    next: "Set identity to SystemAssigned.",
    source: "storageHsm",
    runbooks: ["storage"],
    find: ({ storageAccounts }) => eachWith("storageAccounts", storageAccounts, "identity", "None"),
  },
  {
    code: "P-STORAGE-USER-ASSIGNED",
    severity: "stops",
    says: "The runbook gives a storage account its system-assigned identity, and would take this one away.",
    next: "Set identity to SystemAssigned, or give the account its key by hand, with its own identity.",
    source: "storageHsm",
    runbooks: ["storage", "service-roles"],
    find: ({ storageAccounts }) =>
      each(
        "storageAccounts",
        storageAccounts,
        ({ identity }, at) => identity.includes("UserAssigned") && `${at}.identity`,
      ),
  },
  {
    code: "P-STORAGE-NEW",
    severity: "stops",
    says: "A new storage account can have a key from the start only with a user-assigned identity.",
    next: "Create it without the key, set isNew to false, and run storage then.",
    source: "storage",
    runbooks: ["storage"],
    find: ({ storageAccounts }) =>
      each(
        "storageAccounts",
        storageAccounts,
        ({ isNew, identity }, at) => isNew && identity === "SystemAssigned" && `${at}.identity`,
      ),
  },
  {
    code: "P-COSMOS-IDENTITY",
    severity: "stops",
    says: "The Cosmos DB account has no managed identity, so it cannot be granted its key.",
    next: "Set identity to SystemAssigned.",
    source: "cosmosHsm",
    runbooks: ["cosmos-db"],
    find: ({ cosmosAccounts }) => eachWith("cosmosAccounts", cosmosAccounts, "identity", "None"),
  },
  {
    code: "P-COSMOS-USER-ASSIGNED",
    severity: "stops",
    says: "The runbook lets a Cosmos DB account ask for its key with a system-assigned identity only.",
    next: "Set identity to SystemAssigned, or give the account its key by hand, with its own identity.",
    source: "cosmosHsm",
    runbooks: ["cosmos-db", "service-roles"],
    find: ({ cosmosAccounts }) =>
      eachWith("cosmosAccounts", cosmosAccounts, "identity", "UserAssigned"),
  },
  {
    code: "P-COSMOS-CASSANDRA",
    severity: "stops",
    says: "An existing Cosmos DB account for Cassandra cannot take a key.",
    next: "Create a new account with the key, and move the data.",
    source: "cosmos",
    runbooks: ["cosmos-db"],
    find: ({ cosmosAccounts }) =>
      each(
        "cosmosAccounts",
        cosmosAccounts,
        ({ isNew, api }, at) => !isNew && api === "Cassandra" && `${at}.api`,
      ),
  },
  {
    code: "P-COSMOS-VECTOR",
    severity: "stops",
    says: "An existing Cosmos DB account with vector search cannot take a key.",
    next: "Create a new account with the key, and move the data.",
    source: "cosmos",
    runbooks: ["cosmos-db"],
    find: ({ cosmosAccounts }) =>
      each(
        "cosmosAccounts",
        cosmosAccounts,
        ({ isNew, vectorSearch }, at) => !isNew && vectorSearch && `${at}.vectorSearch`,
      ),
  },
  {
    code: "P-COSMOS-IRREVERSIBLE",
    severity: "advice",
    says: "A key of an existing Cosmos DB account can never be taken away again, and each query costs more.",
    next: "Let two people decide it, and raise the request units before.",
    source: "cosmos",
    runbooks: ["cosmos-db"],
    find: ({ cosmosAccounts }) =>
      each(
        "cosmosAccounts",
        cosmosAccounts,
        ({ isNew, api, vectorSearch }, at) =>
          !isNew && api !== "Cassandra" && !vectorSearch && `${at}.key`,
      ),
  },
  {
    code: "P-AKS-EXISTING",
    severity: "stops",
    says: "An existing Kubernetes cluster cannot take a disk encryption set: it must be built again.",
    next: "Plan a new cluster, and move what runs on the old one.",
    source: "aks",
    runbooks: ["aks"],
    find: ({ aksClusters }) => eachWith("aksClusters", aksClusters, "isNew", false),
  },
  {
    code: "P-AKS-EPHEMERAL",
    severity: "advice",
    says: "Nodes with ephemeral OS disks take a new version of the key only when they are replaced.",
    next: "Set osDisk to Managed, or replace the nodes after each rotation.",
    source: "aks",
    runbooks: ["aks", "rotation"],
    find: ({ aksClusters }) => eachWith("aksClusters", aksClusters, "osDisk", "Ephemeral"),
  },
  {
    code: "P-AKS-ETCD",
    severity: "stops",
    says: "Encryption of etcd is documented for Key Vault only, and its new form can never be switched off.",
    next: "Set etcdKey to false.",
    source: "aksEtcd",
    runbooks: ["aks"],
    find: ({ aksClusters }) => eachWith("aksClusters", aksClusters, "etcdKey", true),
  },
  {
    code: "P-AKS-HOST",
    severity: "advice",
    says: "The nodes' temporary disks and caches would be outside the key.",
    next: "Set encryptionAtHost to true.",
    source: "host",
    runbooks: ["aks"],
    find: ({ aksClusters }) => eachWith("aksClusters", aksClusters, "encryptionAtHost", false),
  },
];
