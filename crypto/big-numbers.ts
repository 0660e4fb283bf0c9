// Modular arithmetic on native big integers, for the working engine: forge's 28-bit digits take
// eight times as long. It shares no code with OpenSSL, the second engine. Not in constant time, as
// forge's own is not: forge blinds what it raises, and nobody measures a process that opens one
// key, offline.

/** Bits of the exponent taken at once, if it is long enough to pay for the table. */
const WINDOW = 5;
const LONG = 64;

/** base ^ exponent mod modulus, for exponent >= 0 and modulus > 0, by windows from the left. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const bits = exponent.toString(2);
  const window = bits.length > LONG ? WINDOW : 1;
  const small = [1n % modulus];
  for (let i = 1; i < 1 << window; i++) small.push(((small[i - 1] ?? 0n) * base) % modulus);
  const padded = bits.padStart(Math.ceil(bits.length / window) * window, "0");
  let result = small[0] ?? 0n;
  for (let at = 0; at < padded.length; at += window) {
    for (let i = 0; i < window; i++) result = (result * result) % modulus;
    const digit = Number.parseInt(padded.slice(at, at + window), 2);
    result = (result * (small[digit] ?? 0n)) % modulus;
  }
  return result;
}

/** The inverse of `value` modulo `modulus`; 0 if there is none (Euclid). */
export function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next, factor, nextFactor] = [modulus, value % modulus, 0n, 1n];
  while (next !== 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [factor, nextFactor] = [nextFactor, factor - times * nextFactor];
  }
  if (rest !== 1n) return 0n;
  return factor < 0n ? factor + modulus : factor;
}

/** The greatest common divisor of two numbers >= 0. */
export function commonDivisor(a: bigint, b: bigint): bigint {
  let [greater, less] = [a, b];
  while (less !== 0n) [greater, less] = [less, greater % less];
  return greater;
}
