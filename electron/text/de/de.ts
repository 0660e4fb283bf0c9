// Every sentence in German.
import { ANCHORING } from "./anchoring.ts";
import { ARRIVAL } from "./arrival.ts";
import { ATTESTATION } from "./attestation.ts";
import { AUDIT } from "./audit.ts";
import { AWAY } from "./away.ts";
import { BACKUP } from "./backup.ts";
import { CALENDAR } from "./calendar.ts";
import { CEREMONY_FAULTS } from "./ceremony-faults.ts";
import { CERTIFICATES } from "./certificates.ts";
import { CHECKING } from "./checking.ts";
import { CHECKS } from "./checks.ts";
import { CHOOSE } from "./choose.ts";
import { CONSENT } from "./consent.ts";
import { CONTINUATION } from "./continuation.ts";
import { CREW } from "./crew.ts";
import { CRYPTO_FAULTS } from "./crypto-faults.ts";
import { CUSTODY } from "./custody.ts";
import { CUSTODY_CHECK } from "./custody-check.ts";
import { CUSTODY_PAPERS } from "./custody-papers.ts";
import { CUSTODY_RULES } from "./custody-rules.ts";
import { DAMAGED } from "./damaged.ts";
import { DECIDERS } from "./deciders.ts";
import { DEPLOYMENT } from "./deployment.ts";
import { DEPLOYMENT_FAULTS } from "./deployment-faults.ts";
import { DEPLOYMENT_RECORD_FAULTS } from "./deployment-record-faults.ts";
import { DESK_FAULTS } from "./desk-faults.ts";
import { DIALOGS } from "./dialogs.ts";
import { DISCARDED } from "./discarded.ts";
import { DISK_FAULTS } from "./disk-faults.ts";
import { DRILLS } from "./drills.ts";
import { DRIVES } from "./drives.ts";
import { ENTRIES } from "./entries.ts";
import { EVIDENCE } from "./evidence.ts";
import { EVIDENCE_FAULTS } from "./evidence-faults.ts";
import { EXPECTATIONS } from "./expectations.ts";
import { FINDINGS } from "./findings.ts";
import { FRAME } from "./frame.ts";
import { GEOMETRY } from "./geometry.ts";
import { HAND_OFF } from "./hand-off.ts";
import { HEAD_SLIPS } from "./head-slips.ts";
import { HEARING } from "./hearing.ts";
import { HELP } from "./help.ts";
import { HOME } from "./home.ts";
import { HOME_NOW } from "./home-now.ts";
import { HSM_FAULTS } from "./hsm-faults.ts";
import { INCIDENT } from "./incident.ts";
import { JOURNAL_FAULTS } from "./journal-faults.ts";
import { LEDGER } from "./ledger.ts";
import { MAIN_FAULTS } from "./main-faults.ts";
import { MEANING_FAULTS } from "./meaning-faults.ts";
import { MEDIA_FAULTS } from "./media-faults.ts";
import { MINUTES } from "./minutes.ts";
import { MINUTES_COMPLIANCE } from "./minutes-compliance.ts";
import { MINUTES_CUSTODY } from "./minutes-custody.ts";
import { MINUTES_DEVIATIONS } from "./minutes-deviations.ts";
import { MINUTES_END } from "./minutes-end.ts";
import { MINUTES_HARDWARE } from "./minutes-hardware.ts";
import { MINUTES_MADE } from "./minutes-made.ts";
import { MINUTES_PEOPLE } from "./minutes-people.ts";
import { MINUTES_ROOM } from "./minutes-room.ts";
import { MINUTES_SEALS } from "./minutes-seals.ts";
import { MINUTES_STEPS } from "./minutes-steps.ts";
import { NAMES } from "./names.ts";
import { NOTES } from "./notes.ts";
import { NETWORK_FAULTS } from "./network-faults.ts";
import { OBJECTS } from "./objects.ts";
import { OFFICER_CARD } from "./officer-card.ts";
import { OPENING } from "./opening.ts";
import { PAPER } from "./paper.ts";
import { PASSPHRASE } from "./passphrase.ts";
import { PEOPLE_FAULTS } from "./people-faults.ts";
import { PHOTOGRAPHS } from "./photographs.ts";
import { PIPE_FAULTS } from "./pipe-faults.ts";
import { PLAN_NEW } from "./plan-new.ts";
import { PLAN_TERMS } from "./plan-terms.ts";
import { PREFLIGHT } from "./preflight.ts";
import { PREFLIGHT_POINTS } from "./preflight-points.ts";
import { PRINT } from "./print.ts";
import { RECONCILE } from "./reconcile.ts";
import { REFUSAL } from "./refusal.ts";
import { REHEARSE_FAULTS } from "./rehearse-faults.ts";
import { ROLES } from "./roles.ts";
import { ROLES_NEEDED } from "./roles-needed.ts";
import { ROOM } from "./room.ts";
import { RULES } from "./rules.ts";
import { RUNBOOK_DATA } from "./runbook-data.ts";
import { RUNBOOK_DISKS } from "./runbook-disks.ts";
import { RUNBOOK_FOUNDATION } from "./runbook-foundation.ts";
import { RUNBOOK_HSM } from "./runbook-hsm.ts";
import { RUNBOOK_KEYS } from "./runbook-keys.ts";
import { RUNBOOK_NETWORK } from "./runbook-network.ts";
import { RUNBOOK_OPERATION } from "./runbook-operation.ts";
import { RUNBOOK_RECOVERY } from "./runbook-recovery.ts";
import { RUNBOOK_SQL } from "./runbook-sql.ts";
import { RUNBOOK_STEPS } from "./runbook-steps.ts";
import { RUNBOOKS } from "./runbooks.ts";
import { RUNNING } from "./running.ts";
import { SAID } from "./said.ts";
import { SCRIPTS } from "./scripts.ts";
import { SESSION_FAULTS } from "./session-faults.ts";
import { SHOW } from "./show.ts";
import { SIGN_IN } from "./sign-in.ts";
import { STATION_ROLE } from "./station-role.ts";
import { STEP_FRAME } from "./step-frame.ts";
import { STEPS } from "./steps.ts";
import { TASKS } from "./tasks.ts";
import { TERMS } from "./terms.ts";
import { TIMES } from "./times.ts";
import { TRAINER } from "./trainer.ts";
import { USECASES_FAULTS } from "./usecases-faults.ts";
import { VAULT_FAULTS } from "./vault-faults.ts";
import { WAITING } from "./waiting.ts";
import { WALKTHROUGH } from "./walkthrough.ts";
import type { Translation } from "../rows/translation.ts";

