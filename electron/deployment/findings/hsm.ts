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
    source: "sizes",
    runbooks: ["recovery-rehearsal", "repoint"],
    find: ({ hsm, recoveryHsm }) =>
      hits(recoveryHsm && recoveryHsm.sku !== hsm.sku && ["recoveryHsm.sku", "hsm.sku"]),
  },
  {
    code: "P-AZ-ENDS",
    severity: "advice",
    source: "armVersions",
    runbooks: ["provision", "extend", "public-access", "recovery-rehearsal", "removal"],
    find: ({ az }) => hits(az !== undefined && azRelease(az) < AZ_LASTING && "az"),
  },
  {
    code: "P-AZ-REPEATS",
    severity: "advice",
    source: "azRepeats",
    runbooks: ["activate", "full-backup", "recovery-rehearsal"],
    find: ({ az }) => hits(az !== undefined && isRepeating(azRelease(az)) && "az"),
  },
  {
    code: "P-HSM-RETENTION",
    severity: "stops",
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
    source: "softDelete",
    runbooks: ["provision", "sql-mi", "ad-disks", "storage"],
    find: ({ hsm }) => hits(!hsm.purgeProtection && "hsm.purgeProtection"),
  },
  {
    code: "P-HSM-ADMINISTRATORS-NONE",
    severity: "stops",
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
    source: "domain",
    runbooks: ["activate"],
    find: ({ hsm: { securityDomain } }) =>
      hits(securityDomain.quorum > securityDomain.officers && "hsm.securityDomain.quorum"),
  },
  {
    code: "P-HSM-QUORUM-ALL",
    severity: "stops",
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
    source: "domain",
    runbooks: ["activate"],
    find: ({ hsm: { securityDomain } }) =>
      hits(securityDomain.quorum < 3 && !isDecided(securityDomain) && "hsm.securityDomain.quorum"),
  },
  {
    code: "P-HSM-PUBLIC",
    severity: "stops",
    source: "network",
    runbooks: ["public-access"],
    find: ({ hsm }) => hits(hsm.publicAccess === "Enabled" && "hsm.publicAccess"),
  },
  {
    code: "P-HSM-DEFAULT-ALLOW",
    severity: "stops",
    source: "policy",
    runbooks: ["public-access"],
    find: ({ hsm }) => hits(hsm.defaultAction === "Allow" && "hsm.defaultAction"),
  },
  {
    code: "P-HSM-BYPASS",
    severity: "stops",
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
    source: "arm",
    runbooks: ["keys"],
    find: ({ hsm }) => hits(hsm.keysThroughArm && "hsm.keysThroughArm"),
  },
  {
    code: "P-RECOVERY-HSM-MISSING",
    severity: "stops",
    source: "recovery",
    runbooks: ["recovery-rehearsal"],
    find: ({ recoveryHsm }) => hits(recoveryHsm === undefined && "recoveryHsm"),
  },
  {
    code: "P-RECOVERY-HSM-NAME",
    severity: "stops",
    source: "create",
    runbooks: ["recovery-rehearsal"],
    find: ({ hsm, recoveryHsm }) =>
      hits(recoveryHsm && same(recoveryHsm.name, hsm.name) && ["recoveryHsm.name", "hsm.name"]),
  },
  {
    code: "P-RECOVERY-HSM-BILLED",
    severity: "advice",
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
    source: "recovery",
    runbooks: ["full-backup", "recovery-rehearsal"],
    find: ({ backup }) => hits(backup === undefined && "backup"),
  },
  {
    code: "P-BACKUP-CIRCLE",
    severity: "stops",
    source: "recovery",
    runbooks: ["full-backup", "recovery-rehearsal"],
    find: ({ backup, storageAccounts }) =>
      hits(named(storageAccounts, backup?.storageAccount) !== undefined && "backup.storageAccount"),
  },
  {
    code: "P-BACKUP-OLD",
    severity: "advice",
    source: "alerts",
    runbooks: ["full-backup"],
    find: ({ backup }) => hits((backup?.everyDays ?? 0) > BACKUP_DAYS && "backup.everyDays"),
  },
  {
    code: "P-BACKUP-IMMUTABLE",
    severity: "stops",
    source: "backup",
    runbooks: ["full-backup"],
    find: ({ backup }) => hits(backup?.immutable === true && "backup.immutable"),
  },
  {
    code: "P-BACKUP-TRUSTED",
    severity: "stops",
    source: "backup",
    runbooks: ["full-backup"],
    find: ({ backup }) => hits(backup?.trustedServices === false && "backup.trustedServices"),
  },
  {
    code: "P-LOG-MISSING",
    severity: "stops",
    source: "logging",
    runbooks: ["diagnostics"],
    find: ({ diagnostics }) => hits(diagnostics === undefined && "diagnostics"),
  },
  {
    code: "P-LOG-SHORT",
    severity: "advice",
    source: "pci",
    runbooks: ["diagnostics"],
    find: ({ diagnostics }) =>
      hits((diagnostics?.retentionDays ?? LOG_DAYS) < LOG_DAYS && "diagnostics.retentionDays"),
  },
  {
    code: "P-ALERT-MISSING",
    severity: "advice",
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
