// The English of every refusal: all that most processes ever print.
import { CEREMONY_FAULTS } from "./en/ceremony-faults.ts";
import { CEREMONY_SCRIPTS_FAULTS } from "./en/ceremony-scripts-faults.ts";
import { CLI_FAULTS } from "./en/cli-faults.ts";
import { CONTINUATION } from "./en/continuation.ts";
import { CRYPTO_FAULTS } from "./en/crypto-faults.ts";
import { DEPLOYMENT_FAULTS } from "./en/deployment-faults.ts";
import { DEPLOYMENT_RECORD_FAULTS } from "./en/deployment-record-faults.ts";
import { DESK_FAULTS } from "./en/desk-faults.ts";
import { DISK_FAULTS } from "./en/disk-faults.ts";
import { EVIDENCE_FAULTS } from "./en/evidence-faults.ts";
import { HSM_FAULTS } from "./en/hsm-faults.ts";
import { JOURNAL_FAULTS } from "./en/journal-faults.ts";
import { MAIN_FAULTS } from "./en/main-faults.ts";
import { MEANING_FAULTS } from "./en/meaning-faults.ts";
import { MEDIA_FAULTS } from "./en/media-faults.ts";
import { NETWORK_FAULTS } from "./en/network-faults.ts";
import { PEOPLE_FAULTS } from "./en/people-faults.ts";
import { PIPE_FAULTS } from "./en/pipe-faults.ts";
import { REHEARSAL_HSM_FAULTS } from "./en/rehearsal-hsm-faults.ts";
import { REHEARSE_FAULTS } from "./en/rehearse-faults.ts";
import { RULES } from "./en/rules.ts";
import { SESSION_FAULTS } from "./en/session-faults.ts";
import { USECASES_FAULTS } from "./en/usecases-faults.ts";
import { VAULT_FAULTS } from "./en/vault-faults.ts";

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
