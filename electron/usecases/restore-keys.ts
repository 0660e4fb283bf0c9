// Brings the keys back: a backup of the empty HSM, the newest full backup restored, the keys
// compared.
import { guid } from "../../crypto/index.ts";
import { judgeKeys, fault as ceremonyFault, type CeremonyView } from "../ceremony/ceremony.ts";
import { withKeyReader } from "../hsm/key-reader.ts";
import type { Deps } from "./deps.ts";
import { hsmOf, untilDone } from "./hsm-wait.ts";
import { begin, finish, record, refuse } from "./turn.ts";

/**
 * Azure restores only into an HSM that has a full backup of its own.
 * @throws Fault E-STATE*, E-HSM-*
 */
export async function backupEmpty(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "backup-empty");
  const hsm = await hsmOf(deps, turn.state);
  const job = await hsm.startBackup(turn.state.backup?.container ?? "");
  const { folder = "" } = await untilDone(deps, "backup", () => hsm.backupStatus(job));
  record(deps, { type: "backup-ended", by: "app", data: { folder } });
  return finish(deps, turn);
}

/**
 * Restoring again after a crash is safe: a restore replaces all.
 * @throws Fault E-STATE*, E-HSM-*
 */
export async function restoreBackup(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "restore-backup");
  const { backup } = turn.state;
  if (backup === null) throw ceremonyFault("E-STATE");
  const hsm = await hsmOf(deps, turn.state);
  const { container, folder } = backup;
  record(deps, { type: "restore-began", by: "administrator", data: { folder } });
  const job = await hsm.startRestore(container, folder);
  await untilDone(deps, "restore", () => hsm.restoreStatus(job));
  record(deps, { type: "restore-ended", by: "app", data: { folder } });
  return finish(deps, turn);
}

/**
 * Every expected key, in its version, with the same public half.
 * @throws Fault E-KEYS-DIFFER, E-HSM-*
 */
export async function compareKeys(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "compare-keys");
  const hsm = await hsmOf(deps, turn.state);
  const found = await withKeyReader(hsm, guid(deps.random), () => hsm.keys());
  refuse(judgeKeys(turn.state.backup?.keys ?? [], found));
  const keys = found.map(({ name, version, publicSha256 }) => ({ name, version, publicSha256 }));
  record(deps, { type: "keys-compared", by: "app", data: { keys } });
  return finish(deps, turn);
}
