// Wycheproof checks both engines: RSA-OAEP, AES-CBC, HMAC-SHA-512, the last two as in a JWE.
import { describe, expect, test } from "vitest";
import { concat, equal, toHex, uint32 } from "./bytes.ts";
import { openContent } from "./jwe-content.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { ENGINES, wycheproof, type Vector } from "./wycheproof.fixture.ts";

/** Comments of vectors with an unexpected result: none. */
const failures = (vectors: readonly Vector[], passes: (vector: Vector) => boolean) =>
  vectors.filter((vector) => !passes(vector)).map(({ tcId, comment }) => `${tcId} ${comment}`);

const named = (vectors: readonly Vector[]) => ({
  valid: vectors.filter(({ result }) => result === "valid").length,
  invalid: vectors.filter(({ result }) => result === "invalid").length,
});

describe.each([2048, 3072, 4096])("RSA-OAEP of %i bits with SHA-256 and MGF1-SHA-256", (bits) => {
  const [group] = wycheproof(`rsa_oaep_${bits}_sha256_mgf1sha256`, 37);
  const all = group?.vectors ?? [];
  // Labels are not supported: a JWE's is empty (RFC 7518 4.3).
  const ours = all.filter((vector) => vector.hex("label").length === 0);
  const labelled = all.filter((vector) => vector.hex("label").length > 0);
  const pkcs8 = Buffer.from(String(group?.of("privateKeyPkcs8")), "hex");

  test("has 29 vectors without a label and 8 with one", () => {
    expect(["sha", "mgf", "mgfSha", "keySize"].map((name) => group?.of(name))).toEqual([
      "SHA-256",
      "MGF1",
      "SHA-256",
      bits,
    ]);
    expect(named(ours)).toEqual({ valid: 10, invalid: 19 });
    expect(named(labelled)).toEqual({ valid: 8, invalid: 0 });
  });

  test.each(ENGINES)("is decrypted, or refused, by %s", (_, { oaepDecrypt }) => {
    expect(
      failures(ours, (vector) => {
        const found = oaepDecrypt(pkcs8, vector.hex("ct"));
        if (vector.result === "invalid") return found === null;
        return found !== null && equal(found, vector.hex("msg"));
      }),
    ).toEqual([]);
  });

  test.each(ENGINES)("is refused by %s if it was made for a label", (_, { oaepDecrypt }) => {
    const refused = ({ hex }: Vector) => oaepDecrypt(pkcs8, hex("ct")) === null;
    expect(failures(labelled, refused)).toEqual([]);
  });
});

describe("AES-CBC with PKCS #5 padding", () => {
  const groups = wycheproof("aes_cbc_pkcs5", 216);
  const all = groups.flatMap(({ vectors }) => vectors);

  test("has 72 vectors for each size of key, 72 of all valid", () => {
    expect(groups.map((group) => [group.of("keySize"), group.vectors.length])).toEqual([
      [128, 72],
      [192, 72],
      [256, 72],
    ]);
    expect(named(all)).toEqual({ valid: 72, invalid: 144 });
  });

  test.each(ENGINES)("is decrypted, or refused, by %s", (_, { aesCbcDecrypt }) => {
    expect(
      failures(all, ({ hex, result }) => {
        const found = aesCbcDecrypt(hex("key"), hex("iv"), hex("ct"));
        return result === "invalid" ? found === null : found !== null && equal(found, hex("msg"));
      }),
    ).toEqual([]);
  });

  test.each(ENGINES)("is encrypted to the same bytes by %s", (_, { aesCbcEncrypt }) => {
    const valid = all.filter(({ result }) => result === "valid");
    expect(
      failures(valid, ({ hex }) =>
        equal(aesCbcEncrypt(hex("key"), hex("iv"), hex("msg")), hex("ct")),
      ),
    ).toEqual([]);
  });
});

describe("HMAC-SHA-512", () => {
  const groups = wycheproof("hmac_sha512", 174);

  test("has 87 vectors with the whole tag and 87 with its first 32 bytes, as a JWE's", () => {
    const sizes = groups.map((group) => [group.of("tagSize"), group.vectors.length]);
    expect(sizes).toEqual([
      [512, 81],
      [256, 81],
      [512, 3],
      [256, 3],
      [512, 3],
      [256, 3],
    ]);
    expect(named(groups.flatMap(({ vectors }) => vectors))).toEqual({ valid: 66, invalid: 108 });
  });

  test.each(ENGINES)("is made by %s, and never another tag", (_, { hmac512 }) => {
    for (const group of groups)
      expect(
        failures(group.vectors, ({ hex, result }) => {
          const tag = hmac512(hex("key"), hex("msg")).subarray(0, Number(group.of("tagSize")) / 8);
          return equal(tag, hex("tag")) === (result === "valid");
        }),
      ).toEqual([]);
  });
});

describe("A256CBC-HS512", () => {
  const all = wycheproof("a256cbc_hs512", 94).flatMap(({ vectors }) => vectors);
  const sealed = ({ hex }: Vector) =>
    concat(hex("aad"), hex("iv"), hex("ct"), uint32(0), uint32(hex("aad").length * 8));

  test("has 67 valid vectors and 27 with another tag", () => {
    expect(named(all)).toEqual({ valid: 67, invalid: 27 });
  });

  test.each(ENGINES)("is authenticated and decrypted by %s alone", (_, engine) => {
    expect(
      failures(all, (vector) => {
        const { hex, result } = vector;
        const tag = engine.hmac512(hex("key").subarray(0, 32), sealed(vector)).subarray(0, 32);
        if (!equal(tag, hex("tag"))) return result === "invalid";
        const found = engine.aesCbcDecrypt(hex("key").subarray(32), hex("iv"), hex("ct"));
        return result === "valid" && found !== null && equal(found, hex("msg"));
      }),
    ).toEqual([]);
  });

  // A JWE's header is ASCII; a vector's that is not cannot be given to `openContent`.
  const asHeader = ({ hex }: Vector) => Buffer.from(hex("aad")).toString("latin1");
  const spoken = all.filter((vector) => /^[\0-\x7f]*$/.test(asHeader(vector)));

  test("is opened as the content of a JWE, or refused with one code", () => {
    expect(named(spoken)).toEqual({ valid: 52, invalid: 27 });
    for (const vector of spoken) {
      const { hex } = vector;
      const jwe = {
        header: asHeader(vector),
        kid: "",
        encryptedKey: new Uint8Array(),
        iv: hex("iv"),
        ciphertext: hex("ct"),
        tag: hex("tag"),
      };
      const open = () => openContent(jwe, hex("key"));
      if (vector.result === "valid") expect(toHex(open())).toBe(toHex(hex("msg")));
      else expect(refusalOf(open).code).toBe("E-JWE-AUTH");
    }
  });
});
