// Runbooks for the HSM itself: created, activated, its people, its log, its second region.
import { az, file, saying } from "../commands/command-line.ts";
import { versionOf } from "../plan/azure-resources.ts";
import { decidersOf } from "../plan/decision.ts";
import type { Plan } from "../plan/plan.ts";
import { powerNotes } from "../plan/powers.ts";
import {
  conditionOf,
  logAlertFile,
  logAlertId,
  logRules,
  metricRules,
  type MetricRule,
} from "../proofs/alert-rules.ts";
import { idOf } from "../proofs/ids.ts";
import { ARM_KEYS } from "../proofs/keys-through-arm.ts";
import { plannedId } from "../proofs/people.ts";
import { and, sentence, type Sentence } from "../../text/sentence.ts";
import { LOGS } from "./files.ts";
import { needed, present } from "./needs.ts";
import { grantRole } from "./parts.ts";
import { ADMINISTRATOR, GRANTS, HSM_CONTRIBUTOR, MONITORING, READER } from "./roles-needed.ts";
import { reading, SIX_MINUTES, type Runbook, type Step } from "./runbook.ts";

type Pool = Pick<
  Plan["hsm"],
  | "name"
  | "resourceGroup"
  | "region"
  | "sku"
  | "retentionDays"
  | "purgeProtection"
  | "administrators"
>;

/** Creates one of the plan's HSMs: the main one, or the one for recovery. */
export const createHsm = (plan: Plan, pool: Pool): Step["commands"] => {
  const backup = plan.identities.find(({ name }) => name === plan.backup?.identity);
  const ids = present(pool.administrators, sentence("deployment-faults.administrators")).map(
    (name) => needed(plannedId(plan, name), sentence("deployment-faults.administratorIds")),
  );
  return [
    saying(
      `Administrators: ${pool.administrators.join(", ")}`,
      az(
        "keyvault",
        "create",
        "--hsm-name",
        pool.name,
        "--resource-group",
        pool.resourceGroup,
        "--location",
        pool.region,
        "--administrators",
        ...ids,
        "--sku",
        pool.sku,
        "--retention-days",
        String(pool.retentionDays),
        "--enable-purge-protection",
        String(pool.purgeProtection),
        ...(backup === undefined ? [] : ["--mi-user-assigned", idOf(plan, "identity", backup)]),
      ),
    ),
  ];
};

export const provision: Runbook = {
  title: sentence("runbooks.provision.title"),
  purpose: sentence("runbooks.provision.purpose"),
  section: "Deployment flow, phase 0: Provision HSM pool",
  order: sentence("runbooks.provision.order"),
  steps: (plan) => [
    reading(sentence("runbook-hsm.before-billed.title"), READER, ["preflight"], {
      notes: [
        sentence("runbook-hsm.before-billed.note"),
        sentence("runbook-hsm.before-billed.note2"),
      ],
    }),
    ...(plan.identities.length === 0
      ? []
      : [
          {
            title: sentence("runbook-hsm.identities.title"),
            role: sentence("runbook-hsm.identities.role"),
            commands: plan.identities.map(({ name, resourceGroup, region }) =>
              az(
                "identity",
                "create",
                "--name",
                name,
                "--resource-group",
                resourceGroup,
                "--location",
                region,
              ),
            ),
            changes: sentence("runbook-hsm.identities.changes"),
            undo: sentence("runbook-hsm.identities.undo"),
            takes: sentence("runbook-steps.takes.seconds"),
            proofs: [],
          } satisfies Step,
        ]),
    {
      title: sentence("runbook-hsm.create.title"),
      role: HSM_CONTRIBUTOR,
      commands: createHsm(plan, plan.hsm) ?? [],
      changes: sentence("runbook-hsm.create.changes"),
      undo: sentence("runbook-hsm.create.undo"),
      cost: sentence("runbook-hsm.create.cost"),
      takes: sentence("runbook-hsm.create.takes"),
      twoPeople: sentence("runbook-hsm.create.twoPeople", {
        hsm: plan.hsm.name,
        days: String(plan.hsm.retentionDays),
      }),
      notes: [sentence("runbook-hsm.create.note")],
      messages: ["create"],
      proofs: ["hsm-created", "purge-protection"],
    },
  ],
};

