// Finds numbers of a private key whose public half is known: p and q divide its modulus, and d is the
// inverse of its exponent. They are found as bytes of either order, at any offset, in any format.

/** A public key's modulus, with the values that are compared at every offset of a file. */
export interface Modulus {
  readonly n: bigint;
  /** Bytes of the modulus, and of each of its two primes, which have the same length. */
  readonly size: number;
  readonly half: number;
  /** A prime is at least n / 256^half: the first 16 bits of the smallest. */
  readonly leastTop: number;
  /** The factor for the first 52 bits of d that gives almost an integer. */
  readonly scale: number;
}

/** Every officer's certificate has this exponent (crypto/FORMAT.md). */
const E = 65537;
/**
 * d is the inverse of E modulo (p - 1)(q - 1), or modulo that divided by their common divisor, which
 * divides this number but for 2 keys of 100.
 */
const COMMON = 1_441_440;
const NEAR = 1 / 16_384;
const [MODULUS_BITS_MIN, MODULUS_BITS_MAX] = [1024, 16_384] as const;

/** @returns null for sizes that are not searched: only 1,024 to 16,384 bits */
export function modulusOf(n: bigint): Modulus | null {
  const bits = n.toString(2).length;
  if (bits < MODULUS_BITS_MIN || bits > MODULUS_BITS_MAX || n % 2n === 0n) return null;
  const [size, half] = [Math.ceil(bits / 8), Math.ceil(bits / 16)];
  const leastTop = Number(n >> BigInt(16 * half - 16));
  const top = Number(n >> BigInt(8 * size - TOP_BITS));
  return { n, size, half, leastTop, scale: (E * COMMON) / top };
}

/** Numbers with this many bits are exact in a double. */
const TOP_BITS = 52;
/** How much is examined at once. */
const BLOCK = 65_536;
/** Small primes that do not divide a large one, in products below 2^15.5. */
const SIEVE = [
  [3, 5, 7, 11, 13],
  [17, 19, 23],
  [29, 31, 37],
  [41, 43],
  [47, 53],
  [59, 61],
  [67, 71],
] as const;

interface Sieve {
  readonly product: number;
  /** 1 if none of the primes divides the remainder. */
  readonly coprime: Uint8Array;
}

const SIEVES: readonly Sieve[] = SIEVE.map((primes) => {
  const product = primes.reduce<number>((all, prime) => all * prime, 1);
  const isCoprime = (rest: number): boolean => primes.every((prime) => rest % prime !== 0);
  return {
    product,
    coprime: Uint8Array.from({ length: product }, (_, rest) => Number(isCoprime(rest))),
  };
});

/** Whether a prime or the private exponent of one of these moduli is anywhere in these bytes. */
export function hasFactor(bytes: Uint8Array, moduli: readonly Modulus[]): boolean {
  if (moduli.length === 0) return false;
  const longest = Math.max(...moduli.map(({ size }) => size));
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK + longest);
    if (isRandom(block) && isIn(block, moduli)) return true;
  }
  return false;
}

/**
 * Half of a prime's bytes are above 127, unlike text. Counted in steps, of which any prime has
 * several complete ones.
 */
function isRandom(block: Uint8Array): boolean {
  const step = 16;
  for (let at = 0; at < block.length; at += step) {
    let high = 0;
    for (let i = at; i < Math.min(at + step, block.length); i++) high += (block[i] ?? 0) >> 7;
    if (high >= 3) return true;
  }
  return false;
}

function isIn(block: Uint8Array, moduli: readonly Modulus[]): boolean {
  if (hasExponent(block, moduli)) return true;
  const reversed = new Uint8Array(block).reverse();
  return [...new Set(moduli.map(({ half }) => half))].some((half) => {
    const group = moduli.filter((modulus) => modulus.half === half);
    return hasPrime(block, half, group) || hasPrime(reversed, half, group);
  });
}

/** Big-endian primes of this length. */
function hasPrime(block: Uint8Array, half: number, moduli: readonly Modulus[]): boolean {
  const begins = beginsIn(block, half);
  if (begins === null) return false;
  const least = Math.min(...moduli.map(({ leastTop }) => leastTop));
  const topOf = (at: number): number => ((block[at] ?? 0) << 8) | (block[at + 1] ?? 0);
  let candidates: number[] = [];
  for (let at = 0; at + half <= block.length; at++) {
    const isOdd = ((block[at + half - 1] ?? 0) & 1) === 1;
    if (isOdd && begins[at] === 1 && topOf(at) >= least) candidates.push(at);
  }
  for (const sieve of SIEVES) {
    if (candidates.length === 0) return false;
    candidates = undivided(candidates, block, half, sieve);
  }
  return candidates.some((at) => {
    const number = BigInt(`0x${Buffer.from(block.subarray(at, at + half)).toString("hex")}`);
    return moduli.some(({ n, leastTop }) => topOf(at) >= leastTop && n % number === 0n);
  });
}

