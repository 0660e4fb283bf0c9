// alerts: every planned alert is on, watches this HSM, and notifies the planned people.
import type { Json } from "../../../crypto/json.ts";
import {
  logAlertId,
  logId,
  logRules,
  metricAlertId,
  metricRules,
  queryOf,
  toldId,
  type LogRule,
  type MetricRule,
} from "./alert-rules.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import type { Plan } from "../plan/plan.ts";
import { about, alike } from "./about.ts";
import {
  absent,
  type Expectation,
  ifSaid,
  is,
  minutesOf,
  minutesWithin,
  onlySame,
  that,
} from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { getResource } from "./reads.ts";

type Log = NonNullable<Plan["diagnostics"]>;

/** Reads the lists and not each alert: an alert's absence is an answer too. */
export const alerts: Proof = {
  source:
    "managed-hsm/configure-alerts.md; azure-rest-api-specs, monitor 2018-03-01 and 2021-08-01; HSM facts, section 2.M",
  reads: (plan) => {
    const log = planned(plan.diagnostics, "diagnostics");
    const list = (kind: "metric-alert" | "log-alert", id: string) =>
      getResource(`${plan.hsm.name}-${kind}s.json`, kind, id);
    return [
      list("metric-alert", metricAlertId(plan, log)),
      list("log-alert", logAlertId(plan, log)),
    ];
  },
  evaluate: ({ plan, answers }) => {
    const log = planned(plan.diagnostics, "diagnostics");
    const found = [
      ...metricRules(plan).flatMap((rule) =>
        about(answers, "metric-alert", metricAlertId(plan, log, rule.name), rule.name, (value) =>
          oneMetric(plan, log, rule, value),
        ),
      ),
      ...logRules(plan).flatMap((rule) =>
        about(answers, "log-alert", logAlertId(plan, log, rule.name), rule.name, (value) =>
          oneQuery(plan, log, rule, value),
        ),
      ),
    ];
    // A plan without alerts has nothing to prove.
    return log.alerts.length > 0 ? found : [differs("alerts", "one at least", NOTHING)];
  },
};

const CRITERIA = "properties.criteria.allOf";

/** How often a rule looks, at most, and the longest time that it looks at, in minutes. */
const FREQUENCY_MAX = 15;
const WINDOW_MAX = 60;

/** What every rule must be: on, about this alone, and looking at all times without a gap. */
function watching(alert: Json, watched: string, of: string): readonly Finding[] {
  const frequency = minutesOf(textAt(alert, "properties.evaluationFrequency"));
  return [
    ...member(alert, "properties.enabled", is(true), of),
    ...member(alert, "properties.scopes", onlySame(watched), of),
    ...member(alert, "properties.evaluationFrequency", minutesWithin(1, FREQUENCY_MAX), of),
    ...member(alert, "properties.windowSize", minutesWithin(frequency || 1, WINDOW_MAX), of),
  ];
}

/**
 * The one criterion, its members and no dimension, which would leave lines or values out. Of several all
 * must be met: one that never is would silence the others.
 */
function criterionFindings(
  alert: Json,
  of: string,
  wanted: Readonly<Record<string, Expectation>>,
): readonly Finding[] {
  const [own, ...others] = itemsAt(alert, CRITERIA);
  if (own === undefined || others.length > 0)
    return [
      differs(`${of}: ${CRITERIA}`, "one criterion", own === undefined ? NOTHING : "several"),
    ];
  return Object.entries({ ...wanted, criterionType: STATIC, dimensions: absent }).flatMap(
    ([path, expected]) =>
      member(own, path, expected).map((found) => ({
        ...found,
        member: `${of}: ${CRITERIA}.${path}`,
      })),
  );
}

const STATIC = ifSaid(is("StaticThresholdCriterion"));

function oneMetric(plan: Plan, log: Log, rule: MetricRule, alert: Json): readonly Finding[] {
  const { name, metric, operator, threshold } = rule;
  const told = itemsAt(alert, "properties.actions").map((one) => textAt(one, "actionGroupId"));
  return [
    ...watching(alert, idOf(plan, "hsm", plan.hsm), name),
    ...criterionFindings(alert, name, {
      metricName: is(metric),
      metricNamespace: ifSaid(is("Microsoft.KeyVault/managedHSMs")),
      operator: is(operator),
      threshold: is(threshold),
      timeAggregation: is("Average"),
    }),
    ...toldFindings(plan, log, `${name}: properties.actions.actionGroupId`, told),
  ];
}

function oneQuery(plan: Plan, log: Log, rule: LogRule, alert: Json): readonly Finding[] {
  const { name } = rule;
  const told = itemsAt(alert, "properties.actions.actionGroups");
  return [
    ...member(alert, "kind", ifSaid(is("LogAlert")), name),
    ...watching(alert, logId(plan, log), name),
    ...member(alert, "properties.overrideQueryTimeRange", absent, name),
    // Muted, or with one notification until it is resolved, it would be silent about the next line.
    ...member(alert, "properties.muteActionsDuration", absent, name),
    ...member(alert, "properties.autoMitigate", is(false), name),
    // Another type leaves the workspace's own lines out.
    ...member(alert, "properties.targetResourceTypes", ofWorkspaces, name),
    ...criterionFindings(alert, name, {
      query: sameQuery(queryOf(plan, rule)),
      operator: is("GreaterThan"),
      threshold: is(0),
      timeAggregation: is("Count"),
      metricMeasureColumn: absent,
      resourceIdColumn: absent,
      "failingPeriods.numberOfEvaluationPeriods": ifSaid(is(1)),
      "failingPeriods.minFailingPeriodsToAlert": ifSaid(is(1)),
    }),
    ...toldFindings(
      plan,
      log,
      `${name}: properties.actions.actionGroups`,
      told.filter((one) => typeof one === "string"),
    ),
  ];
}

const ofWorkspaces = ifSaid(onlySame("Microsoft.OperationalInsights/workspaces"));

/** Azure and people may break the lines of a query differently. */
const sameQuery = (query: string): Expectation =>
  that(query, (found) => typeof found === "string" && plain(found) === plain(query));

const plain = (query: string): string => query.replace(/\s+/g, " ").trim();

const toldFindings = (
  plan: Plan,
  log: Log,
  path: string,
  told: readonly string[],
): readonly Finding[] => {
  const wanted = toldId(plan, log);
  return told.some((id) => alike(id, wanted)) ? [] : [differs(path, wanted, told.join(", "))];
};
