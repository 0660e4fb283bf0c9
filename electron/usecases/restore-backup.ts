// Restores the newest full backup: not before Azure allows it, and one job at a time.
import { fault as ceremonyFault, type CeremonyView } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import type { Deps } from "./deps.ts";
import { askedFirst, hsmOf, startedJob, storageWay, untilDone } from "./hsm-wait.ts";
import { begin, finish, record, type Turn } from "./turn.ts";

/** The time after the HSM's own backup, by Microsoft's backup-restore.md (2026-04-28). */
const RESTORE_WAIT_SECONDS = 30 * 60;

/**
 * A job that began before a crash is asked for its status before another one begins; restoring
 * again is safe, because a restore replaces everything.
 * @param sasFile as `backupEmpty`
 * @throws Fault E-STATE*, E-SAS-*, E-HSM-*
 */
export async function restoreBackup(deps: Deps, sasFile?: string): Promise<CeremonyView> {
  const turn = begin(deps, "restore-backup");
  const { backup, recovery } = turn.state;
  if (backup === null) throw ceremonyFault("E-STATE");
  // Interrupted between the end of the restore and the end of the step.
  if (recovery.isRestored) return finish(deps, turn);
  const hsm = await hsmOf(deps, turn.state);
  if (!recovery.hasWaited) await waited(deps, turn);
  const { container, folder } = backup;
  const known = recovery.restoreJob;
  const job = await startedJob(
    known,
    (started) => hsm.restoreStatus(started),
    async () => {
      await askedFirst(deps, hsm, "restore", await hsm.checkRestore(container, folder, sasFile));
      record(deps, {
        type: "restore-began",
        by: "administrator",
        data: { folder, storage: storageWay(sasFile) },
      });
      const started = await hsm.startRestore(container, folder, sasFile);
      record(deps, { type: "restore-started", by: "app", data: { job: started } });
      return started;
    },
  );
  await untilDone(deps, "restore", () => hsm.restoreStatus(job));
  record(deps, { type: "restore-ended", by: "app", data: { folder } });
  return finish(deps, turn);
}

/** From the end of the empty HSM's backup, even across a crash or a recess. */
async function waited(deps: Deps, { state }: Turn): Promise<void> {
  const since = state.recovery.emptyBackupAt;
  const from = Date.parse(since);
  const seconds = deps.mode === "PRODUCTION" ? RESTORE_WAIT_SECONDS : deps.restoreWaitSeconds;
  const until = new Date(from + seconds * 1000);
  const soFar = (): number => Math.max(0, (deps.clock().getTime() - from) / 1000);
  while (soFar() < seconds) {
    const left = Math.ceil(seconds - soFar());
    deps.notice({
      kind: "asked",
      what: "restore-wait",
      state: "running",
      seconds: soFar(),
      details: "",
      note: sentence("waiting.secondsLeft", { seconds: left }),
      until: until.toISOString(),
    });
    await deps.sleep(Math.min(deps.pollSeconds, left));
  }
  record(deps, {
    type: "restore-waited",
    by: "app",
    data: { since, advised: RESTORE_WAIT_SECONDS, waited: Math.round(soFar()) },
  });
}
