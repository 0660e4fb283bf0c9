// Writes an answer from the network directly to a medium: durable as it arrives, named when complete.
import { fsyncSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { concat, equal, FILE_BYTES_MAX, sha256Hex } from "../../crypto/index.ts";
import { drop, openAside, settle, type Aside, publish } from "./aside.ts";
import { fault } from "./shared/faults.ts";
import { isSame, statOf } from "./folder.ts";
import { checkFree } from "./new-file.ts";
import { renameDurably, syncFolder, writeAll } from "../disk/disk.ts";
import { atMedium, type Medium } from "./medium.ts";
import { checkNewName, partialsOf } from "./written-name.ts";
import { readBytes } from "./read-bytes.ts";
import { attempt, onSystem } from "./system-error.ts";
import { checkStill, type Written } from "./files.ts";

/** An answer on its way. After `finish` or `abandon` it accepts nothing more (E-MEDIA-CLOSED). */
export interface AnswerFile {
  /** The name of what has arrived so far. A crash leaves it there; nothing removes it. */
  readonly partial: string;
  /** Adds bytes; they are on the medium when this returns. @throws Fault as `writeFile`, -SIZE */
  readonly write: (chunk: Uint8Array) => void;
  /**
   * Reads everything back, compares it with what arrived, and names it. On an error the bytes stay
   * as `partial`.
   * @throws Fault as `writeFile`
   */
  readonly finish: () => Written;
  /** Keeps what arrived as `partial`, never under the name; null if nothing had arrived. */
  readonly abandon: () => Written | null;
}

/**
 * Opens the file for an answer: NAME.partial (NAME.partial-2 to -9 if earlier ones broke off: an
 * answer may be given only once, so no part of one is ever removed).
 * @param bytesMax the longest answer accepted, in bytes
 * @throws Fault as `writeFile`
 */
export function openAnswer(medium: Medium, name: string, bytesMax = FILE_BYTES_MAX): AnswerFile {
  checkNewName(name);
  return atMedium(medium, (device) => {
    checkFree(medium.folder, name);
    const partial = freePartial(medium, name);
    const aside = openAside(join(medium.folder, partial), device);
    try {
      syncFolder(medium.folder);
    } catch (error) {
      drop(aside);
      throw error;
    }
    return receive({ medium, name, partial, bytesMax, aside });
  });
}

/**
 * Sets aside a complete answer that people decided against: from now on it is a part, and is never
 * removed. Does nothing if there is none of this name.
 * @throws Fault E-MEDIA-*, -EXISTS if there are nine parts
 */
export function setAsideAnswer(medium: Medium, name: string): void {
  checkNewName(name);
  atMedium(medium, () => {
    const path = join(medium.folder, name);
    const there = statOf(path);
    if (there === null || there.size === 0n) return;
    if (!there.isFile()) throw fault("E-MEDIA-KIND");
    renameDurably(path, join(medium.folder, freePartial(medium, name)));
    checkStill(medium);
  });
}

/** @throws Fault E-MEDIA-EXISTS */
function freePartial({ folder }: Medium, name: string): string {
  const partial = partialsOf(name).find((one) => statOf(join(folder, one)) === null);
  if (partial === undefined) throw fault("E-MEDIA-EXISTS");
  return partial;
}

interface Place {
  readonly medium: Medium;
  readonly name: string;
  readonly partial: string;
  readonly bytesMax: number;
  readonly aside: Aside;
}

function receive(place: Place): AnswerFile {
  const { medium, partial, bytesMax, aside } = place;
  const arrived: Uint8Array[] = [];
  let size = 0;
  let state: "open" | "broken" | "closed" = "open";
  const close = (): Uint8Array => {
    if (state === "closed") throw fault("E-MEDIA-CLOSED");
    state = "closed";
    return concat(...arrived);
  };
  return {
    partial,
    write(chunk) {
      if (state !== "open") throw fault("E-MEDIA-CLOSED");
      if (size + chunk.length > bytesMax) throw fault("E-MEDIA-SIZE");
      // Until the chunk is forced, the file may be longer than what counts as arrived.
      state = "broken";
      onSystem(() => {
        writeAll(aside.file, chunk, size);
        fsyncSync(aside.file);
      });
      // The caller may reuse its memory.
      arrived.push(chunk.slice());
      size += chunk.length;
      state = "open";
    },
    finish() {
      const broken = state === "broken";
      const bytes = close();
      if (!broken) return atMedium(medium, () => finish(place, bytes));
      attempt(aside.close);
      throw fault("E-MEDIA-IO");
    },
    abandon() {
      const bytes = close();
      return atMedium(medium, () => keep(place, bytes));
    },
  };
}

function finish({ medium, name, aside }: Place, bytes: Uint8Array): Written {
  if (bytes.length === 0) {
    drop(aside);
    throw fault("E-MEDIA-EMPTY");
  }
  settle(aside, bytes);
  checkFree(medium.folder, name);
  const path = join(medium.folder, name);
  try {
    publish(aside, path, bytes);
    checkStill(medium);
  } catch (error) {
    takeBack(path, aside);
    throw error;
  }
  return { name, size: bytes.length, sha256: sha256Hex(bytes) };
}

/** A file that was not shown to be complete must not have the name. */
function takeBack(path: string, { path: partial, identity }: Aside): void {
  attempt(() => {
    const there = statOf(path);
    if (there?.size === 0n) unlinkSync(path);
    else if (there !== null && isSame(there, identity) && statOf(partial) === null) {
      renameDurably(path, partial);
    }
  });
}

/**
 * What arrived: each piece was forced when it came, and of a last one that failed, what came with
 * it. A failed fsync is never repeated on the same file.
 */
function keep({ medium, partial, bytesMax, aside }: Place, arrived: Uint8Array): Written | null {
  aside.close();
  if (statOf(aside.path)?.size === 0n) {
    drop(aside);
    syncFolder(medium.folder);
    return null;
  }
  const { bytes } = readBytes(aside.path, bytesMax, medium.label);
  if (!equal(bytes.subarray(0, arrived.length), arrived)) throw fault("E-MEDIA-LIES");
  return { name: partial, size: bytes.length, sha256: sha256Hex(bytes) };
}
