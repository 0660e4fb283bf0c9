// The HSM, its recovery HSM, its backup and its log.
import { decidersOf } from "../plan/decision.ts";
import type { Plan } from "../plan/plan.ts";
import { named, same } from "../plan/named.ts";
import { AZ_LASTING, azRelease, isRepeating, SIZES, SIZES_V2 } from "../plan/azure-facts.ts";
import { ALERTS } from "../plan/hsm.ts";
import { servicesOf } from "../plan/services-of.ts";
import { peopleOf } from "../plan/people-of.ts";
import { hits, type Hit, type Rule } from "./rule.ts";

const RETENTION_MIN = 7;
const RETENTION_MAX = 90;
/** PCI DSS 4.0 (10.5.1) requires an audit log to be kept this long. */
const LOG_DAYS = 365;
const BACKUP_DAYS = 30;

/** Both HSMs, where there are two. */
const pools = ["hsm", "recoveryHsm"] as const;

const isDecided = ({ decision }: Plan["hsm"]["securityDomain"]): boolean =>
  decidersOf(decision).length > 0;

export const HSM: readonly Rule[] = [
  {
    code: "P-HSM-SKU",
    severity: "stops",
    says: "Azure has no such size of a Managed HSM, and it cannot be changed after creation.",
    next: "Set sku to Standard_B1, or to the size that Microsoft agreed with you.",
    source: "create",
    runbooks: ["provision"],
    find: (plan) =>
      pools.flatMap((pool) =>
        hits(plan[pool] && ![...SIZES, ...SIZES_V2].includes(plan[pool].sku) && `${pool}.sku`),
      ),
  },
  {
    code: "P-HSM-SKU-V2",
    severity: "advice",
    says: "No page says what a size of the second generation costs, or whether a security domain moves to it.",
    next: "Ask Microsoft, recover into the same size, and do not take the Cloud HSM of the same name.",
    source: "sizes",
    runbooks: ["provision", "recovery-rehearsal"],
    find: (plan) =>
      pools.flatMap((pool) =>
        hits(plan[pool] && SIZES_V2.includes(plan[pool].sku) && `${pool}.sku`),
      ),
  },
  {
    code: "P-RECOVERY-HSM-SKU",
    severity: "stops",
    says: "The recovery HSM has another size than the first; nothing shows that domain and backup move between sizes.",
    next: "Give both the same sku.",
    source: "sizes",
    runbooks: ["recovery-rehearsal", "repoint"],
    find: ({ hsm, recoveryHsm }) =>
      hits(recoveryHsm && recoveryHsm.sku !== hsm.sku && ["recoveryHsm.sku", "hsm.sku"]),
  },
  {
    code: "P-AZ-ENDS",
    severity: "advice",
    says: "From 27 February 2027 Azure refuses what this release of az asks: create, show, region, update-hsm; not the HSM itself.",
    next: "Use az 2.90 or later, and api-version 2026-02-01 of Microsoft.KeyVault in templates and az rest.",
    source: "armVersions",
    runbooks: ["provision", "extend", "public-access", "recovery-rehearsal", "removal"],
    find: ({ az }) => hits(az !== undefined && azRelease(az) < AZ_LASTING && "az"),
  },
  {
    code: "P-AZ-REPEATS",
    severity: "advice",
    says: "This release of az may send a request twice, and then reports a failure of what was accepted.",
    next: "Use az 2.90 or later, or read the state after an error before you try again.",
    source: "azRepeats",
    runbooks: ["activate", "full-backup", "recovery-rehearsal"],
    find: ({ az }) => hits(az !== undefined && isRepeating(azRelease(az)) && "az"),
  },
  {
    code: "P-HSM-RETENTION",
    severity: "stops",
    says: "An HSM can keep what was deleted for 7 to 90 days only.",
    next: "Set retentionDays to 90; it cannot be changed after the HSM was created.",
    source: "softDelete",
    runbooks: ["provision"],
    find: (plan) =>
      pools.flatMap((pool) => {
        const days = plan[pool]?.retentionDays ?? RETENTION_MAX;
        return hits((days < RETENTION_MIN || days > RETENTION_MAX) && `${pool}.retentionDays`);
      }),
  },
  {
    code: "P-HSM-RETENTION-SHORT",
    severity: "advice",
    says: "What is deleted can be recovered for less than 90 days, and that cannot be changed later.",
    next: "Set retentionDays to 90, unless the cost of a deleted HSM weighs more.",
    source: "softDelete",
    runbooks: ["provision"],
    find: ({ hsm }) =>
      hits(
        hsm.retentionDays >= RETENTION_MIN
          && hsm.retentionDays < RETENTION_MAX
          && "hsm.retentionDays",
      ),
  },
  {
    code: "P-HSM-PURGE-PROTECTION",
    severity: "stops",
    says: "Without purge protection SQL, disks and storage refuse the HSM's keys.",
    next: "Set purgeProtection to true.",
    source: "softDelete",
    runbooks: ["provision", "sql-mi", "ad-disks", "storage"],
    find: ({ hsm }) => hits(!hsm.purgeProtection && "hsm.purgeProtection"),
  },
  {
    code: "P-HSM-ADMINISTRATORS-NONE",
    severity: "stops",
    says: "An HSM cannot be created without an administrator.",
    next: "Name a group of people in administrators.",
    source: "create",
    runbooks: ["provision"],
    find: (plan) =>
      pools.flatMap((pool) =>
        hits(plan[pool]?.administrators.length === 0 && `${pool}.administrators`),
      ),
  },
  {
    code: "P-HSM-ADMINISTRATOR-ALONE",
    severity: "stops",
    says: "Only one person would administer the HSM, and could lock everyone out by leaving.",
    next: "Name a group of two people or more.",
    source: "secure",
    runbooks: ["provision"],
    find: (plan) =>
      pools.flatMap((pool) => {
        const people = (plan[pool]?.administrators ?? []).flatMap((name) => peopleOf(plan, name));
        return hits(new Set(people).size === 1 && `${pool}.administrators`);
      }),
  },
  {
    code: "P-HSM-QUORUM",
    severity: "stops",
    says: "More officers are needed to open the security domain than there are.",
    next: "Set a quorum of at most the number of officers; az itself does not check it.",
    source: "domain",
    runbooks: ["activate"],
    find: ({ hsm: { securityDomain } }) =>
      hits(securityDomain.quorum > securityDomain.officers && "hsm.securityDomain.quorum"),
  },
  {
    code: "P-HSM-QUORUM-ALL",
    severity: "stops",
    says: "All officers are needed to open the security domain: the loss of one key loses the HSM.",
    next: "Set a smaller quorum, add officers, or let two people decide it in securityDomain.decision.",
    source: "domain",
    runbooks: ["activate"],
    find: ({ hsm: { securityDomain } }) =>
      hits(
        securityDomain.quorum === securityDomain.officers
          && !isDecided(securityDomain)
          && "hsm.securityDomain.quorum",
      ),
  },
  {
    code: "P-HSM-QUORUM-SMALL",
    severity: "advice",
    says: "Two officers are enough to open the security domain; Microsoft advises three or more.",
    next: "Set a quorum of 3, or let two people decide it in securityDomain.decision.",
    source: "domain",
    runbooks: ["activate"],
    find: ({ hsm: { securityDomain } }) =>
      hits(securityDomain.quorum < 3 && !isDecided(securityDomain) && "hsm.securityDomain.quorum"),
  },
  {
    code: "P-HSM-PUBLIC",
    severity: "stops",
    says: "The HSM would continue to answer the internet.",
    next: "Set publicAccess to Disabled: it is switched off once both endpoints are proven.",
    source: "network",
    runbooks: ["public-access"],
    find: ({ hsm }) => hits(hsm.publicAccess === "Enabled" && "hsm.publicAccess"),
  },
  {
    code: "P-HSM-DEFAULT-ALLOW",
    severity: "stops",
    says: "The HSM's firewall would let through every call that no rule covers.",
    next: "Set defaultAction to Deny; Azure Policy looks at this member alone.",
    source: "policy",
    runbooks: ["public-access"],
    find: ({ hsm }) => hits(hsm.defaultAction === "Allow" && "hsm.defaultAction"),
  },
  {
    code: "P-HSM-BYPASS",
    severity: "stops",
    says: "Disks, storage and Cosmos DB call the HSM from outside the networks, and would be cut off from their key.",
    next: "Set bypass to AzureServices.",
    source: "trusted",
    runbooks: ["public-access", "ad-disks", "storage", "cosmos-db"],
    find: (plan) => {
      const others = servicesOf(plan).filter(({ kind }) => kind !== "sql");
      const [first, ...rest] = others.map(({ at }) => at);
      return hits(
        plan.hsm.bypass === "None" && first !== undefined && ["hsm.bypass", first, ...rest],
      );
    },
  },
  {
    code: "P-HSM-KEYS-THROUGH-ARM",
    severity: "stops",
    says: "Azure Resource Manager would be trusted to manage keys, past the HSM's own roles.",
    next: "Set keysThroughArm to false.",
    source: "arm",
    runbooks: ["keys"],
    find: ({ hsm }) => hits(hsm.keysThroughArm && "hsm.keysThroughArm"),
  },
  {
    code: "P-RECOVERY-HSM-MISSING",
    severity: "stops",
    says: "There is no second HSM, so a recovery cannot be rehearsed, and nothing shows that it works.",
    next: "Add recoveryHsm; it can be deleted after the rehearsal.",
    source: "recovery",
    runbooks: ["recovery-rehearsal"],
    find: ({ recoveryHsm }) => hits(recoveryHsm === undefined && "recoveryHsm"),
  },
  {
    code: "P-RECOVERY-HSM-NAME",
    severity: "stops",
    says: "Two HSMs cannot have the same name: it is part of their address.",
    next: "Give the recovery HSM a name of its own.",
    source: "create",
    runbooks: ["recovery-rehearsal"],
    find: ({ hsm, recoveryHsm }) =>
      hits(recoveryHsm && same(recoveryHsm.name, hsm.name) && ["recoveryHsm.name", "hsm.name"]),
  },
  {
    code: "P-RECOVERY-HSM-BILLED",
    severity: "advice",
    says: "The recovery HSM is billed for more than 7 days after a rehearsal deletes it.",
    next: "Set its retentionDays to 7, or purgeProtection to false: repoint switches it on.",
    source: "softDelete",
    runbooks: ["recovery-rehearsal"],
    find: ({ recoveryHsm }) =>
      hits(
        recoveryHsm?.purgeProtection === true
          && recoveryHsm.retentionDays > 7 && [
            "recoveryHsm.retentionDays",
            "recoveryHsm.purgeProtection",
          ],
      ),
  },
  {
    code: "P-BACKUP-MISSING",
    severity: "stops",
    says: "There is no full backup, without which a security domain restores no key.",
    next: "Add backup and the managed identity that writes it.",
    source: "recovery",
    runbooks: ["full-backup", "recovery-rehearsal"],
    find: ({ backup }) => hits(backup === undefined && "backup"),
  },
  {
    code: "P-BACKUP-CIRCLE",
    severity: "stops",
    says: "The full backups are in an account under a key of the very HSM that they are to bring back.",
    next: "Use a storage account that has no key of this HSM.",
    source: "recovery",
    runbooks: ["full-backup", "recovery-rehearsal"],
    find: ({ backup, storageAccounts }) =>
      hits(named(storageAccounts, backup?.storageAccount) !== undefined && "backup.storageAccount"),
  },
  {
    code: "P-BACKUP-OLD",
    severity: "advice",
    says: "The newest full backup may be older than the 30 days after which Azure Advisor warns.",
    next: "Set backup.everyDays to 30 or less.",
    source: "alerts",
    runbooks: ["full-backup"],
    find: ({ backup }) => hits((backup?.everyDays ?? 0) > BACKUP_DAYS && "backup.everyDays"),
  },
  {
    code: "P-BACKUP-IMMUTABLE",
    severity: "stops",
    says: "A full backup cannot be written to a container with an immutability policy.",
    next: "Use a container without one.",
    source: "backup",
    runbooks: ["full-backup"],
    find: ({ backup }) => hits(backup?.immutable === true && "backup.immutable"),
  },
  {
    code: "P-BACKUP-TRUSTED",
    severity: "stops",
    says: "The HSM could not reach its backup storage through that account's firewall.",
    next: "Let trusted services through on the storage account.",
    source: "backup",
    runbooks: ["full-backup"],
    find: ({ backup }) => hits(backup?.trustedServices === false && "backup.trustedServices"),
  },
  {
    code: "P-LOG-MISSING",
    severity: "stops",
    says: "Nothing logs who uses the HSM, so nobody would find out who downloaded its security domain.",
    next: "Add diagnostics with a Log Analytics workspace.",
    source: "logging",
    runbooks: ["diagnostics"],
    find: ({ diagnostics }) => hits(diagnostics === undefined && "diagnostics"),
  },
  {
    code: "P-LOG-SHORT",
    severity: "advice",
    says: "The HSM's log is kept for less than a year; PCI DSS asks for twelve months.",
    next: "Set diagnostics.retentionDays to 365 or more.",
    source: "pci",
    runbooks: ["diagnostics"],
    find: ({ diagnostics }) =>
      hits((diagnostics?.retentionDays ?? LOG_DAYS) < LOG_DAYS && "diagnostics.retentionDays"),
  },
  {
    code: "P-ALERT-MISSING",
    severity: "advice",
    says: "An alert is missing, so something important could happen unnoticed.",
    next: "List all alerts: roles and the security domain are protected by nothing else.",
    source: "alerts",
    runbooks: ["diagnostics"],
    find: ({ diagnostics }): readonly Hit[] =>
      hits(
        diagnostics
          && ALERTS.some((alert) => !diagnostics.alerts.includes(alert))
          && "diagnostics.alerts",
      ),
  },
];
