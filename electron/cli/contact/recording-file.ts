// The file of a recording: each exchange is added, replaced and durable before anything else is asked.
import { closeSync, fsyncSync, ftruncateSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { random, toHex, utf8, type Fault } from "../../../crypto/index.ts";
import {
  readRecording,
  recorder,
  SITTING,
  withBody,
  type Exchange,
} from "../../beliefs/beliefs.ts";
import { syncFolder, writeAll } from "../../disk/disk.ts";
import { systemCode } from "../../disk/refusal.ts";
import { fault } from "../shared/faults.ts";
import { readInput, writeFaultOf } from "../shared/files.ts";

export const RECORDING = "--recording";
const BYTES_MAX = 64 * 1024 * 1024;

/** While exchanges are added, the file has this name: nobody has read it yet. */
export const partOf = (path: string): string => `${path}.part`;

/** The sittings of a file. @throws Fault E-FILE-*, E-CONTACT-FORM */
export function readSittings(
  path: string,
  flag: string,
): { readonly bytes: Uint8Array; readonly sittings: readonly (readonly Exchange[])[] } {
  const bytes = readInput(path, flag, BYTES_MAX);
  const read = readRecording(bytes);
  if (!read.ok) throw fault("E-CONTACT-FORM", { line: read.line });
  return { bytes, sittings: read.sittings };
}

/** One sitting: what was heard, and before. */
export interface Sitting {
  readonly heard: (exchange: Exchange) => void;
  /** This one's exchanges as they were, after those of earlier sittings as they are recorded. */
  readonly all: () => readonly (readonly Exchange[])[];
  /** Ends it. @throws Fault E-FILE-WRITE, E-DISK-* if an exchange could not be recorded */
  readonly end: () => void;
}

/** A sitting that is recorded nowhere. */
export function unrecorded(): Sitting {
  const exchanges: Exchange[] = [];
  return {
    heard: (one) => exchanges.push(withBody(one)),
    all: () => [exchanges],
    end: () => undefined,
  };
}

/**
 * A sitting that continues this recording, or begins it. What an interruption cut off is removed.
 * @throws Fault E-FILE-*, E-CONTACT-FORM
 */
export function recordedIn(path: string): Sitting {
  const part = partOf(path);
  const { file, earlier } = opened(part);
  const own = unrecorded();
  const line = recorder(toHex(random(32)));
  let trouble: Fault | null = null;
  return {
    heard: (exchange) => {
      own.heard(exchange);
      // Nothing may be thrown into the connection; the sitting says so at its end.
      if (trouble !== null) return;
      try {
        append(file, line(exchange));
      } catch (error) {
        trouble = writeFaultOf(error, RECORDING);
      }
    },
    all: () => [...earlier, ...own.all()],
    end: () => {
      closeSync(file);
      if (trouble !== null) throw trouble;
    },
  };
}

function opened(part: string): {
  readonly file: number;
  readonly earlier: readonly (readonly Exchange[])[];
} {
  try {
    const file = openSync(part, "wx", 0o600);
    append(file, SITTING);
    syncFolder(dirname(resolve(part)));
    return { file, earlier: [] };
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw writeFaultOf(error, RECORDING);
  }
  const { bytes, sittings } = readSittings(part, RECORDING);
  try {
    const file = openSync(part, "a");
    ftruncateSync(file, bytes.lastIndexOf(NEWLINE) + 1);
    append(file, SITTING);
    return { file, earlier: sittings };
  } catch (error) {
    throw writeFaultOf(error, RECORDING);
  }
}

export const NEWLINE = 10;

function append(file: number, text: string): void {
  writeAll(file, utf8(text));
  fsyncSync(file);
}
