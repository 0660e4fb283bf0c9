// Runbooks for a disaster: backup, recovery into another HSM, and every service that then uses it.
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

const BACKS_UP = "Managed HSM Administrator or Backup User (the HSM's own roles)";
const RESTORES = "Managed HSM Administrator or Restore User (the HSM's own roles)";

/** The step in which Azure purges an HSM that people cannot. */
export const END_OF_BILLING = "Prove that nothing is billed for it any more";

/** The oldest stable version with both questions. */
const ASKED_IN = "7.6";

const UNKNOWN_QUESTION =
  "An HSM that refuses the version takes 2025-07-01 or 2026-04-01; one that answers 404 does not know the question: then continue without.";

/** The address of a question to an HSM. */
const asked = (hsm: { readonly name: string }, question: string): string =>
  `https://${hostOf(hsm)}/${question}?api-version=${ASKED_IN}`;

/** What a restore is asked about: the same as it is done with. */
const prerestore = (plan: Plan) => ({
  folderToRestore: "FOLDER",
  sasTokenParameters: containerOf(plan),
});

export const fullBackup: Runbook = {
  title: "Make a full backup",
  purpose: "The keys can be restored: a security domain alone brings none back.",
  section: "Missing in the plan",
  order: "Before any service depends on a key.",
  steps: (plan) => {
    needed(plan.backup, "backup");
    return [
      reading("Ask whether it would succeed", BACKS_UP, [], {
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
        changes: "Nothing: no backup is written.",
        notes: [
          `az has no command for it. The answer is a job: ask for its end by az rest --method get --url ${hostOf(plan.hsm)}/backup/JOB/pending?api-version=${ASKED_IN}, with https:// before it, the same --resource, and its jobId for JOB. Its status must be Succeeded; an error says what the backup would fail of.`,
          UNKNOWN_QUESTION,
        ],
        messages: ["backup", "reach"],
      }),
      {
        title: "Make it",
        role: BACKS_UP,
        commands: [startBackup(plan)],
        changes:
          "Writes keys, versions, attributes, tags and role assignments into a new folder of the container.",
        undo: "Delete the folder.",
        cost: "The storage that it takes",
        takes: "minutes",
        notes: [
          "An external key is a reference; a restore of one may degrade the whole HSM. If the list has any, restore no full backup: make the references again.",
          "One backup at a time. az 2.77 to 2.89 report a conflict although the backup was accepted.",
          "The identity needs Storage Blob Data Contributor on the container, which has no immutability policy.",
        ],
        messages: ["backup", "reach"],
        proofs: ["full-backup", "backup-age", "external-keys"],
      },
    ];
  },
};

