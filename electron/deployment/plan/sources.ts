// The sources of the deployment's rules, with the dates of the editions read.

const LEARN = "https://learn.microsoft.com/azure";

/** A page, and the day of its edition where that is known. */
export interface Source {
  readonly title: string;
  /** Absent for what only the plan says, or nobody does. */
  readonly url?: string;
  readonly edition?: string;
}

const hsmPage = (page: string, title: string, edition = "2026-08-21"): Source => ({
  title: `Managed HSM: ${title}`,
  url: `${LEARN}/key-vault/managed-hsm/${page}`,
  edition,
});

export const SOURCES = {
  regions: hsmPage("multi-region-replication", "multi-region replication", "2026-04-28"),
  network: hsmPage("network-security", "network security", "2026-02-10"),
  privateLink: hsmPage("private-link", "private link", "2026-01-30"),
  sizes: {
    title: "Azure Resource Manager: Microsoft.KeyVault 2026-05-15",
    url: "https://learn.microsoft.com/azure/templates/microsoft.keyvault/managedhsms",
    edition: "2026-10-15",
  },
  armVersions: {
    title: "Key Vault: what's new",
    url: `${LEARN}/key-vault/general/whats-new`,
    edition: "2026-04-10",
  },
  azRepeats: {
    title: "Azure CLI: pull request 33783",
    url: "https://github.com/Azure/azure-cli/pull/33783",
    edition: "2026-07-24",
  },
  create: hsmPage("quick-create-cli", "quickstart with Azure CLI"),
  softDelete: hsmPage("soft-delete-overview", "soft-delete and purge protection", "2026-04-28"),
  secure: hsmPage("secure-managed-hsm", "secure your Managed HSM"),
  domain: hsmPage("security-domain", "security domain", "2026-04-02"),
  access: hsmPage("access-control", "access control", "2026-07-06"),
  roles: hsmPage("built-in-roles", "built-in roles", "2025-11-19"),
  roleManagement: hsmPage("role-management", "role management"),
  arm: hsmPage("authorize-azure-resource-manager", "keys through Azure Resource Manager"),
  rotation: hsmPage("key-rotation", "key rotation"),
  keyManagement: hsmPage("key-management", "key management"),
  logging: hsmPage("logging", "logging", "2026-03-30"),
  alerts: hsmPage("configure-alerts", "alerts"),
  backup: hsmPage("backup-restore", "full backup and restore", "2026-04-28"),
  recovery: hsmPage("disaster-recovery-guide", "disaster recovery", "2026-04-28"),
  technical: hsmPage("managed-hsm-technical-details", "technical details", "2026-01-30"),
  policy: hsmPage("azure-policy", "Azure Policy"),
  scaling: hsmPage("scaling-guidance", "scaling guidance", "2025-12-03"),
  keyTypes: { title: "Key Vault: about keys", url: `${LEARN}/key-vault/keys/about-keys` },
  trusted: {
    title: "Key Vault: trusted services",
    url: `${LEARN}/key-vault/general/overview-vnet-service-endpoints`,
    edition: "2026-08-20",
  },
  limits: {
    title: "Key Vault: service limits",
    url: `${LEARN}/key-vault/general/service-limits`,
    edition: "2025-07-23",
  },
  names: {
    title: "Naming rules of Azure resources",
    url: `${LEARN}/azure-resource-manager/management/resource-name-rules`,
  },
  supported: {
    title: "Services that support customer-managed keys",
    url: `${LEARN}/security/fundamentals/encryption-customer-managed-keys-support`,
    edition: "2026-05-15",
  },
  tde: {
    title: "Azure SQL: TDE with customer-managed keys",
    url: `${LEARN}/azure-sql/database/transparent-data-encryption-byok-overview`,
    edition: "2026-06-02",
  },
  tdeRotation: {
    title: "Azure SQL: rotate the TDE protector",
    url: `${LEARN}/azure-sql/database/transparent-data-encryption-byok-key-rotation`,
  },
  failoverGroup: {
    title: "SQL Managed Instance: configure a failover group",
    url: `${LEARN}/azure-sql/managed-instance/failover-group-configure-sql-mi`,
    edition: "2024",
  },
  failover: {
    title: "SQL Managed Instance: failover groups",
    url: `${LEARN}/azure-sql/managed-instance/failover-group-sql-mi`,
    edition: "2024",
  },
  sqlSubnet: {
    title: "SQL Managed Instance: network requirements",
    url: `${LEARN}/azure-sql/managed-instance/connectivity-architecture-overview`,
  },
  disks: {
    title: "Virtual machines: server-side encryption of disks",
    url: `${LEARN}/virtual-machines/disk-encryption`,
    edition: "2026-04-02",
  },
  diskChange: {
    title: "Virtual machines: customer-managed keys for disks",
    url: `${LEARN}/virtual-machines/windows/disks-enable-customer-managed-keys-powershell`,
    edition: "2026-09-21",
  },
  host: {
    title: "Virtual machines: encryption at host",
    url: `${LEARN}/virtual-machines/linux/disks-enable-host-based-encryption-cli`,
    edition: "2025-02-25",
  },
  directory: {
    title: "Active Directory Domain Services in an Azure network",
    url: `${LEARN}/architecture/example-scenario/identity/adds-extend-domain`,
  },
  asr: {
    title: "Site Recovery: machines with customer-managed keys",
    url: `${LEARN}/site-recovery/azure-to-azure-how-to-enable-replication-cmk-disks`,
    edition: "2024-03-27",
  },
  asrMatrix: {
    title: "Site Recovery: support matrix",
    url: `${LEARN}/site-recovery/azure-to-azure-support-matrix`,
  },
  asrDirectory: {
    title: "Site Recovery: Active Directory",
    url: `${LEARN}/site-recovery/site-recovery-active-directory`,
    edition: "2020-04-01",
  },
  storage: {
    title: "Storage: customer-managed keys",
    url: `${LEARN}/storage/common/customer-managed-keys-overview`,
    edition: "2023",
  },
  storageHsm: {
    title: "Storage: keys in a Managed HSM",
    url: `${LEARN}/storage/common/customer-managed-keys-configure-key-vault-hsm`,
  },
  cosmos: {
    title: "Cosmos DB: customer-managed keys of existing accounts",
    url: `${LEARN}/cosmos-db/how-to-setup-customer-managed-keys-existing-accounts`,
  },
  cosmosHsm: {
    title: "Cosmos DB: keys in a Managed HSM",
    url: `${LEARN}/cosmos-db/how-to-setup-customer-managed-keys-mhsm`,
  },
  aks: {
    title: "AKS: customer-managed keys for disks",
    url: `${LEARN}/aks/azure-disk-customer-managed-keys`,
    edition: "2026-08-21",
  },
  aksEtcd: {
    title: "AKS: encryption of etcd",
    url: `${LEARN}/aks/use-kms-etcd-encryption`,
    edition: "2026-08-21",
  },
  bastion: { title: "Bastion: settings", url: `${LEARN}/bastion/configuration-settings` },
  pci: { title: "PCI DSS 4.0, requirement 10.5.1" },
  diskEncryptionEnds: {
    title: "Virtual machines: Azure Disk Encryption",
    url: `${LEARN}/virtual-machines/disk-encryption-overview`,
    edition: "2025-09-23",
  },
  perimeter: {
    title: "Private Link: network security perimeter",
    url: `${LEARN}/private-link/network-security-perimeter-concepts`,
    edition: "2025-08-01",
  },
  controlData: hsmPage("mhsm-control-data", "control your data", "2026-04-07"),
  dedicated: {
    title: "Dedicated HSM: overview",
    url: `${LEARN}/dedicated-hsm/overview`,
    edition: "2026-08-21",
  },
  /** Nobody documents it. */
  ours: { title: "Our conclusion: no page says it" },
  /** A rule of the plan itself, or of a plan file. */
  plan: { title: "The plan itself" },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof SOURCES;
