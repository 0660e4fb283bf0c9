// For tests: plans of companies that nobody thought of. What is wished for is drawn at random and shrinks;
// the plan that follows from it is computed. One without spoils has no finding that stops a runbook.
import fc from "fast-check";
import { ALERTS } from "./hsm.ts";
import { SOAK_TESTS } from "./plan.ts";
import type { Tree } from "./plan.fixture.ts";
import { RUNBOOKS } from "./runbook-names.ts";

/** What a plan may have under a key, in any combination. */
export const SERVICES = ["sql", "machines", "storage", "cosmos", "aks"] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Some of Azure's regions: those that rules, proofs or facts of this app name, and others. */
const REGIONS = [
  "southindia",
  "centralindia",
  "westindia",
  "northeurope",
  "westeurope",
  "uksouth",
  "eastus",
  "eastus2",
  "westus3",
  "canadaeast",
  "canadacentral",
  "polandcentral",
  "qatarcentral",
  "germanywestcentral",
  "swedencentral",
  "japaneast",
  "brazilsouth",
  "australiaeast",
] as const;

/** Regions that the plan's check lets nobody extend an HSM to. */
const NO_EXTENSION = new Set<string>(
  REGIONS.filter((name) =>
    /^(?:eastus|canadaeast|westeurope|qatarcentral|polandcentral|westindia)$/.test(name),
  ),
);

/** Ways to make a plan worse: each leads to a finding, or to runbooks that the plan cannot have. */
const SPOILS = {
  "no backup": (tree) => void Reflect.deleteProperty(tree, "backup"),
  "no recovery HSM": (tree) => void Reflect.deleteProperty(tree, "recoveryHsm"),
  "no log": (tree) => void Reflect.deleteProperty(tree, "diagnostics"),
  "no jump boxes": (tree) => void Object.assign(tree, { jumpBoxes: [] }),
  "no endpoints": (tree) => void Object.assign(tree, { endpoints: [], zones: [], jumpBoxes: [] }),
  "no networks": (tree) =>
    void Object.assign(tree, { networks: [], endpoints: [], zones: [], jumpBoxes: [] }),
  "no keys": (tree) => void Object.assign(tree, { keys: [] }),
  "no roles": (tree) => void Object.assign(tree, { roles: [] }),
  "Crypto Users at keys alone": (tree) =>
    void Object.assign(tree, {
      roles: (tree["roles"] as Tree[]).filter(
        ({ role, scope }) =>
          role !== "Managed HSM Crypto User" || String(scope).startsWith("/keys/"),
      ),
    }),
  "no people": (tree) => void Object.assign(tree, { people: [], groups: [] }),
  "no purge protection": (tree) =>
    void Object.assign(tree["hsm"] as Tree, { purgeProtection: false }),
  "long retention": (tree) => void Object.assign(tree["hsm"] as Tree, { retentionDays: 91 }),
  "no bypass": (tree) => void Object.assign(tree["hsm"] as Tree, { bypass: "None" }),
  "all officers": (tree) =>
    void Object.assign(tree["hsm"] as Tree, { securityDomain: { officers: 3, quorum: 3 } }),
  "open question": (tree) =>
    void (tree["questions"] as Tree[]).push({
      id: "Q900",
      text: "Who pays?",
      status: "Open",
      impact: "Nothing is ordered before.",
      owner: "Finance",
      blocks: ["provision", "storage", "removal"],
    }),
} as const satisfies Readonly<Record<string, (tree: Tree) => void>>;
type Spoil = keyof typeof SPOILS;

const count = (max: number) => fc.integer({ min: 1, max });

