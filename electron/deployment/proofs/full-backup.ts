// full-backup: a full backup of the HSM, without which a security domain restores no key.
import { kept } from "../commands/command-line.ts";
import { backupFindings, startBackup } from "./backups.ts";
import type { Proof } from "./proof.ts";

export const fullBackup: Proof = {
  source: "managed-hsm/backup-restore.md, az's recordings; HSM facts, section 2.K",
  reads: (plan) => [kept(startBackup(plan))],
  evaluate: ({ plan, answers }) => backupFindings(plan, answers),
};
