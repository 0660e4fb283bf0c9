// What another process holds in its memory, as Linux shows it to root.
import { closeSync, openSync, readFileSync, readSync } from "node:fs";

/** Something to look for, under each form in which it could be in memory. */
export type Needles = Readonly<Record<string, readonly Uint8Array[]>>;

const CHUNK = 16 * 1024 * 1024;
const OVERLAP = 4096;

/** The names of what was found in any of its forms, sorted. */
export function foundInMemory(pid: number, needles: Needles): readonly string[] {
  const found = new Set<string>();
  const memory = openSync(`/proc/${pid}/mem`, "r");
  try {
    for (const region of regionsOf(pid)) {
      for (const bytes of piecesOf(memory, region)) {
        for (const [name, forms] of Object.entries(needles))
          if (!found.has(name) && forms.some((form) => bytes.indexOf(form) >= 0)) found.add(name);
      }
    }
  } finally {
    closeSync(memory);
  }
  return [...found].sort();
}

/** A text as V8 may hold it: one byte a letter, or two. */
export const formsOfText = (text: string): readonly Uint8Array[] => [
  Buffer.from(text, "latin1"),
  Buffer.from(text, "utf16le"),
];

/** A number as engines hold it: both byte orders, hexadecimal and base64url text. */
export function formsOfNumber(bytes: Uint8Array): readonly Uint8Array[] {
  const middle = Buffer.from(bytes.subarray(32, 64));
  return [
    middle,
    Buffer.from(middle.toReversed()),
    ...formsOfText(middle.toString("hex")),
    ...formsOfText(Buffer.from(bytes).toString("base64url").slice(40, 80)),
  ];
}

interface Region {
  readonly from: number;
  readonly to: number;
}

/** What is readable and not only a file of the disk. */
function regionsOf(pid: number): readonly Region[] {
  return readFileSync(`/proc/${pid}/maps`, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [range = "", rights = "", , , , name = ""] = line.split(/ +/);
      const isFile = name.startsWith("/") && !rights.includes("w") && !name.startsWith("/dev/shm");
      if (!rights.startsWith("r") || isFile || name.startsWith("[v")) return [];
      const [from = 0, to = 0] = range.split("-").map((hex) => Number.parseInt(hex, 16));
      return [{ from, to }];
    });
}

/** A region in pieces that overlap, so that nothing hides on a border. */
function* piecesOf(memory: number, { from, to }: Region): Generator<Buffer> {
  for (let at = from; at < to;) {
    const piece = Buffer.allocUnsafe(Math.min(CHUNK, to - at));
    const length = readSomething(memory, piece, at);
    yield piece.subarray(0, length);
    // A page that cannot be read ends a reading early: continue behind it.
    at = at + length >= to ? to : at + Math.max(length - OVERLAP, OVERLAP);
  }
}

/** A region may go while we read; then there is nothing of it to find. */
function readSomething(memory: number, into: Buffer, at: number): number {
  try {
    return readSync(memory, into, 0, into.length, at);
  } catch {
    return 0;
  }
}
