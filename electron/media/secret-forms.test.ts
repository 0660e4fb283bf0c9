// Which files count as a private key or a share: every form, whatever the file is called; and
// nothing on every transfer medium does.
import { spawnSync } from "node:child_process";
import { generateKeyPairSync, randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aMedium, aRoot } from "./media.fixture.ts";
import { findSecrets, type Medium } from "./media.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ed = generateKeyPairSync("ed25519");
const locked = { cipher: "aes-256-cbc", passphrase: "correct horse" } as const;
const der = { format: "der" } as const;
const KEYS: readonly (readonly [string, Buffer])[] = [
  ["PKCS#8, RSA", rsa.privateKey.export({ type: "pkcs8", ...der })],
  ["PKCS#8, encrypted", rsa.privateKey.export({ type: "pkcs8", ...der, ...locked })],
  ["PKCS#1", rsa.privateKey.export({ type: "pkcs1", ...der })],
  ["PKCS#8, EC", ec.privateKey.export({ type: "pkcs8", ...der })],
  ["SEC 1", ec.privateKey.export({ type: "sec1", ...der })],
  ["PKCS#8, Ed25519", ed.privateKey.export({ type: "pkcs8", ...der })],
];
const passedOver = process.env["CI"] !== "true" && spawnSync("openssl", ["version"]).status !== 0;

/** A share of number 5 with these values. */
const shareOf = (values: readonly number[]): Buffer =>
  Buffer.from(Uint16Array.from(values, (value) => (5 << 9) | value).buffer);

let medium: Medium;
let end = (): void => undefined;
beforeEach(() => {
  const made = aRoot();
  ({ end } = made);
  medium = aMedium(made.root);
});
afterEach(() => end());

/** What is found on a medium with this content under an innocent name. */
function foundOf(content: string | Uint8Array): readonly string[] {
  writeFileSync(join(medium.folder, "holiday.jpg"), content);
  return findSecrets(medium);
}

describe("a private key", () => {
  it.each(KEYS)("as DER is found: %s", (_, bytes) => {
    expect(foundOf(bytes)).toEqual(["holiday.jpg"]);
  });

  it.each(KEYS)("as base64 without a label is found: %s", (_, bytes) => {
    const text = bytes.toString("base64");
    const lines = text.replace(/.{64}/g, "$&\r\n");
    for (const written of [text, `key = ${text}\n`, lines, bytes.toString("base64url")])
      expect(foundOf(written)).toEqual(["holiday.jpg"]);
  });

  it.each(KEYS)("as hexadecimal, in narrow lines or behind a byte is found: %s", (_, bytes) => {
    const hex = bytes.toString("hex");
    for (const written of [
      hex,
      hex.toUpperCase(),
      `key: ${hex.replace(/..(?=.)/g, "$&:")}`,
      hex.replace(/.{32}/g, "$&\n"),
      bytes.toString("base64").replace(/.{32}/g, "$&\n"),
      Buffer.concat([Buffer.from([0]), bytes]),
      Buffer.concat([Buffer.from("KEY1"), bytes]),
    ])
      expect(foundOf(written)).toEqual(["holiday.jpg"]);
  });

  it("as PEM is found in base64, escaped, and where both come together", () => {
    const pem = rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const packed = Buffer.from(pem).toString("base64");
    const each = (as: (code: number) => string): string =>
      [...pem].map((sign) => as(sign.charCodeAt(0))).join("");
    for (const written of [
      `apiVersion: v1\nkind: Secret\ndata:\n  tls.key: ${packed}\n`,
      packed.replace(/.{76}/g, "$&\r\n"),
      pem.replaceAll("-", "\\u002d"),
      pem.replaceAll("-", "&#45;"),
      pem.replaceAll("-", "&#x2D;"),
      pem.replaceAll(" ", "%20"),
      pem.replaceAll("-", "=2D"),
      each((code) => `\\u00${code.toString(16).padStart(2, "0")}`),
    ])
      expect(foundOf(written)).toEqual(["holiday.jpg"]);
  });

  it("as XML of .NET is found, and its public half is not", () => {
    const { d = "", n = "" } = rsa.privateKey.export({ format: "jwk" });
    const base64 = (text: string): string => Buffer.from(text, "base64url").toString("base64");
    const open = `<RSAKeyValue><Modulus>${base64(n)}</Modulus><Exponent>AQAB</Exponent>`;
    expect(foundOf(`${open}<D>${base64(d)}</D></RSAKeyValue>`)).toEqual(["holiday.jpg"]);
    expect(foundOf(`${open}</RSAKeyValue>`)).toEqual([]);
  });

  it.skipIf(passedOver)("as openssl spells it out is found (needs openssl)", () => {
    const input = rsa.privateKey.export({ type: "pkcs8", format: "pem" });
    const { stdout } = spawnSync("openssl", ["rsa", "-text", "-noout"], { input });
    expect(stdout.length).toBeGreaterThan(1000);
    expect(foundOf(stdout)).toEqual(["holiday.jpg"]);
    const open = rsa.publicKey.export({ type: "spki", format: "pem" });
    const shown = spawnSync("openssl", ["rsa", "-pubin", "-text", "-noout"], { input: open });
    expect(foundOf(shown.stdout)).toEqual([]);
  });

  it("as JSON is found, also as a string within JSON", () => {
    const jwk = JSON.stringify(rsa.privateKey.export({ format: "jwk" }), null, 2);
    expect(foundOf(jwk)).toEqual(["holiday.jpg"]);
    expect(foundOf(JSON.stringify({ key: jwk }))).toEqual(["holiday.jpg"]);
  });

  it.each([
    ["PuTTY's", "PuTTY-User-Key-File-3: ssh-rsa"],
    ["age's", "AGE-SECRET-KEY-1QQQ"],
    ["in a Java key store", Buffer.from("feedfeed00000002", "hex")],
  ])("of another tool is found: %s", (_, content) => {
    expect(foundOf(content)).toEqual(["holiday.jpg"]);
  });

  it.skipIf(passedOver)("in a PKCS#12 file is found (needs openssl)", () => {
    const folder = mkdtempSync(join(tmpdir(), "p12-"));
    const run = (...words: readonly string[]) =>
      expect(spawnSync("openssl", words, { cwd: folder }).status).toBe(0);
    writeFileSync(join(folder, "key"), rsa.privateKey.export({ type: "pkcs8", format: "pem" }));
    run("req", "-x509", "-key", "key", "-out", "cer", "-subj", "/CN=x", "-days", "2");
    run("pkcs12", "-export", "-inkey", "key", "-in", "cer", "-out", "p12", "-passout", "pass:x");
    const [p12, certificate] = ["p12", "cer"].map((name) => readFileSync(join(folder, name)));
    rmSync(folder, { recursive: true });
    expect(foundOf(p12!)).toEqual(["holiday.jpg"]);
    expect(foundOf(p12!.toString("base64"))).toEqual(["holiday.jpg"]);
    expect(foundOf(certificate!)).toEqual([]);
  });
});

