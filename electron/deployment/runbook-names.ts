// The runbooks of a deployment, in the order in which they are run.

/**
 * One after the other; `repoint` only after a recovery, the last four whenever they are due. Where
 * the order is not the plan's own, docs/deployment.md says why.
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
