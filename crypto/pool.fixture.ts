// For tests: officers with keys of several sizes, made once and shared by many domains.
import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { makeCertificate } from "./certificate-maker.ts";
import type { TestOfficer } from "./domain.fixture.ts";
import { random } from "./native.ts";

/** One officer for each size, in this order; the keys are made in parallel. */
export async function makePool(
  sizes: readonly number[],
  rehearsal = true,
): Promise<readonly TestOfficer[]> {
  const keys = await Promise.all(
    sizes.map((modulusLength) =>
      promisify(generateKeyPair)("rsa", { modulusLength, publicExponent: 65537 }),
    ),
  );
  return keys.map(({ privateKey }, i) => {
    const pkcs8 = new Uint8Array(privateKey.export({ format: "der", type: "pkcs8" }));
    const now = new Date("2026-11-24T10:00:00Z");
    const identity = { commonName: `officer ${String(i + 1)}`, rehearsal, now, random };
    return { pkcs8, certificate: makeCertificate(identity, "keyEncipherment", pkcs8) };
  });
}

/** Sizes of a pool for ten officers: most keys are small, because large ones are slow. */
export const POOL_SIZES = [
  2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 3072, 3072, 4096,
] as const;
