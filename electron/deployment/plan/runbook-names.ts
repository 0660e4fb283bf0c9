// The runbooks of a deployment, in the order in which they are run.

/**
 * In order; those that are `when-due` are not part of the way to the end.
 * docs/deployment.md explains where the order differs from the plan's.
 */
export const RUNBOOKS = [
  "foundation",
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
  "recovery-end",
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

/** The plan's phases, in order; `when-due` is in none: only after a recovery, or when it is due. */
export type Phase = "0" | "1a" | "1b" | "soak" | "2" | "when-due";

/** When a runbook is run, and how long it takes with its waits and without those for people. */
export interface Timing {
  readonly phase: Phase;
  readonly lasts: string;
  /** Who says so; `estimate` is ours, of the steps' commands and waits. */
  readonly from: "Microsoft" | "recorded" | "plan" | "estimate";
}

const MINUTES = { lasts: "minutes", from: "estimate" } as const;
const HALF_AN_HOUR = { lasts: "half an hour", from: "estimate" } as const;

/** What the plan leaves out is in phase 0. */
export const TIMINGS: Readonly<Record<RunbookName, Timing>> = {
  foundation: { phase: "0", lasts: "hours: a feature takes up to one", from: "estimate" },
  provision: { phase: "0", lasts: "8 to 14 minutes; allow 30", from: "recorded" },
  activate: { phase: "0", lasts: "half a day with the ceremony", from: "estimate" },
  roles: { phase: "0", ...HALF_AN_HOUR },
  diagnostics: { phase: "0", lasts: "20 minutes until alerts and log work", from: "Microsoft" },
  extend: { phase: "0", lasts: "up to 30 minutes; 24.5 recorded", from: "Microsoft" },
  endpoints: { phase: "0", lasts: "an hour", from: "estimate" },
  "public-access": { phase: "0", ...MINUTES },
  keys: { phase: "0", ...HALF_AN_HOUR },
  "rotation-policies": { phase: "0", ...MINUTES },
  "service-roles": { phase: "0", ...HALF_AN_HOUR },
  "full-backup": { phase: "0", ...MINUTES },
  "recovery-rehearsal": { phase: "0", lasts: "a day with the ceremony", from: "estimate" },
  "recovery-end": {
    phase: "when-due",
    lasts: "minutes; with purge protection until the retention ends",
    from: "Microsoft",
  },
  repoint: { phase: "when-due", lasts: "hours", from: "estimate" },
  "sql-mi": {
    phase: "1a",
    lasts: "an hour, and one for each 360 GB that a failover group copies",
    from: "Microsoft",
  },
  "ad-disks": {
    phase: "1b",
    lasts: "half a day for each controller: Microsoft states no duration",
    from: "estimate",
  },
  soak: { phase: "soak", lasts: "2 to 4 weeks: soak.days", from: "plan" },
  storage: { phase: "2", ...MINUTES },
  "cosmos-db": { phase: "2", lasts: "hours: it depends on free request units", from: "Microsoft" },
  "other-vms": { phase: "2", lasts: "half an hour for each machine", from: "estimate" },
  aks: { phase: "2", lasts: "20 minutes for each cluster, and the move", from: "estimate" },
  rotation: { phase: "when-due", lasts: "25 hours until storage follows", from: "Microsoft" },
  failover: { phase: "when-due", lasts: "5 minutes for SQL, hours for machines", from: "estimate" },
  failback: { phase: "when-due", lasts: "5 minutes for SQL, hours for machines", from: "estimate" },
  removal: { phase: "when-due", lasts: "40 minutes for the region", from: "recorded" },
};

/** Whether it is no part of the way to the end. */
export const isWhenDue = (name: RunbookName): boolean => TIMINGS[name].phase === "when-due";
