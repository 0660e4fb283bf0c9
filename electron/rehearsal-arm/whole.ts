// A whole deployment, in an order in which it can be done and every proof holds at its time.
import type { RunbookName } from "../deployment/deployment.ts";

/**
 * The runbooks' own order, with two differences that the runbooks themselves demand: `repoint` only after
 * a recovery with every key that services use, and the soak's end when all of that is there.
 */
export const WHOLE: readonly RunbookName[] = [
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
  "sql-mi",
  "ad-disks",
  "storage",
  "cosmos-db",
  "other-vms",
  "aks",
  "soak",
  "rotation",
  "failover",
  "failback",
  "full-backup",
  "recovery-rehearsal",
  "repoint",
  "removal",
];
