// For tests: right answers about the services that use the HSM's keys.
import type { Plan } from "../plan/plan.ts";
import type { Named } from "./changes.fixture.ts";
import { disksOf } from "./machines.ts";
import { address, guidOf, NOW, versionOf } from "./right-hsm.fixture.ts";
import { besideSql } from "./services-healthy.ts";

const idOf = (
  plan: Plan,
  { resourceGroup, name }: { resourceGroup: string; name: string },
  type: string,
): string =>
  `/subscriptions/${plan.subscription}/resourceGroups/${resourceGroup}/providers/${type}/${name}`;

const identity = (name: string) => ({
  type: "SystemAssigned",
  principalId: guidOf(name),
  tenantId: guidOf("tenant"),
});

export function instances(plan: Plan): Named {
  const named: Named = {};
  for (const one of plan.sqlInstances) {
    const id = idOf(plan, one, "Microsoft.Sql/managedInstances");
    const type = "Microsoft.Sql/managedInstances";
    const uri = address(plan.hsm.name, one.key!);
    const serverKeyName = `${plan.hsm.name.toLowerCase()}_${one.key!}_${versionOf(one.key!)}`;
    const key = {
      serverKeyType: "AzureKeyVault",
      uri,
      thumbprint: "AB12".repeat(16),
      autoRotationEnabled: true,
    };
    named[`instance ${one.name}`] = {
      id,
      name: one.name,
      type,
      location: one.region,
      identity: identity(one.name),
      properties: {
        provisioningState: "Succeeded",
        state: "Ready",
        administratorLoginPassword: null,
      },
    };
    named[`instance key ${one.name}`] = {
      id: `${id}/keys/${serverKeyName}`,
      name: serverKeyName,
      type: `${type}/keys`,
      kind: "azurekeyvault",
      properties: key,
    };
    named[`protector ${one.name}`] = {
      id: `${id}/encryptionProtector/current`,
      name: "current",
      type: `${type}/encryptionProtector`,
      kind: "azurekeyvault",
      properties: { ...key, serverKeyName },
    };
    for (const database of one.databases) {
      named[`database ${database}`] = {
        id: `${id}/databases/${database}`,
        name: database,
        type: `${type}/databases`,
        location: one.region,
        properties: { status: "Online" },
      };
      named[`tde ${database}`] = {
        id: `${id}/databases/${database}/transparentDataEncryption/current`,
        name: "current",
        type: `${type}/databases/transparentDataEncryption`,
        properties: { state: "Enabled" },
      };
    }
  }
  return plan.sqlInstances.length < 2 ? named : { ...named, ...groups(plan) };
}

/** The failover group: in its first region before a failover, in its second after one. */
function groups(plan: Plan): Named {
  const { name, primary, secondary, policy } = plan.failoverGroup!;
  const [one, other] = [primary, secondary].map((own) =>
    plan.sqlInstances.find((mi) => mi.name === own)!,
  );
  const asked = (here: typeof one, there: typeof one) => ({
    id: `/subscriptions/${plan.subscription}/resourceGroups/${here!.resourceGroup}/providers/Microsoft.Sql/locations/${here!.region}/instanceFailoverGroups/${name}`,
    name,
    type: "Microsoft.Sql/locations/instanceFailoverGroups",
    properties: {
      replicationRole: "Primary",
      replicationState: "CATCH_UP",
      readWriteEndpoint: { failoverPolicy: policy },
      partnerRegions: [
        {
          location: there!.region === "southindia" ? "South India" : "Central India",
          replicationRole: "Secondary",
        },
      ],
      managedInstancePairs: [
        {
          primaryManagedInstanceId: idOf(plan, here!, "Microsoft.Sql/managedInstances"),
          partnerManagedInstanceId: idOf(plan, there!, "Microsoft.Sql/managedInstances"),
        },
      ],
    },
  });
  return { "group in southindia": asked(one, other), "group in centralindia": asked(other, one) };
}

export const diskSetAnswers = (plan: Plan): Named =>
  Object.fromEntries(
    plan.diskSets.map((set) => [
      `set ${set.name}`,
      {
        id: idOf(plan, set, "Microsoft.Compute/diskEncryptionSets"),
        name: set.name,
        type: "Microsoft.Compute/diskEncryptionSets",
        location: set.region,
        identity: identity(set.name),
        properties: {
          encryptionType: set.encryption,
          activeKey: {
            keyUrl: address(plan.hsm.name, set.key),
            sourceVault: { id: idOf(plan, plan.hsm, "Microsoft.KeyVault/managedHSMs") },
          },
          previousKeys: [],
          lastKeyRotationTimestamp: "2026-11-18T00:00:00Z",
          rotationToLatestKeyVersionEnabled: true,
          provisioningState: "Succeeded",
        },
      },
    ]),
  );

