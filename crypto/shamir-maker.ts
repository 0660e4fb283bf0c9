// Shares a secret, as an HSM does: for the rehearsal HSM. No vault has this code.
import { P, type Share } from "./shamir.ts";

/** The plaintext form of a share, 64 bytes. */
export function writeShare(share: Share): Uint8Array {
  return Uint8Array.from(
    share.values.flatMap((value) => {
      const word = (share.x << 9) | value;
      return [word & 0xff, word >> 8];
    }),
  );
}

/** Shares a secret among `count`, of whom any `required` can restore it. For the rehearsal HSM. */
export function split(
  secret: Uint8Array,
  count: number,
  required: number,
  random: (length: number) => Uint8Array,
): readonly Share[] {
  const polynomials = Array.from(secret, (byte) => [
    byte,
    ...Array.from({ length: required - 1 }, () => randomElement(random)),
  ]);
  return Array.from({ length: count }, (_, i) => ({
    x: i + 1,
    values: polynomials.map((coefficients) =>
      coefficients.reduceRight((value, c) => (value * (i + 1) + c) % P, 0),
    ),
  }));
}

/** Uniform in 0..256: 16 random bits, taken again if above the last whole multiple of 257. */
function randomElement(random: (length: number) => Uint8Array): number {
  for (;;) {
    const [low = 0, high = 0] = random(2);
    const drawn = low | (high << 8);
    if (drawn < Math.floor(65536 / P) * P) return drawn % P;
  }
}
