// What lies between an activation and its recovery: the HSM was in use, was backed up, and is lost.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { guid, random, utf8 } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { replace } from "../disk/disk.ts";
import { withKeyReader } from "../hsm/key-reader.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { KnowBackupRequest } from "../usecases/know-backup.ts";
import { fault } from "./faults.ts";
import type { CeremonyFolder } from "../session/folders.ts";
import { putRolesInUse, rolesOf } from "./roles-in-use.ts";
import type { RunningHsm } from "../session/session.ts";

const ASK_MS = 500;
const CONTAINER = "https://rehearsal.blob.core.windows.net/backups";

/**
 * The backup sheet of the lost HSM: newest full backup and keys. Made once a recovery; the source
 * HSM runs for it and is gone before the ceremony opens.
 */
export async function backupSheet(
  ceremony: CeremonyFolder,
  earlier: Uint8Array,
  startHsm: (name: string) => Promise<RunningHsm>,
): Promise<KnowBackupRequest> {
  const sheet = join(ceremony.folder, "backup-sheet.json");
  if (existsSync(sheet)) return JSON.parse(readFileSync(sheet, "utf8")) as KnowBackupRequest;
  const source = fold(verifyRecord(earlier).entries).opened?.hsm ?? "";
  const running = await startHsm(source);
  try {
    const hsm = await running.client();
    const keys = await withKeyReader(hsm, guid(random), () => hsm.keys());
    await putRolesInUse(hsm, keys);
    const roles = await rolesOf(hsm);
    const job = await hsm.startBackup(CONTAINER);
    for (;;) {
      const { state, folder } = await hsm.backupStatus(job);
      if (state === "failed") throw fault("E-REHEARSE-HSM");
      if (state === "succeeded" && folder !== undefined)
        return writeSheet(sheet, { container: CONTAINER, folder, keys, roles });
      await setTimeout(ASK_MS);
    }
  } finally {
    await running.end();
  }
}

function writeSheet(path: string, sheet: KnowBackupRequest): KnowBackupRequest {
  replace(dirname(path), basename(path), utf8(JSON.stringify(sheet)));
  return sheet;
}
