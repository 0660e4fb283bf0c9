// Where the newest full backup of the HSM is stored, and when it was taken: the security domain
// alone brings no key back.
import { fault, isPlain, type CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record } from "./turn.ts";

export interface BackupRequest {
  readonly container: string;
  readonly folder: string;
  /** The day, as "2026-11-25". */
  readonly takenAt: string;
}

/** @throws Fault E-STATE*, E-BACKUP-NAMED for an empty place, or an invalid or future day */
export function nameBackup(deps: Deps, request: BackupRequest): CeremonyView {
  const { container, folder, takenAt } = request;
  const turn = begin(deps, "name-backup");
  const plain = isPlain(container, 200) && isPlain(folder, 200);
  if (!plain || !isPast(takenAt, deps.clock())) throw fault("E-BACKUP-NAMED");
  record(deps, { type: "backup-named", by: turn.step.by, data: { container, folder, takenAt } });
  return finish(deps, turn);
}

function isPast(day: string, now: Date): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return new Date(time).toISOString().startsWith(day) && time <= now.getTime();
}