export const DE: Translation = {
  anchoring: ANCHORING,
  arrival: ARRIVAL,
  attestation: ATTESTATION,
  audit: AUDIT,
  away: AWAY,
  backup: BACKUP,
  calendar: CALENDAR,
  "ceremony-faults": CEREMONY_FAULTS,
  certificates: CERTIFICATES,
  checking: CHECKING,
  checks: CHECKS,
  choose: CHOOSE,
  consent: CONSENT,
  continuation: CONTINUATION,
  crew: CREW,
  "crypto-faults": CRYPTO_FAULTS,
  custody: CUSTODY,
  "custody-check": CUSTODY_CHECK,
  "custody-papers": CUSTODY_PAPERS,
  "custody-rules": CUSTODY_RULES,
  damaged: DAMAGED,
  deciders: DECIDERS,
  deployment: DEPLOYMENT,
  "deployment-faults": DEPLOYMENT_FAULTS,
  "deployment-record-faults": DEPLOYMENT_RECORD_FAULTS,
  "desk-faults": DESK_FAULTS,
  dialogs: DIALOGS,
  discarded: DISCARDED,
  "disk-faults": DISK_FAULTS,
  drills: DRILLS,
  drives: DRIVES,
  entries: ENTRIES,
  evidence: EVIDENCE,
  "evidence-faults": EVIDENCE_FAULTS,
  expectations: EXPECTATIONS,
  findings: FINDINGS,
  frame: FRAME,
  geometry: GEOMETRY,
  "hand-off": HAND_OFF,
  "head-slips": HEAD_SLIPS,
  hearing: HEARING,
  help: HELP,
  home: HOME,
  "home-now": HOME_NOW,
  "hsm-faults": HSM_FAULTS,
  incident: INCIDENT,
  "journal-faults": JOURNAL_FAULTS,
  ledger: LEDGER,
  "main-faults": MAIN_FAULTS,
  "meaning-faults": MEANING_FAULTS,
  "media-faults": MEDIA_FAULTS,
  minutes: MINUTES,
  "minutes-compliance": MINUTES_COMPLIANCE,
  "minutes-custody": MINUTES_CUSTODY,
  "minutes-deviations": MINUTES_DEVIATIONS,
  "minutes-end": MINUTES_END,
  "minutes-hardware": MINUTES_HARDWARE,
  "minutes-made": MINUTES_MADE,
  "minutes-people": MINUTES_PEOPLE,
  "minutes-room": MINUTES_ROOM,
  "minutes-seals": MINUTES_SEALS,
  "minutes-steps": MINUTES_STEPS,
  names: NAMES,
  notes: NOTES,
  "network-faults": NETWORK_FAULTS,
  objects: OBJECTS,
  "officer-card": OFFICER_CARD,
  opening: OPENING,
  paper: PAPER,
  passphrase: PASSPHRASE,
  "people-faults": PEOPLE_FAULTS,
  photographs: PHOTOGRAPHS,
  "pipe-faults": PIPE_FAULTS,
  "plan-new": PLAN_NEW,
  "plan-terms": PLAN_TERMS,
  preflight: PREFLIGHT,
  "preflight-points": PREFLIGHT_POINTS,
  print: PRINT,
  reconcile: RECONCILE,
  refusal: REFUSAL,
  "rehearse-faults": REHEARSE_FAULTS,
  roles: ROLES,
  "roles-needed": ROLES_NEEDED,
  room: ROOM,
  rules: RULES,
  "runbook-data": RUNBOOK_DATA,
  "runbook-disks": RUNBOOK_DISKS,
  "runbook-foundation": RUNBOOK_FOUNDATION,
  "runbook-hsm": RUNBOOK_HSM,
  "runbook-keys": RUNBOOK_KEYS,
  "runbook-network": RUNBOOK_NETWORK,
  "runbook-operation": RUNBOOK_OPERATION,
  "runbook-recovery": RUNBOOK_RECOVERY,
  "runbook-sql": RUNBOOK_SQL,
  "runbook-steps": RUNBOOK_STEPS,
  runbooks: RUNBOOKS,
  running: RUNNING,
  said: SAID,
  scripts: SCRIPTS,
  "session-faults": SESSION_FAULTS,
  show: SHOW,
  "sign-in": SIGN_IN,
  "station-role": STATION_ROLE,
  "step-frame": STEP_FRAME,
  steps: STEPS,
  tasks: TASKS,
  terms: TERMS,
  times: TIMES,
  trainer: TRAINER,
  "usecases-faults": USECASES_FAULTS,
  "vault-faults": VAULT_FAULTS,
  waiting: WAITING,
  walkthrough: WALKTHROUGH,
};
