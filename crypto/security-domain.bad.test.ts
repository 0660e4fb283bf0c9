// Bad security domain files (B001 to B034, B076): each refused by its own code, without an echo.
import { expect, test } from "vitest";
import { utf8 } from "./bytes.ts";
import { readSecurityDomain } from "./index.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";
import { vector } from "./vectors.fixture.ts";

const GOOD = new TextDecoder().decode(vector("2of3-rsa2048", "sd.json"));

interface Domain {
  EncData: { data: { compact_jwe: string; tag: string }[]; kdf: string };
  SharedKeys: {
    enc_shares: { enc_key: string; x5t_256: string }[];
    key_algorithm: string;
    required: unknown;
  };
  version: unknown;
  [member: string]: unknown;
}

/** The code for the good file after one change to its value. */
function changed(change: (domain: Domain) => void): string {
  const domain = JSON.parse(GOOD) as Domain;
  change(domain);
  return codeOf(JSON.stringify(domain));
}

const codeOf = (content: string | Uint8Array): string =>
  refusalOf(() => readSecurityDomain(typeof content === "string" ? utf8(content) : content)).code;

/** Changes one dot-separated part of a compact JWE in place. */
function part(jwe: string, at: number, change: (part: string) => string): string {
  return jwe
    .split(".")
    .map((text, i) => (i === at ? change(text) : text))
    .join(".");
}

const header = (of: object): string => Buffer.from(JSON.stringify(of)).toString("base64url");
const ofBytes = (length: number): string => Buffer.alloc(length, 7).toString("base64url");
const share = (domain: Domain, i = 0) =>
  domain.SharedKeys.enc_shares[i] ?? { enc_key: "", x5t_256: "" };
const entry = (domain: Domain, i = 0) => domain.EncData.data[i] ?? { compact_jwe: "", tag: "" };

test("B001 an empty file", () => {
  expect(codeOf("")).toBe("E-SD-EMPTY");
});
test("B002 zero bytes of the right size", () => {
  expect(codeOf(new Uint8Array(GOOD.length))).toBe("E-SD-ZEROS");
});
test("B003 cut off anywhere", () => {
  for (const at of [1, 30, 5000, GOOD.length - 2, GOOD.length - 1])
    expect(codeOf(GOOD.slice(0, at))).toBe("E-SD-TRUNCATED");
});
test("the place of damage is counted in characters, which may have several bytes", () => {
  const { message } = refusalOf(() => readSecurityDomain(utf8('{"ääää":1,,')));
  expect(message).toContain("at character 10");
});