export const recoveryRehearsal: Runbook = {
  title: "Rehearse the recovery on a second HSM",
  purpose: "It is proven that domain, officers and backup bring the keys back.",
  section: "Security domain custody and recovery model: recovery scenario",
  order: "Once, before services follow: only a restore shows that security domain and backup work.",
  steps: (plan) => {
    const second = needed(plan.recoveryHsm, "recoveryHsm");
    const { storageAccount, container } = needed(plan.backup, "backup");
    const place = ["--storage-account-name", storageAccount, "--blob-container-name", container];
    return [
      {
        title: `Create ${second.name}`,
        role: HSM_CONTRIBUTOR,
        commands: createHsm(plan, second) ?? [],
        changes: "Creates a second HSM, which is not activated by a domain of its own.",
        undo: second.purgeProtection
          ? "az keyvault delete; it is billed until its retention ends, and until then its name is taken: plan another name for the next rehearsal. One that is recovered (az keyvault recover) has the domain already: only the restore can be rehearsed on it."
          : "az keyvault delete and az keyvault purge, by the runbook recovery-end: until then its name is taken.",
        cost: `The hourly price of one pool, ${afterDeletion(plan, second)}`,
        takes: "8 to 14 minutes measured",
        twoPeople: `It is billed at once, ${afterDeletion(plan, second)}`,
        notes: [
          "Retention and region can never be changed. For a recovery in earnest plan the retention of the first HSM: 7 days are for a rehearsal.",
        ],
        proofs: [],
      },
      {
        title: "Hold the recovery ceremony",
        role: `${ADMINISTRATOR}; ${String(plan.hsm.securityDomain.quorum)} officers with their keys; a witness`,
        changes: "The second HSM takes the security domain of the first.",
        undo: "Nobody can: the second HSM keeps that domain.",
        takes: "hours",
        ceremony: { scripts: ["recovery", "recovery-alone"], hsm: second.name },
        twoPeople: "Officers' keys are opened, and the second HSM takes the domain for good.",
        notes: [
          "Use the ceremony Recover of this app.",
          "Before the officers come, do the first step of full-backup again: an HSM that reaches its container now is backed up and restored afterwards.",
          "The plan's command (upload with --sd-quorum) does not exist in az.",
        ],
        messages: ["recovery", "reach"],
        proofs: [],
      },
      {
        title: "Back the second HSM up",
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
        changes: `Writes a backup of ${second.name} into a folder of its own.`,
        undo: "Delete the folder.",
        takes: "minutes",
        wait: THIRTY_MINUTES,
        messages: ["backup"],
        proofs: [],
      },
      {
        title: `Restore the backup into ${second.name}`,
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
        changes: `Replaces everything in ${second.name} by the backup of ${plan.hsm.name}.`,
        undo: "Nobody can: a restore wipes what was in the HSM.",
        takes: "minutes; it answers nothing meanwhile",
        twoPeople: `It wipes ${second.name}. Check the name of the HSM in the command.`,
        notes: [
          "Replace FOLDER by the folder of the backup to restore, as the check backup-age found it.",
          `Ask first whether it would succeed: az rest --method put --url ${asked(second, "prerestore")} --resource https://managedhsm.azure.net --body @prerestore.json, with ${JSON.stringify(prerestore(plan))} in that file. Nothing is replaced; the end of its job is asked for as that of a backup, at restore/JOB/pending.`,
          UNKNOWN_QUESTION,
          "If the first HSM is lost, give the answers about its keys that were kept: they are compared.",
          "az creates an HSM open to the internet, and this one has every key from then on: run recovery-end as soon as the keys are proven, or close it by the last command of repoint.",
        ],
        messages: ["backup"],
        proofs: ["recovery-hsm"],
      },
    ];
  },
};

