// For tests: for each proof the answers of a deployment that is exactly as Contoso's plan wants it, as
// Resource Manager and the HSM send them; and the same as `az` prints them.
import { readFileSync } from "node:fs";
import { logAlertBody, logRules } from "./alert-rules.ts";
import { readPlan } from "../plan/read-plan.ts";
import type { Plan } from "../plan/plan.ts";
import { ROLE_IDS } from "../../text/built-in-roles.ts";
import { set, type Loose, type Named } from "./changes.fixture.ts";
import type { CheckName } from "./checks.ts";
import { instances, siteItems, soakSamples } from "./right-services.fixture.ts";
import { rolesAt } from "./reads.ts";
import { inSecondRegion } from "./second-region.ts";
import {
  attestation,
  deletedHsm,
  guidOf,
  hsmAnswer,
  hsmIdOf,
  keyAnswer,
  KNOWN,
  listedKey,
  NOW,
  policyAnswer,
  versionAnswer,
} from "./right-hsm.fixture.ts";
import {
  dns,
  endpointAnswers,
  networkAnswers,
  peerings,
  reaches,
} from "./right-network.fixture.ts";
import {
  backupAnswers,
  dnsAnswers,
  groupAnswers,
  jumpBoxAnswers,
  providerAnswers,
  receiversAnswer,
  wholeNetworks,
  workspaceAnswer,
} from "./right-foundation.fixture.ts";
import { diskAnswers, diskSetAnswers, health, probe, services } from "./right-services.fixture.ts";

export { KNOWN, NOW };

const whole: Plan = readPlan(
  readFileSync(new URL("../../../ceremony-scripts/plans/contoso.yaml", import.meta.url), "utf8"),
).plan;

/** Contoso's plan, its soak cut to one day: four weeks of samples are thousands. */
export const contoso: Plan = { ...whole, soak: { ...whole.soak, days: 1 } };

const SUBSCRIPTION = `/subscriptions/${contoso.subscription}`;

const byName = <One extends { readonly name: string }>(
  all: readonly One[],
  start: string,
  make: (one: One) => Loose,
): Named => Object.fromEntries(all.map((one) => [`${start}${one.name}`, make(one)]));

const keyAnswers = (plan: Plan): Named =>
  byName(plan.keys, "key ", (key) => keyAnswer(plan.hsm.name, key));

/** The second HSM's keys, with what its card states of them. */
const recovered = ({ keys, recoveryHsm }: Plan): Named => ({
  ...byName(keys, "recovered ", (key) => keyAnswer(recoveryHsm!.name, key)),
  ...byName(keys, "recovered attestation ", (key) => attestation(recoveryHsm!.name, key)),
});

const identities = (plan: Plan): Named => ({
  ...picked(instances(plan), "instance contoso-"),
  ...diskSetAnswers(plan),
  ...services(plan),
});

