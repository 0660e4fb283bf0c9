// Bad certificates (B035 to B052, except dates and names): refused by code, without an echo.
import { generateKeyPairSync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { describe, expect, test } from "vitest";
import {
  algorithmOf,
  byOpenssl,
  certificateOf,
  issuedByOpenssl,
  keyUsage,
  nameOf,
  OWN,
  OWN_MODULUS,
  pemOf,
  rsaOf,
  SHA256_RSA,
  uniqueId,
  versionOf,
} from "./certificate.fixture.ts";
import { concat, utf8 } from "./bytes.ts";
import { integer, oid, readDer, sequence, TAG, writeDer } from "./der.ts";
import { makeDomain, makeOfficer } from "./domain.fixture.ts";
import { processorTimeSince } from "./processor-time.fixture.ts";
import {
  checkOfficers,
  checkTime,
  readCertificate,
  readCertificateDer,
  readExchangeKey,
  readSecurityDomain,
  shareFor,
  type Certificate,
} from "./index.ts";
import { readPem, writePem } from "./pem.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";

const good = certificateOf();
const codeOf = (der: Uint8Array) => refusalOf(() => readCertificate(pemOf(der))).code;
const ofText = (text: string) => refusalOf(() => readCertificate(utf8(text)));
const pem = new TextDecoder().decode(pemOf(good));

test("the fixture's certificate and Azure's own are good, and read as we expect", () => {
  expect(readCertificate(pemOf(good))).toMatchObject({
    commonName: "officer 1",
    bits: 2048,
    forEncryption: true,
    overruled: [],
  });
});

const AZURE = new URL("../../shared/vectors/azure/", import.meta.url);
test.skipIf(!existsSync(AZURE)).each([
  ["exchange-2020.pem", "transfer-key"],
  ["exchange-2025.pem", "managedhsm.azure.net"],
  ["sd1.cer", ""],
  ["sd2.cer", ""],
  ["sd3.cer", ""],
])("Azure's %s is read (needs ../shared)", (file, name) => {
  const read = readExchangeKey(new Uint8Array(readFileSync(new URL(file, AZURE))));
  expect(read.commonName).toContain(name);
  expect(checkTime(read, new Date("2030-01-01T00:00:00Z"))).toHaveLength(1);
});

test("B035 two certificates in one file", () => {
  const fault = ofText(pem + pem);
  expect(fault.code).toBe("E-CERT-MULTIPLE");
  expect(fault.message).toContain("contains 2.");
});

test.each([
  ["PRIVATE KEY", "a private key"],
  ["ENCRYPTED PRIVATE KEY", "a private key"],
  ["RSA PRIVATE KEY", "a private key"],
  ["CERTIFICATE REQUEST", "a certificate request"],
  ["PKCS7", "a bundle of PKCS #7"],
  ["PUBLIC KEY", "a public key"],
  [CANARY.toUpperCase(), "a PEM file of another kind"],
])("B036 a %s in place of a certificate is reported as %s", (label, found) => {
  const fault = ofText(writePem(label, good));
  expect(fault.code).toBe("E-CERT-KIND");
  expect(fault.message).toContain(found);
});

test("B036 small letters, and text that is not PEM", () => {
  expect(ofText(pem.replace("BEGIN CERTIFICATE", "begin certificate")).code).toBe("E-CERT-KIND");
  expect(ofText(pem.toLowerCase()).message).toContain("in lower case");
  const more = ofText(`${pem}${CANARY}\n`);
  expect(more.code).toBe("E-CERT-PEM");
  expect(more.message).toContain(`line ${pem.split("\n").length} `);
});

test("B037 a trailing byte, an indefinite length, a length that is not the shortest", () => {
  const content = good.subarray(4);
  const { length } = content;
  const long = concat(Uint8Array.of(0x30, 0x83, 0, length >> 8, length & 255), content);
  const indefinite = concat(Uint8Array.of(0x30, 0x80), content, Uint8Array.of(0, 0));
  for (const der of [concat(good, Uint8Array.of(0)), indefinite, long, good.subarray(0, -1)])
    expect(codeOf(der)).toBe("E-CERT-DER");
  const trailing = refusalOf(() => readCertificateDer(concat(good, Uint8Array.of(0))));
  expect(trailing.message).toContain(`at byte ${good.length}`);
});

test("B037 a number, boolean or bit string in a form that DER does not allow", () => {
  for (const part of [
    writeDer(TAG.integer, Uint8Array.of(0, 1)),
    writeDer(TAG.boolean, Uint8Array.of(1)),
    writeDer(TAG.bitString, Uint8Array.of(1, 1)),
    writeDer(TAG.nullValue, Uint8Array.of(0)),
    writeDer(0x24, writeDer(TAG.octetString, Uint8Array.of(1))),
  ]) {
    const extension = sequence(oid("1.2.3"), part);
    expect(codeOf(certificateOf({ extensions: [extension] }))).toBe("E-CERT-DER");
    expect(readDer(part)).toBeNull();
  }
});

describe("B037 a version", () => {
  const usage = [keyUsage(0x20)];
  test.each<[string, Parameters<typeof certificateOf>[0]]>([
    ["1, by saying nothing", { version: [] }],
    ["2", { version: [versionOf(1)] }],
    ["3 with an extension", { extensions: usage }],
  ])("%s is read", (_, change) => {
    expect(readCertificateDer(certificateOf(change)).bits).toBe(2048);
  });
  const critical = (value: number) =>
    sequence(
      oid("2.5.29.15"),
      writeDer(0x01, Uint8Array.of(value)),
      writeDer(TAG.octetString, writeDer(TAG.bitString, Uint8Array.of(5, 0x20))),
    );
  test.each<[string, Parameters<typeof certificateOf>[0]]>([
    ["1 that is written", { version: [versionOf(0)] }],
    ["10", { version: [versionOf(9)] }],
    ["of two numbers", { version: [writeDer(0xa0, integer(2), integer(2))] }],
    ["1 with extensions", { version: [], extensions: usage }],
    ["2 with extensions", { version: [versionOf(1)], extensions: usage }],
    ["1 with a unique identifier", { version: [], ids: [uniqueId(1)] }],
    ["2 with unique identifiers", { version: [versionOf(1)], ids: [uniqueId(1), uniqueId(2)] }],
    ["3 with one more", { ids: [uniqueId(1)], extensions: usage }],
    ["3 with something else", { ids: [writeDer(0x84, Uint8Array.of(0))] }],
    ["3 whose extension says that it is not critical", { extensions: [critical(0)] }],
  ])("%s is none", (_, change) => {
    expect(codeOf(certificateOf(change))).toBe("E-CERT-DER");
  });
});

/** Nested sequences around a null: headers from the inside out, then written at once. */
function nestedSequences(depth: number): Uint8Array {
  const innermost = [0x05, 0x00];
  const headers: (readonly number[])[] = [];
  for (let length = innermost.length; headers.length < depth;) {
    const digits = length < 0x100 ? [length] : [length >> 8, length & 0xff];
    const header = [0x30, ...(length < 0x80 ? digits : [0x80 + digits.length, ...digits])];
    headers.push(header);
    length += header.length;
  }
  return Uint8Array.from([...headers.toReversed().flat(), ...innermost]);
}

test("B038 ten thousand nested sequences, within 100 ms", () => {
  const nested = nestedSequences(10_000);
  const file = pemOf(nested);
  const began = process.cpuUsage();
  expect(refusalOf(() => readCertificate(file)).code).toBe("E-CERT-DEPTH");
  expect(processorTimeSince(began)).toBeLessThan(100);
  expect(codeOf(certificateOf({ extensions: [sequence(nested.subarray(0, 0), nested)] }))).toBe(
    "E-CERT-DEPTH",
  );
});

test("B039 an arc from 2^32 on, with leading zeros, cut off; 1.40 cannot be written", () => {
  for (const bytes of [
    [0x2a, 0x90, 0x80, 0x80, 0x80, 0x00],
    [0x2a, 0x80, 0x01],
    [0x2a, 0x81],
    [],
    [0x2a, ...Array<number>(50).fill(0xff), 0x7f],
  ]) {
    const wrong = sequence(writeDer(TAG.oid, Uint8Array.from(bytes)), writeDer(TAG.octetString));
    expect(codeOf(certificateOf({ extensions: [wrong] }))).toBe("E-CERT-OID");
  }
  expect(() => oid("1.40.3")).toThrow(RangeError);
});

describe("B040 a key that is not RSA", () => {
  const spkiOf = (key: { export: (of: { format: "der"; type: "spki" }) => Buffer }) =>
    new Uint8Array(key.export({ format: "der", type: "spki" }));
  test.each([
    ["an EC key on P-256", spkiOf(generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey)],
    ["an Ed25519 key", spkiOf(generateKeyPairSync("ed25519").publicKey)],
    // Written by hand: BoringSSL makes none.
    [
      "an RSA key only for PSS",
      sequence(
        sequence(oid("1.2.840.113549.1.1.10")),
        writeDer(TAG.bitString, readDer(OWN.spki)?.children[1]?.content ?? new Uint8Array()),
      ),
    ],
    [
      "a key of another kind",
      sequence(algorithmOf("1.2.3.4"), writeDer(TAG.bitString, Uint8Array.of(0), utf8(CANARY))),
    ],
  ])("is reported as %s", (kind, spki) => {
    const fault = refusalOf(() => readCertificateDer(certificateOf({ spki })));
    expect(fault.code).toBe("E-CERT-KEYTYPE");
    expect(fault.message).toContain(kind);
  });
});

test.each([512, 1024, 2047, 8193, 16384])("B041 a key of %i bits", (bits) => {
  const fault = refusalOf(() =>
    readCertificateDer(certificateOf({ spki: rsaOf((1n << BigInt(bits - 1)) + 1n) })),
  );
  expect(fault.code).toBe("E-CERT-KEYSIZE");
  expect(fault.message).toContain(`but has ${bits}.`);
});

test.each([1n, 2n, 3n, 17n, 65536n, 65539n, 2n ** 32n + 1n, 2n ** 200n + 1n])(
  "B042 exponent %s",
  (exponent) => {
    expect(codeOf(certificateOf({ spki: rsaOf(OWN_MODULUS, exponent) }))).toBe("E-CERT-EXPONENT");
  },
);

describe("B037 the parameters of an algorithm", () => {
  const nothing = writeDer(TAG.nullValue);
  const bits = readDer(OWN.spki)!.children[1]!.bytes;
  const rsa = oid("1.2.840.113549.1.1.1");
  test.each([
    ["without NULL", sequence(sequence(rsa), bits)],
    ["with a number", sequence(sequence(rsa, integer(1)), bits)],
    ["with NULL and a number", sequence(sequence(rsa, nothing, integer(1)), bits)],
    ["with something behind it", sequence(algorithmOf("1.2.840.113549.1.1.1"), bits, integer(1))],
  ])("is NULL and nothing else in an RSA key: %s it is none", (_, spki) => {
    expect(codeOf(certificateOf({ spki }))).toBe("E-CERT-DER");
  });
  test("may be left out of a signature by RSA, and is otherwise NULL", () => {
    const of = (...more: readonly Uint8Array[]) =>
      certificateOf({ algorithm: sequence(oid(SHA256_RSA), ...more) });
    expect(readCertificateDer(of()).bits).toBe(2048);
    expect(codeOf(of(integer(1)))).toBe("E-CERT-HASH");
    expect(codeOf(of(nothing, nothing))).toBe("E-CERT-HASH");
  });
});

/** Primes p above 65,536, where p - 1 divides the least common multiple of 1 to 500. */
const SMOOTH_PRIMES = [199n, 211n, 499n].flatMap((factor) => {
  const start = factor * 16n * 9n * 25n;
  return [7n, 11n, 13n, 17n, 19n, 23n, 77n, 91n, 119n]
    .map((more) => start * more + 1n)
    .filter(isPrime);
});

/** A modulus of 2048 bits and more that is a product of primes with so many bits each. */
function manySmallPrimes(bits: number): bigint {
  let product = 1n;
  for (let n = (1n << BigInt(bits)) - 1n; product < 1n << 2047n; n -= 2n)
    if (isPrime(n)) product *= n;
  return product;
}

function isPrime(n: bigint): boolean {
  for (let divisor = 2n; divisor * divisor <= n; divisor++) if (n % divisor === 0n) return false;
  return true;
}

describe("B043 a weak modulus", () => {
  const of = (modulus: bigint) => codeOf(certificateOf({ spki: rsaOf(modulus) }));
  test("that is even", () => {
    expect(of(OWN_MODULUS - 1n)).toBe("E-CERT-WEAK");
  });
  test.each([3n, 127n, 997n, 1009n, 65521n])("that %s divides", (prime) => {
    expect(of(OWN_MODULUS - (OWN_MODULUS % (2n * prime)) + prime)).toBe("E-CERT-WEAK");
  });
  test("that a larger prime p divides, if p - 1 has only small factors", () => {
    for (const smooth of SMOOTH_PRIMES)
      expect(of(OWN_MODULUS - (OWN_MODULUS % (2n * smooth)) + smooth), String(smooth)).toBe(
        "E-CERT-WEAK",
      );
  });
  test("of many primes of 26 bits, of which one at least is found", () => {
    expect(of(manySmallPrimes(26))).toBe("E-CERT-WEAK");
  });
  test("of ROCA's form", () => {
    const primes = Array.from({ length: 700 }, (_, i) => i + 2)
      .filter((n) => !Array.from({ length: 27 }, (_, i) => i + 2).some((d) => d < n && n % d === 0))
      .slice(0, 126)
      .map(BigInt);
    const product = primes.reduce((a, b) => a * b);
    let power = 1n;
    for (let i = 0; i < 12345; i++) power = (power * 65537n) % product;
    const start = 1n << 2047n;
    expect(of(start - (start % product) + product + power)).toBe("E-CERT-WEAK");
  });
  test("is not one that engines make", () => {
    for (let i = 0; i < 5; i++) makeOfficer("officer 1");
  });
});

test("B045 a signature that is not its own, or of another algorithm than the outer one", () => {
  const altered = good.slice();
  altered[altered.length - 9] = (altered.at(-9) ?? 0) ^ 1;
  const outerAlgorithm = algorithmOf("1.2.840.113549.1.1.12");
  // Issued by another: no engine can check that signature, but its algorithm appears twice.
  const others = certificateOf({ outerAlgorithm, issuer: nameOf("somebody") });
  const selfSigned = [certificateOf({ outerAlgorithm }), certificateOf({ hash: "sha384" })];
  for (const der of [altered, others, ...selfSigned]) expect(codeOf(der)).toBe("E-CERT-SIGNATURE");
});

describe("B046 the hash of the signature", () => {
  test.each([
    ["MD5", "1.2.840.113549.1.1.4", "md5"],
    ["SHA-1", "1.2.840.113549.1.1.5", "sha1"],
    ["SHA-1 by its old name", "1.3.14.3.2.29", "sha1"],
  ])("is not %s", (_, dotted, hash) => {
    expect(codeOf(certificateOf({ algorithm: algorithmOf(dotted), hash }))).toBe("E-CERT-HASH");
  });
  test("is not SHA-1 by the default of RSASSA-PSS", () => {
    const algorithm = sequence(oid("1.2.840.113549.1.1.10"), sequence());
    expect(codeOf(certificateOf({ algorithm }))).toBe("E-CERT-HASH");
  });
  test.each([
    [SHA256_RSA, "sha256"],
    ["1.2.840.113549.1.1.12", "sha384"],
    ["1.2.840.113549.1.1.13", "sha512"],
  ])("may be %s, %s", (dotted, hash) => {
    const der = certificateOf({ algorithm: algorithmOf(dotted), hash });
    expect(readCertificateDer(der).bits).toBe(2048);
  });
  const byPss = (hash: string, ...options: readonly string[]) => {
    const padding = ["rsa_padding_mode:pss", ...options];
    return byOpenssl("pss", ...padding.flatMap((option) => ["-sigopt", option]), `-${hash}`);
  };
  test("may be SHA-256 under RSASSA-PSS, as openssl makes it (needs openssl)", () => {
    expect(readCertificate(byPss("sha256", "rsa_pss_saltlen:32")).commonName).toBe("pss");
  });
  test.each([
    ["sha384", 48],
    ["sha512", 64],
  ])("may be %s under RSASSA-PSS with a salt of %i bytes (needs openssl)", (hash, bytes) => {
    const made = byPss(hash, `rsa_pss_saltlen:${bytes}`);
    expect(readCertificate(made).commonName).toBe("pss");
    const { der } = readCertificate(made);
    expect(codeOf(der.with(-9, der.at(-9)! ^ 1))).toBe("E-CERT-SIGNATURE");
  });
  test.each([
    ["sha256", ["rsa_pss_saltlen:222"]],
    ["sha256", ["rsa_pss_saltlen:32", "rsa_mgf1_md:sha512"]],
    ["sha384", ["rsa_pss_saltlen:32"]],
  ])("is not %s under RSASSA-PSS with %s (needs openssl)", (hash, options) => {
    const read = () => readCertificate(byPss(hash, ...options));
    expect(refusalOf(read).code).toBe("E-CERT-HASH");
  });
  test("of an authority may be under RSASSA-PSS with any salt: it is not verified here", () => {
    const inField = (n: number, part: Uint8Array) => writeDer(0xa0 + n, part);
    const sha256 = algorithmOf("2.16.840.1.101.3.4.2.1");
    const mask = sequence(oid("1.2.840.113549.1.1.8"), sha256);
    const fields = [sha256, mask, integer(222)].map((part, n) => inField(n, part));
    const algorithm = sequence(oid("1.2.840.113549.1.1.10"), sequence(...fields));
    const issuer = nameOf("somebody");
    expect(readCertificateDer(certificateOf({ algorithm, issuer })).bits).toBe(2048);
    expect(codeOf(certificateOf({ algorithm }))).toBe("E-CERT-HASH");
  });
});

describe("the signature of an authority", () => {
  test.each(["ECDSA", "Ed25519"] as const)("may be by %s, as openssl makes it", (kind) => {
    const read = readCertificate(issuedByOpenssl(OWN.pkcs8, kind));
    expect(read).toMatchObject({ commonName: "issued", bits: 2048 });
  });
  test("by ECDSA cannot be an RSA key's own", () => {
    const der = certificateOf({ algorithm: sequence(oid("1.2.840.10045.4.3.2")) });
    expect(codeOf(der)).toBe("E-CERT-SIGNATURE");
  });
});

describe("officers' certificates as a set", () => {
  const officers = [1, 2, 3].map((n) => makeOfficer(`officer ${String(n)}`).certificate);
  const [one, two, three] = officers as [Certificate, Certificate, Certificate];
  const refused = (set: readonly Certificate[], required: number) =>
    refusalOf(() => {
      checkOfficers(set, required);
    });

  test("B047 the same one for two officers, who are named", () => {
    const fault = refused([one, two, one], 2);
    expect(fault.code).toBe("E-CERT-DUPLICATE");
    expect(fault.message).toContain("Officers 1 and 3");
  });
  test("B048 two of one key", () => {
    const again = readCertificateDer(certificateOf());
    const other = readCertificateDer(certificateOf({ subject: nameOf("officer 2") }));
    const fault = refused([one, again, other], 2);
    expect(fault.code).toBe("E-CERT-SAMEKEY");
    expect(fault.message).toContain("officers 2 and 3");
  });
  test("B049 one that matches no share; those that would are listed", () => {
    const domain = readSecurityDomain(utf8(makeDomain(3, 2).text));
    const fault = refusalOf(() => shareFor(domain, one, 1));
    expect(fault.code).toBe("E-CERT-UNKNOWN");
    for (const { thumbprint } of domain.shares)
      expect(fault.next).toContain(thumbprint.slice(0, 8));
  });
  test("B051 two of them, or eleven", () => {
    expect(refused([one, two], 2).code).toBe("E-CERT-COUNT");
    expect(refused(Array<Certificate>(11).fill(three), 2).code).toBe("E-CERT-COUNT");
  });
  test("B052 a quorum beyond them, or of one", () => {
    for (const required of [4, 5, 1, 0]) expect(refused(officers, required).code).toBe("E-QUORUM");
  });
});

test("a key usage says whether the key is for encryption; two are refused", () => {
  const uses = (...extensions: readonly Uint8Array[]) =>
    readCertificateDer(certificateOf({ extensions })).forEncryption;
  expect(uses(keyUsage(0x20))).toBe(true);
  expect(uses(keyUsage(0x80))).toBe(false);
  expect(refusalOf(() => uses(keyUsage(0x20), keyUsage(0x20))).code).toBe("E-CERT-DER");
});

test("parts that are missing, or of another type", () => {
  const [body, algorithm, signature] = (readDer(good)?.children ?? []).map(({ bytes }) => bytes);
  if (!body || !algorithm || !signature) throw new Error("not a certificate");
  for (const der of [
    sequence(),
    sequence(body, algorithm),
    sequence(body, algorithm, signature, integer(1)),
    sequence(sequence(), algorithm, signature),
    sequence(integer(1), algorithm, signature),
  ])
    expect(codeOf(der)).toBe("E-CERT-DER");
  expect(
    codeOf(certificateOf({ spki: sequence(algorithmOf("1.2.840.113549.1.1.1"), integer(1)) })),
  ).toBe("E-CERT-DER");
  expect(readPem(pemOf(good))).toHaveLength(1);
});
