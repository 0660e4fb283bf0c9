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
import { sentence } from "../../text/sentence.ts";
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
  title: "Provision the HSM",
  purpose: "The HSM exists, with what can never be changed as planned.",
  section: "Deployment flow, phase 0: Provision HSM pool",
  order: "A check comes before the creation, because the HSM is billed from its first minute.",
  steps: (plan) => [
    reading("Check what must hold before anything is billed", READER, ["preflight"], {
      notes: [
        "A listed region may still lack capacity: only the creation shows it.",
        "A subscription has at most 5 HSMs in a region, and an HSM at most 64 private endpoints.",
      ],
    }),
    ...(plan.identities.length === 0
      ? []
      : [
          {
            title: "Create the identities",
            role: "Managed Identity Contributor on the resource group",
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
            changes: "Creates the user-assigned identities: the HSM writes its backups with one.",
            undo: "az identity delete; first remove the identity from the HSM.",
            takes: "seconds",
            proofs: [],
          } satisfies Step,
        ]),
    {
      title: "Create the HSM",
      role: HSM_CONTRIBUTOR,
      commands: createHsm(plan, plan.hsm) ?? [],
      changes: "Creates the HSM in its region. It is not activated yet, and answers nothing.",
      undo: "Name, region, SKU and retention cannot be changed. A deleted HSM is billed until its retention ends.",
      cost: "The hourly price of one pool, from its creation on, activated or not",
      takes: "8 to 14 minutes measured; allow 30",
      twoPeople: `It is billed at once, and ${plan.hsm.name} keeps its region, SKU and ${String(plan.hsm.retentionDays)} days of retention for good.`,
      notes: [
        "az 2.74 accepts network flags here and silently drops them: the runbook public-access sets them.",
      ],
      messages: ["create"],
      proofs: ["hsm-created", "purge-protection"],
    },
  ],
};

/** Who decided on a quorum that the check would not leave at that. */
function decided({ hsm }: Plan): readonly string[] {
  const { officers, quorum, decision } = hsm.securityDomain;
  const by = decidersOf(decision);
  return by.length === 0
    ? []
    : [
        `${String(quorum)} of ${String(officers)} was decided by ${by.join(" and ")} on ${decision?.date ?? ""}: ${decision?.reason ?? ""}`,
      ];
}

const countsOf = ({ hsm: { securityDomain } }: Plan): string =>
  `${String(securityDomain.officers)} officers and a quorum of ${String(securityDomain.quorum)}`;

const flagsOf = ({ hsm: { securityDomain } }: Plan): string =>
  `--officers ${String(securityDomain.officers)} --quorum ${String(securityDomain.quorum)}`;

