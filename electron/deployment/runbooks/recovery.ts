// Runbooks for a disaster: backup, recovery into another HSM, and every service that then uses it.
import { sentence, type Sentence } from "../../text/sentence.ts";
import { answer, az, file, variable } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { startBackup } from "../proofs/backups.ts";
import { hostOf, idOf, keyAddress } from "../proofs/ids.ts";
import { containerOf, PREBACKUP } from "./files.ts";
import { createHsm } from "./hsm.ts";
import { needed } from "./needs.ts";
import { kid, registerKey, secondaryFirst, setAccess, setProtector } from "./parts.ts";
import {
  ADMINISTRATOR,
  COMPUTE,
  COSMOS,
  HSM_CONTRIBUTOR,
  READER,
  SQL,
  STORAGE,
} from "./roles-needed.ts";
import { reading, SIX_MINUTES, THIRTY_MINUTES, type Runbook, type Step } from "./runbook.ts";

type Second = NonNullable<Plan["recoveryHsm"]>;

const BACKS_UP = sentence("runbook-recovery.role.backsUp");
const RESTORES = sentence("runbook-recovery.role.restores");

/** The oldest stable version with both questions. */
const ASKED_IN = "7.6";

const UNKNOWN_QUESTION = sentence("runbook-recovery.unknownQuestion");

/** The address of a question to an HSM. */
const asked = (hsm: { readonly name: string }, question: string): string =>
  `https://${hostOf(hsm)}/${question}?api-version=${ASKED_IN}`;

/** What a restore is asked about: the same as it is done with. */
const prerestore = (plan: Plan) => ({
  folderToRestore: "FOLDER",
  sasTokenParameters: containerOf(plan),
});

export const fullBackup: Runbook = {
  title: sentence("runbooks.full-backup.title"),
  purpose: sentence("runbooks.full-backup.purpose"),
  section: "Missing in the plan",
  order: sentence("runbooks.full-backup.order"),
  steps: (plan) => {
    needed(plan.backup, "backup");
    return [
      reading(sentence("runbook-recovery.ask.title"), BACKS_UP, [], {
        files: [PREBACKUP],
        commands: [
          az(
            "rest",
            "--method",
            "post",
            "--url",
            asked(plan.hsm, "prebackup"),
            "--resource",
            "https://managedhsm.azure.net",
            "--body",
            file(PREBACKUP),
          ),
        ],
        changes: sentence("runbook-recovery.ask.changes"),
        notes: [
          sentence("runbook-recovery.ask.note", { host: hostOf(plan.hsm), version: ASKED_IN }),
          UNKNOWN_QUESTION,
        ],
        messages: ["backup", "reach"],
      }),
      {
        title: sentence("runbook-recovery.backup.title"),
        role: BACKS_UP,
        commands: [startBackup(plan)],
        changes: sentence("runbook-recovery.backup.changes"),
        undo: sentence("runbook-recovery.backup.undo"),
        cost: sentence("runbook-recovery.backup.cost"),
        takes: sentence("runbook-steps.takes.minutes"),
        notes: [
          sentence("runbook-recovery.backup.note"),
          sentence("runbook-recovery.backup.note2"),
          sentence("runbook-recovery.backup.note3"),
        ],
        messages: ["backup", "reach"],
        proofs: ["full-backup", "backup-age", "external-keys"],
      },
    ];
  },
};

