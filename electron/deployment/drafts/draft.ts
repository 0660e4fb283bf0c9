// A first plan from a dozen answers: complete, with the usual names, and with everything open that only its
// company can decide.
import { RETENTION_MIN } from "../cost/cost.ts";
import type { Plan } from "../plan/plan.ts";
import { RUNBOOKS } from "../plan/runbook-names.ts";
import { SOAK_TESTS } from "../plan/plan.ts";
import { ALERTS } from "../plan/hsm.ts";
import type { DraftPerson, DraftRegion, PlanAnswers } from "./answers.ts";
import { bareNameOf, LONGEST, nameOf } from "./names.ts";
import { draftServices } from "./services.ts";
import { draftQuestions } from "./questions.ts";

type Regions = readonly [home: DraftRegion, second?: DraftRegion];

/** The regions: the HSM's own first. */
function regionsOf({ name, region, second, network: [a, b] }: PlanAnswers): Regions {
  const regionAt = (one: string, at: number): DraftRegion => ({
    region: one,
    resourceGroup: nameOf(name, one),
    network: nameOf(name, `vnet-${one}`),
    range: `${String(a)}.${String(b + at)}`,
  });
  const home = regionAt(region, 0);
  return second === null ? [home] : [home, regionAt(second, 1)];
}

const ENDPOINTS = "snet-private-endpoints";
const MANAGEMENT = "snet-management";
const ZONE = "privatelink.managedhsm.azure.net";
const DAYS = 90;

/** The plan. Its form is not checked here: names may break it. */
export function draftPlan(answers: PlanAnswers): Plan {
  const { name, hsm, administrators, cryptoOfficers, cryptoUsers, second } = answers;
  const [first, away = first] = regionsOf(answers);
  const regions = [...new Set([first, away])];
  const backup = nameOf(name, "hsm-backup");
  const { keys, roles, ...services } = draftServices(answers, [first, ...regions.slice(1)]);
  const pool = {
    sku: "Standard_B1",
    retentionDays: DAYS,
    purgeProtection: true,
    administrators: administrators.map((one) => one.name),
  };
  return {
    plan: name,
    title: answers.title,
    tenant: answers.tenant,
    subscription: answers.subscription,
    regions: regions.map(({ region }, at) => ({
      name: region,
      title: region,
      abbreviation: `R${String(at + 1)}`,
      city: "Not known",
      role: at === 0 ? "primary" : "disaster-recovery",
      zones: false,
    })),
    resourceGroups: regions.map(({ region, resourceGroup }) => ({ name: resourceGroup, region })),
    networks: regions.map((one) => networkOf(answers, one, regions)),
    hsm: {
      name: hsm,
      resourceGroup: first.resourceGroup,
      region: first.region,
      ...pool,
      ...(second === null ? {} : { extension: second }),
      publicAccess: "Disabled",
      defaultAction: "Deny",
      bypass: "AzureServices",
      keysThroughArm: false,
      securityDomain: { officers: answers.officers, quorum: answers.quorum },
    },
    recoveryHsm: {
      name: nameOf(name, "recovery-hsm", LONGEST.hsm),
      resourceGroup: away.resourceGroup,
      region: away.region,
      ...pool,
      retentionDays: RETENTION_MIN,
      purgeProtection: false,
    },
    endpoints: regions.map(({ region, resourceGroup, network }) => ({
      name: nameOf(name, `pe-${region}`),
      region,
      resourceGroup,
      network,
      subnet: ENDPOINTS,
      connection: nameOf(name, `pec-${region}`),
      zoneResourceGroup: resourceGroup,
    })),
    zones: regions.map(({ region, resourceGroup, network }) => ({
      name: ZONE,
      resourceGroup,
      links: [{ name: `link-${region}`, network, registration: false }],
    })),
    jumpBoxes: regions.map(({ region, resourceGroup, network }) => ({
      name: nameOf(name, `jump-${region}`),
      kind: "virtual-machine",
      region,
      resourceGroup,
      network,
      subnet: MANAGEMENT,
      dns: "azure",
      localSignIn: true,
    })),
    keys,
    people: [
      ...new Map(
        [...administrators, ...cryptoOfficers, ...cryptoUsers].map((one) => [
          `${one.name} ${one.objectId}`,
          one,
        ]),
      ).values(),
    ],
    groups: [],
    identities: [{ name: backup, resourceGroup: first.resourceGroup, region: first.region }],
    roles: [
      ...granted("Managed HSM Administrator", administrators, "/"),
      ...granted("Managed HSM Crypto Officer", cryptoOfficers, "/"),
      ...granted("Managed HSM Crypto User", cryptoUsers, "/keys"),
      ...roles,
    ],
    diagnostics: {
      name: "hsm-audit",
      workspace: nameOf(name, "hsm-logs"),
      resourceGroup: first.resourceGroup,
      region: first.region,
      retentionDays: 730,
      actionGroup: nameOf(name, "hsm-alerts"),
      alerts: [...ALERTS],
    },
    backup: {
      storageAccount: bareNameOf(name, "backup"),
      resourceGroup: away.resourceGroup,
      region: away.region,
      container: "hsm-backups",
      identity: backup,
      everyDays: 30,
      trustedServices: true,
      immutable: false,
    },
    ...services,
    ...draftBase(answers),
  };
}