export const activate: Runbook = {
  title: "Activate the HSM",
  purpose: "The officers have the security domain's keys, and the HSM answers.",
  section: "Deployment flow, phase 0: Activate security domain; Security domain custody",
  steps: (plan) => [
    {
      title: "Hold the activation ceremony",
      role: "Managed HSM Administrator who is one of its first administrators; the officers; a witness",
      changes: `The HSM takes the security domain of ${countsOf(plan)}.`,
      undo: "Nobody can: the HSM takes no other domain. Officers' keys can be replaced later.",
      takes: "about 10 minutes for the download; hours with the ceremony",
      ceremony: { scripts: ["activation"], hsm: plan.hsm.name },
      twoPeople:
        "If the domain or a quorum of its keys is lost, every key in the HSM is lost for good.",
      notes: [
        `Use the ceremony Activate of this app, on its two stations, with ${countsOf(plan)}: it proves every group of ${String(plan.hsm.securityDomain.quorum)} keys before the HSM is used. Its opening takes these numbers from this plan's file. Write its record's name and head words beside this step.`,
        `Rehearse it with as many: sd rehearse activation ${flagsOf(plan)} --out DIR.`,
        ...decided(plan),
        "Do it before public access goes off: without a working endpoint an activation is impossible.",
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
  title: "Assign people's roles",
  purpose: "Administrators, governance and key management are in different hands.",
  section: "Deployment flow, phase 0: Configure RBAC; RBAC and key management model",
  steps: (plan) => [
    {
      title: "Assign the roles of people and groups",
      role: GRANTS,
      commands: plan.roles.flatMap((role) => {
        const id = plannedId(plan, role.assignee);
        return id === null ? [] : [grantRole(plan, role, id, typeOf(plan, role))];
      }),
      changes: "Adds role assignments in the HSM.",
      undo: "az keyvault role assignment delete with the same values.",
      takes: "seconds each",
      wait: SIX_MINUTES,
      notes: [
        ...powerNotes(plan),
        "MatchingRoleAssignmentExists means that the assignment is there already, as those of the first administrators are from the creation: continue with the next command.",
        "(AccessDenied) on reading role definitions may come after the assignment was made: list the assignments before you repeat it.",
        "Administrator, Crypto Officer and Policy Administrator can each grant themselves any role: watch their assignments.",
        "The check roles stays open until the services have theirs: until then, only they may be among its findings.",
      ],
      messages: ["local-roles", "reach"],
      proofs: ["administrators"],
    },
    {
      title: "Set who may manage keys",
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
        ? "Anyone who may write the HSM's resource can manage its keys, without a role in the HSM."
        : "Keys are managed by the HSM's own roles alone, not through Azure Resource Manager.",
      undo: "The same command with the other value.",
      takes: "seconds",
      notes: ["Only an Administrator can read it back, too."],
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

const ALERT_GROUP =
  "The action group must be there: it says who is notified. Make it in the portal, and test it.";

export const diagnostics: Runbook = {
  title: "Keep the HSM's log, and be told",
  purpose: "Every use of a key can be traced, and people are notified of what must not happen.",
  section: "Missing in the plan",
  order: "Before anything uses the HSM: what was not logged cannot be found later.",
  steps: (plan) => {
    const log = needed(plan.diagnostics, "diagnostics");
    const { name, workspace, resourceGroup } = log;
    const [metrics, queries] = [metricRules(plan), logRules(plan)];
    const id = idOf(plan, "hsm", plan.hsm);
    return [
      {
        title: "Send the audit log to the workspace",
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
        changes: "Adds a diagnostic setting. The log begins now; earlier events are not in it.",
        undo: "az monitor diagnostic-settings delete; what was logged stays.",
        cost: "Log Analytics, by the amount that is kept",
        takes: "up to 10 minutes until the first line",
        notes: [
          "If az says that 'monitor' is misspelled or not recognized, its package is broken: use az rest, or az of another package.",
        ],
        proofs: ["diagnostics"],
      },
      ...(metrics.length === 0
        ? []
        : [
            {
              title: "Create the alerts on metrics",
              role: MONITORING,
              commands: metrics.map((rule) => metricAlert(plan, rule)),
              changes: "Adds alert rules: availability below 100 %, latency above 1000 ms.",
              undo: "az monitor metrics alert delete.",
              cost: "Azure Monitor, for each rule",
              takes: "up to 10 minutes until they start",
              notes: [ALERT_GROUP, "A broken az package has no az monitor: see the step before."],
              proofs: queries.length === 0 ? ["alerts"] : [],
            } satisfies Step,
          ]),
      ...(queries.length === 0
        ? []
        : [
            {
              title: "Create the alerts on the log",
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
              changes:
                "Adds alert rules on the workspace: each fires where its query finds a line of the last five minutes.",
              undo: "The same command with --method delete and without --body.",
              cost: "Azure Monitor, for each rule",
              takes: "seconds; up to 10 minutes until a line is in the log",
              notes: [
                ALERT_GROUP,
                "The queries look at addresses and statuses. Trigger each of them once, and see that people are notified.",
              ],
              proofs: ["alerts"],
            } satisfies Step,
          ]),
    ];
  },
};

export const extend: Runbook = {
  title: "Extend the HSM to its second region",
  purpose: "The HSM answers from both regions.",
  section: "Deployment flow, phase 0: Enable multi-region replication",
  order: "Nothing else is done on the HSM until the region is Succeeded.",
  steps: (plan) => {
    const region = needed(plan.hsm.extension, "hsm.extension");
    const hsm = ["--hsm-name", plan.hsm.name, "--resource-group", plan.hsm.resourceGroup];
    return [
      {
        title: `Add the region ${region}`,
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
        changes:
          "Adds a second pool of three partitions in that region, with the same keys and roles.",
        undo: "The runbook removal: the region is purged at once, without soft-delete.",
        cost: "The hourly price of one more pool: twice as much in all",
        takes: "up to 30 minutes; 24.5 recorded",
        twoPeople:
          "It doubles the price, and an extended HSM cannot be deleted until the region is removed.",
        wait: "Until the region is Succeeded. Until then do nothing on the HSM: the regions could differ afterwards.",
        messages: ["region"],
        proofs: ["region-extended"],
      },
    ];
  },
};
