// What may be overruled in a recovery, how far, and what never.
import { describe, expect, test } from "vitest";
import { Refusals } from "./accept.ts";
import { fault } from "./faults.ts";
import { ACCEPTABLE, readSecurityDomain, utf8 } from "./index.ts";
import { openEntries } from "./quorum.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";
import { sharesOf, vector } from "./vectors.fixture.ts";

const NAME = "2of3-rsa2048";
const GOOD = new TextDecoder().decode(vector(NAME, "sd.json"));
const read = (text: string, accepted?: readonly string[]) =>
  readSecurityDomain(utf8(text), accepted);
const codeOf = (text: string, accepted: readonly string[]) =>
  refusalOf(() => read(text, accepted)).code;

/** The first entry's header in place of the good one, authentic or not. */
const withHeader = (header: string) =>
  GOOD.replace(/("compact_jwe": ?")[^.]+/, `$1${Buffer.from(header).toString("base64url")}`);
const HEADER = { alg: "dir", enc: "A256CBC-HS512", kid: "hsm_backup" };

const SPOILT: readonly (readonly [code: string, what: string, text: string])[] = [
  ["E-SD-UNKNOWN-MEMBER", "a new member", GOOD.replace("{", `{"${CANARY}":[1],`)],
  [
    "E-SD-UNKNOWN-MEMBER",
    "a new member of a share",
    GOOD.replace('"enc_key"', `"${CANARY}":{},"enc_key"`),
  ],
  [
    "E-SD-UNKNOWN-MEMBER",
    "the name of a prototype",
    GOOD.replace("{", '{"__proto__":{"required":1},'),
  ],
  ["E-SD-VERSION", "another version", GOOD.replace(/"version": ?2/, '"version":"3"')],
  [
    "E-SD-TAG",
    "a header of another name",
    withHeader(JSON.stringify({ ...HEADER, kid: "a GUID of Azure" })),
  ],
  [
    "E-JWE-HEADER",
    "a new member of a header",
    withHeader(JSON.stringify({ ...HEADER, [CANARY]: 1 })),
  ],
];

describe.each(SPOILT)("%s, for %s", (code, _, text) => {
  test("is refused, or accepted and reported", () => {
    expect(codeOf(text, [])).toBe(code);
    expect(
      codeOf(
        text,
        ACCEPTABLE.filter((other) => other !== code),
      ),
    ).toBe(code);
    const domain = read(text, [code]);
    expect(domain.overruled).toEqual([code]);
    expect(domain.required).toBe(2);
    expect(domain.entries).toHaveLength(3);
  });
});

test("a code that is not in the list is raised, even if it was accepted", () => {
  const refusals = new Refusals(["E-JWE-AUTH", "E-SD-VERSION"]);
  refusals.raise(fault("E-SD-VERSION"));
  expect(
    refusalOf(() => {
      refusals.raise(fault("E-JWE-AUTH", { what: "it" }));
    }).code,
  ).toBe("E-JWE-AUTH");
  expect(refusals.overruled).toEqual(["E-SD-VERSION"]);
});

test("accepting what is not needed changes nothing", () => {
  expect(read(GOOD, ACCEPTABLE)).toEqual(read(GOOD));
});

test("a changed header that was accepted is read, but its tag still refuses it", () => {
  const domain = read(SPOILT.at(-1)?.[2] ?? "", ["E-JWE-HEADER"]);
  const { shares } = sharesOf(NAME);
  expect(refusalOf(() => openEntries(domain, shares.slice(0, 2))).code).toBe("E-JWE-AUTH");
});

test("a domain with new members opens to the same data where they were accepted", () => {
  const { domain, shares } = sharesOf(NAME);
  const grown = read(SPOILT[0]?.[2] ?? "", ["E-SD-UNKNOWN-MEMBER"]);
  expect(openEntries(grown, shares)).toEqual(openEntries(domain, shares));
});

test.each<[string, string]>([
  ["E-SD-DUPKEY", GOOD.replace("{", '{"version":2,')],
  ["E-SD-TRAILING", `${GOOD}{}`],
  ["E-SD-ENCODING", `\uFEFF${GOOD}`],
  ["E-SD-KDF", GOOD.replace("sp108_kdf", CANARY)],
  ["E-SD-ALG", GOOD.replace("shamir_share", CANARY)],
  ["E-SD-QUORUM", GOOD.replace(/"required": ?2/, '"required":1')],
  ["E-SD-QUORUM-UNREACHABLE", GOOD.replace(/"required": ?2/, '"required":9')],
  ["E-JWE-TAG-LENGTH", GOOD.replace(/(\.[\w-]{43})(", ?"tag")/, ".AAAA$2")],
  ["E-JWE-ALG", withHeader(JSON.stringify({ ...HEADER, alg: "RSA1_5" }))],
  ["E-JWE-ENC", withHeader(JSON.stringify({ ...HEADER, enc: "A256GCM" }))],
  ["E-SD-BASE64", GOOD.replace(/("compact_jwe": ?")/, "$1+")],
  // Of the codes that can be accepted, those about cryptography or with two meanings.
  ["E-JWE-HEADER", withHeader(JSON.stringify({ ...HEADER, zip: "DEF" }))],
  ["E-JWE-HEADER", withHeader(JSON.stringify({ ...HEADER, crit: ["b64"], b64: false }))],
  ["E-JWE-HEADER", withHeader('{"alg":"dir","enc":"A256CBC-HS512","kid":"hsm_backup","kid":"a"}')],
  ["E-JWE-HEADER", withHeader(JSON.stringify({ ...HEADER, kid: "\u00e4" }))],
  ["E-SD-TAG", GOOD.replace(/"tag": ?"base_enclave_backup"/, '"tag":"hsm_backup"')],
  ["E-SD-TAG", GOOD.replace(/"tag": ?"base_enclave_backup"/, '"tag":""')],
  ["E-SD-TAG", GOOD.replace(/"tag": ?"base_enclave_backup"/, '"tag":"b\u00e4ckup"')],
])("%s is refused, whatever was accepted", (code, text) => {
  expect(text).not.toBe(GOOD);
  expect(codeOf(text, [...ACCEPTABLE, code])).toBe(code);
});