/** What is drawn. Shrinking leads to the smallest plan that still shows the fault. */
const wishes = (services: readonly ServiceName[]) =>
  fc.record({
    services: fc.constant(services),
    regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1, maxLength: 2 }),
    isExtended: fc.boolean(),
    stem: fc.stringMatching(/^[a-z][a-z0-9]{1,7}$/),
    length: fc.constantFrom("short", "usual", "longest"),
    spelling: fc.constantFrom("lower", "upper", "mixed"),
    /** References are spelled in another case than what they refer to. */
    isRespelled: fc.boolean(),
    counts: fc.record({
      sql: count(3),
      controllers: fc.nat({ max: 3 }),
      machines: count(2),
      storage: count(3),
      cosmos: count(2),
      aks: count(2),
    }),
    hasGroup: fc.boolean(),
    isCritical: fc.boolean(),
    identity: fc.constantFrom("SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned"),
    hasReplicas: fc.boolean(),
    isPeered: fc.boolean(),
    hasSecurityGroups: fc.boolean(),
    hasOwnKeys: fc.boolean(),
    size: fc.constantFrom(2048, 3072),
    rotation: fc.constantFrom({ after: "P28D" }, { after: "P365D", expiry: "P730D" }),
    expires: fc.constantFrom(undefined, "2031-01-01"),
    officers: fc.integer({ min: 3, max: 10 }),
    quorum: fc.integer({ min: 2, max: 9 }),
    retentionDays: fc.constantFrom(7, 30, 90),
    hasCryptoOfficer: fc.boolean(),
    hasAuditor: fc.boolean(),
    hasGroups: fc.boolean(),
    userScope: fc.constantFrom("/", "/keys"),
    /** The same people at each key too. */
    isAtKeys: fc.boolean(),
    person: fc.constantFrom("Anna Berg", "Zoë Ångström", "李 小龍", "O'Neill $(id) `x`"),
    alerts: fc.subarray([...ALERTS]),
    soakDays: fc.integer({ min: 14, max: 90 }),
    sampleMinutes: fc.constantFrom(240, 1440),
    tests: fc.subarray([...SOAK_TESTS]),
    currency: fc.constantFrom("USD", "INR", "EUR"),
    jumpBox: fc.constantFrom("virtual-machine", "vpn", "bastion"),
    questions: fc.nat({ max: 2 }),
    spoils: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Spoil[]>([]) },
      {
        weight: 1,
        arbitrary: fc.subarray(Object.keys(SPOILS) as Spoil[], { minLength: 1, maxLength: 3 }),
      },
    ),
  });

type Wish = ReturnType<typeof wishes> extends fc.Arbitrary<infer One> ? One : never;

/** A plan's text, as a company would write it, and what was wished for. */
export interface RandomPlan {
  readonly wish: Wish;
  readonly text: string;
}

/** Plans with exactly these services. */
export const randomPlans = (services: readonly ServiceName[]): fc.Arbitrary<RandomPlan> =>
  wishes(services).map(planFor);

const planFor = (wish: Wish): RandomPlan => ({ wish, text: JSON.stringify(treeOf(wish), null, 1) });

/** A plain company's plan: what is not wished for is as usual. */
export const planWith = (wish: Partial<Wish>): RandomPlan =>
  planFor({
    services: [],
    regions: ["northeurope"],
    isExtended: false,
    stem: "fjord",
    length: "usual",
    spelling: "lower",
    isRespelled: false,
    counts: { sql: 1, controllers: 0, machines: 1, storage: 1, cosmos: 1, aks: 1 },
    hasGroup: false,
    isCritical: false,
    identity: "SystemAssigned",
    hasReplicas: false,
    isPeered: false,
    hasSecurityGroups: false,
    hasOwnKeys: true,
    size: 3072,
    rotation: { after: "P365D", expiry: "P730D" },
    expires: undefined,
    officers: 3,
    quorum: 2,
    retentionDays: 90,
    hasCryptoOfficer: true,
    hasAuditor: false,
    hasGroups: true,
    userScope: "/keys",
    isAtKeys: false,
    person: "Anna Berg",
    alerts: [...ALERTS],
    soakDays: 14,
    sampleMinutes: 1440,
    tests: [...SOAK_TESTS],
    currency: "EUR",
    jumpBox: "virtual-machine",
    questions: 0,
    spoils: [],
    ...wish,
  });

/** Plans with any services. */
export const anyPlans: fc.Arbitrary<RandomPlan> = fc
  .subarray([...SERVICES])
  .chain((services) => randomPlans(services));

