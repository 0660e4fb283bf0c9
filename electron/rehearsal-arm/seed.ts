// What is there before a deployment begins: networks, instances, machines, accounts; and who may ask.
import type { Plan } from "../deployment/deployment.ts";
import type { Person } from "./people.ts";
import type { Resource } from "./resource.ts";
import { CONTROLLER } from "./rules/compute.ts";

interface Placed {
  readonly name: string;
  readonly resourceGroup: string;
}

type Members = Readonly<Record<string, unknown>>;

/** Every resource that the plan takes for granted. */
export function seeded(plan: Plan): readonly Resource[] {
  const idOf = (type: string, { resourceGroup, name }: Placed): string =>
    `/subscriptions/${plan.subscription}/resourceGroups/${resourceGroup}/providers/${type}/${name}`;
  const of = (
    type: string,
    one: Placed & { readonly region: string },
    rest: Members,
  ): Resource => ({ id: idOf(type, one), name: one.name, type, location: one.region, ...rest });
  const below = (parent: string, type: string, name: string, rest: Members): Resource => ({
    id: `${parent}/${type}/${name}`,
    name,
    ...rest,
  });
  return [
    ...groups(plan),
    ...networks(plan, idOf),
    ...sql(plan, of, below),
    ...[...plan.domainControllers, ...plan.machines].flatMap((machine) => {
      const disks = [machine.osDisk, ...machine.dataDisks.map(({ name }) => name)].map((name) =>
        of(
          "Microsoft.Compute/disks",
          { ...machine, name },
          {
            sku: { name: "Premium_LRS" },
            properties: {
              provisioningState: "Succeeded",
              diskSizeGB: 128,
              creationData: { createOption: "FromImage" },
              encryption: { type: "EncryptionAtRestWithPlatformKey" },
            },
          },
        ),
      );
      const [os, ...data] = disks.map(({ id }) => ({ managedDisk: { id } }));
      return [
        ...disks,
        of("Microsoft.Compute/virtualMachines", machine, {
          ...("domain" in machine ? { tags: CONTROLLER } : {}),
          properties: {
            provisioningState: "Succeeded",
            storageProfile: {
              osDisk: { name: machine.osDisk, osType: "Windows", createOption: "FromImage", ...os },
              dataDisks: data.map((one, lun) => ({ lun, createOption: "Attach", ...one })),
            },
            securityProfile: { encryptionAtHost: false },
            instanceView: { statuses: [{ code: "PowerState/running" }] },
          },
        }),
      ];
    }),
    ...plan.storageAccounts.map((one) =>
      of("Microsoft.Storage/storageAccounts", one, {
        kind: "StorageV2",
        sku: { name: "Standard_GRS", tier: "Standard" },
        properties: {
          provisioningState: "Succeeded",
          encryption: {
            keySource: "Microsoft.Storage",
            services: {
              blob: { enabled: true, keyType: "Account" },
              file: { enabled: true, keyType: "Account" },
            },
          },
        },
      }),
    ),
    ...plan.cosmosAccounts.map((one) =>
      of("Microsoft.DocumentDB/databaseAccounts", one, {
        kind: "GlobalDocumentDB",
        identity: { type: "None" },
        properties: {
          consistencyPolicy: {
            defaultConsistencyLevel: "Session",
            maxIntervalInSeconds: 5,
            maxStalenessPrefix: 100,
          },
          provisioningState: "Succeeded",
          databaseAccountOfferType: "Standard",
          defaultIdentity: "FirstPartyIdentity",
          keysMetadata: {
            primaryMasterKey: { generationTime: "2024-10-04T07:58:49.304713+00:00" },
          },
          locations: [{ locationName: one.region, failoverPriority: 0 }],
        },
      }),
    ),
  ];
}

const groups = (plan: Plan): readonly Resource[] =>
  plan.resourceGroups.map(({ name, region }) => ({
    id: `/subscriptions/${plan.subscription}/resourceGroups/${name}`,
    name,
    type: "Microsoft.Resources/resourceGroups",
    location: region,
    properties: { provisioningState: "Succeeded" },
  }));