function roleAnswers(plan: Plan): Named {
  const ids = new Map(
    [...plan.people, ...plan.groups].map(({ name, objectId }) => [name, objectId]),
  );
  return Object.fromEntries(
    plan.roles.map(({ role, assignee, scope }) => [
      `role ${assignee}`,
      {
        id: `/providers/Microsoft.Authorization/roleAssignments/${guidOf(`${role}${assignee}${scope}`)}`,
        name: guidOf(`${role}${assignee}${scope}`),
        type: "Microsoft.Authorization/roleAssignments",
        properties: {
          principalId: ids.get(assignee) ?? guidOf(assignee),
          roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${ROLE_IDS[role]}`,
          scope,
        },
      },
    ]),
  );
}

/** That the list of each scope was read; the items of all lists are answers of their own. */
const scopeLists = (plan: Plan): Named =>
  Object.fromEntries(
    ["/", "/keys", ...plan.keys.map(({ name }) => `/keys/${name}`)].map((scope) => [
      `list ${scope}`,
      { listOf: rolesAt(scope), value: [] },
    ]),
  );

const picked = (named: Named, ...starts: readonly string[]): Named =>
  Object.fromEntries(
    Object.entries(named).filter(([name]) => starts.some((one) => name.startsWith(one))),
  );

function alertAnswers(plan: Plan): Named {
  const log = plan.diagnostics!;
  const at = `${SUBSCRIPTION}/resourceGroups/${log.resourceGroup.toLowerCase()}/providers/microsoft.insights`;
  const told = `${at}/actionGroups/${log.actionGroup}`;
  const metric = (name: string, metricName: string, operator: string, threshold: number) => ({
    id: `${at}/metricAlerts/${name}`,
    name,
    type: "Microsoft.Insights/metricAlerts",
    location: "global",
    properties: {
      severity: 2,
      enabled: true,
      scopes: [hsmIdOf(plan, plan.hsm)],
      evaluationFrequency: "PT1M",
      windowSize: "PT5M",
      criteria: {
        "odata.type": "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
        allOf: [
          {
            criterionType: "StaticThresholdCriterion",
            name: "cond0",
            metricName,
            operator,
            threshold,
            timeAggregation: "Average",
          },
        ],
      },
      actions: [{ actionGroupId: told, webHookProperties: {} }],
    },
  });
  const logs = logRules(plan).map((rule) => {
    const id = `${at}/scheduledqueryrules/${rule.name}`;
    const whole = { id, name: rule.name, type: "Microsoft.Insights/scheduledQueryRules" };
    return [rule.name, { ...whole, ...logAlertBody(plan, log, rule) }];
  });
  return {
    "hsm-availability": metric("hsm-availability", "Availability", "LessThan", 100),
    "hsm-latency": metric("hsm-latency", "ServiceApiLatency", "GreaterThan", 1000),
    ...(Object.fromEntries(logs) as Named),
  };
}

const backup = ({ hsm, backup: to }: Plan): Named => ({
  backup: {
    status: "Succeeded",
    statusDetails: "",
    error: null,
    startTime: NOW.getTime() / 1000 - 90_000,
    endTime: NOW.getTime() / 1000 - 86_400,
    jobId: "0123456789abcdef0123456789abcdef",
    azureStorageBlobContainerUri: `https://${to!.storageAccount}.blob.core.windows.net/${to!.container}/mhsm-${hsm.name.toLowerCase()}-2026112609000012`,
  },
});

const hsmOf = (plan: Plan): Named => ({ hsm: hsmAnswer(plan, plan.hsm) });

const TABLE: Readonly<Record<CheckName, (plan: Plan) => Named>> = {
  providers: providerAnswers,
  "resource-groups": groupAnswers,
  networks: wholeNetworks,
  "dns-forwarders": dnsAnswers,
  "jump-box-resources": jumpBoxAnswers,
  "log-workspace": workspaceAnswer,
  "action-group": receiversAnswer,
  "backup-storage": backupAnswers,
  preflight: ({ hsm }) => ({
    version: { "azure-cli": "2.74.0", "azure-cli-core": "2.74.0", extensions: {} },
    provider: {
      id: `${SUBSCRIPTION}/providers/Microsoft.KeyVault`,
      namespace: "Microsoft.KeyVault",
      registrationState: "Registered",
      resourceTypes: [
        { resourceType: "vaults", locations: ["West India"] },
        { resourceType: "managedHSMs", locations: ["Central India", "South India", "UK South"] },
      ],
    },
    name: { nameAvailable: true, message: null, reason: null },
    deleted: {
      listOf: "deletedManagedHSMs",
      value: [
        {
          ...deletedHsm(contoso),
          id: `${SUBSCRIPTION}/providers/Microsoft.KeyVault/locations/${hsm.region}/deletedManagedHSMs/Another-HSM`,
          name: "Another-HSM",
        },
      ],
    },
  }),
  "hsm-created": hsmOf,
  "purge-protection": (plan) => ({ ...hsmOf(plan), ...keyAnswers(plan) }),
  "hsm-activated": hsmOf,
  administrators: (plan) => ({
    ...picked(roleAnswers(plan), "role Contoso Security Team"),
    "list /": { listOf: rolesAt("/"), value: [] },
  }),
  roles: (plan) => ({ ...roleAnswers(plan), ...scopeLists(plan), ...identities(plan) }),
  diagnostics: (plan) => ({
    setting: {
      id: `${hsmIdOf(plan, plan.hsm)}/providers/microsoft.insights/diagnosticSettings/${plan.diagnostics!.name}`,
      type: "Microsoft.Insights/diagnosticSettings",
      name: plan.diagnostics!.name,
      properties: {
        workspaceId: `${SUBSCRIPTION}/resourcegroups/contoso-prod-rg/providers/microsoft.operationalinsights/workspaces/${plan.diagnostics!.workspace}`,
        logs: [
          { category: "AuditEvent", categoryGroup: null, enabled: true },
          { category: null, categoryGroup: "allLogs", enabled: false },
        ],
        metrics: [{ category: "AllMetrics", enabled: false }],
      },
    },
  }),
  alerts: alertAnswers,
  "keys-through-arm": () => ({
    setting: { name: "AllowKeyManagementOperationsThroughARM", type: "boolean", value: "false" },
  }),
  "region-extended": (plan) => ({
    ...hsmOf(plan),
    region: { name: plan.hsm.extension, provisioningState: "Succeeded", isPrimary: false },
  }),
  "subnets-nsg": networkAnswers,
  peering: peerings,
  endpoints: (plan) => ({ ...hsmOf(plan), ...endpointAnswers(plan) }),
  "endpoint-dns": (plan) => ({ ...dns(plan), ...endpointAnswers(plan) }),
  "dns-servers": dnsAnswers,
  "jump-boxes": reaches,
  "serving-region": reaches,
  "public-access": hsmOf,
  keys: keyAnswers,
  "key-attestation": (plan) => ({
    ...byName(plan.keys, "attestation ", (key) => attestation(plan.hsm.name, key)),
    ...keyAnswers(plan),
  }),
  "rotation-policies": (plan) =>
    byName(plan.keys, "policy ", (key) => policyAnswer(plan.hsm.name, key)),
  "full-backup": backup,
  "backup-age": backup,
  "external-keys": (plan) => byName(plan.keys, "listed ", (key) => listedKey(plan.hsm.name, key)),
  "recovery-hsm": (plan) => ({
    "recovery hsm": hsmAnswer(plan, plan.recoveryHsm!),
    ...recovered(plan),
    ...keyAnswers(plan),
  }),
  "recovery-hsm-alone": (plan) => ({
    "recovery hsm": hsmAnswer(plan, plan.recoveryHsm!),
    ...recovered(plan),
    ...keyAnswers(plan),
  }),
  "recovery-hsm-deleted": (plan) => ({ deleted: deletedHsm(plan, plan.recoveryHsm) }),
  "recovery-hsm-gone": (plan) => ({
    hsms: { listOf: "managedHSMs", value: [hsmAnswer(plan, plan.hsm)] },
    deleted: { listOf: "deletedManagedHSMs", value: [deletedHsm(plan)] },
  }),
  // Repoint protects it, if the plan does not.
  "recovery-access": (plan) => ({
    "recovery hsm": hsmAnswer(plan, { ...plan.recoveryHsm!, purgeProtection: true }),
  }),
  repointed: (plan) => moved(plan),
  "mi-identity": (plan) => picked(instances(plan), "instance contoso-"),
  "mi-key": (plan) => ({ ...picked(instances(plan), "instance key "), ...keyAnswers(plan) }),
  "mi-protector": (plan) => ({ ...picked(instances(plan), "protector "), ...keyAnswers(plan) }),
  "mi-databases": (plan) => picked(instances(plan), "database ", "tde "),
  "failover-group": (plan) => picked(instances(plan), "group in southindia"),
  "disk-sets": (plan) => ({ ...diskSetAnswers(plan), ...keyAnswers(plan) }),
  "probe-disk": probe,
  disks: diskAnswers,
  "dc-health": ({ domainControllers: all }) => dcReports(all, 0),
  "replicated-items": siteItems,
  soak: soakSamples,
  "storage-key": (plan) => ({ ...picked(services(plan), "storage "), ...keyAnswers(plan) }),
  "cosmos-key": (plan) => picked(services(plan), "cosmos "),
  "aks-disks": (plan) => picked(services(plan), "aks "),
  "key-rotated": (plan) => ({
    ...keyAnswers(plan),
    ...byName(plan.keys, "version new ", (key) => versionAnswer(plan.hsm.name, key, 0)),
    ...byName(plan.keys, "version old ", (key) => versionAnswer(plan.hsm.name, key, 1)),
  }),
  "services-healthy": (plan) => ({ ...picked(instances(plan), "database "), ...health(plan) }),
  // As it is where the first region is lost: nothing of it answers.
  "second-region-reached": (plan) => picked(reaches(plan), "reach contoso-bastion-centralindia"),
  "second-region-controllers": ({ domainControllers: all }) =>
    picked(dcReports(all, 5), "health contoso-dc-ci1"),
  "second-region-healthy": (plan) => ({
    ...picked(instances(inSecondRegion(plan)), "database "),
    ...health(inSecondRegion(plan)),
  }),
  "traffic-switched": (plan) => {
    const named = {
      ...picked(instances(plan), "group in centralindia"),
      ...picked(reaches(plan), "reach contoso-bastion-centralindia"),
    };
    set("group in centralindia", "properties.replicationState", "SUSPENDED")(named);
    return named;
  },
  "region-removed": (plan) => {
    const named = hsmOf(plan);
    set("hsm", "properties.regions", [])(named);
    return named;
  },
  "hsm-deleted": (plan) => ({ deleted: deletedHsm(plan) }),
};

/** What the services say once they use the recovery HSM. */
function moved(plan: Plan): Named {
  const there = {
    ...plan,
    hsm: {
      ...plan.hsm,
      name: plan.recoveryHsm!.name,
      resourceGroup: plan.recoveryHsm!.resourceGroup,
    },
  };
  return {
    ...picked(instances(there), "protector "),
    ...diskSetAnswers(there),
    ...picked(services(there), "storage ", "cosmos "),
  };
}

/** What each controller says, with so many failures of replication. */
const dcReports = (all: Plan["domainControllers"], fails: number): Named =>
  byName(all, "health ", ({ name }) =>
    dcReport(
      name,
      all.map((one) => one.name),
      fails,
    ),
  );

/** What `az vm run-command invoke` prints: two streams. The summary names every controller. */
function dcReport(name: string, all: readonly string[], fails: number): Loose {
  const message = [
    `computer: ${name.toUpperCase()}`,
    `   Testing server: Default-First-Site-Name\\${name}`,
    ...["Connectivity", "Advertising", "MachineAccount"].map(
      (test) => `......... ${name} passed test ${test}`,
    ),
    "Source DSA          largest delta    fails/total %%   error",
    ...all.map((one) => ` ${one.toUpperCase()}            05m:32s    ${String(fails)} /   5    0`),
    ...(fails > 0 ? [`......... ${name} failed test Replications`] : []),
    "SYSVOL       C:\\Windows\\SYSVOL\\sysvol   Logon server share",
    "NETLOGON     C:\\Windows\\SYSVOL\\sysvol\\ad.contoso.example\\SCRIPTS",
  ].join("\n");
  return {
    value: [
      {
        code: "ComponentStatus/StdOut/succeeded",
        displayStatus: "Provisioning succeeded",
        level: "Info",
        message,
      },
      {
        code: "ComponentStatus/StdErr/succeeded",
        displayStatus: "Provisioning succeeded",
        level: "Info",
        message: "",
      },
    ],
  };
}

/** The right answers of a proof, new each time. */
export const rightFor = (check: CheckName): Named => structuredClone(TABLE[check](contoso));

const AZ_NAMES: Readonly<Record<string, string>> = {
  key_ops: "keyOps",
  diskEncryptionSetID: "diskEncryptionSetId",
};

/** What `az` makes of an answer: members of `properties` one level up, and its own spelling. */
export function asAz(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asAz);
  if (typeof value !== "object" || value === null) return value;
  const { properties, ...others } = value as Loose;
  const flat = Object.entries(others).map(([name, member]) => [
    AZ_NAMES[name] ?? name,
    asAz(member),
  ]);
  const lifted = asAz(properties);
  return {
    ...(typeof lifted === "object" ? lifted : {}),
    ...(Object.fromEntries(flat) as Loose),
    notSetByAzure: null,
  };
}
