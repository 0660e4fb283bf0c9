// The RFCs' own examples: RFC 7518 B.3 comes out to the byte, RFC 7520's are refused.
import { createDecipheriv, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { concat, fromHex, toHex, uint32 } from "./bytes.ts";
import { openContent } from "./jwe-content.ts";
import { readJwe, type JweAlgorithm } from "./jwe.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { ENGINES } from "./wycheproof.fixture.ts";

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`vectors/rfc/${file}.json`, import.meta.url), "utf8"));

describe("RFC 7518 B.3, A256CBC-HS512", () => {
  const example = read("rfc7518-b3") as Readonly<Record<string, string>>;
  const of = (name: string): Uint8Array => fromHex(example[name] ?? "") ?? new Uint8Array();

  test("has the MAC key first and the length of A in bits", () => {
    expect([toHex(of("K").subarray(0, 32)), toHex(of("K").subarray(32))]).toEqual([
      example["MAC_KEY"],
      example["ENC_KEY"],
    ]);
    expect(toHex(concat(uint32(0), uint32(of("A").length * 8)))).toBe(example["AL"]);
  });

  test.each(ENGINES)("comes out of %s, each value of it", (_, engine) => {
    const sealed = concat(of("A"), of("IV"), of("E"), of("AL"));
    expect(toHex(engine.aesCbcEncrypt(of("ENC_KEY"), of("IV"), of("P")))).toBe(example["E"]);
    expect(toHex(engine.hmac512(of("MAC_KEY"), sealed))).toBe(example["M"]);
    expect(toHex(of("M").subarray(0, 32))).toBe(example["T"]);
    const opened = engine.aesCbcDecrypt(of("ENC_KEY"), of("IV"), of("E"));
    expect(toHex(opened ?? new Uint8Array())).toBe(example["P"]);
  });

  test("opens as the content of a JWE whose header A is", () => {
    const header = Buffer.from(of("A")).toString("ascii");
    const jwe = {
      header,
      kid: "",
      encryptedKey: new Uint8Array(),
      iv: of("IV"),
      ciphertext: of("E"),
      tag: of("T"),
    };
    expect(toHex(openContent(jwe, of("K")))).toBe(example["P"]);
  });
});

interface Example {
  readonly section: string;
  readonly plaintext: string;
  readonly cek: string;
  readonly compact: string;
}

/** The plaintext under the content key that the RFC states, by node alone. */
function contentOf({ compact, cek }: Example): string {
  const [header = "", , ...rest] = compact.split(".");
  const [iv, data, tag] = rest.map((part) => Buffer.from(part, "base64url"));
  const key = Buffer.from(cek, "base64url");
  if (!iv || !data || !tag) throw new Error("not five parts");
  const { enc, zip } = JSON.parse(Buffer.from(header, "base64url").toString()) as Readonly<
    Record<string, string>
  >;
  const plain =
    enc === "A128CBC-HS256" ? cbc(key, header, iv, data, tag) : gcm(key, header, iv, data, tag);
  return (zip === "DEF" ? inflateRawSync(plain) : plain).toString();
}

function cbc(key: Buffer, header: string, iv: Buffer, data: Buffer, tag: Buffer): Buffer {
  const length = Buffer.from(concat(uint32(0), uint32(header.length * 8)));
  const mac = createHmac("sha256", key.subarray(0, 16))
    .update(header)
    .update(iv)
    .update(data)
    .update(length)
    .digest()
    .subarray(0, 16);
  expect(mac.toString("hex")).toBe(tag.toString("hex"));
  const cipher = createDecipheriv("aes-128-cbc", key.subarray(16), iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function gcm(key: Buffer, header: string, iv: Buffer, data: Buffer, tag: Buffer): Buffer {
  const name = key.length === 16 ? ("aes-128-gcm" as const) : ("aes-256-gcm" as const);
  const cipher = createDecipheriv(name, key, iv).setAAD(Buffer.from(header)).setAuthTag(tag);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

describe("RFC 7520 section 5", () => {
  const { examples } = read("rfc7520-jwe") as { readonly examples: readonly Example[] };

  test("is here with all nine examples that have a compact form, exact in content", () => {
    expect(examples.map(({ section }) => section)).toEqual([
      "5.1",
      "5.2",
      "5.3",
      "5.4",
      "5.5",
      "5.6",
      "5.7",
      "5.8",
      "5.9",
    ]);
    for (const example of examples) expect(contentOf(example)).toBe(example.plaintext);
  });

  // The first refusal of each, read as a share and as an entry.
  test.each([
    ["5.1", "RSA1_5", "E-JWE-ALG", "E-JWE-ALG"],
    ["5.2", "RSA-OAEP with SHA-1", "E-JWE-ALG", "E-JWE-ALG"],
    ["5.3", "a key from a password", "E-JWE-HEADER", "E-JWE-HEADER"],
    ["5.4", "a key agreed on and wrapped", "E-JWE-HEADER", "E-JWE-HEADER"],
    ["5.5", "a key agreed on", "E-JWE-HEADER", "E-JWE-HEADER"],
    ["5.6", "dir, with A128GCM", "E-JWE-ALG", "E-JWE-ENC"],
    ["5.7", "a key wrapped with AES-GCM", "E-JWE-HEADER", "E-JWE-HEADER"],
    ["5.8", "a key wrapped with AES", "E-JWE-ALG", "E-JWE-ALG"],
    ["5.9", "compressed content", "E-JWE-HEADER", "E-JWE-HEADER"],
  ])("%s, %s, is refused", (section, _, asShare, asEntry) => {
    const compact = examples.find((example) => example.section === section)?.compact ?? "";
    const codeAs = (alg: JweAlgorithm) => refusalOf(() => readJwe(compact, alg)).code;
    expect([codeAs("RSA-OAEP-256"), codeAs("dir")]).toEqual([asShare, asEntry]);
  });
});
