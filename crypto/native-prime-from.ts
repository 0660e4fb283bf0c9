// The prime that follows from a number: for keys that a rehearsal must make again alike.
import { checkPrimeSync } from "node:crypto";

/** Up to here candidates are divided before they are tested, which saves nine tests of ten. */
const SMALL_MAX = 1000;
const SMALL = Array.from({ length: SMALL_MAX / 2 - 1 }, (_, n) => 2 * n + 3)
  .filter((n, _, all) => all.every((by) => by * by > n || n % by !== 0))
  .map(BigInt);

/** The first prime from an odd number on, which is far above those by which it is divided. */
export function primeFrom(start: bigint): bigint {
  let candidate = start;
  while (SMALL.some((by) => candidate % by === 0n) || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}
