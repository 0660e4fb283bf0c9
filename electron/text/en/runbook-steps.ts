// What steps of several runbooks say.

export const RUNBOOK_STEPS = {
  "changes.nothing": "Nothing.",
  "wait.thirty": "Wait 30 minutes: so old must this backup be before the restore. Microsoft's page on backup and restore says so.",
  there: "Prove it first: if it is proven, everything is there already, and none of its commands is run.",
  "wait.six": "Wait 6 minutes: so long may a write take to reach the HSM's other region. Microsoft's page on multi-region replication says so.",
  serviceRoles: "Run service-roles for them now, and prove roles: without its role a service is refused, and so is the next step.",
  "takes.minutes": "minutes",
  "takes.seconds": "seconds",
  "takes.secondsEach": "seconds each",
  "takes.hours": "hours",
  "takes.minutesToHours": "minutes to hours",
  "undo.nobody": "Nobody can.",
  "undo.nothing": "There is nothing to undo.",
  forwarder: "{address} is no machine of the plan: run {script} in PowerShell on that server, and keep what it prints as {file}.",
} as const;