/** What the second HSM costs once it is deleted. */
function afterDeletion({ prices }: Plan, { retentionDays, purgeProtection }: Second): string {
  const days = String(retentionDays);
  const price = (24 * retentionDays * prices.hsmHour.amount).toFixed(2);
  const billed = `for ${days} days after its deletion: ${prices.currency} ${price}, by the plan's price.`;
  return purgeProtection ? `and ${billed}` : `and until it is purged; at most ${billed}`;
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
    ? reading(END_OF_BILLING, READER, ["recovery-hsm-gone"], {
        takes: `${String(retentionDays)} days: until its scheduledPurgeDate`,
        notes: ["Nobody can purge it before. It is billed until then."],
      })
    : {
        title: `Purge ${name}`,
        role: `${HSM_CONTRIBUTOR}; at the subscription, because a deleted HSM is in no resource group`,
        commands: [az("keyvault", "purge", "--hsm-name", name, "--location", region)],
        changes:
          "It is gone with its keys and its domain, it is no longer billed, and its name is free.",
        undo: "Nobody can.",
        cost: "None from then on",
        takes: "minutes",
        twoPeople: "Nobody can undo a purge. Check the name of the HSM in the command.",
        messages: ["deleted"],
        proofs: ["recovery-hsm-gone"],
      };

export const recoveryEnd: Runbook = {
  title: "Close and delete the recovery HSM",
  purpose: "After a rehearsal no second HSM has every key, and nothing is billed for it.",
  since: 3,
  section: "Missing in the plan",
  order:
    "As soon as the recovery rehearsal is proven. Never after a recovery in earnest: then repoint follows, and this HSM stays.",
  steps: (plan) => {
    const second = needed(plan.recoveryHsm, "recoveryHsm");
    return [
      reading("Prove that both HSMs have the same keys", READER, ["recovery-hsm"]),
      {
        title: `Close and delete ${second.name}`,
        role: HSM_CONTRIBUTOR,
        commands: [
          setAccess(plan, second, { publicAccess: "Disabled", defaultAction: "Deny" }),
          az("keyvault", "delete", ...poolOf(second)),
        ],
        changes:
          "It answers nobody any more, also if it is recovered, and is soft-deleted with its keys.",
        undo: `az keyvault recover within ${String(second.retentionDays)} days, in the same resource group.`,
        cost: `The hourly price of one pool, ${afterDeletion(plan, second)}`,
        takes: "minutes",
        twoPeople: `If any service uses a key in ${second.name}, it stops: after a recovery in earnest do not do this.`,
        messages: ["deleted"],
        proofs: ["recovery-hsm-deleted"],
      },
      purging(second),
    ];
  },
};

/** Once every service uses it: az creates an HSM open to the internet. */
const closing = (plan: Plan, second: Second): Step => ({
  title: `Close ${second.name}`,
  role: HSM_CONTRIBUTOR,
  commands: [setAccess(plan, second, plan.hsm)],
  changes: "It is open only to those to whom the first HSM is.",
  undo: "The same command with Enabled and Allow: Resource Manager is never behind this firewall.",
  takes: "minutes",
  notes: [
    "First run endpoints with a plan whose HSM is this one, and prove from both networks that it is reached: SQL Managed Instance, Cosmos DB, AKS and the jump boxes are no trusted services, and a closed HSM makes their data inaccessible after 30 minutes.",
  ],
  proofs: ["recovery-access"],
});

/** SQL, disks and storage refuse a key of an HSM that can be purged; a rehearsal's could. */
const protecting = (second: Second): readonly Step[] =>
  second.purgeProtection
    ? []
    : [
        {
          title: `Protect ${second.name} against purging`,
          role: HSM_CONTRIBUTOR,
          commands: [
            az("keyvault", "update-hsm", ...poolOf(second), "--enable-purge-protection", "true"),
          ],
          changes: "Nobody can purge it before its retention ends: services refuse an HSM without.",
          undo: "Nobody can.",
          cost: "After a deletion, the hourly price of one pool until its retention ends",
          takes: "minutes",
          twoPeople: "It cannot be switched off, and bills the whole retention after a deletion.",
          proofs: [],
        },
      ];

export const repoint: Runbook = {
  title: "Point everything to the recovery HSM",
  purpose: "After a recovery every service uses its key in the HSM of the new name.",
  section: "Missing in the plan: the recovered HSM has another name and address",
  order: "Only after a recovery in earnest; rehearse it on paper after the recovery rehearsal.",
  again: ["full-backup", "recovery-rehearsal"],
  steps: (plan) => {
    const second = needed(plan.recoveryHsm, "recoveryHsm");
    const instances = secondaryFirst(plan);
    return [
      reading("Prove that the keys are there", READER, ["recovery-hsm-alone"], {
        notes: [
          "A version of a key that is newer than the backup is not there, and what uses it is lost. While the first HSM answers, make a full backup and restore it before this.",
          "The backup brought the role assignments too. Endpoints, zones, public access and diagnostics must be created again: run endpoints, public-access and diagnostics with a plan whose HSM is this one.",
        ],
      }),
      ...protecting(second),
      {
        title: "SQL: the secondary first",
        role: SQL,
        // Registered on both instances before either uses it: the primary may have changed.
        commands: [
          ...instances.flatMap((one) => registerKey(second, one)),
          ...instances.flatMap((one) => setProtector(second, one)),
        ],
        changes: "Each instance's protector is the key in the recovery HSM.",
        undo: "The same commands with the key's old address, while the old HSM answers.",
        takes: "seconds; what was inaccessible for more than 30 minutes needs a revalidation",
        wait: SIX_MINUTES,
        messages: ["sql-key"],
        proofs: [],
      },
      {
        title: "Disks",
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
        changes: "Each set uses the key in the recovery HSM; machines need no restart.",
        undo: "The same command with the old address, while the old HSM answers.",
        takes: "minutes",
        notes: [
          `Disks and their HSM must be in one region. For a set outside ${second.region}, extend ${second.name} to its region first (az keyvault region add), and try a disk there as ad-disks does.`,
        ],
        messages: ["disks"],
        proofs: [],
      },
      {
        title: "Storage",
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
        changes: "Each account uses the key in the recovery HSM.",
        undo: "The same commands with the old address, while the old HSM answers.",
        takes: "minutes",
        proofs: [],
      },
      {
        title: "Cosmos DB",
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
        changes: "Each account uses the key in the recovery HSM.",
        undo: "The same commands with the old address, while the old HSM answers.",
        takes: "minutes",
        notes: [
          "A Cosmos DB account whose access is revoked accepts nothing but its deletion: ask Microsoft first.",
        ],
        proofs: [],
      },
      reading("Prove that every service uses it", READER, ["repointed"]),
      closing(plan, second),
    ];
  },
};