/** Who decided on a quorum that the check would not leave at that. */
function decided({ hsm }: Plan): readonly Sentence[] {
  const { officers, quorum, decision } = hsm.securityDomain;
  const by = decidersOf(decision);
  if (decision === undefined || by.length === 0) return [];
  const { date, reason } = decision;
  return [
    sentence("runbook-hsm.activate.decided", { quorum, officers, people: and(by), date, reason }),
  ];
}

const countsOf = ({ hsm: { securityDomain } }: Plan): Sentence => {
  const { officers, quorum } = securityDomain;
  return sentence("runbook-hsm.counts", { officers, quorum });
};

const flagsOf = ({ hsm: { securityDomain } }: Plan): string =>
  `--officers ${String(securityDomain.officers)} --quorum ${String(securityDomain.quorum)}`;

export const activate: Runbook = {
  title: sentence("runbooks.activate.title"),
  purpose: sentence("runbooks.activate.purpose"),
  section: "Deployment flow, phase 0: Activate security domain; Security domain custody",
  steps: (plan) => [
    {
      title: sentence("runbook-hsm.activate.title"),
      role: sentence("runbook-hsm.activate.role"),
      changes: sentence("runbook-hsm.activate.changes", { counts: countsOf(plan) }),
      undo: sentence("runbook-hsm.activate.undo"),
      takes: sentence("runbook-hsm.activate.takes"),
      ceremony: { scripts: ["activation"], hsm: plan.hsm.name },
      twoPeople: sentence("runbook-hsm.activate.twoPeople"),
      notes: [
        sentence("runbook-hsm.activate.note", {
          counts: countsOf(plan),
          quorum: String(plan.hsm.securityDomain.quorum),
        }),
        sentence("runbook-hsm.activate.note2", { flags: flagsOf(plan) }),
        ...decided(plan),
        sentence("runbook-hsm.activate.note3"),
      ],
      messages: ["activation", "reach"],
      proofs: ["hsm-activated"],
    },
  ],
};

/** Who a role is granted to, as Azure sorts principals. */
const typeOf = ({ groups }: Plan, { assignee }: Plan["roles"][number]) =>
  groups.some(({ name }) => name === assignee) ? "Group" : "User";

export const roles: Runbook = {
  title: sentence("runbooks.roles.title"),
  purpose: sentence("runbooks.roles.purpose"),
  section: "Deployment flow, phase 0: Configure RBAC; RBAC and key management model",
  steps: (plan) => [
    {
      title: sentence("runbook-hsm.people.title"),
      role: GRANTS,
      commands: plan.roles.flatMap((role) => {
        const id = plannedId(plan, role.assignee);
        return id === null ? [] : [grantRole(plan, role, id, typeOf(plan, role))];
      }),
      changes: sentence("runbook-hsm.people.changes"),
      undo: sentence("runbook-hsm.people.undo"),
      takes: sentence("runbook-steps.takes.secondsEach"),
      wait: SIX_MINUTES,
      notes: [
        ...powerNotes(plan),
        sentence("runbook-hsm.people.note"),
        sentence("runbook-hsm.people.note2"),
        sentence("runbook-hsm.people.note3"),
        sentence("runbook-hsm.people.note4"),
      ],
      messages: ["local-roles", "reach"],
      proofs: ["administrators"],
    },
    {
      title: sentence("runbook-hsm.managing.title"),
      role: ADMINISTRATOR,
      commands: [
        az(
          "keyvault",
          "setting",
          "update",
          "--hsm-name",
          plan.hsm.name,
          "--name",
          ARM_KEYS,
          "--value",
          String(plan.hsm.keysThroughArm),
        ),
      ],
      changes: plan.hsm.keysThroughArm
        ? sentence("runbook-hsm.managing.changes")
        : sentence("runbook-hsm.managing.changes2"),
      undo: sentence("runbook-hsm.managing.undo"),
      takes: sentence("runbook-steps.takes.seconds"),
      notes: [sentence("runbook-hsm.managing.note")],
      messages: ["reach"],
      proofs: ["keys-through-arm"],
    },
  ],
};

function metricAlert(plan: Plan, rule: MetricRule) {
  const { resourceGroup, actionGroup } = needed(plan.diagnostics, "diagnostics");
  return az(
    "monitor",
    "metrics",
    "alert",
    "create",
    "--name",
    rule.name,
    "--resource-group",
    resourceGroup,
    "--scopes",
    idOf(plan, "hsm", plan.hsm),
    "--condition",
    conditionOf(rule),
    "--window-size",
    "5m",
    "--evaluation-frequency",
    "1m",
    "--action",
    actionGroup,
  );
}

