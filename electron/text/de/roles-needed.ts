// In German: ../en/roles-needed.ts.
import { translation } from "../rows/translation.ts";

export const ROLES_NEEDED = translation<"roles-needed">()({
  subscription: ["47ea59fb", "Contributor am Abonnement (Azure RBAC)"],
  hsmContributor: ["572a6a5b", "Managed HSM contributor oder Contributor an der Ressourcengruppe (Azure RBAC)"],
  administrator: ["e7c17652", "Managed HSM Administrator (eigene Rolle des HSM)"],
  cryptoUser: ["aedf70c9", "Managed HSM Crypto User (eigene Rolle des HSM; nicht Crypto Officer)"],
  grants: ["96c4e420", "Managed HSM Administrator, Crypto Officer oder Policy Administrator (eigene Rollen des HSM)"],
  reader: ["c80b567c", "Reader an den Ressourcen (Azure RBAC); für Schlüssel Managed HSM Crypto Auditor oder Crypto User"],
  network: ["3dd55cf0", "Network Contributor an den Netzwerken, und ein Recht am HSM, Verbindungen zu genehmigen"],
  sql: ["f74d64e6", "SQL Managed Instance Contributor an beiden Ressourcengruppen"],
  compute: ["8d717f5c", "Contributor an der Ressourcengruppe (Datenträger, Sätze, Maschinen)"],
  storage: ["41ac6838", "Storage Account Contributor an den Konten"],
  cosmos: ["31fab139", "DocumentDB Account Contributor am Konto"],
  aks: ["1dc86775", "Azure Kubernetes Service Contributor, und Reader am Satz für die Identität des Clusters"],
  recovery: ["57a83e9d", "Site Recovery Contributor am Tresor"],
  dns: ["a04c0e5e", "DnsAdmins auf dem Server; für az vm run-command Virtual Machine Contributor an der Maschine (Azure RBAC)"],
  networks: ["2c8474a9", "Network Contributor an den Ressourcengruppen (Azure RBAC)"],
  backupStorage: ["eb0181aa", "Storage Account Contributor, Managed Identity Contributor und Role Based Access Control Administrator an der Ressourcengruppe (Azure RBAC)"],
  monitoring: ["83771a65", "Monitoring Contributor am HSM und am Arbeitsbereich (Azure RBAC; keine Rolle im HSM)"],
  onJumpBox: ["e79c6760", "auf jedem Sprungrechner angemeldet"],
});
