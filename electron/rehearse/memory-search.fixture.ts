// For tests: a search for many secrets at once in another process's memory (Linux, root), or files.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Needles } from "./secret-forms.fixture.ts";

const CHUNK = 8 * 1024 * 1024;
const OVERLAP = 4096;

/** What a search saw: the names of the secrets found, sorted, and how many bytes it looked at. */
export interface Seen {
  readonly found: readonly string[];
  readonly bytes: number;
}

/** Stops a process, searches all its readable memory, and lets it go on. */
export function searchMemory(pid: number, needles: Needles): Seen {
  process.kill(pid, "SIGSTOP");
  while (!/\) [TZX] /.test(readFileSync(`/proc/${pid}/stat`, "latin1"))) continue;
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const search = new Search(needles);
  try {
    for (const { from, to } of regionsOf(pid)) search.range(memory, from, to);
  } finally {
    closeSync(memory);
    process.kill(pid, "SIGCONT");
  }
  return search.seen();
}

/**
 * Searches every file under the folders, their names too.
 * @param but whatever is below this folder is left out
 */
export function searchFiles(folders: readonly string[], needles: Needles, but?: string): Seen {
  const search = new Search(needles);
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (but !== undefined && path.startsWith(`${but}/`)) continue;
      search.piece(Buffer.from(path));
      if (entry.isFile()) search.piece(readFileSync(path));
    }
  }
  return search.seen();
}

/** Readable mappings; not the kernel's own, which are the same in every process. */
function regionsOf(pid: number): readonly { readonly from: number; readonly to: number }[] {
  return readFileSync(`/proc/${pid}/maps`, "latin1")
    .split("\n")
    .flatMap((line) => {
      const [, from = "", to = ""] = /^([0-9a-f]+)-([0-9a-f]+) r/.exec(line) ?? [];
      if (from === "" || /\[v(var|dso|syscall)/.test(line)) return [];
      return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }];
    });
}

interface Needle {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Looks for all needles in one pass: their first three bytes say where to look closer. */
class Search {
  /** One bit for every three bytes that a needle begins with. */
  readonly #begins = new Int32Array(1 << 19);
  readonly #needles = new Map<number, Needle[]>();
  readonly #found = new Set<string>();
  readonly #chunk = Buffer.allocUnsafeSlow(CHUNK);
  #bytes = 0;

  constructor(needles: Needles) {
    for (const [name, forms] of Object.entries(needles)) {
      for (const bytes of forms) {
        if (bytes.length < 8 || bytes.length > OVERLAP) throw new RangeError(name);
        const [a = 0, b = 0, c = 0] = bytes;
        const begin = (a << 16) | (b << 8) | c;
        this.#begins[begin >>> 5] = (this.#begins[begin >>> 5] ?? 0) | (1 << (begin & 31));
        this.#needles.set(begin, [...(this.#needles.get(begin) ?? []), { name, bytes }]);
      }
    }
  }

  seen(): Seen {
    return { found: [...this.#found].sort(), bytes: this.#bytes };
  }

  /** Reads a stopped process's memory; each part overlaps the one before. */
  range(memory: number, from: number, to: number): void {
    for (let at = from; at < to; at += CHUNK - OVERLAP) {
      const length = Math.min(CHUNK, to - at);
      const read = readSync(memory, this.#chunk, 0, length, at);
      if (read !== length) throw new Error("a readable part of the memory could not be read");
      this.piece(this.#chunk.subarray(0, length));
    }
  }

  piece(piece: Buffer): void {
    this.#bytes += piece.length;
    // A plain view of the same bytes, and a table that fits a cache: twice as fast.
    const bytes = new Uint8Array(piece.buffer, piece.byteOffset, piece.length);
    const begins = this.#begins;
    let begin = 0;
    for (let at = 0; at < bytes.length; at++) {
      begin = ((begin << 8) | (bytes[at] ?? 0)) & 0xffffff;
      const known = ((begins[begin >>> 5] ?? 0) >>> (begin & 31)) & 1;
      if (known === 1 && at >= 2) this.#compare(piece, at - 2, begin);
    }
  }

  #compare(bytes: Buffer, at: number, begin: number): void {
    for (const needle of this.#needles.get(begin) ?? []) {
      const there = bytes.subarray(at, at + needle.bytes.length);
      if (there.equals(needle.bytes)) this.#found.add(needle.name);
    }
  }
}
