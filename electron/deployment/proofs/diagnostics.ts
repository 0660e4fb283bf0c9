// diagnostics: the HSM's log is kept, so that every use of a key can be traced.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { alike, allOf } from "./about.ts";
import { is } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { getResource } from "./reads.ts";

const SETTING = "providers/Microsoft.Insights/diagnosticSettings";

/** Some packages of `az` cannot load `az monitor`, so `az rest` asks. */
export const diagnostics: Proof = {
  source: "managed-hsm/logging.md; HSM facts, section 2.M",
  reads: (plan) => [
    getResource(
      `${plan.hsm.name}-diagnostics.json`,
      "diagnostic-setting",
      `${idOf(plan, "hsm", plan.hsm)}/${SETTING}`,
    ),
  ],
  evaluate: ({ plan, answers }) => {
    const { name } = planned(plan.diagnostics, "diagnostics");
    const id = `${idOf(plan, "hsm", plan.hsm)}/${SETTING}/${name}`;
    const all = allOf(answers, "diagnostic-setting");
    const own = all.filter((setting) => alike(textAt(setting, "id"), id));
    if (own.length === 0)
      return [differs("id", id, all[0] === undefined ? NOTHING : textAt(all[0], "id") || NOTHING)];
    return own.flatMap((setting) => oneSetting(plan, setting));
  },
};

/** The categories that log authenticated calls; metrics alone do not. */
const AUDITS = [
  ["category", "AuditEvent"],
  ["categoryGroup", "audit"],
  ["categoryGroup", "allLogs"],
] as const;

function oneSetting(plan: Plan, setting: Json): readonly Finding[] {
  const { name, resourceGroup } = planned(
    plan.diagnostics && {
      name: plan.diagnostics.workspace,
      resourceGroup: plan.diagnostics.resourceGroup,
    },
    "diagnostics",
  );
  const audits = itemsAt(setting, "properties.logs").filter((log) =>
    AUDITS.some(([member, value]) => textAt(log, member).toLowerCase() === value.toLowerCase()),
  );
  const isOn = audits.some((log) => memberAt(log, "enabled") === true);
  const said = audits.length === 0 ? NOTHING : "enabled: false";
  return [
    ...(isOn ? [] : [differs("properties.logs.enabled", "AuditEvent, enabled: true", said)]),
    ...member(
      setting,
      "properties.workspaceId",
      is(idOf(plan, "workspace", { name, resourceGroup })),
    ),
  ];
}
