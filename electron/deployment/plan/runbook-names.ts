// The runbooks of a deployment, in the order in which they are run.

/**
 * In order; those of `WHEN_DUE` are not part of the way to the end.
 * docs/deployment.md explains where the order differs from the plan's.
 */
export const RUNBOOKS = [
  "provision",
  "activate",
  "roles",
  "diagnostics",
  "extend",
  "endpoints",
  "public-access",
  "keys",
  "rotation-policies",
  "service-roles",
  "full-backup",
  "recovery-rehearsal",
  "repoint",
  "sql-mi",
  "ad-disks",
  "soak",
  "storage",
  "cosmos-db",
  "other-vms",
  "aks",
  "rotation",
  "failover",
  "failback",
  "removal",
] as const;

export type RunbookName = (typeof RUNBOOKS)[number];

/** Those that no deployment runs for itself: only after a recovery, or when they are due. */
export const WHEN_DUE: readonly RunbookName[] = [
  "repoint",
  "rotation",
  "failover",
  "failback",
  "removal",
];
