// What all processes of the app hold at one moment, in memory or in files: they are stopped meanwhile.
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive, stateOf } from "../../electron/pipe/alive.fixture.ts";
import { searchFiles } from "../../electron/rehearse/memory-search.fixture.ts";
import type { Needles } from "../../electron/rehearse/secret-forms.fixture.ts";
import { signal } from "../probe.fixture.ts";

/** A process with the words it was started with. */
export interface Process {
  readonly pid: number;
  readonly words: string;
}

/** A process with the names of what was found in its memory, sorted. */
export interface Searched extends Process {
  readonly found: readonly string[];
}

const PAGE = 4096;
const CHUNK = 4 * 1024 * 1024;
/** Bits 63 and 62 of a page: it is in memory, or in swap. Bit 61: it is a file's or shared. */
const [PRESENT, SHARED] = [0b110, 0b001];

const OWN_WORDS = "the words it was started with";

/**
 * Stops the processes together, does the work, and lets all continue (Linux, root): meanwhile no memory
 * changes, and no file comes or goes.
 * @param list names them; asked again until all of them are stopped
 */
export function whileStill<Result>(
  list: () => readonly Process[],
  work: (still: readonly Process[]) => Result,
): Result {
  const stopped = new Map<number, Process>();
  try {
    stopAll(list, stopped);
    return work([...stopped.values()]);
  } finally {
    for (const pid of stopped.keys()) signal(pid, "SIGCONT");
  }
}

/**
 * Searches the memory of each process while all are stopped.
 * @throws Error where a process has not its own words: then it was not searched
 */
export function searchTogether(
  list: () => readonly Process[],
  needles: Needles,
): readonly Searched[] {
  const folder = makeFolder();
  const searched = (one: Process): Searched => {
    copyMemory(one.pid, join(folder, "memory"));
    const words = readFileSync(`/proc/${one.pid}/cmdline`).subarray(0, PAGE);
    const { found } = searchFiles([folder], { ...needles, [OWN_WORDS]: [words] });
    if (!found.includes(OWN_WORDS)) throw new Error(`not searched: ${one.words}`);
    return { ...one, found: found.filter((name) => name !== OWN_WORDS) };
  };
  try {
    return whileStill(list, (still) => still.map(searched));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * All that a process has written anywhere in its memory, one byte a letter. One that has ended
 * since it was listed has none.
 */
export function readMemory(pid: number): string {
  const folder = makeFolder();
  try {
    copyMemory(pid, join(folder, "memory"));
    return readFileSync(join(folder, "memory"), "latin1");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["ESRCH", "ENOENT"].includes(code)) throw error;
    return "";
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In memory itself where there is such a folder: what is copied is never on a disk. */
const makeFolder = (): string =>
  mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "sd-memory-"));

function stopAll(list: () => readonly Process[], stopped: Map<number, Process>): void {
  for (;;) {
    const added = list().filter(({ pid }) => !stopped.has(pid));
    const before = stopped.size;
    for (const one of added) if (stop(one.pid)) stopped.set(one.pid, one);
    if (stopped.size === before) return;
  }
}

/** @returns false when it has ended, and holds nothing any more */
function stop(pid: number): boolean {
  if (!signal(pid, "SIGSTOP")) return false;
  while (isAlive(pid)) if (stateOf(pid) === "T") return true;
  return false;
}

interface Region {
  readonly from: number;
  readonly to: number;
  readonly isShared: boolean;
}

function copyMemory(pid: number, path: string): void {
  const [memory, pages, copy] = [
    openSync(`/proc/${pid}/mem`, "r"),
    openSync(`/proc/${pid}/pagemap`, "r"),
    openSync(path, "w"),
  ];
  try {
    for (const region of regionsOf(pid))
      for (const { from, to } of written(pages, region)) copyRange(memory, copy, from, to);
  } finally {
    for (const file of [memory, pages, copy]) closeSync(file);
  }
}

/** Readable mappings; not the kernel's own, which are the same in every process. */
function regionsOf(pid: number): readonly Region[] {
  return readFileSync(`/proc/${pid}/maps`, "latin1")
    .split("\n")
    .flatMap((line) => {
      const [, from = "", to = "", kind] = /^([0-9a-f]+)-([0-9a-f]+) r..([ps])/.exec(line) ?? [];
      if (from === "" || /\[v(var|dso|syscall)/.test(line)) return [];
      return [
        { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), isShared: kind === "s" },
      ];
    });
}

/**
 * The parts of a mapping in which a process could have written. A private page that was never
 * touched is empty, or a page of a file as the file has it. What is shared is taken whole.
 */
function written(
  pages: number,
  { from, to, isShared }: Region,
): readonly Omit<Region, "isShared">[] {
  if (isShared) return [{ from, to }];
  const bits = Buffer.alloc(((to - from) / PAGE) * 8);
  readSync(pages, bits, 0, bits.length, (from / PAGE) * 8);
  const runs: { from: number; to: number }[] = [];
  for (let at = 7; at < bits.length; at += 8) {
    const top = (bits[at] ?? 0) >> 5;
    if ((top & PRESENT) === 0 || (top & SHARED) !== 0) continue;
    const page = from + (at >> 3) * PAGE;
    const last = runs.at(-1);
    if (last?.to === page) last.to += PAGE;
    else runs.push({ from: page, to: page + PAGE });
  }
  return runs;
}

function copyRange(memory: number, copy: number, from: number, to: number): void {
  const chunk = Buffer.allocUnsafe(Math.min(CHUNK, to - from));
  for (let at = from; at < to;) {
    const length = readWhatIs(memory, chunk.subarray(0, Math.min(CHUNK, to - at)), at);
    writeSync(copy, chunk, 0, length);
    // A shared mapping may be longer than what it shows: such pages are nobody's.
    at += length === 0 ? PAGE : length;
  }
}

function readWhatIs(memory: number, into: Buffer, at: number): number {
  try {
    return readSync(memory, into, 0, into.length, at);
  } catch {
    return 0;
  }
}