test("B004 trailing bytes and a second document", () => {
  for (const more of ["x", "{}", GOOD, "\u0000"]) expect(codeOf(GOOD + more)).toBe("E-SD-TRAILING");
});
test("B005 a byte order mark, UTF-16, broken UTF-8", () => {
  expect(codeOf(`\uFEFF${GOOD}`)).toBe("E-SD-ENCODING");
  expect(codeOf(new Uint8Array(Buffer.from(GOOD, "utf16le")))).toBe("E-SD-ENCODING");
  expect(codeOf(new Uint8Array(Buffer.from(`\uFEFF${GOOD}`, "utf16le")))).toBe("E-SD-ENCODING");
  expect(codeOf(new Uint8Array(Buffer.concat([Buffer.from('{"'), Buffer.of(0xff)])))).toBe(
    "E-SD-ENCODING",
  );
});
test("B006 a member that appears twice", () => {
  expect(codeOf(GOOD.replace('"required":2', '"required":2,"required":1'))).toBe("E-SD-DUPKEY");
});
test("B007 unknown members and versions, and no prototype is touched", () => {
  expect(codeOf(GOOD.replace('"version":2', '"version":2,"__proto__":{"polluted":1}'))).toBe(
    "E-SD-UNKNOWN-MEMBER",
  );
  expect(changed((d) => (d[CANARY] = 1))).toBe("E-SD-UNKNOWN-MEMBER");
  expect(changed((d) => Object.assign(share(d), { constructor: 1 }))).toBe("E-SD-UNKNOWN-MEMBER");
  expect(changed((d) => (d.version = 3))).toBe("E-SD-VERSION");
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
test("B008 ten million nested arrays", () => {
  expect(codeOf("[".repeat(7_000_000))).toBe("E-SD-DEPTH");
  expect(codeOf(`{"EncData":${"[".repeat(1000)}`)).toBe("E-SD-DEPTH");
});
test("B009 a file of more than 8 MiB", () => {
  expect(codeOf(new Uint8Array(8 * 1024 * 1024 + 1).fill(0x20))).toBe("E-SD-SIZE");
});
test("B010 a part is missing", () => {
  for (const member of ["EncData", "SharedKeys", "version"])
    expect(changed((d) => (d[member] = undefined))).toBe("E-SD-MISSING");
});
test("B011 a quorum outside 2 to 10", () => {
  for (const required of [0, 1, 11, 127, -1])
    expect(changed((d) => (d.SharedKeys.required = required))).toBe("E-SD-QUORUM");
});
test("B012 a quorum that is not an integer", () => {
  for (const required of ['"2"', "2.5", "1e400", "9007199254740993", "null", "true", "[2]"])
    expect(codeOf(GOOD.replace('"required":2', `"required":${required}`))).toBe("E-SD-TYPE");
});
test("B013 a quorum beyond the shares", () => {
  expect(changed((d) => (d.SharedKeys.required = 4))).toBe("E-SD-QUORUM-UNREACHABLE");
});
test("B014 another sharing", () => {
  for (const name of ["xor_shared", "SHAMIR_SHARE", CANARY])
    expect(changed((d) => (d.SharedKeys.key_algorithm = name))).toBe("E-SD-ALG");
  expect(changed((d) => delete (d.SharedKeys as Partial<Domain["SharedKeys"]>).key_algorithm)).toBe(
    "E-SD-ALG",
  );
});
test("B015 another derivation", () => {
  expect(changed((d) => (d.EncData.kdf = CANARY))).toBe("E-SD-KDF");
});
test("B016 two shares for one certificate", () => {
  expect(changed((d) => (share(d, 1).x5t_256 = share(d).x5t_256))).toBe("E-SD-DUP-SHARE");
});
test("B017 a thumbprint that is not 32 bytes of base64url", () => {
  for (const wrong of [undefined, ofBytes(31), ofBytes(33), "ab".repeat(32), 5])
    expect(changed((d) => Object.assign(share(d), { x5t_256: wrong }))).toBe("E-SD-THUMBPRINT");
});
test("B018 base64url with junk, the other alphabet, padding, trailing bits", () => {
  const spoiled: readonly ((text: string) => string)[] = [
    (text) => `${text.slice(0, -3)}*!!`,
    (text) => `+/${text.slice(2)}`,
    (text) => `${text}=`,
    (text) => `${text.slice(0, -1)}B`,
  ];
  for (const spoil of spoiled) {
    expect(changed((d) => (entry(d).compact_jwe = part(entry(d).compact_jwe, 2, spoil)))).toBe(
      "E-SD-BASE64",
    );
    expect(changed((d) => (share(d).enc_key = part(share(d).enc_key, 2, spoil)))).toBe(
      "E-SD-BASE64",
    );
  }
});
test("B019 four or six parts, an empty part", () => {
  expect(changed((d) => (entry(d).compact_jwe = "AA.AA.AA.AA"))).toBe("E-JWE-PARTS");
  expect(
    changed((d) => (entry(d).compact_jwe = entry(d).compact_jwe.split(".").slice(0, 4).join("."))),
  ).toBe("E-JWE-PARTS");
  expect(changed((d) => (share(d).enc_key += ".AAAA"))).toBe("E-JWE-PARTS");
  expect(changed((d) => (entry(d).compact_jwe = part(entry(d).compact_jwe, 3, () => "")))).toBe(
    "E-JWE-SHAPE",
  );
  expect(changed((d) => (share(d).enc_key = part(share(d).enc_key, 1, () => "")))).toBe(
    "E-JWE-SHAPE",
  );
});
test("B020 another key algorithm", () => {
  for (const alg of ["RSA1_5", "RSA-OAEP", "none", "dir", CANARY])
    expect(
      changed(
        (d) =>
          (share(d).enc_key = part(share(d).enc_key, 0, () =>
            header({ alg, enc: "A256CBC-HS512", kid: "not used" }),
          )),
      ),
    ).toBe("E-JWE-ALG");
});
test("B021 another content algorithm, or none", () => {
  for (const enc of ["A128CBC-HS256", "A256GCM", undefined])
    expect(
      changed(
        (d) =>
          (entry(d).compact_jwe = part(entry(d).compact_jwe, 0, () =>
            header({ alg: "dir", enc, kid: entry(d).tag }),
          )),
      ),
    ).toBe("E-JWE-ENC");
});
test("B022 a header with zip, crit, an unknown or doubled member, or beyond ASCII", () => {
  const good = { alg: "dir", enc: "A256CBC-HS512", kid: "hsm_backup" };
  const texts = [
    JSON.stringify({ ...good, zip: "DEF" }),
    JSON.stringify({ ...good, crit: ["exp"] }),
    JSON.stringify({ ...good, [CANARY]: 1 }),
    JSON.stringify(good).replace("{", '{"alg":"dir",'),
    JSON.stringify({ ...good, kid: "hsm_bäckup" }),
    "[]",
    "not json",
  ];
  for (const text of texts)
    expect(
      changed(
        (d) =>
          (entry(d).compact_jwe = part(entry(d).compact_jwe, 0, () =>
            Buffer.from(text).toString("base64url"),
          )),
      ),
    ).toBe("E-JWE-HEADER");
});
test("B023 a tag of another length than 32 bytes, which az takes unchecked", () => {
  for (const length of [0, 1, 16, 31, 33, 64]) {
    expect(
      changed((d) => (entry(d).compact_jwe = part(entry(d).compact_jwe, 4, () => ofBytes(length)))),
    ).toBe("E-JWE-TAG-LENGTH");
    expect(
      changed((d) => (share(d).enc_key = part(share(d).enc_key, 4, () => ofBytes(length)))),
    ).toBe("E-JWE-TAG-LENGTH");
  }
});
test("B025 an IV or ciphertext of invalid length", () => {
  for (const [at, length] of [
    [2, 15],
    [2, 0],
    [2, 17],
    [3, 0],
    [3, 15],
    [3, 33],
  ] as const)
    expect(
      changed(
        (d) => (entry(d).compact_jwe = part(entry(d).compact_jwe, at, () => ofBytes(length))),
      ),
    ).toBe("E-JWE-SHAPE");
});
test("B027 a tag that differs from the header's kid, is empty, or repeated", () => {
  expect(changed((d) => (entry(d).tag = CANARY))).toBe("E-SD-TAG");
  expect(changed((d) => (entry(d).tag = ""))).toBe("E-SD-TAG");
  expect(changed((d) => d.EncData.data.push(entry(d)))).toBe("E-SD-TAG");
});
test("B032 no data", () => {
  expect(changed((d) => (d.EncData.data = []))).toBe("E-SD-NO-DATA");
});
test("B033 a web page, a shortcut, a ZIP, an e-mail, a PEM file", () => {
  const link = Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0);
  const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0);
  for (const content of [
    `<!doctype html><p>${CANARY}`,
    "\n <html>",
    link,
    zip,
    `From: ${CANARY}\n\n${GOOD}`,
    "-----BEGIN CERTIFICATE-----\n",
    '"text"',
    "12",
  ])
    expect(codeOf(content)).toBe("E-SD-NOT-JSON");
});
test("B076 a restore blob, or an exchange key, in place of a security domain", () => {
  expect(codeOf(vector("2of3-rsa2048", "az-restore-blob.json"))).toBe("E-KIND");
  expect(codeOf('{"key_format":"jwk","transfer_key":"{}"}')).toBe("E-KIND");
});
test("members of another type than theirs", () => {
  expect(changed((d) => Object.assign(d, { EncData: [] }))).toBe("E-SD-TYPE");
  expect(changed((d) => Object.assign(d.SharedKeys, { enc_shares: {} }))).toBe("E-SD-TYPE");
  expect(changed((d) => Object.assign(entry(d), { compact_jwe: 5 }))).toBe("E-SD-TYPE");
  expect(changed((d) => d.EncData.data.push("x" as never))).toBe("E-SD-TYPE");
});
