// For tests: searches another process's memory (Linux, root), or files, for many secrets at once.
import { execFileSync } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { stateOf } from "../pipe/alive.fixture.ts";
import type { Needles } from "./secret-forms.fixture.ts";

const CHUNK = 8 * 1024 * 1024;
const OVERLAP = 4096;

/** What a search saw: the names of the secrets found, sorted, and how many bytes it checked. */
export interface Seen {
  readonly found: readonly string[];
  readonly bytes: number;
}

/** Stops a process, searches all its memory that is readable and in use, and lets it continue. */
export function searchMemory(pid: number, needles: Needles): Seen {
  process.kill(pid, "SIGSTOP");
  while (!["T", "Z", "X", ""].includes(stateOf(pid))) continue;
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

interface Region {
  readonly from: number;
  readonly to: number;
}

/**
 * Readable mappings, without the kernel's own, which are the same in every process. Of private ones
 * only used pages: V8 alone reserves half a gigabyte that it does not use.
 */
function regionsOf(pid: number): readonly Region[] {
  const size = Number(execFileSync("getconf", ["PAGESIZE"], { encoding: "utf8" }));
  const pages = openSync(`/proc/${pid}/pagemap`, "r");
  try {
    return readFileSync(`/proc/${pid}/maps`, "latin1")
      .split("\n")
      .flatMap((line) => {
        const [, start = "", end = "", kind] = /^([0-9a-f]+)-([0-9a-f]+) r..(.)/.exec(line) ?? [];
        if (start === "" || /\[v(var|dso|syscall)/.test(line)) return [];
        const region = { from: Number.parseInt(start, 16), to: Number.parseInt(end, 16) };
        return kind === "p" ? usedOf(pages, size, region) : [region];
      });
  } finally {
    closeSync(pages);
  }
}

/** The first two bits of each page's eight bytes: in memory, or swapped out. */
const USED = 0b1100_0000;

/** The touched pages of a region, with one before and one after. */
function usedOf(pages: number, size: number, { from, to }: Region): readonly Region[] {
  const about = Buffer.alloc((8 * (to - from)) / size);
  const read = readSync(pages, about, 0, about.length, (8 * from) / size);
  if (read !== about.length) throw new Error("the kernel does not say which pages are used");
  const used: { from: number; to: number }[] = [];
  for (let page = 0; 8 * page < about.length; page++) {
    if ((about[8 * page + 7]! & USED) === 0) continue;
    const [start, end] = [from + (page - 1) * size, from + (page + 2) * size];
    const last = used.at(-1);
    if (last !== undefined && start <= last.to) last.to = Math.min(end, to);
    else used.push({ from: Math.max(start, from), to: Math.min(end, to) });
  }
  return used;
}

/** A needle, and where in it the word is by which it is looked for. */
interface Needle {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

const WORD = 4;
/** A word's bit in a bitmap of a million, which fits a cache: one in forty is set. */
const bitOf = (word: number): number => Math.imul(word, 0x9e37_79b1) >>> 12;

/**
 * Searches for all needles in one pass over words: a needle contains at least one, at any
 * alignment. For each of four alignments, the word with the fewest zeros says where to look closer.
 */
class Search {
  readonly #bits = new Int32Array(1 << 15);
  readonly #needles = new Map<number, Needle[]>();
  readonly #found = new Set<string>();
  readonly #chunk = Buffer.allocUnsafeSlow(CHUNK);
  #bytes = 0;

  constructor(needles: Needles) {
    for (const [name, forms] of Object.entries(needles)) {
      for (const bytes of forms) {
        if (bytes.length < 2 * WORD || bytes.length > OVERLAP) throw new RangeError(name);
        for (let way = 0; way < WORD; way++) this.#add(name, bytes, way);
      }
    }
  }

  #add(name: string, bytes: Uint8Array, way: number): void {
    const words = wordsOf(Uint8Array.from(bytes.subarray(way)));
    const zeros = Array.from(words, (_, n) => {
      const word = bytes.subarray(way + n * WORD, way + (n + 1) * WORD);
      return word.filter((byte) => byte === 0).length;
    });
    const best = zeros.indexOf(Math.min(...zeros));
    const word = words[best]!;
    const bit = bitOf(word);
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const needle = { name, bytes, at: way + best * WORD };
    const others = this.#needles.get(word);
    if (others === undefined) this.#needles.set(word, [needle]);
    else others.push(needle);
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

  piece(given: Buffer): void {
    this.#bytes += given.length;
    const piece =
      given.byteOffset % WORD === 0 ? given : Buffer.from(Uint8Array.from(given).buffer);
    const words = wordsOf(piece);
    const bits = this.#bits;
    for (let n = 0; n < words.length; n++) {
      const word = words[n] ?? 0;
      const bit = bitOf(word);
      if ((((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1) this.#compare(piece, n * WORD, word);
    }
  }

  #compare(piece: Buffer, at: number, word: number): void {
    for (const needle of this.#needles.get(word) ?? []) {
      const from = at - needle.at;
      if (from < 0) continue;
      const there = piece.subarray(from, from + needle.bytes.length);
      if (there.equals(needle.bytes)) this.#found.add(needle.name);
    }
  }
}

/** The whole words of these bytes, as this computer reads them. */
const wordsOf = ({ buffer, byteOffset, length }: Uint8Array): Int32Array =>
  new Int32Array(buffer, byteOffset, Math.floor(length / WORD));
