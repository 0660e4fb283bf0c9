// The second opinion on shares: the polynomial's constant term by elimination, not by Lagrange.

const P = 257;

/** What a share is here; the same shape as `Share`, stated again so that this file stands alone. */
interface Point {
  readonly x: number;
  readonly values: readonly number[];
}

/**
 * Solves the Vandermonde system of the points modulo 257 and returns, for each byte, a0.
 * The xs must be distinct. Values run from 0 to 256.
 */
export function interpolateBySystem(points: readonly Point[], bytes: number): readonly number[] {
  const size = points.length;
  const rows = points.map((point) => {
    const powers = Array.from({ length: size }, (_, e) => power(point.x, e));
    return [...powers, ...point.values.slice(0, bytes)];
  });
  for (let column = 0; column < size; column++) eliminate(rows, column);
  return rows[0]?.slice(size) ?? [];
}

/** Makes `column` a unit column with its 1 in row `column` (Gauss-Jordan). */
function eliminate(rows: number[][], column: number): void {
  const at = rows.findIndex((row, i) => i >= column && (row[column] ?? 0) !== 0);
  const pivot = rows[at];
  if (pivot === undefined) return;
  rows.splice(at, 1);
  const scale = tableInverse(pivot[column] ?? 1);
  const unit = pivot.map((value) => (value * scale) % P);
  for (const row of rows) {
    const factor = row[column] ?? 0;
    for (let k = 0; k < row.length; k++)
      row[k] = ((((row[k] ?? 0) - factor * (unit[k] ?? 0)) % P) + P) % P;
  }
  rows.splice(column, 0, unit);
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = (result * base) % P;
  return result;
}

/** By search, so that it shares no arithmetic with the first opinion. */
function tableInverse(a: number): number {
  for (let candidate = 1; candidate < P; candidate++)
    if ((candidate * a) % P === 1) return candidate;
  return 0;
}
