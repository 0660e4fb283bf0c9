// Reads one file of a folder completely, trusting neither its kind nor its size.
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { fault } from "./shared/faults.ts";
import { isSame, statOf } from "./folder.ts";
import { holds } from "./uncached.ts";

/** What was read, and the device it came from. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly device: bigint;
}

/**
 * Reads a regular file of one name (links are refused and not followed; nothing that could block or
 * react is opened), checks its size first, and reads it a second time past the cache.
 * @param bytesMax in bytes
 * @param medium the medium's name, for the person who must find the file
 * @throws Fault E-MEDIA-FILE-MISSING, -KIND, -SIZE, -CHANGING, -GONE; the system's errors
 */
export function readBytes(path: string, bytesMax: number, medium: string): Reading {
  const there = statOf(path);
  const missing = { file: basename(path), medium };
  if (there === null) throw fault("E-MEDIA-FILE-MISSING", missing);
  // A device or pipe may react to being opened, so its kind is checked before and after.
  if (!there.isFile()) throw fault("E-MEDIA-KIND");
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const before = fstatSync(file, { bigint: true });
    if (!before.isFile() || before.nlink > 1n) throw fault("E-MEDIA-KIND");
    if (before.size === 0n) throw fault("E-MEDIA-FILE-MISSING", missing);
    if (before.size > BigInt(bytesMax)) throw fault("E-MEDIA-SIZE");
    const bytes = readAll(file, Number(before.size));
    const same = bytes !== null && holds(path, bytes, before.dev);
    const after = fstatSync(file, { bigint: true });
    const named = statOf(path);
    const still =
      after.size === before.size
      && after.mtimeNs === before.mtimeNs
      && named !== null
      && isSame(named, before);
    if (!same || !still) throw fault("E-MEDIA-CHANGING");
    return { bytes, device: before.dev };
  } finally {
    closeSync(file);
  }
}

/** Exactly so many bytes, with none after them; else null. */
function readAll(file: number, size: number): Uint8Array | null {
  const bytes = new Uint8Array(size + 1);
  let at = 0;
  while (at < bytes.length) {
    const read = readSync(file, bytes, at, bytes.length - at, at);
    if (read === 0) break;
    at += read;
  }
  return at === size ? bytes.slice(0, size) : null;
}
