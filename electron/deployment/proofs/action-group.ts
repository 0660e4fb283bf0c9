// action-group: whom the alerts go to is there, is on, and has someone to tell.
import { answer, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { about } from "./about.ts";
import { is, that } from "./expectation.ts";
import { member } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned } from "./planned.ts";
import type { Proof } from "./proof.ts";

/** The lists of those whom an action group tells. */
const RECEIVERS = [
  "emailReceivers",
  "smsReceivers",
  "azureAppPushReceivers",
  "voiceReceivers",
  "webhookReceivers",
  "logicAppReceivers",
  "azureFunctionReceivers",
  "armRoleReceivers",
  "eventHubReceivers",
  "itsmReceivers",
  "automationRunbookReceivers",
] as const;

/** Only their number is printed: their addresses open something by themselves. */
export const RECEIVERS_QUERY = `{id: id, enabled: properties.enabled, receivers: length(properties.[${RECEIVERS.join(", ")}][?@][])}`;

/** The id of a plan's action group. */
const actionGroupId = (plan: Plan): string => {
  const { actionGroup: name, resourceGroup } = planned(plan.diagnostics, "diagnostics");
  return idOf(plan, "action-group", { name, resourceGroup });
};

const readsOf = (plan: Plan): CommandLine =>
  answer(
    `${planned(plan.diagnostics, "diagnostics").actionGroup}-receivers.json`,
    "resource",
    "show",
    "--ids",
    actionGroupId(plan),
    "--query",
    RECEIVERS_QUERY,
  );

export const actionGroup: Proof = {
  source: "azure-monitor/alerts/action-groups.md",
  reads: (plan) => [readsOf(plan)],
  evaluate: ({ plan, answers }) =>
    about(answers, "action-group", actionGroupId(plan), "", (value) => [
      ...member(value, "enabled", is(true)),
      ...member(
        value,
        "receivers",
        that("at least 1", (found) => typeof found === "number" && found > 0),
      ),
    ]),
};
