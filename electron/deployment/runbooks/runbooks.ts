// All runbooks by name, in the order in which they are run. Of each step only what applies to the plan.
import { RUNBOOKS as NAMES, type RunbookName } from "../plan/runbook-names.ts";
import { cosmosDb, storage } from "./data.ts";
import { adDisks, aks, otherVms } from "./disks.ts";
import { foundation } from "./foundation.ts";
import { activate, diagnostics, extend, provision, roles } from "./hsm.ts";
import { keys, rotation, rotationPolicies, serviceRoles } from "./keys.ts";
import { endpoints, publicAccess } from "./network.ts";
import { failback, failover, removal, soak } from "./operation.ts";
import { fullBackup, recoveryEnd, recoveryRehearsal, repoint } from "./recovery.ts";
import { applying } from "./needs.ts";
import type { Runbook, Runbooks } from "./runbook.ts";
import { sqlMi } from "./sql.ts";

const WHOLE: Runbooks = {
  foundation,
  provision,
  activate,
  roles,
  diagnostics,
  extend,
  endpoints,
  "public-access": publicAccess,
  keys,
  "rotation-policies": rotationPolicies,
  "service-roles": serviceRoles,
  "full-backup": fullBackup,
  "recovery-rehearsal": recoveryRehearsal,
  "recovery-end": recoveryEnd,
  repoint,
  "sql-mi": sqlMi,
  "ad-disks": adDisks,
  soak,
  storage,
  "cosmos-db": cosmosDb,
  "other-vms": otherVms,
  aks,
  rotation,
  failover,
  failback,
  removal,
};

/** For a plan each has the steps, and each step the proofs, for which the plan has something. */
export const RUNBOOKS = Object.fromEntries(
  NAMES.map((name): [string, Runbook] => {
    const runbook = WHOLE[name];
    return [name, { ...runbook, steps: (plan) => applying(plan, name, runbook.steps(plan)) }];
  }),
) as Runbooks;

/** Whether a word is the name of a runbook. */
export const isRunbook = (name: string): name is RunbookName => Object.hasOwn(RUNBOOKS, name);