/** The characters that Azure allows in a kind's names, and how many. */
const SMALL = { max: 24, pad: "x", isLower: true, joint: "" } as const;
const KINDS = {
  hsm: { max: 24, pad: "-x", isLower: false, joint: "-" },
  key: { max: 70, pad: "-9", isLower: false, joint: "-" },
  sql: { max: 63, pad: "-s", isLower: true, joint: "-" },
  cosmos: { max: 44, pad: "-c", isLower: true, joint: "-" },
  storage: SMALL,
  machine: { max: 64, pad: ".m", isLower: false, joint: "-" },
  group: { max: 90, pad: "_g", isLower: false, joint: "." },
  other: { max: 62, pad: "-o", isLower: false, joint: "-" },
} as const;

type Range = readonly [first: number, second: number];

const times = <Item>(n: number, make: (i: number) => Item): readonly Item[] =>
  Array.from({ length: n }, (_, i) => make(i));

function treeOf(wish: Wish): Tree {
  const { regions, counts } = wish;
  const has = (service: ServiceName): boolean => wish.services.includes(service);
  const [first = "", second] = regions;
  const extension =
    wish.isExtended && second !== undefined && !NO_EXTENSION.has(second) ? second : undefined;

  const cased = (text: string): string =>
    wish.spelling === "upper"
      ? text.toUpperCase()
      : wish.spelling === "lower"
        ? text
        : [...text].map((one, i) => (i % 2 === 0 ? one.toUpperCase() : one)).join("");
  /** A name of its kind: as short, usual or long as wished. */
  const name = (kind: keyof typeof KINDS, what: string): string => {
    const { max, pad, isLower, joint } = KINDS[kind];
    const usual = wish.length === "short" ? `${what}${joint}0` : `${wish.stem}${joint}${what}`;
    const room = wish.length === "longest" ? Math.floor((max - usual.length) / pad.length) : 0;
    const whole = `${usual}${pad.repeat(Math.max(0, room))}`;
    return isLower ? whole : cased(whole);
  };
  const ref = (text: string): string => (wish.isRespelled ? text.toUpperCase() : text);
  const guid = (n: number): string => `5d000000-0000-4000-9000-${String(n).padStart(12, "0")}`;

  const group = (region: string): string =>
    name("group", `rg${String(regions.indexOf(region as never))}`);
  const place = (region: string) => ({ region, resourceGroup: ref(group(region)) });
  const network = (region: string): string =>
    name("other", `net${String(regions.indexOf(region as never))}`);
  const inNetwork = (region: string, subnet: string) => ({ network: ref(network(region)), subnet });
  /** The n-th thing of a service is in the regions in turn. */
  const regionOf = (n: number): string => (n % 2 === 1 && second !== undefined ? second : first);
  /** Disks can only be where the HSM answers. */
  const diskRegion = (n: number): string =>
    n % 2 === 1 && extension !== undefined ? extension : first;

  const keyOf = (service: string): string => name("key", wish.hasOwnKeys ? `${service}key` : "key");
  const keyed = [
    ...(has("sql") ? ["sql"] : []),
    ...(has("machines") ? ["disks"] : []),
    ...(has("storage") ? ["storage"] : []),
    ...(has("cosmos") ? ["cosmos"] : []),
    ...(has("aks") ? ["disks"] : []),
  ];
  const keyNames = [...new Set((keyed.length === 0 ? ["spare"] : keyed).map(keyOf))];

  // SQL: a group has its secondary in the second region, and it is empty.
  const sqlCount = has("sql") ? counts.sql : 0;
  const isGrouped = wish.hasGroup && second !== undefined && sqlCount > 1;
  const instances = times(sqlCount, (i) => ({
    name: name("sql", `mi${String(i)}`),
    ...place(regionOf(i)),
    ...inNetwork(regionOf(i), "sql"),
    tier: wish.isCritical ? "BusinessCritical" : "GeneralPurpose",
    storageGb: 64,
    updatePolicy: "SQLServer2022",
    identity: wish.identity,
    key: ref(keyOf("sql")),
    autoRotation: true,
    databases: isGrouped && i === 1 ? [] : times((i + 1) % 3, (n) => `db${String(n)}`),
    ...(isGrouped && i === 1 ? { dnsZonePartner: ref(name("sql", "mi0")) } : {}),
    windowsAuthentication: false,
    backupRetention: "P35D",
  }));

  // Disks: a set for each region with machines or clusters.
  const machineCount = has("machines") ? counts.machines : 0;
  const controllerCount = has("machines") ? counts.controllers : 0;
  const clusterCount = has("aks") ? counts.aks : 0;
  const isReplicated = wish.hasReplicas && extension !== undefined && machineCount > 0;
  const diskRegions = [
    ...new Set([
      ...times(Math.max(machineCount, controllerCount, clusterCount), diskRegion),
      ...(isReplicated ? [extension] : []),
    ]),
  ];
  const setOf = (region: string): string =>
    name("other", `set${String(regions.indexOf(region as never))}`);
  const diskSets = diskRegions.map((region) => ({
    name: setOf(region),
    ...place(region),
    key: ref(keyOf("disks")),
    encryption: "EncryptionAtRestWithCustomerKey",
    autoRotation: true,
  }));
  const machine = (what: string, i: number) => ({
    name: name("machine", `${what}${String(i)}`),
    ...place(diskRegion(i)),
    ...inNetwork(diskRegion(i), "work"),
    diskSet: ref(setOf(diskRegion(i))),
    osDisk: name("other", `${what}${String(i)}os`),
    dataDisks: times(what === "dc" ? 1 : i % 3, (n) => ({
      name: name("other", `${what}${String(i)}d${String(n)}`),
      caching: "None",
    })),
    encryptionAtHost: i % 2 === 0,
    azureDiskEncryption: "never",
    incrementalSnapshots: "none",
  });
  // One domain controller alone in its region would be an outage: the check refuses it.
  const controllers = times(controllerCount === 1 ? 2 : controllerCount, (i) => ({
    ...machine("dc", i),
    ...place(first),
    ...inNetwork(first, "work"),
    diskSet: ref(setOf(first)),
    domain: "ad.company.example",
    address: `10.1.0.${String(i + 10)}`,
    window: i + 1,
  }));
  const machines = times(machineCount, (i) => machine("vm", i));

  const addresses = (region: string): Range => [10, regions.indexOf(region as never) + 1];
  const prefix = (region: string, part: number, bits = 24): string =>
    `${addresses(region).join(".")}.${String(part)}.0/${String(bits)}`;
  const other = (region: string): string | undefined => regions.find((one) => one !== region);
  const isPeered = wish.isPeered || isGrouped;
  const networks = regions.map((region) => ({
    name: network(region),
    ...place(region),
    addressSpace: [prefix(region, 0, 16)],
    // The last one is a server that no machine of the plan is.
    dnsServers: isPeered ? [...controllers.map(({ address }) => address), "10.250.0.53"] : [],
    peerings: isPeered
      ? regions.filter((one) => one !== region).map((one) => ref(network(one)))
      : [],
    subnets: [
      { name: "work", purpose: "workload", prefix: prefix(region, 0) },
      {
        name: "sql",
        purpose: "sql-managed-instance",
        prefix: prefix(region, 1),
        ...(wish.hasSecurityGroups
          ? {
              securityGroup: {
                name: name("other", `nsgsql${String(regions.indexOf(region))}`),
                rules: [
                  rule("hsm", "Outbound", 200, ["443"], prefix(region, 2)),
                  ...(isGrouped
                    ? (["Outbound", "Inbound"] as const).map((way) =>
                        rule(
                          `geo-${way}`,
                          way,
                          210,
                          ["5022", "11000-11999"],
                          prefix(other(region) ?? region, 1),
                        ),
                      )
                    : []),
                ],
              },
            }
          : {}),
      },
      {
        name: "ends",
        purpose: "private-endpoints",
        prefix: prefix(region, 2),
        ...(wish.hasSecurityGroups
          ? {
              endpointPolicies: "NetworkSecurityGroupEnabled",
              securityGroup: {
                name: name("other", `nsgend${String(regions.indexOf(region))}`),
                rules: [rule("region", "Inbound", 200, ["443"], prefix(region, 0, 16))],
              },
            }
          : {}),
      },
      { name: "AzureBastionSubnet", purpose: "management", prefix: prefix(region, 3) },
    ],
  }));
  const answering = [first, ...(extension === undefined ? [] : [extension])];

  const people = times(8, (i) => ({
    name: i === 0 ? wish.person : `Person ${String(i)}`,
    objectId: guid(i),
  }));
  const someone = (i: number): string => people[i]?.name ?? "";
  const groups = wish.hasGroups
    ? [
        {
          name: "Team: administrators / all",
          objectId: guid(100),
          members: [0, 1, 2].map(someone),
        },
        { name: "Team of keys", objectId: guid(101), members: [3, 4].map(someone) },
      ]
    : [];
  const administrators = groups[0] === undefined ? [0, 1].map(someone) : [groups[0].name];
  const users = groups[1] === undefined ? [someone(3)] : [groups[1].name];
  const granted = (role: string, scope: string) => (assignee: string) => ({
    role: `Managed HSM ${role}`,
    assignee: ref(assignee),
    scope,
  });
  const userScopes = [
    wish.userScope,
    ...(wish.isAtKeys ? keyNames.map((key) => `/keys/${ref(key)}`) : []),
  ];
  const serves = (service: string) => (one: { readonly name: string }) =>
    granted("Crypto Service Encryption User", `/keys/${ref(keyOf(service))}`)(one.name);

  const accounts = times(has("storage") ? counts.storage : 0, (i) => ({
    name: name("storage", `store${String(i)}`),
    ...place(regionOf(i)),
    key: ref(keyOf("storage")),
    identity: "SystemAssigned",
    followsVersions: true,
    isNew: false,
    queuesAndTables: i === 1,
    queueTableKeys: i === 1 ? "Account" : "Service",
  }));
  const documents = times(has("cosmos") ? counts.cosmos : 0, (i) => ({
    name: name("cosmos", `docs${String(i)}`),
    ...place(regionOf(i)),
    key: ref(keyOf("cosmos")),
    identity: "SystemAssigned",
    isNew: i === 1,
    api: "NoSQL",
    vectorSearch: false,
  }));
  const clusters = times(clusterCount, (i) => ({
    name: name("other", `aks${String(i)}`),
    ...place(diskRegion(i)),
    diskSet: ref(setOf(diskRegion(i))),
    osDisk: i === 0 ? "Managed" : "Ephemeral",
    isNew: true,
    encryptionAtHost: i === 0,
    etcdKey: false,
  }));

  const pool = {
    ...place(first),
    sku: "Standard_B1",
    retentionDays: wish.retentionDays,
    purgeProtection: true,
    administrators: administrators.map(ref),
  };
  const price = (amount: number) => ({
    amount,
    date: "2026-11-27",
    source: "A letter",
    confirmed: true,
  });
  const tree: Tree = {
    plan: wish.stem,
    title: `HSM of ${wish.person}`,
    tenant: guid(900),
    subscription: guid(901),
    regions: regions.map((region, i) => ({
      name: region,
      title: `Region ${region}`,
      abbreviation: `R${String(i)}`,
      city: "Somewhere",
      role: i === 0 ? "primary" : "disaster-recovery",
      zones: i === 0,
    })),
    resourceGroups: regions.map((region) => ({ name: group(region), region })),
    networks,
    hsm: {
      name: name("hsm", "hsm"),
      ...pool,
      ...(extension === undefined ? {} : { extension }),
      publicAccess: "Disabled",
      defaultAction: "Deny",
      bypass: "AzureServices",
      keysThroughArm: false,
      securityDomain: { officers: wish.officers, quorum: Math.min(wish.quorum, wish.officers - 1) },
    },
    recoveryHsm: { ...pool, name: name("hsm", "rec"), ...place(second ?? first) },
    endpoints: answering.map((region, i) => ({
      name: name("other", `pe${String(i)}`),
      ...place(region),
      ...inNetwork(region, "ends"),
      connection: name("other", `pec${String(i)}`),
      zoneResourceGroup: ref(group(region)),
    })),
    zones: answering.map((region) => ({
      name: "privatelink.managedhsm.azure.net",
      resourceGroup: ref(group(region)),
      links: [{ name: `link-${region}`, network: ref(network(region)), registration: false }],
    })),
    jumpBoxes: answering.map((region, i) => ({
      name: name("machine", `jump${String(i)}`),
      kind: wish.jumpBox,
      ...place(region),
      ...inNetwork(region, "AzureBastionSubnet"),
      dns: "azure",
      localSignIn: true,
    })),
    keys: keyNames.map((one) => ({
      name: one,
      kind: "RSA-HSM",
      size: wish.size,
      operations: ["wrapKey", "unwrapKey"],
      purpose: "Data",
      exportable: false,
      ...(wish.expires === undefined ? {} : { expires: wish.expires }),
      rotation: wish.rotation,
    })),
    people,
    groups,
    identities: [{ name: name("other", "backupid"), ...place(first) }],
    roles: [
      ...administrators.map(granted("Administrator", "/")),
      ...userScopes.flatMap((scope) => users.map(granted("Crypto User", scope))),
      ...(wish.hasCryptoOfficer ? [granted("Crypto Officer", "/")(someone(5))] : []),
      ...(wish.hasAuditor ? [granted("Crypto Auditor", "/")(someone(6))] : []),
      ...instances.map(serves("sql")),
      ...diskSets.map(serves("disks")),
      ...accounts.map(serves("storage")),
      ...documents.map(serves("cosmos")),
    ],
    diagnostics: {
      name: name("other", "log"),
      workspace: name("other", "ws"),
      ...place(first),
      retentionDays: 400,
      actionGroup: name("other", "act"),
      alerts: wish.alerts,
    },
    backup: {
      storageAccount: name("storage", "backup"),
      ...place(second ?? first),
      container: "backups",
      identity: ref(name("other", "backupid")),
      everyDays: 30,
      trustedServices: true,
      immutable: false,
    },
    sqlInstances: instances,
    ...(isGrouped
      ? {
          failoverGroup: {
            name: name("sql", "fog"),
            primary: ref(name("sql", "mi0")),
            secondary: ref(name("sql", "mi1")),
            policy: "Manual",
          },
        }
      : {}),
    diskSets,
    domainControllers: controllers,
    machines,
    ...(isReplicated
      ? {
          siteRecovery: {
            vault: name("other", "vault"),
            ...place(extension),
            recoveryPointMinutes: 30,
            items: machines
              .filter(({ region }) => region === first)
              .map((one) => ({
                machine: ref(one.name),
                targetResourceGroup: ref(group(extension)),
                targetDiskSet: ref(setOf(extension)),
                afterDisks: true,
              })),
          },
        }
      : {}),
    storageAccounts: accounts,
    cosmosAccounts: documents,
    aksClusters: clusters,
    soak: { days: wish.soakDays, sampleMinutes: wish.sampleMinutes, tests: wish.tests },
    prices: {
      currency: wish.currency,
      hsmHour: price(3.2),
      keysMonth: { low: 0, high: 0, date: "2026-11-27", source: "A letter", confirmed: true },
      operationsMonth: price(0),
      dedicatedPairMonth: price(1),
      statedMonth: { low: 1, high: 1, source: "A letter" },
    },
    assumptions: [],
    questions: times(1 + wish.questions, (i) => ({
      id: `Q${String(i + 1)}`,
      text: "Is it so?",
      status: "Answered",
      impact: "Much.",
      owner: wish.person,
      // The first is about what can never be changed: without it, the plan is stopped.
      blocks: RUNBOOKS.slice(i * 2, i * 5 + 3),
      answer: "Yes.",
      date: "2026-11-27",
    })),
  };
  for (const spoil of wish.spoils) SPOILS[spoil](tree);
  return tree;
}

const rule = (
  name: string,
  direction: "Inbound" | "Outbound",
  priority: number,
  ports: readonly string[],
  peer: string,
) => ({ name, direction, access: "Allow", priority, ports, peer });
