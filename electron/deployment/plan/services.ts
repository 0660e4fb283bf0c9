// A plan's services that use the HSM's keys: SQL instances, disks, storage, Cosmos DB, AKS.
import * as z from "zod/mini";
import {
  address,
  count,
  day,
  daySpan,
  flag,
  host,
  listOf,
  mapping,
  name,
  oneOf,
  region,
  said,
} from "./values.ts";

const place = {
  name: said("The resource's name.", name()),
  region: said("The region it is in.", region()),
  resourceGroup: said("Its resource group.", name()),
};

/** The kinds of managed identity that a service may have. */
export const IDENTITY_KINDS = [
  "SystemAssigned",
  "UserAssigned",
  "SystemAssigned,UserAssigned",
  "None",
] as const;

/** A SQL Managed Instance. */
export const sqlInstance = mapping({
  ...place,
  network: said("The name of its network.", name()),
  subnet: said("The name of its subnet, whose purpose is sql-managed-instance.", name()),
  tier: said("Its service tier.", oneOf(["GeneralPurpose", "BusinessCritical"])),
  storageGb: said("Its storage in gigabytes.", count(32, 65_536)),
  updatePolicy: said(
    "Its update policy.",
    oneOf(["SQLServer2022", "SQLServer2025", "AlwaysUpToDate"]),
  ),
  identity: said(
    "Its managed identity. Without one it cannot be given a key.",
    oneOf(IDENTITY_KINDS),
  ),
  key: said("The name of the key that protects it; left out if it has none.", z.optional(name())),
  autoRotation: said("Whether it follows new versions of the key by itself.", flag()),
  databases: said("The names of its databases.", listOf(name(), 500)),
  dnsZonePartner: said(
    "The instance whose DNS zone it was created in; needed by the secondary of a failover group.",
    z.optional(name()),
  ),
  windowsAuthentication: said(
    "Whether it has a service principal for Windows authentication.",
    flag(),
  ),
  backupRetention: said(
    "How long backups of it must open: the longest of its short and long term retention.",
    daySpan(),
  ),
});

/** Two instances of which one takes over. */
export const failoverGroup = mapping({
  name: said("The failover group's name: lower case, part of the listener's address.", name()),
  primary: said("The name of the primary instance.", name()),
  secondary: said("The name of the secondary instance.", name()),
  policy: said(
    "Who starts a failover: people, or Azure after the grace period.",
    oneOf(["Manual", "Automatic"]),
  ),
  graceHours: said(
    "The grace period of an automatic failover, in hours.",
    z.optional(count(1, 720)),
  ),
});

/** How a set may encrypt its disks. */
export const ENCRYPTIONS = [
  "EncryptionAtRestWithCustomerKey",
  "EncryptionAtRestWithPlatformAndCustomerKeys",
  "ConfidentialVmEncryptedWithCustomerKey",
] as const;

export const diskSet = mapping({
  ...place,
  key: said("The name of its key.", name()),
  encryption: said("How its disks are encrypted. It cannot be changed.", oneOf(ENCRYPTIONS)),
  autoRotation: said("Whether it follows new versions of the key by itself.", flag()),
  probed: said(
    "The day on which a probe disk was created with it, where its region is not the HSM's own.",
    z.optional(day()),
  ),
});

const machineParts = {
  ...place,
  network: said("The name of its network.", name()),
  subnet: said("The name of its subnet.", name()),
  diskSet: said(
    "The name of the disk encryption set of its disks; left out for a platform key.",
    z.optional(name()),
  ),
  osDisk: said("The name of its OS disk.", name()),
  dataDisks: said(
    "Its data disks.",
    listOf(
      mapping({
        name: said("The disk's name.", name()),
        caching: said("Its host cache.", oneOf(["None", "ReadOnly", "ReadWrite"])),
      }),
    ),
  ),
  encryptionAtHost: said(
    "Whether its temporary disk and caches are encrypted at the host.",
    flag(),
  ),
  azureDiskEncryption: said(
    "Whether Azure Disk Encryption was ever used on it: then a disk encryption set cannot be.",
    oneOf(["never", "unknown", "used"]),
  ),
  incrementalSnapshots: said(
    "Whether its disks have incremental snapshots: they share the disk's set for good.",
    oneOf(["none", "unknown", "present"]),
  ),
};

export const machine = mapping(machineParts);

/** A domain controller of Active Directory. */
export const domainController = mapping({
  ...machineParts,
  domain: said("The DNS name of its domain.", host()),
  address: said("Its static private address; left out if it has none.", z.optional(address())),
  window: said(
    "The maintenance window in which it is deallocated: one machine at a time.",
    count(1, 100),
  ),
});

/** Azure Site Recovery. */
export const siteRecovery = mapping({
  vault: said("The Recovery Services vault's name.", name()),
  resourceGroup: said("Its resource group.", name()),
  region: said("The region it is in: the one that machines are replicated to.", region()),
  recoveryPointMinutes: said(
    "How old the newest recovery point may be, in minutes.",
    count(1, 1440),
  ),
  items: said(
    "The machines that it replicates.",
    listOf(
      mapping({
        machine: said("The machine's name.", name()),
        targetResourceGroup: said("The resource group of its replica.", name()),
        targetDiskSet: said(
          "The disk encryption set of its replica's disks; left out for a platform key.",
          z.optional(name()),
        ),
        afterDisks: said("Whether replication starts after its disks have their key.", flag()),
        use: said(
          "What its replica is for; left out: test for a domain controller, both for any other machine.",
          z.optional(oneOf(["test", "failover", "both"])),
        ),
      }),
    ),
  ),
});

export const storageAccount = mapping({
  ...place,
  key: said("The name of its key.", name()),
  identity: said("Its managed identity.", oneOf(IDENTITY_KINDS)),
  followsVersions: said("Whether it follows new versions of the key: no version is given.", flag()),
  isNew: said("Whether it is yet to be created.", flag()),
  queuesAndTables: said("Whether it has queues or tables that must be under the key.", flag()),
  queueTableKeys: said(
    "Whose key protects queues and tables. It cannot be changed.",
    oneOf(["Account", "Service"]),
  ),
});

/** A Cosmos DB account. */
export const cosmosAccount = mapping({
  ...place,
  key: said("The name of its key.", name()),
  identity: said("Its managed identity.", oneOf(IDENTITY_KINDS)),
  isNew: said("Whether it is yet to be created.", flag()),
  api: said("Its API.", oneOf(["NoSQL", "MongoDB", "Cassandra", "Gremlin", "Table"])),
  vectorSearch: said("Whether it has vector search.", flag()),
});

/** A Kubernetes cluster. */
export const aksCluster = mapping({
  ...place,
  diskSet: said("The name of the disk encryption set of its nodes and volumes.", name()),
  osDisk: said("What its nodes' OS disks are.", oneOf(["Managed", "Ephemeral"])),
  isNew: said("Whether it is created with the set: an existing one is built again.", flag()),
  encryptionAtHost: said("Whether its nodes are encrypted at the host.", flag()),
  etcdKey: said("Whether a key of the HSM is to encrypt its secrets in etcd.", flag()),
});
