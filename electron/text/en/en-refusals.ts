// The English of every refusal: all that most processes ever print.
import { CEREMONY_FAULTS } from "./ceremony-faults.ts";
import { CEREMONY_SCRIPTS_FAULTS } from "./ceremony-scripts-faults.ts";
import { CLI_FAULTS } from "./cli-faults.ts";
import { CONTINUATION } from "./continuation.ts";
import { CRYPTO_FAULTS } from "./crypto-faults.ts";
import { DEPLOYMENT_FAULTS } from "./deployment-faults.ts";
import { DEPLOYMENT_RECORD_FAULTS } from "./deployment-record-faults.ts";
import { DESK_FAULTS } from "./desk-faults.ts";
import { DISK_FAULTS } from "./disk-faults.ts";
import { EVIDENCE_FAULTS } from "./evidence-faults.ts";
import { HSM_FAULTS } from "./hsm-faults.ts";
import { JOURNAL_FAULTS } from "./journal-faults.ts";
import { MAIN_FAULTS } from "./main-faults.ts";
import { MEANING_FAULTS } from "./meaning-faults.ts";
import { MEDIA_FAULTS } from "./media-faults.ts";
import { NETWORK_FAULTS } from "./network-faults.ts";
import { PEOPLE_FAULTS } from "./people-faults.ts";
import { PIPE_FAULTS } from "./pipe-faults.ts";
import { REHEARSAL_HSM_FAULTS } from "./rehearsal-hsm-faults.ts";
import { REHEARSE_FAULTS } from "./rehearse-faults.ts";
import { RULES } from "./rules.ts";
import { SESSION_FAULTS } from "./session-faults.ts";
import { USECASES_FAULTS } from "./usecases-faults.ts";
import { VAULT_FAULTS } from "./vault-faults.ts";

/** By their nouns. */
export const REFUSALS = {
  "ceremony-faults": CEREMONY_FAULTS,
  "ceremony-scripts-faults": CEREMONY_SCRIPTS_FAULTS,
  "cli-faults": CLI_FAULTS,
  continuation: CONTINUATION,
  "crypto-faults": CRYPTO_FAULTS,
  "deployment-faults": DEPLOYMENT_FAULTS,
  "deployment-record-faults": DEPLOYMENT_RECORD_FAULTS,
  "desk-faults": DESK_FAULTS,
  "disk-faults": DISK_FAULTS,
  "evidence-faults": EVIDENCE_FAULTS,
  "hsm-faults": HSM_FAULTS,
  "journal-faults": JOURNAL_FAULTS,
  "main-faults": MAIN_FAULTS,
  "meaning-faults": MEANING_FAULTS,
  "media-faults": MEDIA_FAULTS,
  "network-faults": NETWORK_FAULTS,
  "people-faults": PEOPLE_FAULTS,
  "pipe-faults": PIPE_FAULTS,
  "rehearsal-hsm-faults": REHEARSAL_HSM_FAULTS,
  "rehearse-faults": REHEARSE_FAULTS,
  rules: RULES,
  "session-faults": SESSION_FAULTS,
  "usecases-faults": USECASES_FAULTS,
  "vault-faults": VAULT_FAULTS,
} as const;