export const recoveryRehearsal: Runbook = {
  title: sentence("runbooks.recovery-rehearsal.title"),
  purpose: sentence("runbooks.recovery-rehearsal.purpose"),
  section: "Security domain custody and recovery model: recovery scenario",
  order: sentence("runbooks.recovery-rehearsal.order"),
  steps: (plan) => {
    const second = needed(plan.recoveryHsm, "recoveryHsm");
    const { storageAccount, container } = needed(plan.backup, "backup");
    const place = ["--storage-account-name", storageAccount, "--blob-container-name", container];
    return [
      {
        title: sentence("runbook-recovery.second.title", { hsm: second.name }),
        role: HSM_CONTRIBUTOR,
        commands: createHsm(plan, second) ?? [],
        changes: sentence("runbook-recovery.second.changes"),
        undo: second.purgeProtection
          ? sentence("runbook-recovery.second.undo")
          : sentence("runbook-recovery.second.undo2"),
        cost: sentence("runbook-recovery.second.cost", { billed: afterDeletion(plan, second) }),
        takes: sentence("runbook-recovery.second.takes"),
        twoPeople: sentence("runbook-recovery.second.twoPeople", {
          billed: afterDeletion(plan, second),
        }),
        notes: [sentence("runbook-recovery.second.note")],
        proofs: [],
      },
      {
        title: sentence("runbook-recovery.ceremony.title"),
        role: sentence("runbook-recovery.ceremony.role", {
          role: ADMINISTRATOR,
          quorum: String(plan.hsm.securityDomain.quorum),
        }),
        changes: sentence("runbook-recovery.ceremony.changes"),
        undo: sentence("runbook-recovery.ceremony.undo"),
        takes: sentence("runbook-steps.takes.hours"),
        ceremony: { scripts: ["recovery", "recovery-alone"], hsm: second.name },
        twoPeople: sentence("runbook-recovery.ceremony.twoPeople"),
        notes: [
          sentence("runbook-recovery.ceremony.note"),
          sentence("runbook-recovery.ceremony.note2"),
          sentence("runbook-recovery.ceremony.note3"),
        ],
        messages: ["recovery", "reach"],
        proofs: [],
      },
      {
        title: sentence("runbook-recovery.secondBackup.title"),
        role: BACKS_UP,
        commands: [
          answer(
            `${second.name}-backup.json`,
            "keyvault",
            "backup",
            "start",
            "--hsm-name",
            second.name,
            "--use-managed-identity",
            "true",
            ...place,
          ),
        ],
        changes: sentence("runbook-recovery.secondBackup.changes", { hsm: second.name }),
        undo: sentence("runbook-recovery.backup.undo"),
        takes: sentence("runbook-steps.takes.minutes"),
        wait: THIRTY_MINUTES,
        messages: ["backup"],
        proofs: [],
      },
      {
        title: sentence("runbook-recovery.restore.title", { hsm: second.name }),
        role: RESTORES,
        commands: [
          az(
            "keyvault",
            "restore",
            "start",
            "--hsm-name",
            second.name,
            "--use-managed-identity",
            "true",
            ...place,
            "--backup-folder",
            "FOLDER",
          ),
        ],
        changes: sentence("runbook-recovery.restore.changes", {
          hsm: second.name,
          first: plan.hsm.name,
        }),
        undo: sentence("runbook-recovery.restore.undo"),
        takes: sentence("runbook-recovery.restore.takes"),
        twoPeople: sentence("runbook-recovery.restore.twoPeople", { hsm: second.name }),
        notes: [
          sentence("runbook-recovery.restore.note"),
          sentence("runbook-recovery.restore.note2", {
            url: asked(second, "prerestore"),
            json: JSON.stringify(prerestore(plan)),
          }),
          UNKNOWN_QUESTION,
          sentence("runbook-recovery.restore.note3"),
          sentence("runbook-recovery.restore.note4"),
        ],
        messages: ["backup"],
        proofs: ["recovery-hsm"],
      },
    ];
  },
};

/** What the second HSM costs once it is deleted. */
function afterDeletion({ prices }: Plan, { retentionDays, purgeProtection }: Second): Sentence {
  const price = (24 * retentionDays * prices.hsmHour.amount).toFixed(2);
  const given = { days: retentionDays, sum: `${prices.currency} ${price}` };
  return purgeProtection
    ? sentence("runbook-recovery.billed.protected", given)
    : sentence("runbook-recovery.billed.purged", given);
}

