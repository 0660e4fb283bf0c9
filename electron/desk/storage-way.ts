// How the HSM reaches the storage of a recovery: as itself, or by a SAS token in a file. Only where
// that lies is known here, and kept beside the record; the connected process alone reads it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import type { KindName } from "../../ceremony-scripts/index.ts";
import { replace } from "../disk/disk.ts";

const FILE = "storage.json";

/** Whether the HSM's storage is needed in a step of this kind. */
export const isStored = (kind: KindName): boolean =>
  kind === "backup-empty" || kind === "restore-backup";

/** The file of the token, or undefined where the HSM reaches its storage as itself. */
export function sasFileOf(folder: string): string | undefined {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  const { sasFile } = JSON.parse(readFileSync(file, "utf8")) as { readonly sasFile?: unknown };
  return typeof sasFile === "string" ? sasFile : undefined;
}

/** Keeps it for when the ceremony goes on after a restart; null for the managed identity. */
export function keepSasFile(folder: string, sasFile: string | null): void {
  replace(folder, FILE, utf8(JSON.stringify(sasFile === null ? {} : { sasFile })));
}
