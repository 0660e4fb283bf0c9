// DER, JWE headers and key files that could mislead a reader, each in its smallest form.
import { describe, expect, test, vi } from "vitest";
import { toBase64Url } from "./base64.ts";
import { utf8 } from "./bytes.ts";
import { codeOf } from "./code-of.fixture.ts";
import { parseDer } from "./der.ts";
import { readJwe } from "./jwe.ts";
import * as native from "./native.ts";
import { openPrivateKey, writePrivateKey } from "./private-key.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { generateRsa } from "./rsa-key.ts";
import { makeWrappingKey, proveKeyFile } from "./wrapping-key.ts";

vi.mock("./native.ts", { spy: true });

const der = (hex: string) => parseDer(Uint8Array.from(Buffer.from(hex, "hex")));

describe("an element", () => {
  test("has one form of its length: the shortest", () => {
    expect(der("3003020105").ok).toBe(true);
    for (const long of ["308103020105", "30820003020105", "3004028101ff", "0281" + "01" + "05"])
      expect(der(long), long).toMatchObject({ ok: false, problem: "form" });
  });

  test("ends within its parent, whatever follows", () => {
    for (const beyond of [
      "3003020205" + "05",
      "30020201" + "05",
      "3005300402020505" + "05",
      "30073003020301" + "0500",
    ])
      expect(der(beyond), beyond).toMatchObject({ ok: false, problem: "form" });
  });

  test("is at most sixteen deep, even if only its depth is wrong", () => {
    const nested = (depth: number): string => {
      let hex = "0500";
      for (let i = 0; i < depth; i++)
        hex = `30${(hex.length / 2).toString(16).padStart(2, "0")}${hex}`;
      return hex;
    };
    expect(der(nested(16)).ok).toBe(true);
    for (const depth of [17, 40])
      expect(der(nested(depth))).toMatchObject({ ok: false, problem: "depth" });
  });
});

describe("a header", () => {
  test.each(["zip", "crit", "b64", "epk", "apu", "apv", "p2s", "p2c", "jku", "jwk", "x5u", "x5c"])(
    "with %s, which changes what the rest means, is refused",
    (name) => {
      const header = utf8(JSON.stringify({ alg: "dir", enc: "A256CBC-HS512", [name]: "DEF" }));
      const parts = [
        header,
        new Uint8Array(),
        new Uint8Array(16),
        new Uint8Array(16),
        new Uint8Array(32),
      ];
      const { code } = refusalOf(() => readJwe(parts.map(toBase64Url).join("."), "dir"));
      expect(code).toBe("E-JWE-HEADER");
    },
  );
});

describe("a key file", () => {
  test("has a salt and an IV of 16 bytes each, random every time", () => {
    const drawn: number[] = [];
    const random = (length: number): Uint8Array => {
      drawn.push(length);
      return native.random(length);
    };
    writePrivateKey(generateRsa(2048).pkcs8, "correct horse battery", random);
    expect(drawn).toEqual([16, 16]);
  });

  test("opens only with its whole passphrase", () => {
    const passphrase = "correct horse battery";
    const pem = utf8(writePrivateKey(generateRsa(2048).pkcs8, passphrase, native.random));
    const opened = ["correct horse battery", "correct horse batterz", "correct horse batter"];
    expect(opened.map((typed) => codeOf(() => openPrivateKey(pem, typed, 1)))).toEqual([
      "nothing thrown",
      "E-KEY-PASSPHRASE",
      "E-KEY-PASSPHRASE",
    ]);
  });

  test("is proven with a passphrase in which one character is changed: that must not open it", async () => {
    const passphrase = "correct horse battery";
    const identity = {
      commonName: "Officer 1",
      rehearsal: true,
      now: new Date(),
      random: native.random,
    };
    const { keyPem, certificate } = await makeWrappingKey(identity, 2048, passphrase);
    vi.mocked(native.pbkdf2).mockClear();
    proveKeyFile(utf8(keyPem), certificate, passphrase, 1);
    const tried = vi
      .mocked(native.pbkdf2)
      .mock.calls.map(([, given]) => Buffer.from(given).toString());
    const other = tried.filter((one) => one !== passphrase && one !== "password");
    expect(tried).toContain(passphrase);
    expect(other).toHaveLength(1);
    expect(other[0]).toHaveLength(passphrase.length);
    expect([...(other[0] ?? "")].filter((sign, i) => sign !== passphrase[i])).toHaveLength(1);
  });
});