/** An HSM by its name and group. */
const poolOf = ({ name, resourceGroup }: Second): readonly string[] => [
  "--hsm-name",
  name,
  "--resource-group",
  resourceGroup,
];

/** Nothing is billed once it is purged: by people, or by Azure at the end of its retention. */
const purging = ({ name, region, retentionDays, purgeProtection }: Second): Step =>
  purgeProtection
    ? reading(sentence("runbook-recovery.endOfBilling.title"), READER, ["recovery-hsm-gone"], {
        takes: sentence("runbook-recovery.endOfBilling.takes", { days: String(retentionDays) }),
        notes: [sentence("runbook-recovery.endOfBilling.note")],
      })
    : {
        title: sentence("runbook-recovery.purge.title", { hsm: name }),
        role: sentence("runbook-recovery.purge.role", { role: HSM_CONTRIBUTOR }),
        commands: [az("keyvault", "purge", "--hsm-name", name, "--location", region)],
        changes: sentence("runbook-recovery.purge.changes"),
        undo: sentence("runbook-steps.undo.nobody"),
        cost: sentence("runbook-recovery.purge.cost"),
        takes: sentence("runbook-steps.takes.minutes"),
        twoPeople: sentence("runbook-recovery.purge.twoPeople"),
        messages: ["deleted"],
        proofs: ["recovery-hsm-gone"],
      };

export const recoveryEnd: Runbook = {
  title: sentence("runbooks.recovery-end.title"),
  purpose: sentence("runbooks.recovery-end.purpose"),
  since: 3,
  section: "Missing in the plan",
  order: sentence("runbooks.recovery-end.order"),
  steps: (plan) => {
    const second = needed(plan.recoveryHsm, "recoveryHsm");
    return [
      reading(sentence("runbook-recovery.same.title"), READER, ["recovery-hsm"]),
      {
        title: sentence("runbook-recovery.delete.title", { hsm: second.name }),
        role: HSM_CONTRIBUTOR,
        commands: [
          setAccess(plan, second, { publicAccess: "Disabled", defaultAction: "Deny" }),
          az("keyvault", "delete", ...poolOf(second)),
        ],
        changes: sentence("runbook-recovery.delete.changes"),
        undo: sentence("runbook-recovery.delete.undo", { days: String(second.retentionDays) }),
        cost: sentence("runbook-recovery.second.cost", { billed: afterDeletion(plan, second) }),
        takes: sentence("runbook-steps.takes.minutes"),
        twoPeople: sentence("runbook-recovery.delete.twoPeople", { hsm: second.name }),
        messages: ["deleted"],
        proofs: ["recovery-hsm-deleted"],
      },
      purging(second),
    ];
  },
};

/** Once every service uses it: az creates an HSM open to the internet. */
const closing = (plan: Plan, second: Second): Step => ({
  title: sentence("runbook-recovery.close.title", { hsm: second.name }),
  role: HSM_CONTRIBUTOR,
  commands: [setAccess(plan, second, plan.hsm)],
  changes: sentence("runbook-recovery.close.changes"),
  undo: sentence("runbook-recovery.close.undo"),
  takes: sentence("runbook-steps.takes.minutes"),
  notes: [sentence("runbook-recovery.close.note")],
  proofs: ["recovery-access"],
});

/** SQL, disks and storage refuse a key of an HSM that can be purged; a rehearsal's could. */
const protecting = (second: Second): readonly Step[] =>
  second.purgeProtection
    ? []
    : [
        {
          title: sentence("runbook-recovery.protect.title", { hsm: second.name }),
          role: HSM_CONTRIBUTOR,
          commands: [
            az("keyvault", "update-hsm", ...poolOf(second), "--enable-purge-protection", "true"),
          ],
          changes: sentence("runbook-recovery.protect.changes"),
          undo: sentence("runbook-steps.undo.nobody"),
          cost: sentence("runbook-recovery.protect.cost"),
          takes: sentence("runbook-steps.takes.minutes"),
          twoPeople: sentence("runbook-recovery.protect.twoPeople"),
          proofs: [],
        },
      ];

