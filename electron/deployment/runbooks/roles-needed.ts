// The roles of Azure and the HSM that steps require.

export const SUBSCRIPTION = "Contributor on the subscription (Azure RBAC)";
export const HSM_CONTRIBUTOR =
  "Managed HSM contributor, or Contributor, on the resource group (Azure RBAC)";
export const ADMINISTRATOR = "Managed HSM Administrator (the HSM's own role)";
export const CRYPTO_USER = "Managed HSM Crypto User (the HSM's own role; not Crypto Officer)";
export const GRANTS =
  "Managed HSM Administrator, Crypto Officer or Policy Administrator (the HSM's own roles)";
export const READER =
  "Reader on the resources (Azure RBAC); for keys, Managed HSM Crypto Auditor or Crypto User";
export const NETWORK =
  "Network Contributor on the networks, and a right on the HSM to approve connections";
export const SQL = "SQL Managed Instance Contributor on both resource groups";
export const COMPUTE = "Contributor on the resource group (disks, sets, machines)";
export const STORAGE = "Storage Account Contributor on the accounts";
export const COSMOS = "DocumentDB Account Contributor on the account";
export const AKS =
  "Azure Kubernetes Service Contributor, and Reader on the set for the cluster's identity";
export const RECOVERY = "Site Recovery Contributor on the vault";
export const DNS =
  "DnsAdmins on the server; for az vm run-command, Virtual Machine Contributor on the machine (Azure RBAC)";
export const NETWORKS = "Network Contributor on the resource groups (Azure RBAC)";
export const BACKUP_STORAGE =
  "Storage Account Contributor, Managed Identity Contributor and Role Based Access Control Administrator on the resource group (Azure RBAC)";
export const MONITORING =
  "Monitoring Contributor on the HSM and the workspace (Azure RBAC; no role in the HSM)";
