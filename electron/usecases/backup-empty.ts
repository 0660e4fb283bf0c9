// The backup of the empty HSM: Azure restores only into an HSM that has a full backup of its own.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { askedFirst, hsmOf, startedJob, storageWay, untilDone } from "./hsm-wait.ts";
import { begin, finish, record, stateOf } from "./turn.ts";

/**
 * A job that began before a crash is asked for its status before another one begins; a second
 * backup of an empty HSM does no harm.
 * @param sasFile the file with the SAS token for the storage; else the HSM's identity is used
 * @throws Fault E-STATE*, E-SAS-*, E-HSM-*
 */
export async function backupEmpty(deps: Deps, sasFile?: string): Promise<CeremonyView> {
  const turn = begin(deps, "backup-empty");
  const { recovery, backup } = turn.state;
  // Interrupted between the end of the backup and the end of the step.
  if (recovery.emptyBackupAt !== "") return finish(deps, turn);
  const hsm = await hsmOf(deps, turn.state);
  const container = backup?.container ?? "";
  const job = await startedJob(
    recovery.backupJob,
    (known) => hsm.backupStatus(known),
    async () => {
      await askedFirst(deps, hsm, "backup", await hsm.checkBackup(container, sasFile));
      record(deps, {
        type: "backup-began",
        by: "administrator",
        data: { container, storage: storageWay(sasFile) },
      });
      const started = await hsm.startBackup(container, sasFile);
      record(deps, { type: "backup-started", by: "app", data: { job: started } });
      return started;
    },
  );
  const { folder = "" } = await untilDone(deps, "backup", () => hsm.backupStatus(job));
  if (stateOf(deps).recovery.emptyBackupAt === "")
    record(deps, { type: "backup-ended", by: "app", data: { folder } });
  return finish(deps, turn);
}
