// Records, before a recovery, where the newest full backup lies and which keys must be found again.
import type { CeremonyView, ExpectedKey } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record } from "./turn.ts";

export interface KnowBackupRequest {
  /** URL of the storage container, and the backup's folder in it. */
  readonly container: string;
  readonly folder: string;
  readonly keys: readonly ExpectedKey[];
}

/** @throws Fault E-STATE* */
export function knowBackup(deps: Deps, request: KnowBackupRequest): CeremonyView {
  const turn = begin(deps, "know-backup");
  const { container, folder } = request;
  const keys = request.keys.map(({ name, version, publicSha256 }) => ({
    name,
    version,
    publicSha256,
  }));
  record(deps, { type: "backup-known", by: "administrator", data: { container, folder, keys } });
  return finish(deps, turn);
}