const ALERT_GROUP = sentence("runbook-hsm.alertGroup");

export const diagnostics: Runbook = {
  title: sentence("runbooks.diagnostics.title"),
  purpose: sentence("runbooks.diagnostics.purpose"),
  section: "Missing in the plan",
  order: sentence("runbooks.diagnostics.order"),
  steps: (plan) => {
    const log = needed(plan.diagnostics, "diagnostics");
    const { name, workspace, resourceGroup } = log;
    const [metrics, queries] = [metricRules(plan), logRules(plan)];
    const id = idOf(plan, "hsm", plan.hsm);
    return [
      {
        title: sentence("runbook-hsm.log.title"),
        role: MONITORING,
        files: [LOGS],
        commands: [
          az(
            "monitor",
            "diagnostic-settings",
            "create",
            "--name",
            name,
            "--resource",
            id,
            "--workspace",
            idOf(plan, "workspace", { name: workspace, resourceGroup }),
            "--logs",
            file(LOGS),
          ),
        ],
        changes: sentence("runbook-hsm.log.changes"),
        undo: sentence("runbook-hsm.log.undo"),
        cost: sentence("runbook-hsm.log.cost"),
        takes: sentence("runbook-hsm.log.takes"),
        notes: [sentence("runbook-hsm.log.note")],
        proofs: ["diagnostics"],
      },
      ...(metrics.length === 0
        ? []
        : [
            {
              title: sentence("runbook-hsm.metrics.title"),
              role: MONITORING,
              commands: metrics.map((rule) => metricAlert(plan, rule)),
              changes: sentence("runbook-hsm.metrics.changes"),
              undo: sentence("runbook-hsm.metrics.undo"),
              cost: sentence("runbook-hsm.metrics.cost"),
              takes: sentence("runbook-hsm.metrics.takes"),
              notes: [ALERT_GROUP, sentence("runbook-hsm.metrics.note")],
              proofs: queries.length === 0 ? ["alerts"] : [],
            } satisfies Step,
          ]),
      ...(queries.length === 0
        ? []
        : [
            {
              title: sentence("runbook-hsm.logAlerts.title"),
              role: MONITORING,
              files: queries.map(logAlertFile),
              commands: queries.map((rule) =>
                az(
                  "rest",
                  "--method",
                  "put",
                  "--url",
                  `https://management.azure.com${logAlertId(plan, log, rule.name)}?api-version=${versionOf("log-alert")}`,
                  "--body",
                  file(logAlertFile(rule)),
                ),
              ),
              changes: sentence("runbook-hsm.logAlerts.changes"),
              undo: sentence("runbook-hsm.logAlerts.undo"),
              cost: sentence("runbook-hsm.metrics.cost"),
              takes: sentence("runbook-hsm.logAlerts.takes"),
              notes: [ALERT_GROUP, sentence("runbook-hsm.logAlerts.note")],
              proofs: ["alerts"],
            } satisfies Step,
          ]),
    ];
  },
};

export const extend: Runbook = {
  title: sentence("runbooks.extend.title"),
  purpose: sentence("runbooks.extend.purpose"),
  section: "Deployment flow, phase 0: Enable multi-region replication",
  order: sentence("runbooks.extend.order"),
  steps: (plan) => {
    const region = needed(plan.hsm.extension, "hsm.extension");
    const hsm = ["--hsm-name", plan.hsm.name, "--resource-group", plan.hsm.resourceGroup];
    return [
      {
        title: sentence("runbook-hsm.extend.title", { region }),
        role: HSM_CONTRIBUTOR,
        commands: [
          az("keyvault", "region", "add", ...hsm, "--region", region),
          az(
            "keyvault",
            "region",
            "wait",
            ...hsm,
            "--custom",
            `length(properties.regions[?name=='${region}' && provisioningState=='Succeeded'])==\`1\``,
          ),
        ],
        changes: sentence("runbook-hsm.extend.changes"),
        undo: sentence("runbook-hsm.extend.undo"),
        cost: sentence("runbook-hsm.extend.cost"),
        takes: sentence("runbook-hsm.extend.takes"),
        twoPeople: sentence("runbook-hsm.extend.twoPeople"),
        wait: sentence("runbook-hsm.extend.wait"),
        messages: ["region"],
        proofs: ["region-extended"],
      },
    ];
  },
};
