// Files named on the command line: checked before they are read, written completely or not at all.
import { closeSync, constants, createReadStream, fstatSync, lstatSync, openSync } from "node:fs";
import { FILE_BYTES_MAX, sha256HexOf, utf8, type Fault } from "../../../crypto/index.ts";
import { shortageOf, systemCode } from "../../disk/refusal.ts";
import { handOut, putAside } from "../../disk/hand-out.ts";
import { readLimited, type Unread } from "../../disk/read-plain.ts";
import { fault } from "./faults.ts";

const PIECE_BYTES = 1024 * 1024;

/**
 * Reads a regular file of at most `max` bytes; its size is checked before any of it is read.
 * @throws Fault E-FILE-MISSING, -KIND, -READ, and `tooLarge` (E-FILE-SIZE by default)
 */
export function readInput(
  path: string,
  flag: string,
  max = FILE_BYTES_MAX,
  tooLarge: () => Error = () => fault("E-FILE-SIZE", { flag }),
): Uint8Array {
  let read: Uint8Array | Unread;
  try {
    read = readLimited(path, max);
  } catch (error) {
    throw openFaultOf(error, flag);
  }
  if (read === "kind") throw fault("E-FILE-KIND", { flag });
  if (read === "size") throw tooLarge();
  if (read === "changing") throw fault("E-FILE-READ", { flag });
  return read;
}

/**
 * The SHA-256, in hex, of a regular file of any size, read piece by piece.
 * @throws Fault E-FILE-MISSING, -KIND, -READ
 */
export async function digestOf(path: string, flag: string): Promise<string> {
  const fd = opened(path, flag);
  if (!fstatSync(fd).isFile()) {
    closeSync(fd);
    throw fault("E-FILE-KIND", { flag });
  }
  try {
    return await sha256HexOf(createReadStream(path, { fd, highWaterMark: PIECE_BYTES }));
  } catch {
    throw fault("E-FILE-READ", { flag });
  }
}

/** Checks that another process can read a file; nothing of it is read here. */
export function checkReadable(path: string, flag: string): void {
  const fd = opened(path, flag);
  const isFile = fstatSync(fd).isFile();
  closeSync(fd);
  if (!isFile) throw fault("E-FILE-KIND", { flag });
}

/**
 * Durably writes a new file: aside, forced, read back, then named; the name must be free.
 * @throws Fault E-FILE-EXISTS, E-FILE-WRITE; nothing is left of a failed attempt
 */
export function writeOutput(path: string, flag: string, bytes: Uint8Array): void {
  let isFree: boolean;
  try {
    isFree = handOut(path, bytes);
  } catch (error) {
    throw writeFaultOf(error, flag);
  }
  if (!isFree) throw fault("E-FILE-EXISTS", { flag });
}

/**
 * Writes a file under a hidden name beside its target, and forces it to the disk.
 * @param began gets the hidden path as soon as the file exists
 * @returns the hidden path
 * @throws Fault E-FILE-WRITE
 */
export function writeAside(
  path: string,
  text: string,
  flag: string,
  began: (aside: string) => unknown,
): string {
  try {
    return putAside(path, utf8(text), began);
  } catch {
    throw fault("E-FILE-WRITE", { flag });
  }
}

/** Why a name could not be given. */
export const writeFaultOf = (error: unknown, flag: string): Fault =>
  shortageOf(error)
  ?? fault(systemCode(error) === "EEXIST" ? "E-FILE-EXISTS" : "E-FILE-WRITE", { flag });

/**
 * Checks, before any secret is asked for, that this name is free, even of links.
 * @throws Fault E-FILE-EXISTS, E-FILE-WRITE
 */
export function checkFree(path: string, flag: string): void {
  try {
    lstatSync(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw fault("E-FILE-WRITE", { flag });
  }
  throw fault("E-FILE-EXISTS", { flag });
}

function opened(path: string, flag: string): number {
  try {
    // Non-blocking, so that a pipe without a writer cannot hang the command.
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw openFaultOf(error, flag);
  }
}

function openFaultOf(error: unknown, flag: string): Fault {
  const short = shortageOf(error);
  if (short !== null) return short;
  const missing = systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR";
  return fault(missing ? "E-FILE-MISSING" : "E-FILE-READ", { flag });
}
