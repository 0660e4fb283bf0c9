// Runbooks for operation: the soak, failover and failback, removal.
import { answer, az } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { failedOver, isForFailover } from "../plan/replicas.ts";
import { idOf } from "../proofs/ids.ts";
import { besideSql } from "../proofs/services-healthy.ts";
import { SOAK_NOTES } from "../proofs/soak.ts";
import { groupOf } from "../proofs/failover-groups.ts";
import { list, sentence, type Sentence } from "../../text/sentence.ts";
import { SOAK_SERVICES } from "./files.ts";
import { needed } from "./needs.ts";
import { MACHINE_FAILOVER, machinesMoved } from "./site-recovery.ts";
import { COMPUTE, HSM_CONTRIBUTOR, READER, RECOVERY, SQL } from "./roles-needed.ts";
import { reading, type Runbook, type Step } from "./runbook.ts";

export const soak: Runbook = {
  title: sentence("runbooks.soak.title"),
  purpose: sentence("runbooks.soak.purpose"),
  section: "Validation soak period (2-4 weeks)",
  order: sentence("runbooks.soak.order"),
  steps: (plan) => [
    sampling(plan),
    reading(
      sentence("runbook-operation.end.title"),
      READER,
      [
        "roles",
        "public-access",
        "purge-protection",
        "mi-protector",
        "mi-databases",
        "disk-sets",
        "disks",
        "dc-health",
        "replicated-items",
        "services-healthy",
        "backup-age",
      ],
      { files: ["dc-health.ps1"] },
    ),
  ],
};

const ISOLATED = sentence("runbook-operation.isolated");

/** What people write about a test. */
const SAMPLE = '{"sample":"test","test":"NAME","at":"TIME","by":["NAME","NAME"]}';

/** The samples of the period, and what is tried once within it. */
function sampling(plan: Plan): Step {
  const { days, sampleMinutes, gapMinutes, tests } = plan.soak;
  const files = [
    ...(plan.sqlInstances.some(({ key }) => key !== undefined)
      ? ["soak-sample.sh", "soak-sample.ps1"]
      : []),
    ...(besideSql(plan).length > 0 ? SOAK_SERVICES : []),
  ];
  const isSampled = files.length > 0;
  const title = isSampled
    ? sentence("runbook-operation.sampling.title", { minutes: sampleMinutes })
    : sentence("runbook-operation.tests.title");
  return reading(title, READER, ["soak"], {
    takes: sentence("runbook-operation.sampling.takes", { days: String(days) }),
    ...(isSampled ? { files } : {}),
    notes: [
      ...(isSampled
        ? [
            sentence("runbook-operation.sampling.note"),
            sentence("runbook-operation.sampling.note2"),
            gapMinutes === undefined
              ? sentence("runbook-operation.sampling.note3")
              : sentence("runbook-operation.sampling.note4", { minutes: String(gapMinutes) }),
          ]
        : []),
      ...(tests.length === 0
        ? []
        : [
            sentence("runbook-operation.sampling.note5", { file: SOAK_NOTES, line: SAMPLE }),
            ...tests.map((test) =>
              sentence("runbook-operation.sampling.note6", {
                test,
                how: sentence(`runbook-operation.how.${test}`),
              }),
            ),
          ]),
      ...(tests.includes("test-failover") && plan.siteRecovery !== undefined ? [ISOLATED] : []),
    ],
  });
}

/** The step that moves SQL's primary role; none if the plan has no failover group. */
function primaryIn(plan: Plan, which: "primary" | "secondary"): readonly Step[] {
  if (plan.failoverGroup === undefined) return [];
  const { region, resourceGroup } = groupOf(plan)[which];
  return [setPrimary(plan, region, resourceGroup)];
}

const setPrimary = (plan: Plan, region: string, resourceGroup: string): Step => ({
  title: sentence("runbook-operation.primary.title", { region }),
  role: SQL,
  commands: [
    az(
      "sql",
      "instance-failover-group",
      "set-primary",
      "--name",
      groupOf(plan).group.name,
      "--location",
      region,
      "--resource-group",
      resourceGroup,
    ),
  ],
  changes: sentence("runbook-operation.primary.changes"),
  undo: sentence("runbook-operation.primary.undo"),
  takes: sentence("runbook-operation.primary.takes"),
  twoPeople: sentence("runbook-operation.primary.twoPeople"),
  proofs: [],
});

export const failover: Runbook = {
  title: sentence("runbooks.failover.title"),
  purpose: sentence("runbooks.failover.purpose"),
  section: "Disaster recovery: failover scenario",
  order: sentence("runbooks.failover.order"),
  steps: (plan) => {
    needed(plan.failoverGroup ?? plan.siteRecovery, sentence("deployment-faults.groupOrRecovery"));
    return [
      reading(sentence("runbook-operation.secondRegion.title"), READER, ["second-region-reached"], {
        files: ["reach.sh", "reach.ps1"],
        notes: [
          sentence("runbook-operation.secondRegion.note"),
          sentence("runbook-operation.secondRegion.note2"),
        ],
      }),
      reading(
        sentence("runbook-operation.controllers.title"),
        COMPUTE,
        ["second-region-controllers"],
        {
          files: ["dc-health.ps1"],
          notes: [sentence("runbook-operation.controllers.note"), ...testsOnly(plan)],
        },
      ),
      ...primaryIn(plan, "secondary"),
      ...machinesOver(plan),
      reading(
        sentence("runbook-operation.moved.title"),
        READER,
        ["traffic-switched", "second-region-healthy"],
        { notes: [sentence("runbook-operation.moved.note")] },
      ),
    ];
  },
};

