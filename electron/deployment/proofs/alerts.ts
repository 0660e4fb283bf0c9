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
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import type { Plan } from "../plan/plan.ts";
import { about, alike } from "./about.ts";
import { is, holdingSame } from "./expectation.ts";
import { differs, member, NOTHING, saidOf, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { getResource } from "./reads.ts";

type Log = NonNullable<Plan["diagnostics"]>;

/** Reads the lists and not each alert: an alert's absence is an answer too. */
export const alerts: Proof = {
  shows: "Every planned alert is on, looks at the HSM or its log, and tells the planned people.",
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

function oneMetric(plan: Plan, log: Log, rule: MetricRule, alert: Json): readonly Finding[] {
  const { name, metric, operator, threshold } = rule;
  const own = itemsAt(alert, CRITERIA).find((one) => alike(textAt(one, "metricName"), metric));
  const told = itemsAt(alert, "properties.actions").map((one) => textAt(one, "actionGroupId"));
  return [
    ...member(alert, "properties.enabled", is(true), name),
    ...member(alert, "properties.scopes", holdingSame(idOf(plan, "hsm", plan.hsm)), name),
    ...(own === undefined
      ? [differs(`${name}: ${CRITERIA}.metricName`, metric, NOTHING)]
      : criterion(name, own, { operator, threshold, timeAggregation: "Average" })),
    ...toldFindings(plan, log, `${name}: properties.actions.actionGroupId`, told),
  ];
}

function oneQuery(plan: Plan, log: Log, rule: LogRule, alert: Json): readonly Finding[] {
  const { name } = rule;
  const query = queryOf(plan, rule);
  const all = itemsAt(alert, CRITERIA);
  const own = all.find((one) => plain(textAt(one, "query")) === plain(query));
  const groups = itemsAt(alert, "properties.actions.actionGroups");
  return [
    ...member(alert, "properties.enabled", is(true), name),
    ...member(alert, "properties.scopes", holdingSame(logId(plan, log)), name),
    ...(own === undefined
      ? [differs(`${name}: ${CRITERIA}.query`, query, textAt(all[0] ?? null, "query"))]
      : criterion(name, own, { operator: "GreaterThan", threshold: 0, timeAggregation: "Count" })),
    ...toldFindings(
      plan,
      log,
      `${name}: properties.actions.actionGroups`,
      groups.filter((one) => typeof one === "string"),
    ),
  ];
}

/** Azure and people may break the lines of a query differently. */
const plain = (query: string): string => query.replace(/\s+/g, " ").trim();

const criterion = (
  name: string,
  own: Json,
  wanted: Readonly<Record<string, string | number>>,
): readonly Finding[] =>
  Object.entries(wanted).flatMap(([path, value]) => {
    const found = memberAt(own, path);
    return found === value
      ? []
      : [differs(`${name}: ${CRITERIA}.${path}`, String(value), saidOf(found))];
  });

const toldFindings = (
  plan: Plan,
  log: Log,
  path: string,
  told: readonly string[],
): readonly Finding[] => {
  const wanted = toldId(plan, log);
  return told.some((id) => alike(id, wanted)) ? [] : [differs(path, wanted, told.join(", "))];
};
