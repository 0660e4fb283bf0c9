// The calendar of a custody: what is due next.

export const CALENDAR = {
  attestation: "Custody attestation",
  "attestation.what": "Every seal is compared with the last record, at each site, within a quarter of the last time.",
  "dry-run": "Dry run of recovery",
  "dry-run.what": "A quorum of officers tries the recovery on the offline station, without an HSM, within a year of the last time.",
  "key-check": "Key check of officer {seat}, {name}",
  "key-check.what": "The officer opens the key once, within a year of the last time, and new seals are put on.",
  never: "Never done before.",
  due: "Due on {day}.",
  summary: "{rehearsal, select, true {REHEARSAL: } other {}}{title}: {late, select, true {overdue, } other {}}{hsm}",
} as const;
