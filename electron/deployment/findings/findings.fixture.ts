// For each rule the change of a settled plan that breaks it, and the members that the finding names.
import { GONE, type Edits } from "../plan/plan.fixture.ts";

/** One rule broken on purpose. */
export interface Case {
  readonly code: string;
  /** What is changed. */
  readonly edits: Edits;
  /** What is replaced before: a name wherever it occurs. */
  readonly replace?: readonly [from: string, to: string];
  /** The members of each finding that appears. */
  readonly found: readonly string[];
  /** Other rules that the same change breaks, and cannot but break. */
  readonly also?: readonly string[];
}

const SERVICE_ROLE = "Managed HSM Crypto Service Encryption User";
const DAY = "2026-11-27";
const NETWORK = {
  name: "vnet-other",
  region: "southindia",
  resourceGroup: "Contoso-Prod-RG",
  addressSpace: ["10.3.0.0/16"],
  dnsServers: [],
  peerings: [],
  subnets: [{ name: "snet-management", purpose: "management", prefix: "10.3.0.0/24" }],
};
const KEY = {
  name: "Contoso-OTHER-CMK",
  kind: "RSA-HSM",
  size: 3072,
  operations: ["wrapKey", "unwrapKey"],
  purpose: "Another one",
  exportable: false,
  rotation: { after: "P365D", expiry: "P730D" },
};
const DISK_SET = {
  name: "Contoso-OTHER-DES",
  region: "southindia",
  resourceGroup: "Contoso-Prod-RG",
  key: "Contoso-VM-CMK",
  encryption: "EncryptionAtRestWithCustomerKey",
  autoRotation: true,
};
const ACCOUNT = {
  region: "southindia",
  resourceGroup: "Contoso-Prod-RG",
  key: "Contoso-STORAGE-CMK",
  identity: "SystemAssigned",
  followsVersions: true,
  isNew: false,
  queuesAndTables: false,
  queueTableKeys: "Service",
};
const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const granted = (assignee: string, scope: string, role = SERVICE_ROLE) => ({
  role,
  assignee,
  scope,
});
const replica = (machine: string) => ({
  machine,
  targetResourceGroup: "Contoso-DR-RG",
  targetDiskSet: "Contoso-DES-CentralIndia",
  afterDisks: true,
});
const denied = (direction: string, ports: string, peer: string) => ({
  name: "denied",
  direction,
  access: "Deny",
  priority: 100,
  ports: [ports],
  peer,
});
const decided = (...by: readonly string[]) => ({ by, date: DAY, reason: "It cannot wait." });
const appended = (list: string, items: readonly unknown[], from: number): Edits =>
  Object.fromEntries(items.map((item, i) => [`${list}[${String(from + i)}]`, item]));

