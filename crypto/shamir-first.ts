// The first implementation of shares: the polynomial's value by Lagrange.

const P = 257;

/** A share, in the shape of `Share`. */
interface Point {
  readonly x: number;
  readonly values: readonly number[];
}

/**
 * The value at `x`, for each byte, of the polynomial through the points, modulo 257. At 0 it is the
 * secret. The points' xs must be distinct. Values are 0 to 256.
 */
export function interpolateByLagrange(
  points: readonly Point[],
  bytes: number,
  x = 0,
): readonly number[] {
  const xs = points.map((point) => point.x);
  const weights = xs.map((xi) => lagrangeAt(x, xs, xi));
  return Array.from({ length: bytes }, (_, byte) =>
    points.reduce((sum, point, i) => (sum + (point.values[byte] ?? 0) * (weights[i] ?? 0)) % P, 0),
  );
}

function lagrangeAt(x: number, xs: readonly number[], xi: number): number {
  let numerator = 1;
  let denominator = 1;
  for (const xj of xs) {
    if (xj === xi) continue;
    numerator = (numerator * (xj - x + P)) % P;
    denominator = (denominator * (xj - xi + P)) % P;
  }
  return (numerator * inverse(denominator)) % P;
}

/** a^(P-2), by Fermat. */
function inverse(a: number): number {
  let result = 1;
  for (let power = a % P, e = P - 2; e > 0; e >>= 1, power = (power * power) % P)
    if (e & 1) result = (result * power) % P;
  return result;
}