describe("a share", () => {
  it("is found alone in a file, as bytes or written in letters", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 256 }), { minLength: 32, maxLength: 32 }),
        (values) => {
          const share = shareOf(values);
          for (const content of [
            share,
            share.toString("hex"),
            `${share.toString("base64")}\n`,
            share.toString("base64url"),
          ])
            expect(foundOf(content)).toEqual(["holiday.jpg"]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("is found with another, with a note, in JSON, and wherever it is", () => {
    const values = Array.from({ length: 32 }, () => randomInt(257));
    const other = Array.from({ length: 32 }, () => randomInt(257));
    const two = Buffer.concat([shareOf(values), shareOf(other)]);
    const note = `Officer 5's share, keep it safe:`;
    const [hex, base64] = [shareOf(values).toString("hex"), shareOf(values).toString("base64")];
    for (const content of [
      two,
      two.toString("hex"),
      two.toString("base64"),
      `${base64}\n${shareOf(other).toString("base64")}\n`,
      Buffer.concat([Buffer.from(note), shareOf(values), randomBytes(3)]),
      shareOf(values).swap16(),
      `${note}\n${hex}\n(end)\n`,
      `${note} ${base64} - thank you.\n`,
      `"share_5": "${hex.toUpperCase()}"`,
      hex.replace(/..(?=.)/g, "$&:"),
      gzipSync(shareOf(values)).toString("base64"),
      JSON.stringify({ x: 5, values }),
      JSON.stringify({ kept: { x: 5, values }, note }, null, 2),
      JSON.stringify(shareOf(values)),
      JSON.stringify([...new Uint16Array(Uint8Array.from(shareOf(values)).buffer)]),
      `share 5: [${values.join(", ")}]`,
    ])
      expect([content.toString(), foundOf(content)]).toEqual([content.toString(), ["holiday.jpg"]]);
  });

  it("is not what merely has its shape: blanks, columns of letters, tables, Cyrillic", () => {
    const widths = Array.from({ length: 32 }, (_, i) => 250 + i * 17);
    for (const content of [
      " ".repeat(200),
      "a\nb\nc\nd\n".repeat(30),
      JSON.stringify({ Widths: widths, kerning: widths.map((width) => width % 200) }),
      Buffer.from("\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u0437".repeat(12), "utf16le"),
      Buffer.alloc(5000, 0x0a20),
    ])
      expect(foundOf(content)).toEqual([]);
  });

  it("is not what merely has its length", () => {
    expect(foundOf(shareOf(Array.from({ length: 32 }, () => 257)))).toEqual([]);
    expect(foundOf(Buffer.alloc(64))).toEqual([]);
    expect(foundOf(Array.from({ length: 16 }, (_, i) => `${1000 + i}`).join(""))).toEqual([]);
  });
});

describe("what may be on the medium", () => {
  it("is no key: public halves, of every kind and in every form", () => {
    for (const { publicKey } of [rsa, ec, ed]) {
      const bytes = publicKey.export({ type: "spki", ...der });
      for (const content of [bytes, bytes.toString("base64"), bytes.toString("base64url")])
        expect(foundOf(content)).toEqual([]);
      expect(foundOf(JSON.stringify(publicKey.export({ format: "jwk" })))).toEqual([]);
    }
    expect(foundOf(rsa.publicKey.export({ type: "pkcs1", ...der }))).toEqual([]);
  });

  it("is no key: bytes and letters that chance brought", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64url");
        return foundOf(bytes).length === 0 && foundOf(`${text}.${text}`).length === 0;
      }),
      { numRuns: 300 },
    );
  });
});
