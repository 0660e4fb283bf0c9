// What has a name in a medium's folder.
import { lstatSync, type BigIntStats } from "node:fs";
import { systemCode } from "../disk/refusal.ts";

/** A file's identity, whatever its name: device and inode. */
export interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** What has this name, without following links; null if nothing has. */
export function statOf(path: string | Buffer): BigIntStats | null {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** True if both are the same file. */
export const isSame = (a: Identity, b: Identity): boolean => a.dev === b.dev && a.ino === b.ino;
