// Shamir's secret sharing over GF(257), byte by byte, as in the security domain. A share is one
// point: x in 1..126 and a value in 0..256 for each secret byte.
import { sentence } from "../electron/text/sentence.ts";
import { agree } from "./agree.ts";
import { fault } from "./faults.ts";
import { interpolateByLagrange } from "./shamir-first.ts";
import { interpolateByDifferences } from "./shamir-second.ts";

/** The field's size. */
export const P = 257;
export const SECRET_BYTES = 32;
/** x has 7 bits in a share, and az's own limit is this. */
export const X_MAX = 126;

/** One officer's point of every byte's polynomial. `values` has one number per secret byte. */
export interface Share {
  readonly x: number;
  readonly values: readonly number[];
}

/**
 * Reads a share's plaintext: little-endian 16-bit words, x = w >> 9, value = w & 511.
 * @param n the officer's number, for the message
 * @throws Fault E-SHARE-LENGTH, E-SHARE-VALUE
 */
export function readShare(plaintext: Uint8Array, n: number): Share {
  if (plaintext.length !== 2 * SECRET_BYTES) throw fault("E-SHARE-LENGTH", { n });
  const words = Array.from(
    { length: SECRET_BYTES },
    (_, i) => (plaintext[2 * i] ?? 0) | ((plaintext[2 * i + 1] ?? 0) << 8),
  );
  const x = (words[0] ?? 0) >> 9;
  const values = words.map((word) => word & 511);
  if (!words.every((word) => word >> 9 === x) || !isShare({ x, values }))
    throw fault("E-SHARE-VALUE", { n });
  return { x, values };
}

/** Whether numbers from elsewhere are a share: x from 1 to 126, and 32 values from 0 to 256. */
export function isShare({ x, values }: Share): boolean {
  const within = (value: number, from: number, to: number) =>
    Number.isInteger(value) && value >= from && value <= to;
  return (
    within(x, 1, X_MAX)
    && values.length === SECRET_BYTES
    && values.every((value) => within(value, 0, P - 1))
  );
}

/**
 * The secret of the given shares, by Lagrange at 0, and again by Newton's differences. Exactly the
 * quorum's number of shares must be given.
 * @returns null if a byte is 256 or two shares have the same x: they do not belong together
 * @throws Fault E-DOUBLE-ENTRY
 */
export function combineOrNull(shares: readonly Share[]): Uint8Array | null {
  if (new Set(shares.map(({ x }) => x)).size !== shares.length) return null;
  const second = interpolateByDifferences(shares, SECRET_BYTES);
  return agree(
    sentence("crypto-faults.engines.secret"),
    asBytes(valuesAt(shares, 0)),
    asBytes(second),
  );
}

/** The value at `x` of each byte's polynomial through these shares, by Lagrange. */
export const valuesAt = (shares: readonly Share[], x: number): readonly number[] =>
  interpolateByLagrange(shares, SECRET_BYTES, x);

/** Secret bytes, or null if one of them is 256, which is not a byte. */
function asBytes(values: readonly number[]): Uint8Array | null {
  return values.includes(256) ? null : Uint8Array.from(values);
}