/** The replicas that the runbook leaves alone. */
function testsOnly(plan: Plan): readonly Sentence[] {
  const names = (plan.siteRecovery?.items ?? [])
    .filter((one) => !isForFailover(plan, one))
    .map(({ machine }) => machine);
  return names.length === 0
    ? []
    : [sentence("runbook-operation.controllers.tests", { machines: list(names) })];
}

const machinesOver = (plan: Plan): readonly Step[] =>
  failedOver(plan).length === 0
    ? []
    : [
        {
          title: sentence("runbook-operation.machinesOver.title"),
          role: RECOVERY,
          files: [MACHINE_FAILOVER],
          commands: machinesMoved(plan),
          changes: sentence("runbook-operation.machinesOver.changes"),
          undo: sentence("runbook-operation.machinesOver.undo"),
          takes: sentence("runbook-steps.takes.minutesToHours"),
          twoPeople: sentence("runbook-operation.machinesOver.twoPeople"),
          notes: [
            sentence("runbook-operation.machinesOver.note"),
            sentence("runbook-operation.machinesOver.note2"),
            sentence("runbook-operation.machinesOver.note3"),
          ],
          proofs: [],
        },
      ];

export const failback: Runbook = {
  title: sentence("runbooks.failback.title"),
  purpose: sentence("runbooks.failback.purpose"),
  section: "Missing in the plan",
  order: sentence("runbooks.failback.order"),
  steps: (plan) => {
    needed(plan.failoverGroup ?? plan.siteRecovery, sentence("deployment-faults.groupOrRecovery"));
    return [
      reading(
        sentence("runbook-operation.firstRegion.title"),
        READER,
        ["serving-region", "dc-health"],
        { files: ["reach.sh", "reach.ps1", "dc-health.ps1"] },
      ),
      ...primaryIn(plan, "primary"),
      reading(sentence("runbook-operation.group.title"), READER, [
        "failover-group",
        "mi-databases",
        "services-healthy",
      ]),
      ...(failedOver(plan).length === 0
        ? []
        : [
            {
              title: sentence("runbook-operation.machinesBack.title"),
              role: RECOVERY,
              files: [MACHINE_FAILOVER],
              commands: machinesMoved(plan),
              changes: sentence("runbook-operation.machinesBack.changes"),
              undo: sentence("runbook-operation.machinesBack.undo"),
              takes: sentence("runbook-steps.takes.minutesToHours"),
              twoPeople: sentence("runbook-operation.machinesBack.twoPeople"),
              notes: [
                sentence("runbook-operation.machinesBack.note"),
                sentence("runbook-operation.machinesBack.note2"),
              ],
              proofs: ["disks", "replicated-items"],
            } satisfies Step,
          ]),
    ];
  },
};

export const removal: Runbook = {
  title: sentence("runbooks.removal.title"),
  purpose: sentence("runbooks.removal.purpose"),
  section:
    "Disaster recovery: soft-delete nuance for multi-region; Purge protection billing impact",
  order: sentence("runbooks.removal.order"),
  steps: (plan) => {
    const { name, resourceGroup } = plan.hsm;
    const hsm = ["--hsm-name", name, "--resource-group", resourceGroup];
    return [
      reading(sentence("runbook-operation.backup.title"), READER, ["backup-age"]),
      ...regionGone(plan, hsm),
      {
        title: sentence("runbook-operation.delete.title", { hsm: name }),
        role: HSM_CONTRIBUTOR,
        commands: [
          answer(`${name}-before.json`, "resource", "show", "--ids", idOf(plan, "hsm", plan.hsm)),
          az("keyvault", "delete", ...hsm),
        ],
        changes: sentence("runbook-operation.delete.changes"),
        undo: sentence("runbook-operation.delete.undo", { days: String(plan.hsm.retentionDays) }),
        cost: sentence("runbook-operation.delete.cost"),
        takes: sentence("runbook-steps.takes.minutes"),
        twoPeople: sentence("runbook-operation.delete.twoPeople"),
        messages: ["region", "deleted"],
        proofs: ["hsm-deleted"],
      },
    ];
  },
};

/** The step that removes the HSM's second region; none if it has only one. */
function regionGone(plan: Plan, hsm: readonly string[]): readonly Step[] {
  const region = plan.hsm.extension;
  if (region === undefined) return [];
  return [
    {
      title: sentence("runbook-operation.region.title", { region }),
      role: HSM_CONTRIBUTOR,
      commands: [
        ...plan.endpoints
          .filter((one) => one.region === region)
          .map((one) =>
            az(
              "network",
              "private-endpoint",
              "delete",
              "--name",
              one.name,
              "--resource-group",
              one.resourceGroup,
            ),
          ),
        az("keyvault", "region", "remove", ...hsm, "--region", region),
      ],
      changes: sentence("runbook-operation.region.changes"),
      undo: sentence("runbook-operation.region.undo"),
      cost: sentence("runbook-operation.region.cost"),
      takes: sentence("runbook-operation.region.takes"),
      twoPeople: sentence("runbook-operation.region.twoPeople"),
      proofs: ["region-removed"],
    },
  ];
}
