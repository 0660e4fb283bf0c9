// For tests: right answers about what everything else is built on, as Resource Manager sends them.
import type { Plan } from "../plan/plan.ts";
import { BLOB_CONTRIBUTOR } from "./backup-storage.ts";
import type { Loose, Named } from "./changes.fixture.ts";
import { namespacesOf } from "./providers.ts";
import { guidOf } from "./right-hsm.fixture.ts";

const scopeOf = (plan: Plan, group: string): string =>
  `/subscriptions/${plan.subscription}/resourceGroups/${group}`;

export const providerAnswers = (plan: Plan): Named => ({
  ...Object.fromEntries(
    namespacesOf(plan).map((namespace) => [
      `provider ${namespace}`,
      {
        id: `/subscriptions/${plan.subscription}/providers/${namespace}`,
        namespace,
        registrationPolicy: "RegistrationRequired",
        registrationState: "Registered",
        resourceTypes: [{ resourceType: "operations", locations: [] }],
      },
    ]),
  ),
  feature: {
    id: `/subscriptions/${plan.subscription}/providers/Microsoft.Features/providers/Microsoft.Compute/features/EncryptionAtHost`,
    name: "Microsoft.Compute/EncryptionAtHost",
    type: "Microsoft.Features/providers/features",
    properties: { state: "Registered" },
  },
});

export const groupAnswers = (plan: Plan): Named =>
  Object.fromEntries(
    plan.resourceGroups.map(({ name, region }) => [
      `group ${name}`,
      {
        id: scopeOf(plan, name),
        name,
        type: "Microsoft.Resources/resourceGroups",
        location: region,
        properties: { provisioningState: "Succeeded" },
      },
    ]),
  );

export const wholeNetworks = (plan: Plan): Named =>
  Object.fromEntries(
    plan.networks.map((network) => [
      `network ${network.region}`,
      {
        id: `${scopeOf(plan, network.resourceGroup)}/providers/Microsoft.Network/virtualNetworks/${network.name}`,
        name: network.name,
        type: "Microsoft.Network/virtualNetworks",
        location: network.region,
        properties: {
          provisioningState: "Succeeded",
          addressSpace: { addressPrefixes: [...network.addressSpace] },
          dhcpOptions: { dnsServers: [...network.dnsServers] },
          subnets: network.subnets.map(({ name, prefix }) => ({
            name,
            properties: { addressPrefix: prefix },
          })),
        },
      },
    ]),
  );

export const workspaceAnswer = (plan: Plan): Named => {
  const { workspace, resourceGroup, region } = plan.diagnostics!;
  return {
    workspace: {
      id: `${scopeOf(plan, resourceGroup)}/providers/Microsoft.OperationalInsights/workspaces/${workspace}`,
      name: workspace,
      type: "Microsoft.OperationalInsights/workspaces",
      location: region,
      properties: { provisioningState: "Succeeded", retentionInDays: 730 },
    },
  };
};

export const receiversAnswer = (plan: Plan): Named => {
  const { actionGroup, resourceGroup } = plan.diagnostics!;
  return {
    group: {
      id: `${scopeOf(plan, resourceGroup)}/providers/microsoft.insights/actionGroups/${actionGroup}`,
      enabled: true,
      receivers: 2,
    },
  };
};

export const backupAnswers = (plan: Plan): Named => {
  const { storageAccount, resourceGroup, region, container, identity } = plan.backup!;
  const own = plan.identities.find(({ name }) => name === identity)!;
  const account = `${scopeOf(plan, resourceGroup)}/providers/Microsoft.Storage/storageAccounts/${storageAccount}`;
  const id = `${account}/blobServices/default/containers/${container}`;
  const roles = "providers/Microsoft.Authorization";
  const principalId = guidOf(identity);
  const assignment: Loose = {
    id: `${id}/${roles}/roleAssignments/${guidOf("backup role")}`,
    name: guidOf("backup role"),
    type: "Microsoft.Authorization/roleAssignments",
    properties: {
      principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: `/subscriptions/${plan.subscription}/${roles}/roleDefinitions/${BLOB_CONTRIBUTOR}`,
      scope: id,
    },
  };
  return {
    account: {
      id: account,
      name: storageAccount,
      type: "Microsoft.Storage/storageAccounts",
      location: region,
      properties: {
        provisioningState: "Succeeded",
        allowBlobPublicAccess: false,
        networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
      },
    },
    container: {
      id,
      name: container,
      type: "Microsoft.Storage/storageAccounts/blobServices/containers",
      properties: {
        deleted: false,
        publicAccess: "None",
        hasImmutabilityPolicy: false,
        hasLegalHold: false,
        immutableStorageWithVersioning: { enabled: false },
      },
    },
    identity: {
      id: `${scopeOf(plan, own.resourceGroup)}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}`,
      name: identity,
      type: "Microsoft.ManagedIdentity/userAssignedIdentities",
      location: own.region,
      properties: { principalId, clientId: guidOf("backup client"), tenantId: plan.tenant },
    },
    role: assignment,
  };
};
