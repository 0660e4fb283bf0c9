// Lists of digests in the form of `sha256sum`: 64 hex digits, two spaces, a path, a line's end.
import { equal, utf8 } from "../../crypto/index.ts";

/** A path and the SHA-256 (hex) of its file. */
export type Sum = readonly [path: string, sha256: string];

/** The list, sorted by path and then by digest, each line once. */
export function sumsOf(sums: readonly Sum[]): Uint8Array {
  const sorted = sums.toSorted(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)));
  return utf8([...new Set(sorted.map(([path, sha256]) => `${sha256}  ${path}\n`))].join(""));
}

/** Reads a list; null if it is not exactly what `sumsOf` writes. */
export function readSums(bytes: Uint8Array): readonly Sum[] | null {
  const sums: Sum[] = [];
  for (const line of new TextDecoder("latin1").decode(bytes).split("\n").slice(0, -1)) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}([!-~]+)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined) return null;
    sums.push([path, sha256]);
  }
  const again = sumsOf(sums);
  return equal(again, bytes) ? sums : null;
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