/** What no deployment has by itself: how it is watched, its prices, and what is open. */
export function draftBase(
  answers: Pick<PlanAnswers, "currency" | "today" | "region" | "second" | "services">,
): Pick<Plan, "soak" | "prices" | "assumptions" | "questions"> {
  const price = { date: answers.today, source: "Not asked yet", confirmed: false };
  return {
    soak: { days: 28, sampleMinutes: 5, tests: [...SOAK_TESTS] },
    prices: {
      currency: answers.currency,
      hsmHour: { amount: 0, ...price },
      keysMonth: { low: 0, high: 0, ...price },
      operationsMonth: { amount: 0, ...price },
      dedicatedPairMonth: { amount: 0, ...price },
      statedMonth: { low: 0, high: 0, source: price.source },
    },
    ...draftQuestions(answers, RUNBOOKS),
  };
}

const granted = (
  role: Plan["roles"][number]["role"],
  people: readonly DraftPerson[],
  scope: string,
) => people.map(({ name }) => ({ role, assignee: name, scope }));

/** A network with a subnet for each purpose, in third numbers that only we know. */
function networkOf(
  { name, services }: PlanAnswers,
  { region, resourceGroup, network, range }: DraftRegion,
  regions: readonly DraftRegion[],
): Plan["networks"][number] {
  const others = regions.filter((one) => one.network !== network);
  const rule = (of: {
    name: string;
    direction: "Inbound" | "Outbound";
    priority: number;
    ports: string[];
    peer: string;
  }) => ({ access: "Allow" as const, ...of });
  const geo = others.flatMap((one) => {
    const of = { priority: 210, ports: ["5022", "11000-11999"], peer: `${one.range}.1.0/24` };
    return [
      rule({ name: "geo-out", direction: "Outbound", ...of }),
      rule({ name: "geo-in", direction: "Inbound", ...of }),
    ];
  });
  return {
    name: network,
    region,
    resourceGroup,
    addressSpace: [`${range}.0.0/16`],
    dnsServers: [],
    peerings: others.map((one) => one.network),
    subnets: [
      { name: "snet-workload", purpose: "workload", prefix: `${range}.0.0/24` },
      ...(services.includes("sql")
        ? [
            {
              name: "snet-sqlmi",
              purpose: "sql-managed-instance" as const,
              prefix: `${range}.1.0/24`,
              securityGroup: {
                name: nameOf(name, `nsg-sqlmi-${region}`),
                rules: [
                  rule({
                    name: "hsm",
                    direction: "Outbound",
                    priority: 200,
                    ports: ["443"],
                    peer: `${range}.2.0/24`,
                  }),
                  ...geo,
                ],
              },
            },
          ]
        : []),
      {
        name: ENDPOINTS,
        purpose: "private-endpoints",
        prefix: `${range}.2.0/24`,
        endpointPolicies: "NetworkSecurityGroupEnabled",
        securityGroup: {
          name: nameOf(name, `nsg-endpoints-${region}`),
          rules: [
            rule({
              name: "region",
              direction: "Inbound",
              priority: 200,
              ports: ["443"],
              peer: `${range}.0.0/16`,
            }),
            {
              name: "others",
              direction: "Inbound",
              access: "Deny",
              priority: 4096,
              ports: ["0-65535"],
              peer: "0.0.0.0/0",
            },
          ],
        },
      },
      { name: MANAGEMENT, purpose: "management", prefix: `${range}.3.0/24` },
    ],
  };
}
