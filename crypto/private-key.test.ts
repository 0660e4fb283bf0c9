// Officers' keys: openssl opens what we write, we open what openssl writes, bad files are refused.
import { execFileSync } from "node:child_process";
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inverse } from "./big-numbers.ts";
import { fromBigInt, toBigInt } from "./bytes.ts";
import { integer, oid, readDer, sequence, TAG, writeDer } from "./der.ts";
import { readCertificate, utf8 } from "./index.ts";
import { random } from "./native.ts";
import { readPem, writePem } from "./pem.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";
import { generateRsa } from "./rsa-key.ts";
import {
  isProtected,
  checkNewPassphrase,
  checkPair,
  makeSigningKey,
  makeWrappingKey,
  openKeyFile,
  openPrivateKey,
  proveKeyFile,
  type KeyFiles,
} from "./secret-half.ts";

const passphrase = `correct horse ${CANARY}`;
const identity = {
  commonName: "officer 1",
  rehearsal: true,
  now: new Date("2026-11-24T10:00:00Z"),
  random,
};
const folder = mkdtempSync(join(tmpdir(), "sd-test-"));
const { pkcs8 } = generateRsa(2048);
const plain = writePem("PRIVATE KEY", pkcs8);
let made: KeyFiles;
let signing: KeyFiles;

