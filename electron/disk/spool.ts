// An answer that a network gives only once, stored on this machine's own disk from its first byte
// until it is on media. System errors are thrown unchanged.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { equal, FILE_BYTES_MAX, sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  DiskLies,
  dropReserved,
  makeFolder,
  nameNew,
  readIfThere,
  replace,
  syncFolder,
  writeAll,
} from "./disk.ts";
import { systemCode } from "./refusal.ts";
import { removeFile } from "./remove.ts";

/** An answer on its way to the disk. After `finish` or `abandon` it accepts nothing more. */
export interface Spool {
  /** Adds bytes; they are on the disk when this returns. */
  readonly write: (chunk: Uint8Array) => void;
  /** Reads everything back, compares it, and names it. On an error the part stays. */
  readonly finish: (whole: Uint8Array) => void;
  /** Keeps what arrived as NAME.partial, never under the name; nothing if nothing arrived. */
  readonly abandon: () => void;
}

/**
 * Opens NAME.partial, or NAME.partial-2 to -9 if earlier ones broke off.
 * @param folder is made, for its owner alone
 * @throws the system's errors; EEXIST if there are nine parts
 */
export function openSpool(folder: string, name: string): Spool {
  makeFolder(folder);
  dropReserved(join(folder, name));
  const { path, file } = openPart(join(folder, `${name}.partial`));
  const close = once(() => closeSync(file));
  try {
    syncFolder(folder);
  } catch (error) {
    close();
    throw error;
  }
  return {
    write(chunk) {
      writeAll(file, chunk);
      fsyncSync(file);
    },
    finish(whole) {
      close();
      if (!equal(readFileSync(path), whole)) throw new DiskLies();
      nameNew(path, join(folder, name), whole);
      removeFile(path);
      syncFolder(folder);
    },
    abandon() {
      close();
      if (statSync(path).size === 0) unlinkSync(path);
    },
  };
}

/** The complete answer that waits here, or null: an empty file is a name that a crash left reserved. */
export function spooled(folder: string, name: string): Uint8Array | null {
  const bytes = readIfThere(join(folder, name), FILE_BYTES_MAX);
  return bytes?.length === 0 ? null : bytes;
}

/** It is on media, so the complete answer is removed here. Parts of others stay. */
export function dropSpool(folder: string, name: string): void {
  if (!existsSync(join(folder, name))) return;
  removeFile(join(folder, name));
  syncFolder(folder);
}

/** SHA-256 in hex of the answers of this name that are here, complete or in part. */
export function spooledDigests(folder: string, name: string): readonly string[] {
  const names = ["", ...PARTS.map((part) => `.partial${part}`)].map((end) => `${name}${end}`);
  return names.flatMap((one) => {
    const bytes = readIfThere(join(folder, one));
    return bytes === null ? [] : [sha256Hex(bytes)];
  });
}

/** Durably notes that an answer came, before it leaves this disk: its SHA-256 in hex, once. */
export function keepReceipt(file: string, sha256: string): void {
  const before = receiptsIn(file);
  if (before.includes(sha256)) return;
  makeFolder(dirname(file));
  const lines = [...before, sha256].map((one) => `${one}\n`);
  replace(dirname(file), basename(file), utf8(lines.join("")));
}

/** What `keepReceipt` noted, without lines that are not digests: what is not noted is searched for. */
export const receiptsIn = (file: string): readonly string[] =>
  Buffer.from(readIfThere(file) ?? [])
    .toString("latin1")
    .split("\n")
    .filter((line) => /^[0-9a-f]{64}$/.test(line));

/** The endings of parts of interrupted answers, in order. */
const PARTS = ["", ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `-${String(n)}`)];

function openPart(first: string): { readonly path: string; readonly file: number } {
  for (let n = 1; ; n++) {
    const path = n === 1 ? first : `${first}-${String(n)}`;
    try {
      return { path, file: openSync(path, "wx", 0o600) };
    } catch (error) {
      if (systemCode(error) !== "EEXIST" || n === 9) throw error;
    }
  }
}

function once(work: () => void): () => void {
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    work();
  };
}