export const CASES: readonly Case[] = [
  {
    code: "P-ASSUMPTION-OPEN",
    edits: {
      "assumptions[0].answer": GONE,
      "assumptions[0].date": GONE,
      "assumptions[0].holds": GONE,
    },
    found: ["assumptions[0]"],
  },
  {
    code: "P-ASSUMPTION-FAILED",
    edits: { "assumptions[3].holds": false },
    found: ["assumptions[3].holds"],
  },
  {
    code: "P-ASSUMPTION-UNCLEAR",
    edits: { "assumptions[3].holds": GONE },
    found: ["assumptions[3].holds"],
  },
  {
    code: "P-QUESTION-OPEN",
    edits: { "questions[6].answer": GONE, "questions[6].date": GONE },
    found: ["questions[6]"],
  },
  {
    code: "P-QUESTION-DECIDED",
    edits: {
      "questions[6].answer": GONE,
      "questions[6].date": GONE,
      "questions[6].decision": decided("Asha Iyer", "Dev Kulkarni"),
    },
    found: ["questions[6].decision"],
  },
  {
    code: "P-DECISION-ALONE",
    edits: { "questions[6].decision": decided("Asha Iyer", "asha iyer") },
    found: ["questions[6].decision.by"],
  },
  { code: "P-ANSWER-UNDATED", edits: { "questions[2].date": GONE }, found: ["questions[2].date"] },
  {
    code: "P-ANSWER-MISSING",
    edits: { "questions[2].answer": GONE },
    found: ["questions[2].answer"],
    also: ["P-QUESTION-OPEN"],
  },
  {
    code: "P-QUESTION-BLOCKS-NOTHING",
    edits: { "questions[2].blocks": [] },
    found: ["questions[2].blocks"],
  },
  {
    code: "P-QUESTION-MISSING",
    edits: { "assumptions[0].blocks": ["extend"], "questions[0].blocks": ["provision"] },
    found: ["hsm.securityDomain"],
  },
  {
    code: "P-ANSWER-SAID",
    edits: {
      "questions[10].answer": GONE,
      "questions[10].date": GONE,
      "questions[10].status": "Confirmed",
    },
    found: ["questions[10].status"],
    also: ["P-QUESTION-OPEN"],
  },
  {
    code: "P-QUESTION-TWICE",
    edits: { "questions[11].id": "Q11" },
    found: ["questions[10].id questions[11].id"],
  },
  { code: "P-NAME-HSM", edits: { "hsm.name": "Contoso--HSM" }, found: ["hsm.name"] },
  {
    code: "P-NAME-STORAGE",
    replace: ["contosoprodstorage", "Contoso-Prod-Storage"],
    edits: {},
    found: ["storageAccounts[0].name"],
  },
  {
    code: "P-NAME-CONTAINER",
    edits: { "backup.container": "HSM-Backups" },
    found: ["backup.container"],
  },
  {
    code: "P-NAME-KEY",
    replace: ["Contoso-STORAGE-CMK", "Contoso_STORAGE_CMK"],
    edits: {},
    found: ["keys[2].name"],
  },
  {
    code: "P-NAME-SQL",
    edits: { "failoverGroup.name": "Contoso-FOG" },
    found: ["failoverGroup.name"],
  },
  {
    code: "P-NAME-COSMOS",
    replace: ["contoso-cosmos", "Contoso-Cosmos"],
    edits: {},
    found: ["cosmosAccounts[0].name"],
  },
  {
    code: "P-NAME-MACHINE",
    edits: { "domainControllers[1].name": "contoso_dc" },
    found: ["domainControllers[1].name"],
  },
  {
    code: "P-NAME-DISK-SET",
    replace: ["Contoso-VM-DES-CentralIndia", "Contoso.VM.DES"],
    edits: {},
    found: ["diskSets[3].name"],
  },
  {
    code: "P-NAME-AKS",
    edits: { "aksClusters[0].name": "contoso.aks" },
    found: ["aksClusters[0].name"],
  },
  {
    code: "P-NAME-IDENTITY",
    replace: ["contoso-hsm-backup", "contoso.backup"],
    edits: {},
    found: ["identities[0].name"],
  },
  {
    code: "P-NAME-WORKSPACE",
    edits: { "diagnostics.workspace": "contoso_logs" },
    found: ["diagnostics.workspace"],
  },
  {
    code: "P-NAME-NETWORK",
    replace: ["vnet-contoso-centralindia", "vnet(ci)"],
    edits: {},
    found: ["networks[1].name"],
  },
  {
    code: "P-NAME-ZONE",
    edits: { "zones[0].name": "managedhsm.azure.net" },
    found: ["zones[0].name"],
  },
  {
    code: "P-NAME-SQL-KEY-LENGTH",
    replace: [
      "Contoso-SQLMI-CMK",
      "Contoso-SQLMI-CMK-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ],
    edits: {},
    found: ["keys[0].name hsm.name"],
  },
  {
    code: "P-NAME-TWICE",
    edits: { "resourceGroups[3]": { name: "contoso-prod-rg", region: "southindia" } },
    found: ["resourceGroups[0].name resourceGroups[3].name"],
  },
  {
    code: "P-NAME-AMBIGUOUS",
    edits: { "people[7]": { name: "contoso-hsm-backup", objectId: guid(1) } },
    found: ["people[7].name identities[0].name"],
  },
  {
    code: "P-OBJECT-ID-TWICE",
    edits: { "people[0].objectId": guid(1), "groups[0].objectId": guid(1) },
    found: ["people[0].objectId groups[0].objectId"],
  },
  {
    code: "P-UNKNOWN-REGION",
    edits: { "recoveryHsm.region": "westindia" },
    found: ["recoveryHsm.region"],
    also: ["P-DISK-SET-RECOVERY"],
  },
  {
    code: "P-UNKNOWN-RESOURCE-GROUP",
    edits: { "recoveryHsm.resourceGroup": "Contoso-None-RG" },
    found: ["recoveryHsm.resourceGroup"],
  },
  {
    code: "P-UNKNOWN-NETWORK",
    edits: { "networks[0].peerings[1]": "vnet-none" },
    found: ["networks[0].peerings[1]"],
  },
  {
    code: "P-UNKNOWN-SUBNET",
    edits: { "domainControllers[0].subnet": "snet-none" },
    found: ["domainControllers[0].subnet"],
  },
  {
    code: "P-UNKNOWN-KEY",
    edits: { "roles[+]": granted("contoso-hsm-backup", "/keys/Contoso-NONE-CMK") },
    found: ["roles[12].scope"],
  },
  {
    code: "P-UNKNOWN-DISK-SET",
    edits: { "machines[0].diskSet": "Contoso-NONE-DES" },
    found: ["machines[0].diskSet"],
  },
  {
    code: "P-UNKNOWN-PERSON",
    edits: { "groups[1].members[2]": "Nobody" },
    found: ["groups[1].members[2]"],
  },
  {
    code: "P-UNKNOWN-ADMINISTRATOR",
    edits: { "recoveryHsm.administrators[1]": "Nobody" },
    found: ["recoveryHsm.administrators[1]"],
    also: ["P-ROLE-ADMINISTRATORS-OTHER"],
  },
  {
    code: "P-UNKNOWN-ASSIGNEE",
    edits: { "roles[+]": granted("Nobody", "/", "Managed HSM Crypto Auditor") },
    found: ["roles[12].assignee"],
  },
  {
    code: "P-UNKNOWN-ZONE",
    edits: { "endpoints[0].zoneResourceGroup": "Contoso-Recovery-RG" },
    found: ["endpoints[0].zoneResourceGroup"],
  },
  {
    code: "P-UNKNOWN-INSTANCE",
    edits: { "failoverGroup.secondary": "contoso-none" },
    found: ["failoverGroup.secondary"],
  },
  {
    code: "P-UNKNOWN-IDENTITY",
    edits: { "backup.identity": "contoso-none" },
    found: ["backup.identity"],
  },
  {
    code: "P-UNKNOWN-MACHINE",
    edits: { "siteRecovery.items[0].machine": "contoso-none" },
    found: ["siteRecovery.items[0].machine"],
  },
  {
    code: "P-REGION-PRIMARY",
    edits: { "regions[0].role": "recovery" },
    found: ["hsm.region regions"],
  },
  {
    code: "P-EXTENSION-MISSING",
    edits: { "hsm.extension": GONE },
    found: ["regions[1].role"],
    also: ["P-DISK-SET-REGION"],
  },
  { code: "P-EXTENSION-ROLE", edits: { "regions[1].role": "recovery" }, found: ["hsm.extension"] },
  {
    code: "P-EXTENSION-SAME",
    edits: { "hsm.extension": "southindia" },
    found: ["hsm.extension"],
    also: ["P-DISK-SET-REGION"],
  },
  {
    code: "P-EXTENSION-REFUSED",
    replace: ["centralindia", "westindia"],
    edits: {},
    found: ["hsm.extension"],
  },
  {
    code: "P-EXTENSION-UNASKED",
    edits: { questions: [], assumptions: [] },
    found: ["hsm.extension"],
    also: ["P-QUESTION-MISSING"],
  },
  {
    code: "P-DISK-SET-REGION",
    edits: {
      "regions[2]": {
        name: "westus",
        title: "West US",
        abbreviation: "WU",
        city: "None",
        role: "recovery",
        zones: false,
      },
      "diskSets[4]": { ...DISK_SET, region: "westus" },
      "roles[+]": granted("Contoso-OTHER-DES", "/keys/Contoso-VM-CMK"),
    },
    found: ["diskSets[4].region"],
    also: ["P-DISK-SET-UNUSED", "P-DISK-SET-RECOVERY"],
  },
  {
    code: "P-DISK-SET-UNPROVEN",
    edits: { "diskSets[1].probed": GONE },
    found: ["diskSets[1].region"],
  },
  {
    code: "P-DISK-SET-RECOVERY",
    edits: { "recoveryHsm.region": "southindia" },
    found: ["diskSets[1].region", "diskSets[3].region"],
  },
  {
    code: "P-DISK-SET-ELSEWHERE",
    edits: { "machines[0].diskSet": "Contoso-VM-DES-CentralIndia" },
    found: ["machines[0].diskSet"],
  },
  {
    code: "P-AKS-REGION",
    edits: { "aksClusters[0].diskSet": "Contoso-VM-DES-CentralIndia" },
    found: ["aksClusters[0].diskSet"],
  },
  {
    code: "P-REPLICA-REGION",
    edits: { "siteRecovery.items[0].targetDiskSet": "Contoso-DES-SouthIndia" },
    found: ["siteRecovery.items[0].targetDiskSet"],
  },
  {
    code: "P-REPLICA-SAME-REGION",
    edits: { "siteRecovery.items[0].machine": "contoso-dc-ci1" },
    found: ["siteRecovery.items[0].machine"],
  },
  {
    code: "P-IN-NETWORK-REGION",
    edits: { "domainControllers[0].network": "vnet-contoso-centralindia" },
    found: ["domainControllers[0].network"],
  },
  { code: "P-BACKUP-REGION", edits: { "backup.region": "southindia" }, found: ["backup.region"] },
  {
    code: "P-HSM-SKU",
    edits: { "hsm.sku": "Custom_B99", "recoveryHsm.sku": "Custom_B99" },
    found: ["hsm.sku", "recoveryHsm.sku"],
  },
  {
    code: "P-HSM-SKU-V2",
    edits: { "hsm.sku": "Standard_B5v2", "recoveryHsm.sku": "Standard_B5v2" },
    found: ["hsm.sku", "recoveryHsm.sku"],
  },
  {
    code: "P-RECOVERY-HSM-SKU",
    edits: { "recoveryHsm.sku": "Custom_B32" },
    found: ["recoveryHsm.sku hsm.sku"],
  },
  { code: "P-AZ-ENDS", edits: { az: "2.74.0" }, found: ["az"] },
  { code: "P-AZ-REPEATS", edits: { az: "2.89.1" }, found: ["az"], also: ["P-AZ-ENDS"] },
  {
    code: "P-HSM-RETENTION",
    edits: { "recoveryHsm.retentionDays": 120 },
    found: ["recoveryHsm.retentionDays"],
  },
  {
    code: "P-HSM-RETENTION-SHORT",
    edits: { "hsm.retentionDays": 30 },
    found: ["hsm.retentionDays"],
  },
  {
    code: "P-HSM-PURGE-PROTECTION",
    edits: { "hsm.purgeProtection": false },
    found: ["hsm.purgeProtection"],
  },
  {
    code: "P-HSM-ADMINISTRATORS-NONE",
    edits: { "hsm.administrators": [] },
    found: ["hsm.administrators"],
  },
  {
    code: "P-HSM-ADMINISTRATOR-ALONE",
    edits: { "hsm.administrators": ["Asha Iyer"] },
    found: ["hsm.administrators"],
    also: ["P-ROLE-ADMINISTRATORS-OTHER"],
  },
  {
    code: "P-HSM-QUORUM",
    edits: { "hsm.securityDomain.quorum": 6 },
    found: ["hsm.securityDomain.quorum"],
  },
  {
    code: "P-HSM-QUORUM-ALL",
    edits: { "hsm.securityDomain": { officers: 5, quorum: 5 } },
    found: ["hsm.securityDomain.quorum"],
  },
  {
    code: "P-HSM-QUORUM-SMALL",
    edits: { "hsm.securityDomain.decision.by": ["Anna Berg", "anna  berg"] },
    found: ["hsm.securityDomain.quorum"],
  },
  { code: "P-HSM-PUBLIC", edits: { "hsm.publicAccess": "Enabled" }, found: ["hsm.publicAccess"] },
  {
    code: "P-HSM-DEFAULT-ALLOW",
    edits: { "hsm.defaultAction": "Allow" },
    found: ["hsm.defaultAction"],
  },
  {
    code: "P-HSM-BYPASS",
    edits: { "hsm.bypass": "None" },
    found: [
      "hsm.bypass diskSets[0] diskSets[1] diskSets[2] diskSets[3] storageAccounts[0] storageAccounts[1] cosmosAccounts[0]",
    ],
  },
  {
    code: "P-HSM-KEYS-THROUGH-ARM",
    edits: { "hsm.keysThroughArm": true },
    found: ["hsm.keysThroughArm"],
  },
  { code: "P-RECOVERY-HSM-MISSING", edits: { recoveryHsm: GONE }, found: ["recoveryHsm"] },
  {
    code: "P-RECOVERY-HSM-NAME",
    edits: { "recoveryHsm.name": "contoso-prod-hsm" },
    found: ["recoveryHsm.name hsm.name"],
  },
  {
    code: "P-RECOVERY-HSM-BILLED",
    edits: { "recoveryHsm.purgeProtection": true, "recoveryHsm.retentionDays": 90 },
    found: ["recoveryHsm.retentionDays recoveryHsm.purgeProtection"],
  },
  { code: "P-BACKUP-MISSING", edits: { backup: GONE }, found: ["backup"] },
  {
    code: "P-BACKUP-CIRCLE",
    edits: { "backup.storageAccount": "contosoprodstorage" },
    found: ["backup.storageAccount"],
  },
  { code: "P-BACKUP-OLD", edits: { "backup.everyDays": 60 }, found: ["backup.everyDays"] },
  { code: "P-BACKUP-IMMUTABLE", edits: { "backup.immutable": true }, found: ["backup.immutable"] },
  {
    code: "P-BACKUP-TRUSTED",
    edits: { "backup.trustedServices": false },
    found: ["backup.trustedServices"],
  },
  { code: "P-LOG-MISSING", edits: { diagnostics: GONE }, found: ["diagnostics"] },
  {
    code: "P-LOG-SHORT",
    edits: { "diagnostics.retentionDays": 90 },
    found: ["diagnostics.retentionDays"],
  },
  {
    code: "P-ALERT-MISSING",
    edits: { "diagnostics.alerts": ["availability"] },
    found: ["diagnostics.alerts"],
  },
  {
    code: "P-ENDPOINT-MISSING",
    edits: { "endpoints[1]": GONE },
    found: ["regions[1].name endpoints"],
  },
  {
    code: "P-ENDPOINT-SUBNET",
    edits: { "endpoints[0].subnet": "snet-workload" },
    found: ["endpoints[0].subnet"],
  },
  {
    code: "P-ENDPOINT-SECURITY-GROUP",
    edits: {
      "networks[0].subnets[2].securityGroup": GONE,
      "networks[0].subnets[2].endpointPolicies": GONE,
    },
    found: ["networks[0].subnets[2]"],
  },
  {
    code: "P-ENDPOINT-POLICIES",
    edits: { "networks[0].subnets[2].endpointPolicies": "Disabled" },
    found: ["networks[0].subnets[2].endpointPolicies"],
  },
  {
    code: "P-ENDPOINT-CLOSED",
    edits: { "networks[0].subnets[2].securityGroup.rules[0].peer": "10.9.0.0/16" },
    found: ["endpoints[0].subnet"],
  },
  {
    code: "P-ZONE-SHARED",
    edits: {
      "endpoints[1].zoneResourceGroup": "Contoso-Prod-RG",
      "zones[0].links[1]": {
        name: "link-ci",
        network: "vnet-contoso-centralindia",
        registration: false,
      },
    },
    found: ["endpoints[0].zoneResourceGroup endpoints[1].zoneResourceGroup"],
  },
  {
    code: "P-ZONE-LINK-MISSING",
    edits: { "zones[0].links": [] },
    found: ["endpoints[0].network zones"],
  },
  {
    code: "P-ZONE-LINK-FOREIGN",
    edits: {
      "zones[0].links[1]": {
        name: "link-ci",
        network: "vnet-contoso-centralindia",
        registration: false,
      },
    },
    found: ["zones[0].links[1].network"],
  },
  {
    code: "P-ZONE-REGISTRATION",
    edits: { "zones[1].links[0].registration": true },
    found: ["zones[1].links[0].registration"],
  },
  {
    code: "P-NETWORK-OVERLAP",
    edits: { "networks[1].addressSpace[1]": "10.1.128.0/17" },
    found: ["networks[0].addressSpace networks[1].addressSpace"],
  },
  {
    code: "P-SUBNET-OUTSIDE",
    edits: { "networks[0].addressSpace": ["10.1.0.0/23", "10.1.2.0/24"] },
    found: ["networks[0].subnets[3].prefix"],
  },
  {
    code: "P-SUBNET-OVERLAP",
    edits: { "networks[0].subnets[3].prefix": "10.1.0.128/25" },
    found: ["networks[0].subnets[0].prefix networks[0].subnets[3].prefix"],
  },
  {
    code: "P-JUMP-BOX-MISSING",
    edits: { "jumpBoxes[1]": GONE },
    found: ["endpoints[1].region jumpBoxes"],
  },
  {
    code: "P-JUMP-BOX-NETWORK",
    edits: { "networks[2]": NETWORK, "jumpBoxes[0].network": "vnet-other" },
    found: ["jumpBoxes[0].network"],
  },
  {
    code: "P-JUMP-BOX-DNS",
    edits: { "jumpBoxes[0].dns": "network", "jumpBoxes[1].dns": "network" },
    found: ["jumpBoxes"],
  },
  {
    code: "P-JUMP-BOX-SIGN-IN",
    edits: { "jumpBoxes[0].localSignIn": false, "jumpBoxes[1].localSignIn": false },
    found: ["jumpBoxes"],
  },
  {
    code: "P-BASTION-SUBNET",
    edits: { "jumpBoxes[0].kind": "bastion" },
    found: ["jumpBoxes[0].subnet"],
  },
  { code: "P-KEY-KIND", edits: { "keys[0].kind": "EC-HSM" }, found: ["keys[0].kind"] },
  { code: "P-KEY-SIZE", edits: { "keys[2].size": 2050 }, found: ["keys[2].size"] },
  { code: "P-KEY-SQL-SIZE", edits: { "keys[0].size": 4096 }, found: ["keys[0].size"] },
  { code: "P-KEY-2048", edits: { "keys[1].size": 2048 }, found: ["keys[1].size"] },
  {
    code: "P-KEY-OPERATIONS-MISSING",
    edits: { "keys[0].operations": ["wrapKey"] },
    found: ["keys[0].operations"],
  },
  {
    code: "P-KEY-OPERATIONS-WIDE",
    edits: { "keys[0].operations": ["wrapKey", "unwrapKey", "sign"] },
    found: ["keys[0].operations"],
  },
  {
    code: "P-KEY-EXPORTABLE",
    edits: { "keys[0].exportable": true },
    found: ["keys[0].exportable"],
  },
  { code: "P-KEY-NO-POLICY", edits: { "keys[2].rotation": GONE }, found: ["keys[2]"] },
  {
    code: "P-KEY-ROTATION-SHORT",
    edits: { "keys[2].rotation.after": "P14D" },
    found: ["keys[2].rotation.after"],
  },
  {
    code: "P-KEY-ROTATION-LONG",
    edits: { "keys[2].rotation": { after: "P800D", expiry: "P1600D" } },
    found: ["keys[2].rotation.after"],
  },
  {
    code: "P-KEY-EXPIRES-FIRST",
    edits: { "keys[2].rotation.expiry": "P365D" },
    found: ["keys[2].rotation.expiry keys[2].rotation.after"],
  },
  {
    code: "P-KEY-EXPIRY-OUTAGE",
    edits: { "storageAccounts[1].followsVersions": false },
    found: ["keys[2].rotation.expiry storageAccounts[1].followsVersions"],
    also: ["P-STORAGE-PINNED"],
  },
  {
    code: "P-KEY-EXPIRES-UNROTATED",
    edits: { "keys[2].rotation": GONE, "keys[2].expires": "2028-01-01" },
    found: ["keys[2].expires"],
  },
  {
    code: "P-KEY-VERSIONS",
    edits: { "keys[0].rotation.after": "P30D" },
    found: ["keys[0].rotation.after"],
  },
  {
    code: "P-KEY-CONTROLLERS",
    edits: { "diskSets[2].key": "Contoso-DISK-CMK", "roles[9].scope": "/keys/Contoso-DISK-CMK" },
    found: ["keys[1].name"],
  },
  { code: "P-KEY-UNUSED", edits: { "keys[5]": KEY }, found: ["keys[5].name"] },
  {
    code: "P-DISK-SET-UNUSED",
    edits: {
      "diskSets[4]": DISK_SET,
      "roles[+]": granted("Contoso-OTHER-DES", "/keys/Contoso-VM-CMK"),
    },
    found: ["diskSets[4].name"],
    also: ["P-DISK-SET-RECOVERY"],
  },
  {
    code: "P-ROLE-SEPARATION",
    edits: { "groups[2].members[2]": "Asha Iyer" },
    found: ["roles[0].assignee roles[2].assignee"],
  },
  { code: "P-ROLE-SERVICE-MISSING", edits: { "roles[5]": GONE }, found: ["diskSets[0].key roles"] },
  {
    code: "P-SQL-SECONDARY-ROLE",
    edits: { "roles[4]": GONE },
    found: ["sqlInstances[1].key roles"],
  },
  { code: "P-ROLE-WIDE", edits: { "roles[3].scope": "/keys" }, found: ["roles[3].scope"] },
  {
    code: "P-ROLE-OTHER-KEY",
    edits: { "roles[+]": granted("contoso-sqlmi", "/keys/Contoso-DISK-CMK") },
    found: ["roles[12].scope"],
  },
  {
    code: "P-ROLE-SERVICE-POWER",
    edits: {
      "roles[+]": granted("contoso-sqlmi", "/keys/Contoso-SQLMI-CMK", "Managed HSM Crypto User"),
    },
    found: ["roles[12].role"],
  },
  {
    code: "P-ROLE-PERSON-SERVICE",
    edits: { "roles[+]": granted("Dev Kulkarni", "/keys/Contoso-SQLMI-CMK") },
    found: ["roles[12].assignee"],
  },
  {
    code: "P-ROLE-LIMIT-KEY",
    edits: {
      ...appended(
        "storageAccounts",
        range(9).map((i) => ({ ...ACCOUNT, name: `contosomore${String(i)}` })),
        2,
      ),
      ...appended(
        "roles",
        range(9).map((i) => granted(`contosomore${String(i)}`, "/keys/Contoso-STORAGE-CMK")),
        12,
      ),
    },
    found: ["keys[2].name roles"],
  },
  {
    code: "P-ROLE-LIMIT-HSM",
    edits: {
      ...appended(
        "people",
        range(48).map((i) => ({ name: `Person ${String(i)}`, objectId: guid(i) })),
        7,
      ),
      ...appended(
        "roles",
        range(48).map((i) => granted(`Person ${String(i)}`, "/", "Managed HSM Crypto Auditor")),
        12,
      ),
    },
    found: ["roles"],
  },
  {
    code: "P-ROLE-ADMINISTRATORS-FEW",
    edits: { "roles[0]": GONE },
    found: ["roles"],
    also: ["P-ROLE-ADMINISTRATORS-OTHER"],
  },
  {
    code: "P-ROLE-ADMINISTRATORS-OTHER",
    edits: { "recoveryHsm.administrators": ["Contoso Key Management Team"] },
    found: ["recoveryHsm.administrators roles"],
    also: ["P-ROLE-SEPARATION"],
  },
  {
    code: "P-ROLE-ADMINISTRATORS-MANY",
    edits: { "groups[0].members[3]": "Dev Kulkarni" },
    found: ["roles"],
  },
  {
    code: "P-ROLE-SELF-GRANT",
    edits: {
      "people[+]": { name: "Hari Das", objectId: "93f3ae1d-1e75-4c45-a2b5-8c6ad2e3a1ff" },
      "groups[1].members[2]": "Hari Das",
    },
    found: ["roles"],
  },
  {
    code: "P-ROLE-NO-CRYPTO-USER",
    edits: { "roles[2].scope": "/keys/Contoso-SQLMI-CMK" },
    found: ["roles"],
  },
  { code: "P-ROLE-NO-CRYPTO-OFFICER", edits: { "roles[1]": GONE }, found: ["roles"] },
  {
    code: "P-ROLE-POLICY-SCOPE",
    edits: {
      "roles[+]": granted("Contoso Security Team", "/keys", "Managed HSM Policy Administrator"),
    },
    found: ["roles[12].scope"],
  },
  {
    code: "P-ROLE-TWICE",
    edits: { "roles[+]": granted("contoso-sqlmi", "/keys/Contoso-SQLMI-CMK") },
    found: ["roles[3] roles[12]"],
  },
  {
    code: "P-GROUP-EMPTY",
    edits: {
      "groups[3]": { name: "Auditors", objectId: guid(1), members: [] },
      "roles[+]": granted("Auditors", "/", "Managed HSM Crypto Auditor"),
    },
    found: ["groups[3].members"],
  },
  {
    code: "P-SQL-IDENTITY",
    edits: { "sqlInstances[0].identity": "None" },
    found: ["sqlInstances[0].identity"],
  },
  {
    code: "P-SQL-SECONDARY-IDENTITY",
    edits: { "sqlInstances[1].identity": "None" },
    found: ["sqlInstances[1].identity"],
  },
  { code: "P-SQL-KEY", edits: { "sqlInstances[0].key": GONE }, found: ["sqlInstances[0].key"] },
  {
    code: "P-SQL-SECONDARY-KEY",
    edits: { "sqlInstances[1].key": GONE },
    found: ["sqlInstances[1].key"],
  },
  {
    code: "P-SQL-KEYS-DIFFER",
    edits: {
      "keys[5]": KEY,
      "sqlInstances[1].key": "Contoso-OTHER-CMK",
      "roles[4].scope": "/keys/Contoso-OTHER-CMK",
    },
    found: ["sqlInstances[0].key sqlInstances[1].key"],
  },
  {
    code: "P-SQL-ROTATION",
    edits: { "sqlInstances[1].autoRotation": false, "keys[0].rotation.expiry": GONE },
    found: ["sqlInstances[1].autoRotation"],
  },
  {
    code: "P-SQL-SUBNET",
    edits: { "sqlInstances[0].subnet": "snet-workload" },
    found: ["sqlInstances[0].subnet"],
  },
  {
    code: "P-SQL-HSM-BLOCKED",
    edits: {
      "networks[0].subnets[1].securityGroup.rules[+]": denied("Outbound", "443", "10.1.0.0/16"),
    },
    found: ["sqlInstances[0].subnet networks"],
  },
  {
    code: "P-FAILOVER-BLOCKED",
    edits: {
      "networks[0].subnets[1].securityGroup.rules[+]": denied(
        "Inbound",
        "5000-6000",
        "10.2.0.0/16",
      ),
    },
    found: ["sqlInstances[0].subnet networks"],
  },
  {
    code: "P-FAILOVER-PEERING",
    edits: { "networks[0].peerings": [] },
    found: ["sqlInstances[0].network sqlInstances[1].network"],
  },
  { code: "P-FAILOVER-MISSING", edits: { failoverGroup: GONE }, found: ["sqlInstances"] },
  {
    code: "P-FAILOVER-SAME-REGION",
    edits: {
      "sqlInstances[1].region": "southindia",
      "sqlInstances[1].network": "vnet-contoso-southindia",
    },
    found: ["sqlInstances[0].region sqlInstances[1].region"],
  },
  {
    code: "P-FAILOVER-DATABASES",
    edits: { "sqlInstances[1].databases": ["other"] },
    found: ["sqlInstances[1].databases"],
  },
  {
    code: "P-FAILOVER-SIZE",
    edits: { "sqlInstances[1].storageGb": 2048 },
    found: ["sqlInstances[0].storageGb sqlInstances[1].storageGb"],
  },
  {
    code: "P-FAILOVER-UPDATES",
    edits: { "sqlInstances[1].updatePolicy": "AlwaysUpToDate" },
    found: ["sqlInstances[0].updatePolicy sqlInstances[1].updatePolicy"],
  },
  {
    code: "P-FAILOVER-DNS-ZONE",
    edits: { "sqlInstances[1].dnsZonePartner": GONE },
    found: ["sqlInstances[1].dnsZonePartner"],
  },
  {
    code: "P-FAILOVER-GROUPS",
    edits: { "sqlInstances[1].resourceGroup": "Contoso-DR-RG" },
    found: ["sqlInstances[0].resourceGroup sqlInstances[1].resourceGroup"],
  },
  {
    code: "P-FAILOVER-AUTOMATIC",
    edits: { "failoverGroup.policy": "Automatic" },
    found: ["failoverGroup.policy"],
  },
  {
    code: "P-SQL-DATABASES",
    edits: {
      "sqlInstances[0].tier": "BusinessCritical",
      "sqlInstances[1].tier": "BusinessCritical",
      "sqlInstances[0].databases": range(201).map((i) => `database${String(i)}`),
    },
    found: ["sqlInstances"],
  },
  {
    code: "P-SQL-USER-IDENTITY",
    edits: { "sqlInstances[0].identity": "SystemAssigned,UserAssigned" },
    found: ["sqlInstances[0].identity"],
  },
  {
    code: "P-SQL-WINDOWS",
    edits: { "sqlInstances[0].windowsAuthentication": true },
    found: ["sqlInstances[0].windowsAuthentication"],
  },
  {
    code: "P-DISK-ROTATION",
    edits: { "diskSets[0].autoRotation": false, "keys[1].rotation.expiry": GONE },
    found: ["diskSets[0].autoRotation"],
  },
  {
    code: "P-DISK-ENCRYPTION",
    edits: { "diskSets[0].encryption": "EncryptionAtRestWithPlatformAndCustomerKeys" },
    found: ["diskSets[0].encryption"],
  },
  {
    code: "P-DISK-ADE",
    edits: { "domainControllers[1].azureDiskEncryption": "used" },
    found: ["domainControllers[1].azureDiskEncryption"],
  },
  {
    code: "P-DISK-ADE-UNKNOWN",
    edits: { "machines[0].azureDiskEncryption": "unknown" },
    found: ["machines[0].azureDiskEncryption"],
  },
  {
    code: "P-DISK-SNAPSHOTS",
    edits: { "domainControllers[1].incrementalSnapshots": "present" },
    found: ["domainControllers[1].incrementalSnapshots"],
  },
  {
    code: "P-DISK-SNAPSHOTS-UNKNOWN",
    edits: { "machines[0].incrementalSnapshots": "unknown" },
    found: ["machines[0].incrementalSnapshots"],
  },
  {
    code: "P-DISK-HOST",
    edits: { "domainControllers[1].encryptionAtHost": false },
    found: ["domainControllers[1].encryptionAtHost"],
  },
  {
    code: "P-MACHINE-NO-SET",
    edits: { "domainControllers[1].diskSet": GONE },
    found: ["domainControllers[1].diskSet"],
  },
  {
    code: "P-DC-ALONE",
    edits: { "domainControllers[2].domain": "other.contoso.example" },
    found: ["domainControllers[2].domain"],
  },
  {
    code: "P-DC-WINDOW",
    edits: { "domainControllers[2].window": 1 },
    found: ["domainControllers[0].window domainControllers[2].window"],
  },
  {
    code: "P-DC-CACHE",
    edits: { "domainControllers[0].dataDisks[0].caching": "ReadWrite" },
    found: ["domainControllers[0].dataDisks[0].caching"],
  },
  {
    code: "P-DC-NO-DATA-DISK",
    edits: { "domainControllers[0].dataDisks": [] },
    found: ["domainControllers[0].dataDisks"],
  },
  {
    code: "P-DC-ADDRESS",
    edits: { "domainControllers[0].address": GONE },
    found: ["domainControllers[0].address"],
  },
  {
    code: "P-DC-RECOVERY-REGION",
    edits: { "domainControllers[2]": GONE },
    found: ["regions[1].name domainControllers"],
  },
  {
    code: "P-REPLICA-FIRST",
    edits: { "siteRecovery.items[0].afterDisks": false },
    found: ["siteRecovery.items[0].afterDisks"],
  },
  {
    code: "P-REPLICA-NO-SET",
    edits: { "siteRecovery.items[0].targetDiskSet": GONE },
    found: ["siteRecovery.items[0].targetDiskSet"],
  },
  {
    code: "P-REPLICA-HOST",
    edits: { "siteRecovery.items[2]": replica("contoso-dc-si2") },
    found: ["siteRecovery.items[2].machine"],
  },
  {
    code: "P-REPLICA-TWIN",
    edits: { "siteRecovery.items[0].use": "both" },
    found: ["siteRecovery.items[0].use"],
  },
  {
    code: "P-REPLICA-TWICE",
    edits: { "siteRecovery.items[2]": replica("contoso-dc-si1") },
    found: ["siteRecovery.items[0].machine siteRecovery.items[2].machine"],
    also: ["P-REPLICA-HOST"],
  },
  {
    code: "P-STORAGE-PINNED",
    edits: { "storageAccounts[0].followsVersions": false, "keys[2].rotation.expiry": GONE },
    found: ["storageAccounts[0].followsVersions"],
  },
  {
    code: "P-STORAGE-QUEUES",
    edits: { "storageAccounts[0].queuesAndTables": true },
    found: ["storageAccounts[0].queueTableKeys"],
  },
  {
    code: "P-STORAGE-IDENTITY",
    edits: { "storageAccounts[0].identity": "None" },
    found: ["storageAccounts[0].identity"],
  },
  {
    code: "P-STORAGE-USER-ASSIGNED",
    edits: { "storageAccounts[0].identity": "SystemAssigned,UserAssigned" },
    found: ["storageAccounts[0].identity"],
  },
  {
    code: "P-STORAGE-NEW",
    edits: { "storageAccounts[0].isNew": true },
    found: ["storageAccounts[0].identity"],
  },
  {
    code: "P-COSMOS-IDENTITY",
    edits: { "cosmosAccounts[0].identity": "None" },
    found: ["cosmosAccounts[0].identity"],
  },
  {
    code: "P-COSMOS-USER-ASSIGNED",
    edits: { "cosmosAccounts[0].identity": "UserAssigned" },
    found: ["cosmosAccounts[0].identity"],
  },
  {
    code: "P-COSMOS-CASSANDRA",
    edits: { "cosmosAccounts[0].isNew": false, "cosmosAccounts[0].api": "Cassandra" },
    found: ["cosmosAccounts[0].api"],
  },
  {
    code: "P-COSMOS-VECTOR",
    edits: { "cosmosAccounts[0].isNew": false, "cosmosAccounts[0].vectorSearch": true },
    found: ["cosmosAccounts[0].vectorSearch"],
  },
  {
    code: "P-COSMOS-IRREVERSIBLE",
    edits: { "cosmosAccounts[0].isNew": false },
    found: ["cosmosAccounts[0].key"],
  },
  {
    code: "P-AKS-EXISTING",
    edits: { "aksClusters[0].isNew": false },
    found: ["aksClusters[0].isNew"],
  },
  {
    code: "P-AKS-EPHEMERAL",
    edits: { "aksClusters[0].osDisk": "Ephemeral" },
    found: ["aksClusters[0].osDisk"],
  },
  {
    code: "P-AKS-ETCD",
    edits: { "aksClusters[0].etcdKey": true },
    found: ["aksClusters[0].etcdKey"],
  },
  {
    code: "P-AKS-HOST",
    edits: { "aksClusters[0].encryptionAtHost": false },
    found: ["aksClusters[0].encryptionAtHost"],
  },
  { code: "P-SOAK-SHORT", edits: { "soak.days": 13 }, found: ["soak.days"] },
  { code: "P-SOAK-SAMPLES", edits: { "soak.sampleMinutes": 6 }, found: ["soak.sampleMinutes"] },
  { code: "P-SOAK-GAP", edits: { "soak.gapMinutes": 30 }, found: ["soak.gapMinutes"] },
  { code: "P-SOAK-TESTS", edits: { "soak.tests": ["rotation"] }, found: ["soak.tests"] },
  {
    code: "P-COST-TOTAL",
    edits: { "prices.statedMonth.low": 4620, "prices.statedMonth.high": 4635 },
    found: ["prices.statedMonth"],
  },
  {
    code: "P-COST-UNCONFIRMED",
    edits: { "prices.hsmHour.confirmed": false },
    found: ["prices.hsmHour"],
  },
  {
    code: "P-COST-RANGE",
    edits: { "prices.keysMonth.low": 20, "prices.statedMonth.low": 4629.5 },
    found: ["prices.keysMonth", "prices.statedMonth"],
  },
];
