// log-workspace: the workspace that the HSM's log goes to is there, and keeps it as long as it may.
import { planned } from "./planned.ts";
import { about } from "./about.ts";
import { ifSaid, is, sameRegion, that } from "./expectation.ts";
import { member } from "./finding.ts";
import { idOf } from "./ids.ts";
import type { Proof } from "./proof.ts";
import type { Plan } from "../plan/plan.ts";
import { getResource } from "./reads.ts";

/** A workspace itself keeps lines so many days; what is kept longer is a setting of each table. */
const DAYS_MAX = 730;
const DAYS_LEAST = 30;

/** The days for which a workspace is told to keep its lines. */
export const workspaceDays = (days: number): number =>
  Math.min(DAYS_MAX, Math.max(DAYS_LEAST, days));

/** The workspace of a plan's log. */
export const workspaceOf = (plan: Plan) => {
  const { workspace: name, resourceGroup } = planned(plan.diagnostics, "diagnostics");
  return { name, id: idOf(plan, "workspace", { name, resourceGroup }) };
};

/** Some packages of `az` cannot load `az monitor`, so `az rest` asks. */
export const logWorkspace: Proof = {
  source: "azure-monitor/logs/data-retention-configure.md; HSM facts, section 2.M",
  reads: (plan) => {
    const { name, id } = workspaceOf(plan);
    return [getResource(`${name}-workspace.json`, "workspace", id)];
  },
  evaluate: ({ plan, answers }) => {
    const { region, retentionDays } = planned(plan.diagnostics, "diagnostics");
    const least = workspaceDays(retentionDays);
    return about(answers, "workspace", workspaceOf(plan).id, "", (value) => [
      ...member(value, "location", sameRegion(region)),
      ...member(value, "properties.provisioningState", is("Succeeded")),
      // Once a daily cap is reached, nothing more of the day is kept.
      ...member(value, "properties.workspaceCapping.dailyQuotaGb", ifSaid(is(-1))),
      ...member(
        value,
        "properties.retentionInDays",
        that(`at least ${String(least)}`, (found) => typeof found === "number" && found >= least),
      ),
    ]);
  },
};
