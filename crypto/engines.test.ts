// For any input both engines give the same bytes or both refuse; readers refuse only with faults.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex, utf8 } from "./bytes.ts";
import * as forge from "./forge.ts";
import {
  isFault,
  readCertificate,
  readExchangeKey,
  readRestoreBlob,
  readSecurityDomain,
} from "./index.ts";
import { readJwe } from "./jwe.ts";
import { deriveEntryKey } from "./kdf.ts";
import * as native from "./native.ts";
import { openPrivateKey } from "./private-key.ts";
import { generateRsa } from "./rsa-key.ts";
import { vector } from "./vectors.fixture.ts";

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });
const aesKey = fc.constantFrom(16, 24, 32).chain((size) => bytes(size, size));
const hex = (found: Uint8Array | null): string | null => (found === null ? null : toHex(found));

describe("both engines", () => {
  test("give one HMAC for any key and data", () => {
    fc.assert(
      fc.property(bytes(0, 300), bytes(0, 300), (key, data) => {
        expect(hex(forge.hmac512(key, data))).toBe(hex(native.hmac512(key, data)));
      }),
    );
  });

  test("encrypt any data alike, and give it back", () => {
    fc.assert(
      fc.property(aesKey, bytes(16, 16), bytes(0, 200), (key, iv, data) => {
        const sealed = forge.aesCbcEncrypt(key, iv, data);
        expect(hex(sealed)).toBe(hex(native.aesCbcEncrypt(key, iv, data)));
        for (const engine of [forge, native])
          expect(hex(engine.aesCbcDecrypt(key, iv, sealed))).toBe(hex(data));
      }),
    );
  });

  test("decrypt any ciphertext alike, or both refuse it: of any length, with any padding", () => {
    const last = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(aesKey, bytes(16, 16), bytes(0, 64), (key, iv, data) => {
        expect(hex(forge.aesCbcDecrypt(key, iv, data))).toBe(
          hex(native.aesCbcDecrypt(key, iv, data)),
        );
      }),
      { numRuns: 300 },
    );
    // A block that ends in any byte, before a full block of padding that is then cut off.
    fc.assert(
      fc.property(aesKey, bytes(16, 16), bytes(15, 15), last, (key, iv, begin, end) => {
        const block = native.aesCbcEncrypt(key, iv, Uint8Array.of(...begin, end)).subarray(0, 16);
        const found = forge.aesCbcDecrypt(key, iv, block);
        expect(hex(found)).toBe(hex(native.aesCbcDecrypt(key, iv, block)));
      }),
      { numRuns: 600 },
    );
  });

  const { pkcs8, spki } = generateRsa(2048);
  test("open what either wraps, and refuse any other ciphertext", () => {
    fc.assert(
      fc.property(bytes(0, 190), fc.boolean(), (data, byForge) => {
        const sealed = (byForge ? forge : native).oaepEncrypt(spki, data);
        for (const engine of [forge, native])
          expect(hex(engine.oaepDecrypt(pkcs8, sealed))).toBe(hex(data));
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(fc.oneof(bytes(0, 300), bytes(256, 256)), (data) => {
        for (const engine of [forge, native]) expect(engine.oaepDecrypt(pkcs8, data)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test("derive one key for any secret and name", () => {
    fc.assert(
      fc.property(bytes(32, 32), fc.string({ unit: "binary" }), (secret, label) => {
        expect(deriveEntryKey(secret, label)).toHaveLength(64);
      }),
    );
  });
});

/** How a reader ends: with a result, or with its fault's code; anything else is thrown. */
function ended(read: () => unknown): string {
  try {
    read();
    return "read";
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code;
  }
}

describe.each<readonly [string, Uint8Array, (bytes: Uint8Array) => unknown]>([
  ["a security domain", vector("2of3-rsa2048", "sd.json"), readSecurityDomain],
  ["a restore blob", vector("2of3-rsa2048", "az-restore-blob.json"), readRestoreBlob],
  ["an exchange key", vector("2of3-rsa2048", "exchange.pem"), readExchangeKey],
  ["a certificate", vector("2of3-rsa2048", "cert_0.cer"), readCertificate],
  ["a private key", vector("2of3-rsa2048", "cert_0.key"), (pem) => openPrivateKey(pem, "", 1)],
  [
    "a JWE",
    utf8("eyJhbGciOiJkaXIifQ....AAAA"),
    (text) => readJwe(Buffer.from(text).toString("latin1"), "dir"),
  ],
])("the reader of %s ends well or with a fault", (_, good, read) => {
  test("for any bytes", () => {
    fc.assert(
      fc.property(bytes(0, 200), (given) => {
        expect(ended(() => read(given))).toMatch(/^E-/);
      }),
    );
  });

  test("for a good file with a few bytes changed, cut off or put in", () => {
    const change = fc.record({
      at: fc.nat({ max: good.length }),
      out: fc.nat({ max: 4 }),
      put: bytes(0, 4),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const altered = changes.reduce(
          (file, { at, out, put }) =>
            Uint8Array.of(...file.subarray(0, at), ...put, ...file.subarray(at + out)),
          good,
        );
        expect(ended(() => read(altered))).toMatch(/^(read|E-)/);
        expect(ended(() => read(altered))).not.toBe("E-DOUBLE-ENTRY");
      }),
      { numRuns: 60 },
    );
  });
});
