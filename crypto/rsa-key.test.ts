// A key made of two primes: as every engine and openssl expect it, and refused where FIPS 186-5
// refuses its primes.
import { spawnSync } from "node:child_process";
import { checkPrimeSync, createPrivateKey, createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { inverse } from "./big-numbers.ts";
import { random, writePem, toHex, utf8 } from "./index.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";
import { openPrivateKey } from "./secret-half.ts";
import { generateRsa, makeRsaKey, keyOf } from "./rsa-key.ts";

const made = (bits: number) => Promise.resolve(generateRsa(bits).pkcs8);

test.each([
  [2048, "", makeRsaKey],
  [3072, "", makeRsaKey],
  [2048, ", waited for,", made],
])("a key of %i bits%s is sound, by both engines and openssl", async (bits, _how, make) => {
  const pkcs8 = await make(bits);
  const pem = writePem("PRIVATE KEY", pkcs8);
  expect(toHex(openPrivateKey(utf8(pem), "", 1).pkcs8)).toBe(toHex(pkcs8));
  const key = createPrivateKey(pem);
  expect(key.asymmetricKeyDetails).toEqual({ modulusLength: bits, publicExponent: 65537n });
  const { p = "", q = "" } = key.export({ format: "jwk" });
  for (const prime of [p, q]) expect(checkPrimeSync(Buffer.from(prime, "base64url"))).toBe(true);
  const spki = new Uint8Array(createPublicKey(key).export({ format: "der", type: "spki" }));
  const message = random(64);
  for (const engine of [forge, native])
    expect(engine.oaepDecrypt(pkcs8, forge.oaepEncrypt(spki, message))).toEqual(message);
  const checked = spawnSync("openssl", ["pkey", "-check", "-noout"], { input: pem });
  expect([checked.status, checked.stdout.toString()]).toEqual([0, "Key is valid\n"]);
});

test("two keys have nothing in common", async () => {
  const [one, two] = await Promise.all([makeRsaKey(2048), makeRsaKey(2048)]);
  const primesOf = (pkcs8: Uint8Array) => {
    const { p, q } = native.readPrivateKey(pkcs8) ?? {};
    return [p, q];
  };
  expect(new Set([...primesOf(one), ...primesOf(two)]).size).toBe(4);
});

describe("two primes make no key", () => {
  const bits = 512;
  const half = 2n ** 256n;

  test("that are the same, or nearer than 2^(half - 100)", () => {
    const p = half - 189n;
    expect(keyOf(bits, p, p)).toBeNull();
    expect(keyOf(bits, p, p - 2n ** 156n)).toBeNull();
    expect(keyOf(bits, p, p - 2n ** 160n)).not.toBeNull();
  });

  test("whose product has a bit less", () => {
    expect(keyOf(bits, half / 2n + 95n, half / 2n + 2n ** 200n + 1n)).toBeNull();
  });

  test("one of which, less one, is a multiple of e", () => {
    const multiple = ((half - 2n ** 200n) / 65537n) * 65537n + 1n;
    expect(keyOf(bits, half - 189n, multiple)).toBeNull();
  });

  test("whose private exponent would be short", () => {
    // p - 1 and q - 1 in the ratio 4 : 3: then the exponent is short once in three times.
    const parts = Array.from({ length: 40 }, (_, i) => 2n ** 254n - BigInt(i) - 1n);
    const made = parts.flatMap((part) => {
      const d = inverse(65537n, 12n * part);
      const key = keyOf(bits, 4n * part + 1n, 3n * part + 1n);
      return d === 0n ? [] : [{ isShort: d <= half, refused: key === null }];
    });
    expect(made.every(({ isShort, refused }) => isShort === refused)).toBe(true);
    expect(new Set(made.map(({ isShort }) => isShort)).size).toBe(2);
  });
});