const disk = (
  plan: Plan,
  name: string,
  { resourceGroup, region }: { readonly resourceGroup: string; readonly region: string },
  set: string,
  diskState = "Attached",
) => ({
  id: idOf(plan, { resourceGroup, name }, "Microsoft.Compute/disks"),
  name,
  type: "Microsoft.Compute/disks",
  location: region,
  properties: {
    provisioningState: "Succeeded",
    diskState,
    encryption: {
      type: "EncryptionAtRestWithCustomerKey",
      diskEncryptionSetId: idOf(
        plan,
        plan.diskSets.find((one) => one.name === set)!,
        "Microsoft.Compute/diskEncryptionSets",
      ),
    },
  },
});

const diskId = (plan: Plan, { resourceGroup }: { readonly resourceGroup: string }, name: string) =>
  idOf(plan, { resourceGroup, name }, "Microsoft.Compute/disks");

export const diskAnswers = (plan: Plan): Named =>
  Object.fromEntries(
    [...plan.domainControllers, ...plan.machines].flatMap(
      (machine): readonly (readonly [string, unknown])[] => [
        ...[machine.osDisk, ...machine.dataDisks.map(({ name }) => name)].map(
          (name): readonly [string, unknown] => [
            `disk ${name}`,
            disk(plan, name, machine, machine.diskSet!),
          ],
        ),
        [
          `machine ${machine.name}`,
          {
            id: idOf(plan, machine, "Microsoft.Compute/virtualMachines"),
            name: machine.name,
            type: "Microsoft.Compute/virtualMachines",
            location: machine.region,
            properties: {
              provisioningState: "Succeeded",
              securityProfile: { encryptionAtHost: true },
              storageProfile: {
                osDisk: { managedDisk: { id: diskId(plan, machine, machine.osDisk) } },
                dataDisks: machine.dataDisks.map(({ name }, lun) => ({
                  lun,
                  managedDisk: { id: diskId(plan, machine, name) },
                })),
              },
            },
          },
        ],
      ],
    ),
  );

/** One disk, made with a set of the second region. */
export function probe(plan: Plan): Named {
  const set = plan.diskSets.find(({ region }) => region !== plan.hsm.region)!;
  return { probe: disk(plan, "cmk-probe", set, set.name, "Unattached") };
}

export function services(plan: Plan): Named {
  const named: Named = {};
  for (const one of plan.storageAccounts)
    named[`storage ${one.name}`] = {
      id: idOf(plan, one, "Microsoft.Storage/storageAccounts"),
      name: one.name,
      type: "Microsoft.Storage/storageAccounts",
      location: one.region,
      identity: identity(one.name),
      properties: {
        provisioningState: "Succeeded",
        encryption: {
          keySource: "Microsoft.Keyvault",
          services: {
            blob: { enabled: true, keyType: "Account" },
            file: { enabled: true, keyType: "Account" },
          },
          keyVaultProperties: {
            keyVaultUri: `https://${plan.hsm.name.toLowerCase()}.managedhsm.azure.net`,
            keyName: one.key,
            keyVersion: null,
            currentVersionedKeyIdentifier: address(plan.hsm.name, one.key),
            lastKeyRotationTimestamp: "2026-11-18T00:00:00Z",
            currentVersionedKeyExpirationTimestamp: "2028-11-17T00:00:00Z",
          },
        },
      },
    };
  for (const one of plan.cosmosAccounts)
    named[`cosmos ${one.name}`] = {
      id: idOf(plan, one, "Microsoft.DocumentDB/databaseAccounts"),
      name: one.name,
      type: "Microsoft.DocumentDB/databaseAccounts",
      location: "South India",
      identity: identity(one.name),
      properties: {
        provisioningState: "Succeeded",
        keyVaultKeyUri: `https://${plan.hsm.name.toLowerCase()}.managedhsm.azure.net/keys/${one.key}`,
        defaultIdentity: "SystemAssignedIdentity",
        customerManagedKeyStatus: "Access to the configured customer managed key confirmed.",
        keysMetadata: Object.fromEntries(
          ["primaryMasterKey", "secondaryMasterKey", "primaryReadonlyMasterKey"].map((key) => [
            key,
            { generationTime: "2024-10-04T07:58:49.304713+00:00" },
          ]),
        ),
      },
    };
  for (const one of plan.aksClusters)
    named[`aks ${one.name}`] = {
      id: idOf(plan, one, "Microsoft.ContainerService/managedClusters"),
      name: one.name,
      type: "Microsoft.ContainerService/ManagedClusters",
      location: one.region,
      identity: identity(one.name),
      properties: {
        provisioningState: "Succeeded",
        diskEncryptionSetID: idOf(
          plan,
          plan.diskSets.find(({ name }) => name === one.diskSet)!,
          "Microsoft.Compute/diskEncryptionSets",
        ),
        agentPoolProfiles: [
          { name: "system", osDiskType: one.osDisk, enableEncryptionAtHost: true },
        ],
      },
    };
  return named;
}

