// The roles of Azure and the HSM that steps require.

export const ROLES_NEEDED = {
  subscription: "Contributor on the subscription (Azure RBAC)",
  hsmContributor: "Managed HSM contributor, or Contributor, on the resource group (Azure RBAC)",
  administrator: "Managed HSM Administrator (the HSM's own role)",
  cryptoUser: "Managed HSM Crypto User (the HSM's own role; not Crypto Officer)",
  grants: "Managed HSM Administrator, Crypto Officer or Policy Administrator (the HSM's own roles)",
  reader: "Reader on the resources (Azure RBAC); for keys, Managed HSM Crypto Auditor or Crypto User",
  network: "Network Contributor on the networks, and a right on the HSM to approve connections",
  sql: "SQL Managed Instance Contributor on both resource groups",
  compute: "Contributor on the resource group (disks, sets, machines)",
  storage: "Storage Account Contributor on the accounts",
  cosmos: "DocumentDB Account Contributor on the account",
  aks: "Azure Kubernetes Service Contributor, and Reader on the set for the cluster's identity",
  recovery: "Site Recovery Contributor on the vault",
  dns: "DnsAdmins on the server; for az vm run-command, Virtual Machine Contributor on the machine (Azure RBAC)",
  networks: "Network Contributor on the resource groups (Azure RBAC)",
  backupStorage: "Storage Account Contributor, Managed Identity Contributor and Role Based Access Control Administrator on the resource group (Azure RBAC)",
  monitoring: "Monitoring Contributor on the HSM and the workspace (Azure RBAC; no role in the HSM)",
  onJumpBox: "signed in on each jump box",
} as const;