export const repoint: Runbook = {
  title: sentence("runbooks.repoint.title"),
  purpose: sentence("runbooks.repoint.purpose"),
  section: "Missing in the plan: the recovered HSM has another name and address",
  order: sentence("runbooks.repoint.order"),
  again: ["full-backup", "recovery-rehearsal"],
  steps: (plan) => {
    const second = needed(plan.recoveryHsm, "recoveryHsm");
    const instances = secondaryFirst(plan);
    return [
      reading(sentence("runbook-recovery.there.title"), READER, ["recovery-hsm-alone"], {
        notes: [sentence("runbook-recovery.there.note"), sentence("runbook-recovery.there.note2")],
      }),
      ...protecting(second),
      {
        title: sentence("runbook-recovery.sql.title"),
        role: SQL,
        // Registered on both instances before either uses it: the primary may have changed.
        commands: [
          ...instances.flatMap((one) => registerKey(second, one)),
          ...instances.flatMap((one) => setProtector(second, one)),
        ],
        changes: sentence("runbook-recovery.sql.changes"),
        undo: sentence("runbook-recovery.sql.undo"),
        takes: sentence("runbook-recovery.sql.takes"),
        wait: SIX_MINUTES,
        messages: ["sql-key"],
        proofs: [],
      },
      {
        title: sentence("runbook-recovery.disks.title"),
        role: COMPUTE,
        commands: plan.diskSets.flatMap(({ name, resourceGroup, key, autoRotation }) => [
          kid(second, key),
          az(
            "disk-encryption-set",
            "update",
            "--name",
            name,
            "--resource-group",
            resourceGroup,
            "--key-url",
            variable("KEY_URI"),
            "--source-vault",
            idOf(plan, "hsm", second),
            "--enable-auto-key-rotation",
            String(autoRotation),
          ),
        ]),
        changes: sentence("runbook-recovery.disks.changes"),
        undo: sentence("runbook-recovery.disks.undo"),
        takes: sentence("runbook-steps.takes.minutes"),
        notes: [
          sentence("runbook-recovery.disks.note", { region: second.region, hsm: second.name }),
        ],
        messages: ["disks"],
        proofs: [],
      },
      {
        title: sentence("runbook-recovery.storage.title"),
        role: STORAGE,
        commands: plan.storageAccounts.map(({ name, resourceGroup, key }) =>
          az(
            "storage",
            "account",
            "update",
            "--name",
            name,
            "--resource-group",
            resourceGroup,
            "--encryption-key-source",
            "Microsoft.Keyvault",
            "--encryption-key-vault",
            `https://${second.name.toLowerCase()}.managedhsm.azure.net/`,
            "--encryption-key-name",
            key,
          ),
        ),
        changes: sentence("runbook-recovery.storage.changes"),
        undo: sentence("runbook-recovery.storage.undo"),
        takes: sentence("runbook-steps.takes.minutes"),
        proofs: [],
      },
      {
        title: sentence("runbook-recovery.cosmos.title"),
        role: COSMOS,
        commands: plan.cosmosAccounts.map(({ name, resourceGroup, key }) =>
          az(
            "cosmosdb",
            "update",
            "--name",
            name,
            "--resource-group",
            resourceGroup,
            "--key-uri",
            keyAddress(second, key),
          ),
        ),
        changes: sentence("runbook-recovery.storage.changes"),
        undo: sentence("runbook-recovery.storage.undo"),
        takes: sentence("runbook-steps.takes.minutes"),
        notes: [sentence("runbook-recovery.cosmos.note")],
        proofs: [],
      },
      reading(sentence("runbook-recovery.repointed.title"), READER, ["repointed"]),
      closing(plan, second),
    ];
  },
};
