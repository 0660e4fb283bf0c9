// What is there before a deployment begins: networks, instances, machines, accounts; and who may ask.
import { idOf, typeOf, type Plan, type ResourceKind } from "../deployment/deployment.ts";
import type { Person } from "./world/people.ts";
import type { Resource } from "./world/resource.ts";
import { CONTROLLER } from "./rules/compute.ts";

type Members = Readonly<Record<string, unknown>>;

/** What the runbook foundation creates, of a company that has it already. */
export const settled = (plan: Plan): readonly Resource[] => [...groups(plan), ...networks(plan)];

/** What no runbook creates. */
export function seeded(plan: Plan): readonly Resource[] {
  return [
    ...sql(plan),
    ...(plan.siteRecovery === undefined ? [] : [vault(plan, plan.siteRecovery)]),
    ...[...plan.domainControllers, ...plan.machines].flatMap((machine) => {
      const disks = [machine.osDisk, ...machine.dataDisks.map(({ name }) => name)].map((name) =>
        of(
          plan,
          "disk",
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
        of(plan, "vm", machine, {
          ...("domain" in machine
            ? { tags: { ...CONTROLLER, address: addressOf(plan, machine.name) } }
            : {}),
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
      of(plan, "storage", one, {
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
      of(plan, "cosmos", one, {
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

/** The address of a domain controller; "" if the plan has none for it. */
const addressOf = ({ domainControllers }: Plan, name: string): string =>
  domainControllers.find((one) => one.name === name)?.address ?? "";

const of = (
  plan: Plan,
  kind: ResourceKind,
  one: { readonly name: string; readonly resourceGroup: string; readonly region: string },
  rest: Members,
): Resource => ({
  id: idOf(plan, kind, one),
  name: one.name,
  type: typeOf(kind),
  location: one.region,
  ...rest,
});

const vault = (
  plan: Plan,
  { vault: name, resourceGroup, region }: NonNullable<Plan["siteRecovery"]>,
): Resource =>
  of(
    plan,
    "vault",
    { name, resourceGroup, region },
    { properties: { provisioningState: "Succeeded" } },
  );

const groups = (plan: Plan): readonly Resource[] =>
  plan.resourceGroups.map(({ name, region }) => ({
    id: `/subscriptions/${plan.subscription}/resourceGroups/${name}`,
    name,
    type: "Microsoft.Resources/resourceGroups",
    location: region,
    properties: { provisioningState: "Succeeded" },
  }));

function networks(plan: Plan): readonly Resource[] {
  const succeeded = { provisioningState: "Succeeded" };
  return plan.networks.flatMap((network) => {
    const id = idOf(plan, "network", network);
    const subnets = network.subnets.flatMap((subnet) => {
      const rules = subnet.securityGroup;
      const rulesId = idOf(plan, "nsg", {
        name: rules?.name ?? "",
        resourceGroup: network.resourceGroup,
      });
      const own = {
        id: idOf(plan, "subnet", network, subnet.name),
        name: subnet.name,
        type: typeOf("subnet"),
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
          type: typeOf("nsg"),
          location: network.region,
          properties: { ...succeeded, securityRules },
        },
      ];
    });
    const peerings = network.peerings.map((name) => ({
      id: idOf(plan, "peering", network, `to-${name}`),
      name: `to-${name}`,
      type: typeOf("peering"),
      properties: {
        ...succeeded,
        allowVirtualNetworkAccess: true,
        remoteVirtualNetwork: {
          id: idOf(plan, "network", plan.networks.find((one) => one.name === name) ?? network),
        },
      },
    }));
    return [
      {
        id,
        name: network.name,
        type: typeOf("network"),
        location: network.region,
        properties: {
          ...succeeded,
          addressSpace: { addressPrefixes: [...network.addressSpace] },
          dhcpOptions: { dnsServers: [...network.dnsServers] },
        },
      },
      ...subnets,
      ...peerings,
    ] as readonly Resource[];
  });
}

const sql = (plan: Plan): readonly Resource[] =>
  plan.sqlInstances.flatMap((one, n) => [
    ...instance(plan, one, n),
    ...one.databases.flatMap((name) => [
      {
        id: idOf(plan, "database", one, name),
        name,
        type: typeOf("database"),
        location: one.region,
        properties: { status: "Online" },
      },
      {
        id: idOf(plan, "database-tde", one, name),
        name: "current",
        type: typeOf("database-tde"),
        properties: { state: "Enabled" },
      },
    ]),
  ]);

/** An instance, which has its user-assigned identity from the beginning. */
function instance(plan: Plan, one: Plan["sqlInstances"][number], n: number): readonly Resource[] {
  const own = { ...one, name: `${one.name}-identity` };
  const id = idOf(plan, "identity", own);
  const principal = {
    principalId: `5d000000-0000-4000-8000-00000002${String(n).padStart(4, "0")}`,
    clientId: `5d000000-0000-4000-8000-00000003${String(n).padStart(4, "0")}`,
  };
  const hasOwn = one.identity.includes("UserAssigned");
  return [
    ...(hasOwn ? [of(plan, "identity", own, { properties: principal })] : []),
    of(plan, "instance", one, {
      sku: { name: "GP_Gen5", tier: one.tier, family: "Gen5", capacity: 8 },
      ...(hasOwn
        ? { identity: { type: "UserAssigned", userAssignedIdentities: { [id]: principal } } }
        : {}),
      properties: {
        provisioningState: "Succeeded",
        state: "Ready",
        storageSizeInGB: one.storageGb,
        ...(hasOwn ? { primaryUserAssignedIdentityId: id } : {}),
      },
    }),
  ];
}

/**
 * People of a rehearsal, each with their roles in the plan's HSM: one for each role of people, one
 * who works in the subscription and has none, and one who reads with all these roles.
 */
export function roleHolders(plan: Plan): readonly Omit<Person, "token">[] {
  const ids = new Map(
    [...plan.people, ...plan.groups].map(({ name, objectId }) => [name, objectId]),
  );
  const having = (role: string): readonly string[] =>
    plan.roles
      .filter((one) => one.role === `Managed HSM ${role}`)
      .flatMap(({ assignee }) => ids.get(assignee) ?? [])
      .filter((id) => id !== "");
  const holder = (name: string, n: number, groups: readonly string[]) => ({
    name,
    objectId: `5d000000-0000-4000-8000-00000000010${String(n)}`,
    groups: groups.map((id) => id.toLowerCase()),
  });
  const [administrator, officer, user] = [
    having("Administrator"),
    having("Crypto Officer"),
    having("Crypto User"),
  ];
  return [
    holder("contributor", 0, []),
    holder("administrator", 1, administrator),
    // An administrator may grant roles too: where the plan has no Crypto Officer, they do.
    holder("officer", 2, officer.length === 0 ? administrator : officer),
    holder("key-manager", 3, user),
    holder("reader", 4, [...administrator, ...officer, ...user]),
    holder("auditor", 5, [...having("Crypto Auditor"), ...officer]),
  ];
}
