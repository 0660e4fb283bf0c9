// The alerts of an HSM: two on its metrics, four on its log, by the plan's names for them.
import type { ALERTS } from "../plan/hsm.ts";
import type { Plan } from "../plan/plan.ts";
import { idIn, idOf } from "./ids.ts";

type Alert = (typeof ALERTS)[number];

/** An alert on a metric; thresholds are Microsoft's (managed-hsm/configure-alerts). */
export interface MetricRule {
  readonly alert: Alert;
  /** The rule's own name. */
  readonly name: string;
  readonly metric: string;
  readonly operator: "LessThan" | "GreaterThan";
  readonly threshold: number;
}

/** An alert on the log: it fires where the query finds a line. */
export interface LogRule {
  readonly alert: Alert;
  readonly name: string;
  /** The filter on the HSM's log lines. */
  readonly where: string;
}

const METRIC_RULES: readonly MetricRule[] = [
  {
    alert: "availability",
    name: "hsm-availability",
    metric: "Availability",
    operator: "LessThan",
    threshold: 100,
  },
  {
    alert: "latency",
    name: "hsm-latency",
    metric: "ServiceApiLatency",
    operator: "GreaterThan",
    threshold: 1000,
  },
];

/** They match addresses and statuses: Microsoft documents few operation names. */
const LOG_RULES: readonly LogRule[] = [
  {
    alert: "security-domain-backup",
    name: "hsm-security-domain-backup",
    where: 'OperationName =~ "SecurityDomainBackup" or uri contains "/securitydomain/"',
  },
  {
    alert: "role-assignments",
    name: "hsm-role-assignments",
    where: 'uri contains "/roleAssignments/"',
  },
  {
    alert: "key-deletion",
    name: "hsm-key-deletion",
    where: 'OperationName in~ ("KeyDelete", "KeyPurge") or uri contains "/deletedkeys/"',
  },
  // Not 401: that is the first answer to each new client, which then signs in.
  { alert: "unauthorized", name: "hsm-unauthorized", where: "status == 403" },
];

const isPlanned = ({ diagnostics }: Plan, alert: Alert): boolean =>
  diagnostics?.alerts.includes(alert) === true;

export const metricRules = (plan: Plan): readonly MetricRule[] =>
  METRIC_RULES.filter(({ alert }) => isPlanned(plan, alert));

export const logRules = (plan: Plan): readonly LogRule[] =>
  LOG_RULES.filter(({ alert }) => isPlanned(plan, alert));

/** The condition as az takes it. */
export const conditionOf = ({ metric, operator, threshold }: MetricRule): string =>
  `avg ${metric} ${operator === "LessThan" ? "<" : ">"} ${String(threshold)}`;

/**
 * The query of an alert on the log, with the HSM's id as an escaped string. Microsoft's pages disagree about the table
 * of an HSM's log: both are asked, and one that is not there is empty.
 */
export const queryOf = (plan: Plan, { where }: LogRule): string => {
  const id = JSON.stringify(idOf(plan, "hsm", plan.hsm));
  return [
    "union isfuzzy=true AzureDiagnostics, AZKVAuditLogs",
    `where _ResourceId =~ ${id} or column_ifexists("HsmPoolResourceId", "") =~ ${id}`,
    'extend uri = coalesce(column_ifexists("requestUri_s", ""), column_ifexists("RequestUri", ""))',
    'extend status = coalesce(toint(column_ifexists("httpStatusCode_d", real(null))), toint(column_ifexists("HttpStatusCode", int(null))))',
    `where ${where}`,
  ].join("\n| ");
};

type Log = NonNullable<Plan["diagnostics"]>;

/** Where the rules are: beside the workspace. */
const ofInsights =
  (type: string) =>
  (plan: Plan, { resourceGroup }: Log, name = ""): string =>
    idIn(plan, resourceGroup, `Microsoft.Insights/${type}${name === "" ? "" : `/${name}`}`);

/** The id of a metric alert; without a name, the id of their list. */
export const metricAlertId = ofInsights("metricAlerts");
/** The id of a log alert; without a name, the id of their list. */
export const logAlertId = ofInsights("scheduledQueryRules");
const actionGroupId = ofInsights("actionGroups");

/** The id of the group of people to notify. */
export const toldId = (plan: Plan, log: Log): string => actionGroupId(plan, log, log.actionGroup);

/** The id of the workspace that receives the log. */
export const logId = (plan: Plan, { workspace, resourceGroup }: Log): string =>
  idOf(plan, "workspace", { name: workspace, resourceGroup });

/** The file of an alert on the log. */
export const logAlertFile = ({ name }: LogRule): string => `${name}-alert.json`;

/** The body with which Resource Manager makes an alert on the log. */
export const logAlertBody = (plan: Plan, log: Log, rule: LogRule) => ({
  location: log.region,
  kind: "LogAlert",
  properties: {
    displayName: rule.name,
    severity: 1,
    enabled: true,
    scopes: [logId(plan, log)],
    evaluationFrequency: "PT5M",
    windowSize: "PT5M",
    // The log's table has no columns before its first line.
    skipQueryValidation: true,
    criteria: {
      allOf: [
        {
          query: queryOf(plan, rule),
          timeAggregation: "Count",
          operator: "GreaterThan",
          threshold: 0,
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
        },
      ],
    },
    autoMitigate: false,
    actions: { actionGroups: [toldId(plan, log)] },
  },
});
