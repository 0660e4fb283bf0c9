// The ids and addresses that a plan's resources have in Azure.
import type { Plan } from "../plan/plan.ts";

/** A resource's id. @param path type and name below the provider: `Microsoft.Sql/managedInstances/x` */
export const idIn = ({ subscription }: Plan, resourceGroup: string, path: string): string =>
  `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/${path}`;

interface Placed {
  readonly name: string;
  readonly resourceGroup: string;
}

const ofType =
  (type: string) =>
  (plan: Plan, { name, resourceGroup }: Placed): string =>
    idIn(plan, resourceGroup, `${type}/${name}`);

export const hsmId = ofType("Microsoft.KeyVault/managedHSMs");
export const endpointId = ofType("Microsoft.Network/privateEndpoints");
export const networkId = ofType("Microsoft.Network/virtualNetworks");
export const zoneId = ofType("Microsoft.Network/privateDnsZones");
export const groupOfRulesId = ofType("Microsoft.Network/networkSecurityGroups");
export const instanceId = ofType("Microsoft.Sql/managedInstances");
export const diskSetId = ofType("Microsoft.Compute/diskEncryptionSets");
export const diskId = ofType("Microsoft.Compute/disks");
export const machineId = ofType("Microsoft.Compute/virtualMachines");
export const storageId = ofType("Microsoft.Storage/storageAccounts");
export const cosmosId = ofType("Microsoft.DocumentDB/databaseAccounts");
export const aksId = ofType("Microsoft.ContainerService/managedClusters");
export const identityId = ofType("Microsoft.ManagedIdentity/userAssignedIdentities");
export const workspaceId = ofType("Microsoft.OperationalInsights/workspaces");
export const vaultId = ofType("Microsoft.RecoveryServices/vaults");

/** The HSM's name in every address of it: in lower case. */
export const hostOf = (hsm: { readonly name: string }): string =>
  `${hsm.name.toLowerCase()}.managedhsm.azure.net`;

/** A key's address without a version, as Azure writes it. */
export const keyAddress = (hsm: { readonly name: string }, key: string): string =>
  `https://${hostOf(hsm)}/keys/${key}`;