function networks(plan: Plan, idOf: (type: string, one: Placed) => string): readonly Resource[] {
  const succeeded = { provisioningState: "Succeeded" };
  return plan.networks.flatMap((network) => {
    const id = idOf("Microsoft.Network/virtualNetworks", network);
    const subnets = network.subnets.flatMap((subnet) => {
      const rules = subnet.securityGroup;
      const rulesId = idOf("Microsoft.Network/networkSecurityGroups", {
        name: rules?.name ?? "",
        resourceGroup: network.resourceGroup,
      });
      const own = {
        id: `${id}/subnets/${subnet.name}`,
        name: subnet.name,
        type: "Microsoft.Network/virtualNetworks/subnets",
        properties: {
          ...succeeded,
          addressPrefix: subnet.prefix,
          privateEndpointNetworkPolicies: subnet.endpointPolicies ?? "Disabled",
          ...(rules === undefined ? {} : { networkSecurityGroup: { id: rulesId } }),
        },
      };
      if (rules === undefined) return [own];
      const securityRules = rules.rules.map(
        ({ name, direction, access, priority, ports, peer }) => ({
          name,
          properties: {
            ...succeeded,
            protocol: "Tcp",
            direction,
            access,
            priority,
            sourcePortRange: "*",
            ...(ports.length === 1
              ? { destinationPortRange: String(ports[0]) }
              : { destinationPortRanges: ports.map(String) }),
            sourceAddressPrefix: direction === "Inbound" ? peer : subnet.prefix,
            destinationAddressPrefix: direction === "Inbound" ? subnet.prefix : peer,
          },
        }),
      );
      return [
        own,
        {
          id: rulesId,
          name: rules.name,
          type: "Microsoft.Network/networkSecurityGroups",
          location: network.region,
          properties: { ...succeeded, securityRules },
        },
      ];
    });
    const peerings = network.peerings.map((name) => ({
      id: `${id}/virtualNetworkPeerings/to-${name}`,
      name: `to-${name}`,
      type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
      properties: {
        ...succeeded,
        peeringState: "Connected",
        allowVirtualNetworkAccess: true,
        remoteVirtualNetwork: {
          id: idOf(
            "Microsoft.Network/virtualNetworks",
            plan.networks.find((one) => one.name === name) ?? network,
          ),
        },
      },
    }));
    return [
      {
        id,
        name: network.name,
        type: "Microsoft.Network/virtualNetworks",
        location: network.region,
        properties: { ...succeeded, addressSpace: { addressPrefixes: [...network.addressSpace] } },
      },
      ...subnets,
      ...peerings,
    ] as readonly Resource[];
  });
}

function sql(
  plan: Plan,
  of: (type: string, one: Placed & { readonly region: string }, rest: Members) => Resource,
  below: (parent: string, type: string, name: string, rest: Members) => Resource,
): readonly Resource[] {
  return plan.sqlInstances.flatMap((one) => {
    const instance = of("Microsoft.Sql/managedInstances", one, {
      sku: { name: "GP_Gen5", tier: one.tier, family: "Gen5", capacity: 8 },
      properties: {
        provisioningState: "Succeeded",
        state: "Ready",
        storageSizeInGB: one.storageGb,
      },
    });
    const type = "Microsoft.Sql/managedInstances/databases";
    return [
      instance,
      ...one.databases.flatMap((name) => {
        const database = below(instance.id, "databases", name, {
          type,
          location: one.region,
          properties: { status: "Online" },
        });
        return [
          database,
          below(database.id, "transparentDataEncryption", "current", {
            type: `${type}/transparentDataEncryption`,
            properties: { state: "Enabled" },
          }),
        ];
      }),
    ];
  });
}

/**
 * People of a rehearsal, each with what they may do in the plan's HSM: one for each role of people, the
 * one who works in the subscription and has none, and one who reads with everybody's roles.
 */
export function roleHolders(plan: Plan): readonly Omit<Person, "token">[] {
  const ids = new Map(
    [...plan.people, ...plan.groups].map(({ name, objectId }) => [name, objectId]),
  );
  const having = (role: string): readonly string[] =>
    plan.roles
      .filter((one) => one.role === role)
      .flatMap(({ assignee }) => ids.get(assignee) ?? [])
      .filter((id) => id !== "");
  const holder = (name: string, n: number, groups: readonly string[]) => ({
    name,
    objectId: `5d000000-0000-4000-8000-00000000010${String(n)}`,
    groups: groups.map((id) => id.toLowerCase()),
  });
  const [officer, user] = ["Officer", "User"].map((one) => having(`Managed HSM Crypto ${one}`));
  const administrator = having("Managed HSM Administrator");
  return [
    holder("contributor", 0, []),
    holder("administrator", 1, administrator),
    holder("officer", 2, officer ?? []),
    holder("key-manager", 3, user ?? []),
    holder("reader", 4, [...administrator, ...(officer ?? []), ...(user ?? [])]),
  ];
}
