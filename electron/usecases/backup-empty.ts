// The backup of the empty HSM: Azure restores only into an HSM that has a full backup of its own.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { hsmOf, startedJob, untilDone } from "./hsm-wait.ts";
import { begin, finish, record, stateOf } from "./turn.ts";

/**
 * A job that began before a crash is asked for its status before another one is begun; a second
 * backup of an empty HSM harms nothing.
 * @throws Fault E-STATE*, E-HSM-*
 */
export async function backupEmpty(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "backup-empty");
  const { recovery, backup } = turn.state;
  // The power went between the end of the backup and the end of the step.
  if (recovery.emptyBackupAt !== "") return finish(deps, turn);
  const hsm = await hsmOf(deps, turn.state);
  const container = backup?.container ?? "";
  const job = await startedJob(recovery.backupJob, (known) => hsm.backupStatus(known), async () => {
    record(deps, { type: "backup-began", by: "administrator", data: {
      container, storage: "managed-identity",
    } });
    const started = await hsm.startBackup(container);
    record(deps, { type: "backup-started", by: "app", data: { job: started } });
    return started;
  });
  const { folder = "" } = await untilDone(deps, "backup", () => hsm.backupStatus(job));
  if (stateOf(deps).recovery.emptyBackupAt === "")
    record(deps, { type: "backup-ended", by: "app", data: { folder } });
  return finish(deps, turn);
}
