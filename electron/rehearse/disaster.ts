// Between an activation and its recovery: the HSM was in use, was backed up, and is lost.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { guid, random, utf8, isFault } from "../../crypto/index.ts";
import { fold, type ExpectedKey, type ExpectedRole } from "../ceremony/ceremony.ts";
import { replace } from "../disk/disk.ts";
import { withKeyReader } from "../hsm/key-reader.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { KnowBackupRequest } from "../usecases/know-backup.ts";
import { fault } from "./faults.ts";
import type { CeremonyFolder } from "../session/folders.ts";
import type { RunningHsm } from "../session/session.ts";
import type { Hsm, RoleAssignment } from "../hsm/hsm.ts";
import { namedRoles } from "../hsm/roles.ts";
import { sentence } from "../text/sentence.ts";

const ASK_MS = 500;
const CONTAINER = "https://rehearsal.blob.core.windows.net/backups";

/**
 * The backup sheet of the lost HSM: newest full backup and keys. Made once per recovery; the source
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
      if (state === "failed")
        throw fault("E-REHEARSE-HSM", { why: sentence("rehearse-faults.backupFailed") });
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

/** Azure's built-in roles: key managers, and a service that encrypts with one of the keys. */
const CRYPTO_USER = "21dbd100-6940-42c2-9190-5d6cb909625b";
const SERVICE_ENCRYPTION = "33413926-3206-4cdd-b39a-83574fe37a17";

/** An id of a person or a service in a rehearsal. */
const made = (kind: string, n: number): string =>
  `5d000000-0000-4000-${kind}-${String(n).padStart(12, "0")}`;

/** The key managers at all keys, and one service at each key. */
export async function putRolesInUse(hsm: Hsm, keys: readonly ExpectedKey[]): Promise<void> {
  const names = [...new Set(keys.map(({ name }) => name))];
  const wanted: readonly RoleAssignment[] = [
    { name: made("9000", 0), role: CRYPTO_USER, principal: made("8000", 16), scope: "/keys" },
    ...names.map((name, i) => ({
      name: made("9000", i + 1),
      role: SERVICE_ENCRYPTION,
      principal: made("8000", 17 + i),
      scope: `/keys/${name}`,
    })),
  ];
  for (const assignment of wanted) await hsm.assignRole(assignment).catch(standsAlready);
}

function standsAlready(error: unknown): void {
  if (!isFault(error) || error.code !== "E-HSM-ROLE-EXISTS") throw error;
}

/** All role assignments, as a recovery expects to find them again. */
export async function rolesOf(hsm: Hsm): Promise<readonly ExpectedRole[]> {
  const roles = await hsm.roles();
  return namedRoles(await hsm.roleAssignments(), roles);
}
