// The second implementation of shares: Newton's divided differences, byte by byte. It shares no
// arithmetic with the first.

const P = 257;

/** A share, in the shape of `Share`; declared again so that this file depends on nothing. */
interface Point {
  readonly x: number;
  readonly values: readonly number[];
}

/** Inverses modulo 257, from a walk through all powers of the generator 3. */
const INVERSE: readonly number[] = inversesByWalk();

/**
 * The value at 0 of each byte's polynomial through the points, by Newton's form (divided
 * differences, then Horner). The xs must be distinct and below 257. Values are 0 to 256.
 */
export function interpolateByDifferences(
  points: readonly Point[],
  bytes: number,
): readonly number[] {
  const xs = points.map(({ x }) => x);
  const steps = xs.map((_, i) => xs.map((x, j) => INVERSE[(x - (xs[j - i] ?? 0) + P) % P] ?? 0));
  return Array.from({ length: bytes }, (_, byte) => {
    const column = points.map(({ values }) => values[byte] ?? 0);
    for (let order = 1; order < xs.length; order++)
      for (let i = xs.length - 1; i >= order; i--) {
        const rise = (column[i] ?? 0) - (column[i - 1] ?? 0) + P;
        column[i] = (rise * (steps[order]?.[i] ?? 0)) % P;
      }
    return column.reduceRight(
      (value, difference, i) => (value * (P - (xs[i] ?? 0)) + difference) % P,
      0,
    );
  });
}

/** 3^k and 3^(256 - k) are inverses of each other. */
function inversesByWalk(): readonly number[] {
  const powers = [1];
  for (let k = 1; k < P - 1; k++) powers.push(((powers[k - 1] ?? 0) * 3) % P);
  const found = Array<number>(P).fill(0);
  powers.forEach((value, k) => {
    found[value] = powers[(P - 1 - k) % (P - 1)] ?? 0;
  });
  return found;
}