export function siteItems(plan: Plan): Named {
  const { vault, resourceGroup, items } = plan.siteRecovery!;
  const setId = (name: string | undefined) =>
    idOf(
      plan,
      plan.diskSets.find((one) => one.name === name)!,
      "Microsoft.Compute/diskEncryptionSets",
    );
  const machineOf = (name: string) =>
    [...plan.domainControllers, ...plan.machines].find((one) => one.name === name)!;
  return Object.fromEntries(
    items.map(({ machine, targetDiskSet }) => [
      `item ${machine}`,
      {
        id: `${idOf(plan, { resourceGroup, name: vault }, "Microsoft.RecoveryServices/vaults")}/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/${guidOf(machine)}`,
        name: guidOf(machine),
        type: "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems",
        properties: {
          friendlyName: machine,
          protectionState: "Protected",
          replicationHealth: "Normal",
          failoverHealth: "Normal",
          healthErrors: [],
          activeLocation: "Primary",
          allowedOperations: ["TestFailover", "UnplannedFailover", "DisableProtection"],
          lastSuccessfulTestFailoverTime: "2026-11-20T10:00:00Z",
          providerSpecificDetails: {
            instanceType: "A2A",
            rpoInSeconds: 120,
            vmEncryptionType: "NotEncrypted",
            protectedManagedDisks: disksOf(machineOf(machine)).map((diskName) => ({
              diskName,
              primaryDiskEncryptionSetId: setId(machineOf(machine).diskSet),
              recoveryDiskEncryptionSetId: setId(targetDiskSet),
              resyncRequired: false,
            })),
          },
        },
      },
    ]),
  );
}

export const health = (plan: Plan): Named =>
  Object.fromEntries(
    [
      ...plan.sqlInstances.map((one) => idOf(plan, one, "Microsoft.Sql/managedInstances")),
      ...[...plan.domainControllers, ...plan.machines].map((one) =>
        idOf(plan, one, "Microsoft.Compute/virtualMachines"),
      ),
      ...plan.storageAccounts.map((one) => idOf(plan, one, "Microsoft.Storage/storageAccounts")),
      ...plan.cosmosAccounts.map((one) => idOf(plan, one, "Microsoft.DocumentDB/databaseAccounts")),
    ].map((id) => [
      `health ${id.split("/").at(-1)!}`,
      {
        id: `${id}/providers/Microsoft.ResourceHealth/availabilityStatuses/current`,
        name: "current",
        type: "Microsoft.ResourceHealth/AvailabilityStatuses",
        location: "southindia",
        properties: { availabilityState: "Available", summary: "There aren't any known problems." },
      },
    ]),
  );

/** Samples at the planned pace over the planned days would be thousands: tests plan a shorter soak. */
export function soakSamples(plan: Plan): Named {
  const { days, sampleMinutes } = plan.soak;
  const count = Math.floor((days * 1440) / sampleMinutes) + 1;
  const named: Named = {};
  for (const instance of plan.sqlInstances)
    for (let n = 0; n < count; n++)
      named[`sample ${instance.name} ${String(n)}`] = {
        sample: "instance",
        instance: instance.name,
        at: new Date(NOW.getTime() - (count - n) * sampleMinutes * 60_000).toISOString(),
        databases: instance.databases.map((name) => ({ name, status: "Online" })),
        protector: { uri: address(plan.hsm.name, instance.key!) },
        availability: "Available",
      };
  const others = besideSql(plan).map(({ id }) => ({ id, availability: "Available" }));
  for (let n = 0; n < count; n++)
    named[`services ${String(n)}`] = {
      sample: "services",
      at: new Date(NOW.getTime() - (count - n) * sampleMinutes * 60_000).toISOString(),
      services: others,
    };
  for (const test of plan.soak.tests)
    named[`test ${test}`] = {
      sample: "test",
      test,
      at: "2026-11-20T10:00:00Z",
      by: ["Asha Iyer", "Dev Kulkarni"],
    };
  return named;
}