/** The numbers of this length, by where they begin, that none of a sieve's primes divides. */
function undivided(
  candidates: readonly number[],
  block: Uint8Array,
  half: number,
  { product, coprime }: Sieve,
): number[] {
  const [rests, shift] = [restsOf(block, product), powerOf256(half, product)];
  return candidates.filter((at) => {
    const before = ((rests[at] ?? 0) * shift) % product;
    return coprime[((rests[at + half] ?? 0) - before + product) % product] === 1;
  });
}

/** For each length, the remainder of the number in the first bytes, by this product. */
function restsOf(bytes: Uint8Array, product: number): Int32Array {
  const rests = new Int32Array(bytes.length + 1);
  let rest = 0;
  for (let i = 0; i < bytes.length; i++) {
    rest = (rest * 256 + (bytes[i] ?? 0)) % product;
    rests[i + 1] = rest;
  }
  return rests;
}

/**
 * Where a random number of this length may begin, as 1: about half of its bytes are above 127, and
 * one in 10^12 random numbers has fewer, or more, than is allowed.
 * @returns null if nowhere: most blocks are text around certificates, too short for one
 */
function beginsIn(bytes: Uint8Array, length: number): Uint8Array | null {
  const begins = new Uint8Array(bytes.length);
  const allowed = 3.6 * Math.sqrt(length);
  let above = 0;
  let isSomewhere = false;
  for (let at = 1 - length, last = 0; last < bytes.length; at++, last++) {
    above += (bytes[last] ?? 0) >> 7;
    if (at >= 0 && Math.abs(above - length / 2) <= allowed) {
      begins[at] = 1;
      isSomewhere = true;
    }
    if (at >= 0) above -= (bytes[at] ?? 0) >> 7;
  }
  return isSomewhere ? begins : null;
}

function powerOf256(exponent: number, product: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power = (power * 256) % product;
  return power;
}

/** By how many bytes d may be shorter than the modulus. */
const SHORTER = [0, 1, 2] as const;
/** Adding and subtracting it rounds a double below 2^51 to an integer. */
const ROUNDING = 1.5 * 2 ** 52;

/**
 * d of either order. E * d is 1 + k (p - 1)(q - 1), so E * d / n is an integer except for the sum
 * of the primes: d is recognised by its first bits, and then checked exactly.
 */
function hasExponent(block: Uint8Array, moduli: readonly Modulus[]): boolean {
  const scales = Float64Array.from(
    moduli.flatMap(({ scale }) => SHORTER.map((shorter) => scale / 256 ** shorter)),
  );
  const least = Math.min(...moduli.map(({ size }) => size)) - Math.max(...SHORTER);
  const begins = beginsIn(block, least);
  if (begins === null) return false;
  for (let at = 0; at < block.length; at++) {
    const [isBegin, isEnd] = [begins[at] === 1, begins[at + 1 - least] === 1];
    if (!isBegin && !isEnd) continue;
    // Seven bytes, less 4 bits, forwards and backwards.
    const first = (block[at] ?? 0) * 2 ** 44;
    const forwards = isBegin ? first + tail(block, at, 1) : 0;
    const backwards = isEnd ? first + tail(block, at, -1) : 0;
    for (let i = 0; i < scales.length; i++) {
      const by = scales[i] ?? 0;
      const [one, other] = [forwards * by, backwards * by];
      const oneOff = one - (one + ROUNDING - ROUNDING);
      const otherOff = other - (other + ROUNDING - ROUNDING);
      const isOne = oneOff < NEAR && oneOff > -NEAR && one > 1;
      const isOther = otherOff < NEAR && otherOff > -NEAR && other > 1;
      if (!isOne && !isOther) continue;
      const modulus = moduli[Math.floor(i / SHORTER.length)];
      if (modulus === undefined) continue;
      const length = modulus.size - (i % SHORTER.length);
      if (isOne && isExponent(block.subarray(at, at + length), length, modulus)) return true;
      const reversed = Uint8Array.from(block.subarray(Math.max(0, at + 1 - length), at + 1));
      if (isOther && isExponent(reversed.reverse(), length, modulus)) return true;
    }
  }
  return false;
}

const tail = (block: Uint8Array, at: number, step: 1 | -1): number =>
  (block[at + step] ?? 0) * 2 ** 36
  + (block[at + 2 * step] ?? 0) * 2 ** 28
  + (block[at + 3 * step] ?? 0) * 2 ** 20
  + (block[at + 4 * step] ?? 0) * 4096
  + (block[at + 5 * step] ?? 0) * 16
  + ((block[at + 6 * step] ?? 0) >> 4);

function isExponent(bytes: Uint8Array, length: number, { n, half }: Modulus): boolean {
  if (bytes.length < length) return false;
  const d = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  const rest = (d * BigInt(E * COMMON)) % n;
  // k times the sum of the primes: E * COMMON has 37 bits, the sum one more than a prime. Less
  // remains of the modulus itself, shifted by a few bits.
  const left = n - rest;
  return left >= 1n << BigInt(8 * half) && left < 1n << BigInt(8 * half + 40);
}
