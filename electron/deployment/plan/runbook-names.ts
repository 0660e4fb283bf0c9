// The runbooks of a deployment, in the order in which they are run.

/**
 * In order; `repoint` only after a recovery, the last four whenever they are due.
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
