// Runbooks for operation: the soak, failover and failback, removal.
import { answer, az } from "../commands/command-line.ts";
import type { Plan, SoakTest } from "../plan/plan.ts";
import { failedOver, isForFailover } from "../plan/replicas.ts";
import { idOf } from "../proofs/ids.ts";
import { besideSql } from "../proofs/services-healthy.ts";
import { SOAK_NOTES } from "../proofs/soak.ts";
import { groupOf } from "../proofs/failover-groups.ts";
import { sentence } from "../../text/sentence.ts";
import { SOAK_SERVICES } from "./files.ts";
import { needed } from "./needs.ts";
import { MACHINE_FAILOVER, machinesMoved } from "./site-recovery.ts";
import { COMPUTE, HSM_CONTRIBUTOR, READER, RECOVERY, SQL } from "./roles-needed.ts";
import { reading, type Runbook, type Step } from "./runbook.ts";

export const soak: Runbook = {
  title: "Watch it for weeks",
  purpose: "Nothing failed for the whole period, and everything was tried once.",
  section: "Validation soak period (2-4 weeks)",
  order: "Before the services of phase 2. A missing sample fails it.",
  steps: (plan) => [
    sampling(plan),
    reading(
      "Prove everything again at the end",
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

const ISOLATED =
  "Make each test failover into a network that reaches no other, and end it with its clean-up: a domain controller's replica that reaches its living twin damages Active Directory.";

/** How each test is done. */
const PROCEDURES: Readonly<Record<SoakTest, string>> = {
  rotation: "run the runbook rotation.",
  "planned-failover":
    "move SQL's primary role to the other region and back, by the commands of failover and failback, without --allow-data-loss; each time wait until mi-databases is proven.",
  "test-failover":
    "in the portal start a test failover of each replicated item, see that its machine starts and its disks have the target set, and clean it up.",
  "key-disabled":
    "for a copy with a key of its own: az keyvault key set-attributes with --enabled false, see the copy become inaccessible, and --enabled true after at most 20 minutes. It must heal within an hour. Never in production.",
  "restore-before-key":
    "restore a database, under a new name, to a time before its instance had the key: az sql midb restore. It must be Online.",
  "restore-before-rotation":
    "restore a database, under a new name, to a time before the last rotation. It needs the old version of the key, which must still be enabled.",
  "controller-reboot": "restart one domain controller, and prove dc-health four hours later.",
  "machine-restart":
    "az vm deallocate and az vm start for one machine whose disks have a set, and prove disks.",
};

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
    ? `Take a sample every ${String(sampleMinutes)} minutes, for the whole period`
    : "Try each of the tests once within the period";
  return reading(title, READER, ["soak"], {
    takes: `${String(days)} days`,
    ...(isSampled ? { files } : {}),
    notes: [
      ...(isSampled
        ? [
            "Run the commands by cron or the Task Scheduler, each sample into a file of its own: replace TIME by the time.",
            "The scripts sign in by the jump box's own managed identity (az login --identity): a person's sign-in ends before. Give that identity Reader on the resource groups, and no role in the HSM.",
            gapMinutes === undefined
              ? "A missing sample fails. If the machine may restart, plan soak.gapMinutes before you begin, not afterwards."
              : `Samples may be missing for ${String(gapMinutes)} minutes at a time, as the plan says.`,
          ]
        : []),
      ...(tests.length === 0
        ? []
        : [
            `Try each test once while two people watch, and note it in a list in ${SOAK_NOTES}, as {"sample":"test","test":"NAME","at":"TIME","by":["NAME","NAME"]}:`,
            ...tests.map((test) => `${test}: ${PROCEDURES[test]}`),
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
  title: `Make ${region} the primary region of SQL`,
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
  changes:
    "The instances exchange their roles. The read-write listener moves by itself; clients connect again.",
  undo: "The same command with the other region.",
  takes: "up to 5 minutes; impossible while the group is seeding",
  twoPeople:
    "Every client is disconnected. Only if the region is lost, and two people decide so, add --allow-data-loss.",
  proofs: [],
});

export const failover: Runbook = {
  title: "Fail over to the second region",
  purpose: "The second region serves, with the same keys.",
  section: "Disaster recovery: failover scenario",
  order:
    "The HSM and Active Directory are proven before SQL and machines move. The way back is failback.",
  steps: (plan) => {
    needed(plan.failoverGroup ?? plan.siteRecovery, sentence("deployment-faults.groupOrRecovery"));
    return [
      reading(
        "Prove that the HSM answers in the second region",
        READER,
        ["second-region-reached"],
        {
          files: ["reach.sh", "reach.ps1"],
          notes: [
            "There is no command to fail an HSM over: both regions are always active, and its name leads to one that works.",
            "Let six minutes pass without a write to the HSM.",
          ],
        },
      ),
      reading(
        "Prove the domain controllers of the second region",
        COMPUTE,
        ["second-region-controllers"],
        {
          files: ["dc-health.ps1"],
          notes: [
            "Never start the replica of a domain controller while the original runs.",
            ...testsOnly(plan),
          ],
        },
      ),
      ...primaryIn(plan, "secondary"),
      ...machinesOver(plan),
      reading(
        "Prove that traffic has moved",
        READER,
        ["traffic-switched", "second-region-healthy"],
        {
          notes: [
            "Nothing of the first region is asked: it may be lost. After a forced failover the group is in step again only when that region is back.",
          ],
        },
      ),
    ];
  },
};

/** The replicas that the runbook leaves alone. */
function testsOnly(plan: Plan): readonly string[] {
  const names = (plan.siteRecovery?.items ?? [])
    .filter((one) => !isForFailover(plan, one))
    .map(({ machine }) => machine);
  return names.length === 0
    ? []
    : [`These replicas are for test failovers alone, and are not started: ${names.join(", ")}.`];
}

const machinesOver = (plan: Plan): readonly Step[] =>
  failedOver(plan).length === 0
    ? []
    : [
        {
          title: "Fail the replicated machines over",
          role: RECOVERY,
          files: [MACHINE_FAILOVER],
          commands: machinesMoved(plan),
          changes: "The machines start in the second region, their disks under its set.",
          undo: "The runbook failback.",
          takes: "minutes to hours",
          twoPeople: "In the lost region the machines' last minutes are lost.",
          notes: [
            "az 2.74 has no commands of Site Recovery; these ask Resource Manager for the same. Re-protect each machine in the portal then: its request names resources that the plan does not have.",
            "Encryption at host is not carried over: set it again.",
            "Azure shuts each original down first, if it can be reached; if its region is lost, nobody can tell that it is off. Keep it off when the region returns.",
          ],
          proofs: [],
        },
      ];

export const failback: Runbook = {
  title: "Fail back to the first region",
  purpose: "The first region serves again, with nothing lost.",
  section: "Missing in the plan",
  order: "Always started by people, planned, never forced.",
  steps: (plan) => {
    needed(plan.failoverGroup ?? plan.siteRecovery, sentence("deployment-faults.groupOrRecovery"));
    return [
      reading("Prove that the first region is back", READER, ["serving-region", "dc-health"], {
        files: ["reach.sh", "reach.ps1", "dc-health.ps1"],
      }),
      ...primaryIn(plan, "primary"),
      reading("Prove the group and its databases", READER, [
        "failover-group",
        "mi-databases",
        "services-healthy",
      ]),
      ...(failedOver(plan).length === 0
        ? []
        : [
            {
              title: "Bring the machines back, and prove their disks",
              role: RECOVERY,
              files: [MACHINE_FAILOVER],
              commands: machinesMoved(plan),
              changes: "The machines run in the first region again and are replicated as before.",
              undo: "The runbook failover.",
              takes: "minutes to hours",
              twoPeople: "The machines stop in the second region, and start in the first.",
              notes: [
                "Before it each machine must be re-protected towards the first region, and healthy; after it, towards the second one again. Both in the portal.",
                "The re-protect request has no member for a disk encryption set: read the new disks.",
              ],
              proofs: ["disks", "replicated-items"],
            } satisfies Step,
          ]),
    ];
  },
};

export const removal: Runbook = {
  title: "Remove a region, or delete the HSM",
  purpose: "What is no longer needed is no longer billed, and nothing else is lost.",
  section:
    "Disaster recovery: soft-delete nuance for multi-region; Purge protection billing impact",
  order: "An extended HSM cannot be deleted at all: its region goes first.",
  steps: (plan) => {
    const { name, resourceGroup } = plan.hsm;
    const hsm = ["--hsm-name", name, "--resource-group", resourceGroup];
    return [
      reading("Prove the newest backup", READER, ["backup-age"]),
      ...regionGone(plan, hsm),
      {
        title: `Delete ${name}`,
        role: HSM_CONTRIBUTOR,
        commands: [
          answer(`${name}-before.json`, "resource", "show", "--ids", idOf(plan, "hsm", plan.hsm)),
          az("keyvault", "delete", ...hsm),
        ],
        changes:
          "Every key is out of reach: SQL, disks, storage and Cosmos DB stop. Endpoints die.",
        undo: `az keyvault recover within ${String(plan.hsm.retentionDays)} days, in the same resource group; create the endpoints again.`,
        cost: "The full hourly price until the retention ends",
        takes: "minutes",
        twoPeople:
          "Everything that uses a key stops. Stop here if only the region was to be removed.",
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
      title: `Remove the region ${region}`,
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
      changes:
        "That region's pool is purged at once. Its workloads lose the HSM unless they reach the other endpoint.",
      undo: "Nobody can. The region can be added again, by the runbook extend.",
      cost: "None from then on for that region",
      takes: "about 40 minutes recorded",
      twoPeople: "The region is purged at once: soft-delete does not apply to it.",
      proofs: ["region-removed"],
    },
  ];
}
