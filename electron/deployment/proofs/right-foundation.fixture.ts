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

const networkId = (plan: Plan, name: string): string => {
  const network = plan.networks.find((one) => one.name === name)!;
  return `${scopeOf(plan, network.resourceGroup)}/providers/Microsoft.Network/virtualNetworks/${name}`;
};

export const jumpBoxAnswers = (plan: Plan): Named =>
  Object.fromEntries(
    plan.jumpBoxes.flatMap(({ name, region, resourceGroup, network, subnet }) => {
      const id = `${scopeOf(plan, resourceGroup)}/providers/Microsoft.Compute/virtualMachines/${name}`;
      const machine = {
        id,
        name,
        type: "Microsoft.Compute/virtualMachines",
        location: region,
        properties: { provisioningState: "Succeeded" },
      };
      const card = {
        id: `${scopeOf(plan, resourceGroup)}/providers/Microsoft.Network/networkInterfaces/${name}-nic`,
        name: `${name}-nic`,
        type: "Microsoft.Network/networkInterfaces",
        location: region,
        properties: {
          provisioningState: "Succeeded",
          virtualMachine: { id },
          ipConfigurations: [
            {
              name: "ipconfig1",
              properties: {
                privateIPAddress: "10.1.3.4",
                subnet: { id: `${networkId(plan, network)}/subnets/${subnet}` },
              },
            },
          ],
        },
      };
      return [
        [`box ${region}`, machine],
        [`card ${region}`, card],
      ];
    }),
  );

/** What Run Command returns of a script. */
const printed = (report: Loose): Loose => ({
  value: ["StdOut", "StdErr"].map((stream) => ({
    code: `ComponentStatus/${stream}/succeeded`,
    displayStatus: "Provisioning succeeded",
    level: "Info",
    message: stream === "StdOut" ? `${JSON.stringify(report)}\n` : "",
  })),
});

/** The answer of the script on each DNS server. */
export const dnsAnswers = (plan: Plan): Named =>
  Object.fromEntries(
    plan.networks[0]!.dnsServers.map((address) => {
      const report = {
        dnsServer: ["127.0.0.1", address],
        zone: "managedhsm.azure.net",
        zoneType: "Forwarder",
        forwardsTo: ["168.63.129.16"],
        name: `${plan.hsm.name.toLowerCase()}.managedhsm.azure.net`,
        addresses: [address.startsWith("10.1.") ? "10.1.2.4" : "10.2.2.4"],
        at: "2026-11-27T08:00:00Z",
      };
      // The last one is no machine of the plan: its answer is what the script printed there.
      return [`dns ${address}`, address.startsWith("10.2.") ? report : printed(report)];
    }),
  );
