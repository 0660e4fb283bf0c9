// Storage, Cosmos DB and Kubernetes: what cannot be changed later.
import { each, eachWith, type Rule } from "./rule.ts";

export const SERVICES: readonly Rule[] = [
  {
    code: "P-STORAGE-PINNED",
    severity: "stops",
    source: "storage",
    runbooks: ["storage", "rotation"],
    find: ({ storageAccounts }) =>
      eachWith("storageAccounts", storageAccounts, "followsVersions", false),
  },
  {
    code: "P-STORAGE-QUEUES",
    severity: "stops",
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
    source: "storageHsm",
    runbooks: ["storage"],
    find: ({ storageAccounts }) => eachWith("storageAccounts", storageAccounts, "identity", "None"),
  },
  {
    code: "P-STORAGE-USER-ASSIGNED",
    severity: "stops",
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
    source: "cosmosHsm",
    runbooks: ["cosmos-db"],
    find: ({ cosmosAccounts }) => eachWith("cosmosAccounts", cosmosAccounts, "identity", "None"),
  },
  {
    code: "P-COSMOS-USER-ASSIGNED",
    severity: "stops",
    source: "cosmosHsm",
    runbooks: ["cosmos-db", "service-roles"],
    find: ({ cosmosAccounts }) =>
      eachWith("cosmosAccounts", cosmosAccounts, "identity", "UserAssigned"),
  },
  {
    code: "P-COSMOS-CASSANDRA",
    severity: "stops",
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
    source: "aks",
    runbooks: ["aks"],
    find: ({ aksClusters }) => eachWith("aksClusters", aksClusters, "isNew", false),
  },
  {
    code: "P-AKS-EPHEMERAL",
    severity: "advice",
    source: "aks",
    runbooks: ["aks", "rotation"],
    find: ({ aksClusters }) => eachWith("aksClusters", aksClusters, "osDisk", "Ephemeral"),
  },
  {
    code: "P-AKS-ETCD",
    severity: "stops",
    source: "aksEtcd",
    runbooks: ["aks"],
    find: ({ aksClusters }) => eachWith("aksClusters", aksClusters, "etcdKey", true),
  },
  {
    code: "P-AKS-HOST",
    severity: "advice",
    source: "host",
    runbooks: ["aks"],
    find: ({ aksClusters }) => eachWith("aksClusters", aksClusters, "encryptionAtHost", false),
  },
];