beforeAll(async () => {
  made = await makeWrappingKey(identity, 2048, passphrase);
  signing = await makeSigningKey(identity, passphrase);
  writeFileSync(join(folder, "cert_0.key"), made.keyPem);
  writeFileSync(join(folder, "cert_0.cer"), made.certificate.pem);
  writeFileSync(join(folder, "plain.key"), plain);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the real openssl in the test's folder; the passphrase is in the environment. */
function openssl(...args: string[]): string {
  const env = { ...process.env, PASS: passphrase };
  return execFileSync("openssl", args, { cwd: folder, env, encoding: "utf8", stdio: "pipe" });
}

const opens = (pem: string, typed = passphrase) => openPrivateKey(utf8(pem), typed, 1);
const codeOf = (pem: string, typed = passphrase) => refusalOf(() => opens(pem, typed)).code;

describe("what we write", () => {
  test("openssl opens and checks: PBES2, 600,000 rounds, a salt of 16 bytes", () => {
    expect(
      openssl("pkey", "-in", "cert_0.key", "-passin", "env:PASS", "-check", "-noout"),
    ).toContain("valid");
    const asn1 = openssl("asn1parse", "-in", "cert_0.key");
    for (const sign of [":PBES2", ":PBKDF2", ":0927C0", ":hmacWithSHA256", ":aes-256-cbc"])
      expect(asn1).toContain(sign);
    expect(/OCTET STRING\s+\[HEX DUMP\]:([0-9A-F]{32})\n/.exec(asn1)).not.toBeNull();
  });
  test("the certificate is of the profile, by openssl's reading", () => {
    const text = openssl("x509", "-in", "cert_0.cer", "-noout", "-text");
    expect(text).toContain("Version: 3");
    expect(text).toContain("sha256WithRSAEncryption");
    expect(text).toContain("O=REHEARSAL, CN=officer 1");
    expect(text).toMatch(/Key Usage: critical\s+Key Encipherment\n/);
    expect(text).toContain("Not Before: Nov 23 10:00:00 2026");
    expect(text).toContain("Not After : Nov 24 10:00:00 2046");
    expect(text.match(/X509v3 [A-Z]/g)).toHaveLength(1);
    expect(openssl("verify", "-CAfile", "cert_0.cer", "cert_0.cer")).toContain("OK");
  });
  test("the signing key is RSA-3072 and may only sign", () => {
    writeFileSync(join(folder, "sign_0.cer"), signing.certificate.pem);
    const text = openssl("x509", "-in", "sign_0.cer", "-noout", "-text");
    expect(text).toContain("(3072 bit)");
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature\n/);
  });
  test("is proven as written, and not with another passphrase", () => {
    proveKeyFile(utf8(made.keyPem), made.certificate, passphrase, 1);
    expect(
      refusalOf(() => {
        proveKeyFile(utf8(made.keyPem), made.certificate, `${passphrase}x`, 1);
      }).code,
    ).toBe("E-KEY-PASSPHRASE");
  });
});

describe("what openssl writes", () => {
  const written = (...args: string[]) =>
    openssl("pkcs8", "-topk8", "-in", "plain.key", "-passout", "env:PASS", ...args);
  test.each([
    ["its default", []],
    ["SHA-512 as PRF", ["-v2prf", "hmacWithSHA512"]],
    ["SHA-1 as PRF", ["-v2prf", "hmacWithSHA1"]],
    ["AES-128", ["-v2", "aes-128-cbc"]],
    ["AES-192", ["-v2", "aes-192-cbc"]],
  ])("%s is opened with a warning", (_, args) => {
    const opened = opens(written(...args));
    expect(opened.pkcs8).toEqual(pkcs8);
    expect(opened.warnings.map(({ code }) => code)).toEqual(["W-KEY-WEAKKDF"]);
  });
  test("600,000 rounds are opened without one, and so is scrypt", () => {
    expect(opens(written("-iter", "600000")).warnings).toEqual([]);
    expect(opens(written("-scrypt")).warnings).toEqual([]);
  });
  test("CRLF lines are accepted", () => {
    expect(opens(written().replaceAll("\n", "\r\n")).pkcs8).toEqual(pkcs8);
  });
  test("B057 a key without passphrase, PKCS#8 or PKCS#1, is opened with a warning", () => {
    const pkcs1 = openssl("rsa", "-in", "plain.key", "-traditional");
    for (const pem of [plain, pkcs1]) {
      expect(isProtected(utf8(pem))).toBe(false);
      expect(opens(pem).warnings.map(({ code }) => code)).toEqual(["W-KEY-UNPROTECTED"]);
    }
  });
  test("B058 PBES1, triple DES, the old PEM encryption, and few rounds are refused", () => {
    const old = openssl(
      "rsa",
      "-in",
      "plain.key",
      "-traditional",
      "-aes128",
      "-passout",
      "env:PASS",
    );
    const bad = [
      written("-v1", "PBE-SHA1-3DES"),
      written("-v2", "des3"),
      written("-iter", "999"),
      old,
    ];
    for (const pem of bad) expect(codeOf(pem)).toBe("E-KEY-WEAKKDF");
    expect(opens(written("-iter", "1000")).warnings).toHaveLength(1);
  });
});

test("B053 a wrong passphrase and a damaged file have the same answer", () => {
  const [block] = [readPem(utf8(made.keyPem))].flat();
  if (block === undefined || typeof block === "number") throw new Error("no PEM");
  const { der } = block;
  const damaged = der.slice();
  // CBC turns this into a flipped bit in the last byte, which is never valid padding.
  damaged[der.length - 17] = (damaged[der.length - 17] ?? 0) ^ 1;
  const faults = [
    () => opens(made.keyPem, "another one"),
    () => opens(made.keyPem, ""),
    () => opens(writePem("ENCRYPTED PRIVATE KEY", damaged)),
  ].map((work) => refusalOf(work));
  expect(new Set(faults.map(({ code, message }) => code + message)).size).toBe(1);
  expect(faults[0]?.code).toBe("E-KEY-PASSPHRASE");
});

test("B054 a passphrase is taken in its composed form, however it was typed", () => {
  writeFileSync(join(folder, "nfc.txt"), "Größe und Café\n");
  const pem = openssl("pkcs8", "-topk8", "-in", "plain.key", "-passout", "file:nfc.txt");
  expect(opens(pem, "Größe und Café".normalize("NFD")).pkcs8).toEqual(pkcs8);
  expect(codeOf(pem, "Größe und Café\n")).toBe("E-KEY-PASSPHRASE");
});

test("B055, B056 new passphrases: 8 to 1024 printable ASCII, typed twice the same", () => {
  for (const bad of [
    "",
    "7 chars",
    " ".repeat(12),
    "x".repeat(1025),
    "tab\tinside",
    `${CANARY}\n${CANARY}`,
    "x".repeat(1024 * 1024),
    "umlaut äöü",
  ])
    expect(
      refusalOf(() => {
        checkNewPassphrase(bad, bad);
      }).code,
    ).toBe("E-PASS-POLICY");
  expect(
    refusalOf(() => {
      checkNewPassphrase(passphrase, `${passphrase} `);
    }).code,
  ).toBe("E-PASS-MISMATCH");
  checkNewPassphrase("8 chars!", "8 chars!");
});

describe("a key of another form is reported as damaged, not as a difference of the engines", () => {
  const [version, algorithm, inner] = readDer(pkcs8)!.children.map(({ bytes }) => bytes);
  const octets = (bytes: Uint8Array) => writeDer(TAG.octetString, bytes);
  const numbers = readDer(readDer(pkcs8)!.children[2]!.content)!.children;
  const values = numbers.map(({ bytes }) => bytes);
  const rsa = oid("1.2.840.113549.1.1.1");
  const nothing = writeDer(TAG.nullValue);
  const set = (...parts: readonly Uint8Array[]) => writeDer(TAG.set, ...parts);
  const ofRsa = (...parts: readonly Uint8Array[]) =>
    sequence(version!, algorithm!, octets(sequence(...parts)));
  const followedBy = (...parts: readonly Uint8Array[]) =>
    sequence(version!, algorithm!, inner!, ...parts);
  const attribute = (...values: readonly Uint8Array[]) =>
    writeDer(0xa0, sequence(oid("2.5.29.15"), ...values));
  const wrong: readonly (readonly [string, Uint8Array])[] = [
    ["a version 1", sequence(integer(1), algorithm!, inner!)],
    ["a version 5", sequence(integer(5), algorithm!, inner!)],
    ["an RSA version 2", ofRsa(integer(2), ...values.slice(1))],
    ["an algorithm of three members", sequence(version!, sequence(rsa, nothing, nothing), inner!)],
    ["a number behind it", followedBy(integer(7))],
    ["a public key behind it", followedBy(writeDer(0x81, Uint8Array.of(0)))],
    ["something behind its attributes", followedBy(attribute(set()), integer(7))],
    ["an attribute that is none", followedBy(writeDer(0xa0, set()))],
    ["an attribute without values", followedBy(attribute())],
    ["an attribute whose values are no set", followedBy(attribute(sequence()))],
    ["an attribute of three members", followedBy(attribute(set(), set()))],
    ["a set around it", writeDer(TAG.set, version!, algorithm!, inner!)],
    ["a set of numbers", sequence(version!, algorithm!, octets(set(...values)))],
    ...numbers.flatMap(({ content }, i): [string, Uint8Array][] =>
      content[0] === 0 && i > 0
        ? [
            [
              `a negative number at place ${String(i)}`,
              ofRsa(...values.with(i, writeDer(TAG.integer, content.subarray(1)))),
            ],
          ]
        : [],
    ),
  ];
  test.each(wrong)("%s", (_, der) => {
    expect(codeOf(writePem("PRIVATE KEY", der))).toBe("E-KEY-DER");
  });
  test("as is, or with attributes as they are defined, it is read", () => {
    for (const der of [
      followedBy(),
      followedBy(writeDer(0xa0)),
      followedBy(attribute(set(nothing))),
    ])
      expect(opens(writePem("PRIVATE KEY", der)).pkcs8).toEqual(der);
  });
  test.each([
    ["an IV that is a sequence", 0x30, [0x04, 14]],
    ["an IV that is a bit string", 0x03, [0]],
    ["an IV that is a text", 0x0c, []],
  ])("%s", (_, tag, begin) => {
    const content = Uint8Array.from({ length: 16 }, (_, i) => begin[i] ?? 0);
    expect(codeOf(encryptedWith(writeDer(tag, content)))).toBe("E-KEY-DER");
  });
  test("more than two parameters of an encryption", () => {
    expect(codeOf(encryptedWith(octets(random(16)), nothing))).toBe("E-KEY-DER");
  });
});

/** An EncryptedPrivateKeyInfo with these parameters of its AES. */
function encryptedWith(...parameters: readonly Uint8Array[]): string {
  const salt = writeDer(TAG.octetString, random(16));
  const kdf = sequence(oid("1.2.840.113549.1.5.12"), sequence(salt, integer(1000)));
  const cipher = sequence(oid("2.16.840.1.101.3.4.1.42"), ...parameters);
  const algorithm = sequence(oid("1.2.840.113549.1.5.13"), sequence(kdf, cipher));
  const data = writeDer(TAG.octetString, random(64));
  return writePem("ENCRYPTED PRIVATE KEY", sequence(algorithm, data));
}

/** An EncryptedPrivateKeyInfo that asks for the given work. */
function demanding(kdf: Uint8Array): string {
  const cipher = sequence(oid("2.16.840.1.101.3.4.1.42"), writeDer(TAG.octetString, random(16)));
  const algorithm = sequence(oid("1.2.840.113549.1.5.13"), sequence(kdf, cipher));
  return writePem(
    "ENCRYPTED PRIVATE KEY",
    sequence(algorithm, writeDer(TAG.octetString, random(64))),
  );
}

test("B059 a file that asks for ten million rounds, or N = 2^30, is refused at once", () => {
  const prf = sequence(oid("1.2.840.113549.2.9"), writeDer(TAG.nullValue));
  const salt = writeDer(TAG.octetString, random(16));
  const pbkdf2 = sequence(oid("1.2.840.113549.1.5.12"), sequence(salt, integer(10_000_001), prf));
  const scrypt = sequence(
    oid("1.3.6.1.4.1.11591.4.11"),
    sequence(salt, integer(2 ** 30), integer(8), integer(1)),
  );
  for (const kdf of [pbkdf2, scrypt]) expect(codeOf(demanding(kdf))).toBe("E-KEY-KDFCOST");
});

test("a file with invalid scrypt parameters is refused as damaged", () => {
  const salt = writeDer(TAG.octetString, random(16));
  for (const [N, r] of [
    [16385, 8],
    [65536, 1],
  ] as const) {
    const asked = sequence(salt, integer(N), integer(r), integer(1));
    const kdf = sequence(oid("1.3.6.1.4.1.11591.4.11"), asked);
    expect(codeOf(demanding(kdf))).toBe("E-KEY-DER");
  }
});

test("a file whose scrypt lacks a member, or has another in its place, is refused as damaged", () => {
  const salt = writeDer(TAG.octetString, random(16));
  const whole = [salt, integer(65536), integer(8), integer(1)];
  for (const place of whole.keys())
    for (const members of [
      whole.slice(0, place),
      whole.with(place, writeDer(TAG.nullValue)),
      ...(place === 0 ? [] : [whole.with(place, integer(0))]),
    ]) {
      const kdf = sequence(oid("1.3.6.1.4.1.11591.4.11"), sequence(...members));
      expect(codeOf(demanding(kdf))).toBe("E-KEY-DER");
    }
});

test("B060 a key beside another certificate", () => {
  expect(refusalOf(() => openKeyFile(utf8(plain), made.certificate, "", 2)).code).toBe(
    "E-KEY-CERT-MISMATCH",
  );
});

test("B060 a key of the certificate's modulus with another exponent is not the certificate's", () => {
  const key = openPrivateKey(utf8(made.keyPem), passphrase, 1);
  const [n = 0n, , , p = 0n, q = 0n, , , qi = 0n] = readDer(
    readDer(key.pkcs8)!.children[2]!.content,
  )!
    .children.slice(1)
    .map(({ content }) => toBigInt(content));
  const phi = (p - 1n) * (q - 1n);
  const primes = [3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n];
  const e = primes.find((prime) => phi % prime !== 0n)!;
  const d = inverse(e, phi);
  const numbers = [n, e, d, p, q, d % (p - 1n), d % (q - 1n), qi].map((value) => {
    const bytes = fromBigInt(value);
    return writeDer(TAG.integer, (bytes[0] ?? 0) < 0x80 ? bytes : Uint8Array.of(0, ...bytes));
  });
  const other = writePem("RSA PRIVATE KEY", sequence(integer(0), ...numbers));
  expect(opens(other).warnings).toHaveLength(1);
  const neighbours = [{ n: 3, modulus: made.certificate.modulus }];
  for (const others of [[], neighbours])
    expect(
      refusalOf(() => {
        checkPair(opens(other), made.certificate, 2, others);
      }).code,
    ).toBe("E-KEY-CERT-MISMATCH");
  checkPair(key, made.certificate, 1);
});

describe("B061 numbers that do not fit together", () => {
  const inner = readDer(readDer(pkcs8)?.children[2]?.content ?? new Uint8Array());
  const numbers = inner?.children.map((part) => part.content) ?? [];
  const rebuilt = (change: (numbers: Uint8Array[]) => void, version = 0): string => {
    const copy = numbers.map((n) => n.slice());
    change(copy);
    const parts = [integer(version), ...copy.slice(1).map((n) => writeDer(TAG.integer, n))];
    return writePem("RSA PRIVATE KEY", sequence(...parts));
  };
  test.each([
    ["d", 3],
    ["p", 4],
    ["q", 5],
    ["dP", 6],
    ["dQ", 7],
    ["qInv", 8],
    ["n", 1],
  ])("one bit of %s", (_, at) => {
    expect(
      codeOf(
        rebuilt((n) => {
          const number = n[at] ?? new Uint8Array();
          number[number.length - 1] = (number.at(-1) ?? 0) ^ 2;
        }),
      ),
    ).toBe("E-KEY-INCONSISTENT");
  });
  /** Big-endian bytes of a number >= 0, as in an INTEGER. */
  const bytesOf = (value: bigint): Uint8Array => {
    const hex = value.toString(16);
    const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
    return Uint8Array.from((bytes[0] ?? 0) < 0x80 ? bytes : [0, ...bytes]);
  };
  type Numbers = Record<"n" | "e" | "d" | "p" | "q" | "dp" | "dq" | "qi", bigint>;
  const NAMES = ["n", "e", "d", "p", "q", "dp", "dq", "qi"] as const;
  const own = Object.fromEntries(
    NAMES.map((name, i) => [
      name,
      BigInt(`0x${Buffer.from(numbers[i + 1] ?? []).toString("hex")}`),
    ]),
  ) as Numbers;
  const changedTo = (change: (own: Numbers) => Partial<Numbers>): string =>
    rebuilt((parts) => {
      const changed = { ...own, ...change(own) };
      NAMES.forEach((name, i) => (parts[i + 1] = bytesOf(changed[name])));
    });
  // Each breaks one equation of RFC 8017 3.2 and keeps all the others.
  test.each<[string, (own: Numbers) => Partial<Numbers>]>([
    [
      "d that is wrong modulo q - 1 alone, dQ with it",
      ({ d, p, q, n }) => {
        const other = (d + (p - 1n)) % n;
        return { d: other, dq: other % (q - 1n) };
      },
    ],
    [
      "d that is wrong modulo p - 1 alone, dP with it",
      ({ d, p, q, n }) => {
        const other = (d + (q - 1n)) % n;
        return { d: other, dp: other % (p - 1n) };
      },
    ],
    ["e and d of one", () => ({ e: 1n, d: 1n, dp: 1n, dq: 1n })],
    ["d that is greater than n", ({ d, p, q }) => ({ d: d + (p - 1n) * (q - 1n) * 2n })],
    ["dP that is not reduced", ({ dp, p }) => ({ dp: dp + (p - 1n) })],
    ["dQ that is not reduced", ({ dq, q }) => ({ dq: dq + (q - 1n) })],
    ["qInv of p in place of q", ({ p, q }) => ({ qi: (p % q) + 1n })],
  ])("%s", (_, change) => {
    expect(codeOf(changedTo(change))).toBe("E-KEY-INCONSISTENT");
  });
  test("and these numbers, written again unchanged, are accepted", () => {
    expect(opens(changedTo(() => ({}))).pkcs8).toEqual(pkcs8);
  });
  test("p equal to q", () => {
    expect(codeOf(rebuilt((n) => (n[5] = n[4] ?? new Uint8Array())))).toBe("E-KEY-INCONSISTENT");
  });
  test("a key of three primes", () => {
    writeFileSync(
      join(folder, "three.key"),
      openssl(
        "genpkey",
        "-algorithm",
        "RSA",
        "-pkeyopt",
        "rsa_keygen_bits:2048",
        "-pkeyopt",
        "rsa_keygen_primes:3",
      ),
    );
    expect(codeOf(openssl("rsa", "-in", "three.key", "-traditional"))).toBe("E-KEY-INCONSISTENT");
  });
  test("unchanged, they fit", () => {
    expect(opens(rebuilt(() => undefined)).pkcs8.length).toBe(pkcs8.length);
  });
});

test("B064 only the documented forms of a key file are accepted", () => {
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
    format: "pem",
    type: "pkcs8",
  });
  const bad = [
    "",
    CANARY,
    ` ${plain}`,
    `# ${CANARY}\n${plain}`,
    plain.replace(/-----END.*\n/, ""),
    plain + plain,
    made.certificate.pem,
    plain.replace("PRIVATE KEY-----\n", `PRIVATE KEY-----\n${CANARY}!\n`),
  ];
  for (const pem of bad) expect(codeOf(pem)).toBe("E-KEY-PEM");
  const broken = plain.replace(/\n(.{64})\n/, `\n$1\n${CANARY}*\n`);
  expect(refusalOf(() => opens(broken)).message).toContain("line 3 ");
  expect(codeOf(String(ec))).toBe("E-KEY-DER");
});

test("node opens what we write as well", () => {
  const key = createPrivateKey({ key: made.keyPem, passphrase });
  expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(readCertificate(utf8(made.certificate.pem)).thumbprint).toBe(made.certificate.thumbprint);
});
