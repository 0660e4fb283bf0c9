// Signing certificates in many forms: as this app makes them, as other makers do, and with each part
// of the one form that counts (`journal/FORMAT.md`) broken by itself. All are over one key.
import { spawnSync } from "node:child_process";
import {
  checkPrimeSync,
  createHash,
  createPrivateKey,
  createPublicKey,
  generatePrimeSync,
  sign,
} from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { oid, sequence, writeDer } from "../../crypto/der.ts";
import { keyOf } from "../../crypto/rsa-key.ts";
import { concat, fromHex, utf8, writePem } from "../../crypto/index.ts";
import { generateRsa } from "../../crypto/secret-half.ts";

/** A text, whether it counts as a signing certificate, and the DER and key that are in it. */
export interface CertificateForm {
  readonly text: string;
  readonly counts: boolean;
  readonly der: Uint8Array;
  readonly pkcs8: Uint8Array;
}

const key = generateRsa(2048);
const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(" ", "")) ?? new Uint8Array();

const NULL = bytes("0500");
const rsaWith = (n: number) => sequence(oid(`1.2.840.113549.1.1.${n}`), NULL);
const SHA256 = rsaWith(11);
const set = (...parts: readonly Uint8Array[]) => writeDer(0x31, ...parts);
const attribute = (type: string, text: Uint8Array | string, tag = 0x0c) =>
  sequence(oid(type), writeDer(tag, typeof text === "string" ? utf8(text) : text));
const CN = "2.5.4.3";
const O = "2.5.4.10";
const named = (text: Uint8Array | string, tag = 0x0c) => sequence(set(attribute(CN, text, tag)));
const time = (text: string, tag = 0x17) => writeDer(tag, utf8(text));
const dates = (from: Uint8Array, until: Uint8Array) => sequence(from, until);
const extension = (type: string, critical: boolean, value: Uint8Array) =>
  sequence(oid(type), ...(critical ? [bytes("0101ff")] : []), writeDer(0x04, value));
const usage = (bits: string, critical = true) => extension("2.5.29.15", critical, bytes(bits));
const SIGNS = usage("03020780");

/** The parts of a certificate, each as DER. */
interface Parts {
  readonly version: readonly Uint8Array[];
  readonly serial: Uint8Array;
  readonly inner: Uint8Array;
  readonly outer: Uint8Array;
  readonly issuer: Uint8Array;
  readonly validity: Uint8Array;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  /** What follows the key. */
  readonly rest: readonly Uint8Array[];
  readonly hash: string;
  readonly pkcs8: Uint8Array;
  /** What follows the signature. */
  readonly more: readonly Uint8Array[];
  readonly seal: (signature: Uint8Array) => Uint8Array;
}

const NAME = sequence(set(attribute(O, "REHEARSAL")), set(attribute(CN, "Contoso-HSM officer 1")));
const SERIAL = "0210 40112233445566778899aabbccddeeff";
const extensions = (...all: readonly Uint8Array[]) => [writeDer(0xa3, sequence(...all))];
const GOOD: Parts = {
  version: [bytes("a003020102")],
  serial: bytes(SERIAL),
  inner: SHA256,
  outer: SHA256,
  issuer: NAME,
  validity: dates(time("260130090000Z"), time("460131090000Z")),
  subject: NAME,
  spki: key.spki,
  rest: extensions(SIGNS),
  hash: "sha256",
  pkcs8: key.pkcs8,
  more: [],
  seal: (signature) => writeDer(0x03, Uint8Array.of(0), signature),
};

function made(change: Partial<Parts>): Uint8Array {
  const all = { ...GOOD, ...change };
  const { version, serial, inner, outer, issuer, validity, subject, spki, rest, more } = all;
  const body = sequence(...version, serial, inner, issuer, validity, subject, spki, ...rest);
  const signer = createPrivateKey({ key: Buffer.from(all.pkcs8), format: "der", type: "pkcs8" });
  return sequence(body, outer, all.seal(new Uint8Array(sign(all.hash, body, signer))), ...more);
}

const both = (name: Uint8Array): Partial<Parts> => ({ issuer: name, subject: name });
const algorithm = (one: Uint8Array, hash: string): Partial<Parts> => ({
  inner: one,
  outer: one,
  hash,
});

/** A public key of these numbers' contents. */
function spkiOf(modulus: Uint8Array, exponent = bytes("010001")): Uint8Array {
  const numbers = sequence(writeDer(0x02, modulus), writeDer(0x02, exponent));
  return sequence(rsaWith(1), writeDer(0x03, Uint8Array.of(0), numbers));
}
const jwk = createPublicKey({ key: Buffer.from(key.spki), format: "der", type: "spki" }).export({
  format: "jwk",
});
const modulus = new Uint8Array(Buffer.from(jwk.n ?? "", "base64url"));
/** One of two primes that a person could find. */
const divisible = halvesOf(weakKeyOf(3n, generatePrimeSync(2046, { bigint: true })));
const divisibleLater = halvesOf(weakKeyOf(65_521n, generatePrimeSync(2032, { bigint: true })));
/** One less is 2^4 3^2 5^2 13 499. */
const smooth = halvesOf(weakKeyOf(23_353_201n, generatePrimeSync(2023, { bigint: true })));
/** As CVE-2017-15361 has them: each prime is k M + 65537^a mod M. */
const roca = halvesOf(weakKeyOf(rocaPrime(), rocaPrime()));
const small = generateRsa(1024);
const odd = generateRsa(2056);
const strong = generateRsa(4096);

function weakKeyOf(one: bigint, two: bigint): Uint8Array {
  const found = keyOf(2048, one, two);
  if (found === null) throw new Error("these are no primes of a key");
  return found;
}

function halvesOf(pkcs8: Uint8Array): Pick<Parts, "spki" | "pkcs8"> {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  const spki = createPublicKey(key);
  return { pkcs8, spki: new Uint8Array(spki.export({ format: "der", type: "spki" })) };
}

function rocaPrime(): bigint {
  const primes = Array.from({ length: 168 }, (_, n) => n).filter(
    (n) => n > 1 && !Array.from({ length: n }, (_, k) => k).some((k) => k > 1 && n % k === 0),
  );
  const all = primes.reduce((product, prime) => product * BigInt(prime), 1n);
  let rest = 1n;
  for (let power = 0; power < 12_345; power++) rest = (rest * 65537n) % all;
  const start = (2n ** 1024n - generatePrimeSync(1020, { bigint: true })) / all;
  for (let k = start; ; k--) if (checkPrimeSync(k * all + rest)) return k * all + rest;
}

/** In DER: what is changed, and whether such a certificate counts. */
const PARTS: Readonly<Record<string, readonly [Partial<Parts>, boolean?]>> = {
  "as this app makes them, in a rehearsal": [{}, true],
  "as this app makes them, in earnest": [both(named("Contoso-HSM officer 1")), true],
  "a name of one character": [both(named("x")), true],
  "a name of 64 characters": [both(named("x".repeat(64))), true],
  "a name with every mark of ASCII": [both(named("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")), true],
  "a key of 4096 bits": [{ spki: strong.spki, pkcs8: strong.pkcs8 }, true],
  "valid until 2050": [
    { validity: dates(time("300131000000Z"), time("20500131000000Z", 0x18)) },
    true,
  ],
  "valid for a second, in 1950": [
    { validity: dates(time("500101000000Z"), time("500101000000Z")) },
    true,
  ],
  "from a leap day": [{ validity: dates(time("240229235959Z"), time("440229235959Z")) }, true],
  "a key of 1024 bits": [{ spki: small.spki, pkcs8: small.pkcs8 }],
  "a key of 2056 bits": [{ spki: odd.spki, pkcs8: odd.pkcs8 }],
  "a modulus with the factor 3": [divisible],
  "a modulus with the factor 65521": [divisibleLater],
  "a modulus with a prime p of which p - 1 has only small factors": [smooth],
  "a modulus as CVE-2017-15361 makes them": [roca],
  "a modulus with a zero byte too many": [{ spki: spkiOf(concat(bytes("0000"), modulus)) }],
  "a modulus that is negative": [{ spki: spkiOf(modulus) }],
  "exponent 3": [{ spki: spkiOf(concat(bytes("00"), modulus), bytes("03")) }],
  "an exponent with a zero byte too many": [
    { spki: spkiOf(concat(bytes("00"), modulus), bytes("00010001")) },
  ],
  "a key's algorithm without its NULL": [
    {
      spki: sequence(
        sequence(oid("1.2.840.113549.1.1.1")),
        writeDer(
          0x03,
          Uint8Array.of(0),
          sequence(writeDer(2, concat(bytes("00"), modulus)), bytes("0203010001")),
        ),
      ),
    },
  ],
  "a key for PSS alone": [
    {
      spki: sequence(
        sequence(oid("1.2.840.113549.1.1.10")),
        writeDer(
          0x03,
          Uint8Array.of(0),
          sequence(writeDer(2, concat(bytes("00"), modulus)), bytes("0203010001")),
        ),
      ),
    },
  ],
  "no version": [{ version: [] }],
  "version 1, written": [{ version: [bytes("a003020100")] }],
  "version 2": [{ version: [bytes("a003020101")] }],
  "version 4": [{ version: [bytes("a003020103")] }],
  "a version in two bytes": [{ version: [bytes("a00402020002")] }],
  "a serial of one byte": [{ serial: bytes("020101") }],
  "a serial of zero": [{ serial: bytes("020100") }],
  "a serial with a zero byte too many": [
    { serial: bytes("0211 00 40112233445566778899aabbccddeeff") },
  ],
  "a negative serial": [{ serial: bytes("0210 c0112233445566778899aabbccddeeff") }],
  "a serial of 21 bytes": [{ serial: bytes(`0215 40${"11".repeat(20)}`) }],
  "an empty serial": [{ serial: bytes("0200") }],
  "SHA-1": [algorithm(rsaWith(5), "sha1")],
  MD5: [algorithm(rsaWith(4), "md5")],
  "SHA-384": [algorithm(rsaWith(12), "sha384")],
  "SHA-512": [algorithm(rsaWith(13), "sha512")],
  "SHA-256 without its NULL": [algorithm(sequence(oid("1.2.840.113549.1.1.11")), "sha256")],
  "SHA-256 inside, SHA-512 outside": [{ outer: rsaWith(13) }],
  "an inner algorithm that is another": [{ inner: rsaWith(13) }],
  "a signature of another key": [{ pkcs8: generateRsa(2048).pkcs8 }],
  "a signature of zeros": [{ seal: ({ length }) => writeDer(0x03, new Uint8Array(length + 1)) }],
  "a signature that is a byte too long": [
    { seal: (one) => writeDer(0x03, Uint8Array.of(0, 0), one) },
  ],
  "a signature with unused bits": [{ seal: (one) => writeDer(0x03, Uint8Array.of(4), one) }],
  "a signature as an octet string": [{ seal: (one) => writeDer(0x04, Uint8Array.of(0), one) }],
  "something after the signature": [{ more: [NULL] }],
  "an issuer who is another": [{ issuer: named("Contoso CA") }],
  "an issuer written as another type of text": [
    { issuer: named("Contoso", 0x13), subject: named("Contoso") },
  ],
  "no name": [both(sequence())],
  "an empty name": [both(named(""))],
  "a name of 65 characters": [both(named("x".repeat(65)))],
  "a name with a space at its end": [both(named("Contoso "))],
  "a name with a control character": [both(named("Contoso\u0007"))],
  "a name with a zero byte": [both(named("Contoso\u0000officer"))],
  "a name with a line's end": [both(named("Contoso\nofficer"))],
  "a name that turns its direction (RLO)": [both(named("Contoso \u202eneeffo"))],
  "a name with a zero-width space": [both(named("Con\u200btoso"))],
  "a name with a letter that looks like another": [both(named("C\u043entoso"))],
  "a name with an umlaut": [both(named("Jörg"))],
  "a name that is not UTF-8": [both(named(bytes("436f6eff")))],
  "a name as PrintableString": [both(named("Contoso", 0x13))],
  "a name as TeletexString": [both(named("Contoso", 0x14))],
  "a name as BMPString": [both(named(bytes("0043006f"), 0x1e))],
  "two names": [both(sequence(set(attribute(CN, "one")), set(attribute(CN, "two"))))],
  "a name twice in one set": [both(sequence(set(attribute(CN, "one"), attribute(CN, "two"))))],
  "another organization": [
    both(sequence(set(attribute(O, "Contoso")), set(attribute(CN, "officer")))),
  ],
  "the organization behind the name": [
    both(sequence(set(attribute(CN, "officer")), set(attribute(O, "REHEARSAL")))),
  ],
  "the organization twice": [
    both(sequence(...[1, 2].map(() => set(attribute(O, "REHEARSAL"))), set(attribute(CN, "x")))),
  ],
  "a country before the name": [
    both(sequence(set(attribute("2.5.4.6", "CH", 0x13)), set(attribute(CN, "officer")))),
  ],
  "a month 13": [{ validity: dates(time("261301000000Z"), time("460131090000Z")) }],
  "a 30th of February": [{ validity: dates(time("260230000000Z"), time("460131090000Z")) }],
  "an hour 24": [{ validity: dates(time("260130240000Z"), time("460131090000Z")) }],
  "a second 60": [{ validity: dates(time("260130090060Z"), time("460131090000Z")) }],
  "a date without seconds": [{ validity: dates(time("2601300900Z"), time("460131090000Z")) }],
  "a date with an offset": [{ validity: dates(time("260130090000+0100"), time("460131090000Z")) }],
  "a date with a fraction": [
    { validity: dates(time("260130090000Z"), time("20500131090000.5Z", 0x18)) },
  ],
  "a date that is no date": [{ validity: dates(time("nonsense"), time("460131090000Z")) }],
  "a date of four digits before 2050": [
    { validity: dates(time("20260130090000Z", 0x18), time("460131090000Z")) },
  ],
  "a date before 1950": [{ validity: dates(time("19491231235959Z", 0x18), time("460131090000Z")) }],
  "an end before the beginning": [
    { validity: dates(time("460131090000Z"), time("260130090000Z")) },
  ],
  "three dates": [
    { validity: sequence(time("260130090000Z"), time("460131090000Z"), time("460131090000Z")) },
  ],
  "one date": [{ validity: sequence(time("260130090000Z")) }],
  "no extensions": [{ rest: [] }],
  "a list of extensions that is empty": [{ rest: extensions() }],
  "key usage twice": [{ rest: extensions(SIGNS, SIGNS) }],
  "key usage that is not critical": [{ rest: extensions(usage("03020780", false)) }],
  "key usage with its default written": [
    {
      rest: extensions(
        sequence(oid("2.5.29.15"), bytes("010100"), writeDer(0x04, bytes("03020780"))),
      ),
    },
  ],
  "key usage with a critical that is 1": [
    {
      rest: extensions(
        sequence(oid("2.5.29.15"), bytes("010101"), writeDer(0x04, bytes("03020780"))),
      ),
    },
  ],
  "key usage with unused bits that are set": [{ rest: extensions(usage("03020781")) }],
  "key usage with a zero bit too many": [{ rest: extensions(usage("03020080")) }],
  "key usage of all kinds": [{ rest: extensions(usage("030200ff")) }],
  "key usage of signatures and more": [{ rest: extensions(usage("030205a0")) }],
  "key usage of encryption": [{ rest: extensions(usage("03020520")) }],
  "key usage of certificates": [{ rest: extensions(usage("03020204")) }],
  "basic constraints beside the key usage": [
    { rest: extensions(SIGNS, extension("2.5.29.19", true, bytes("30030101ff"))) },
  ],
  "a key identifier beside the key usage": [
    { rest: extensions(SIGNS, extension("2.5.29.14", false, bytes("0404aabbccdd"))) },
  ],
  "an unknown critical extension": [{ rest: extensions(SIGNS, extension("1.2.3.4", true, NULL)) }],
  "a unique identifier": [{ rest: [bytes("81020055"), ...extensions(SIGNS)] }],
  "something after the extensions": [{ rest: [...extensions(SIGNS), bytes("a4020500")] }],
};

/** DER that is not DER, or not all of it: from a good one. */
const BENT: Readonly<Record<string, (der: Uint8Array) => Uint8Array>> = {
  "a byte behind the end": (der) => concat(der, bytes("00")),
  "a second certificate behind it": (der) => concat(der, der),
  "its last byte cut off": (der) => der.subarray(0, -1),
  nothing: () => new Uint8Array(),
  "a length in three bytes where two are enough": (der) => concat(bytes("308300"), der.subarray(2)),
  "an indefinite length": (der) => concat(bytes("3080"), der.subarray(4), bytes("0000")),
};

const GOOD_DER = made({});
const good = writePem("CERTIFICATE", GOOD_DER);
const inLines = (width: number): string => {
  const body = Buffer.from(GOOD_DER).toString("base64");
  const lines = body.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
};

/** The text around a good one. Each still begins as a certificate does. */
const TEXTS: Readonly<Record<string, string>> = {
  "lines of 76": inLines(76),
  "lines of 65, as az writes them": inLines(65),
  "lines of 60": inLines(60),
  "one long line": inLines(100_000),
  "lines that end in CR LF": good.replaceAll("\n", "\r\n"),
  "lines that end in CR": good.replaceAll("\n", "\r"),
  "no line end at the end": good.slice(0, -1),
  "a blank line at the end": `${good}\n`,
  "a blank line in it": good.replace("\n", "\n\n"),
  "a space at the end": `${good} `,
  "a space in a line": good.replace("\nMI", "\nM I"),
  "a space at the end of the first line": good.replace("-----\n", "----- \n"),
  "a header in it": good.replace("\n", "\nProc-Type: 4,CLEAR\n\n"),
  "a second block behind it": good + good,
  "words behind it": `${good}subject=officer\n`,
  "another end": good.replace("END CERTIFICATE", "END X509 CERTIFICATE"),
  base64url: good.replaceAll("+", "-").replaceAll("/", "_").replace("\nMI", "\n_I"),
  "a sign of padding too many": good.replace(/=*\n-----END/, "===\n-----END"),
  "a character that is none": good.replace("\nMI", "\nM*"),
  "a direction mark behind it": `${good}\u200e`,
  "the first line alone": "-----BEGIN CERTIFICATE-----\n",
};

/** Made by openssl: the options of `openssl req -x509`, and its configuration's lines. */
const OPENSSL: Readonly<Record<string, readonly [readonly string[], string, boolean?]>> = {
  "openssl, as it comes": [["-subj", "/CN=officer-1"], ""],
  "openssl, with key usage": [
    ["-subj", "/CN=officer-1", "-addext", "keyUsage=critical,digitalSignature"],
    "",
  ],
  "openssl, with SHA-1": [["-subj", "/CN=officer-1", "-sha1"], ""],
  "openssl, with PSS": [["-subj", "/CN=officer-1", "-sigopt", "rsa_padding_mode:pss"], ""],
  "openssl, told to the last byte": [
    ["-subj", "/CN=officer-1", "-set_serial", `0x41${"22".repeat(15)}`, "-extensions", "ours"],
    "[ours]\nsubjectKeyIdentifier=none\nauthorityKeyIdentifier=none\n"
      + "keyUsage=critical,digitalSignature\n",
    true,
  ],
};

/** Each form by its name. openssl's are among them. */
export function certificateForms(): ReadonlyMap<string, CertificateForm> {
  const forms = new Map<string, CertificateForm>();
  for (const [name, [change, counts = false]] of Object.entries(PARTS)) {
    const der = made(change);
    const isTheirs = change.spki !== undefined;
    const { pkcs8 = key.pkcs8 } = isTheirs ? change : {};
    forms.set(name, { text: writePem("CERTIFICATE", der), counts, der, pkcs8 });
  }
  for (const [name, bend] of Object.entries(BENT)) {
    const der = bend(GOOD_DER);
    const text = writePem("CERTIFICATE", der);
    forms.set(`DER with ${name}`, { text, counts: false, der, pkcs8: key.pkcs8 });
  }
  for (const [name, text] of Object.entries(TEXTS))
    forms.set(`PEM with ${name}`, { text, counts: false, der: GOOD_DER, pkcs8: key.pkcs8 });
  for (const [name, [words, lines, counts = false]] of Object.entries(OPENSSL)) {
    const text = byOpenssl(words, lines);
    const der = new Uint8Array(Buffer.from(text.split("\n").slice(1, -2).join(""), "base64"));
    forms.set(name, { text, counts, der, pkcs8: key.pkcs8 });
  }
  return forms;
}

/** `openssl req -x509` over our key. */
function byOpenssl(words: readonly string[], lines: string): string {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  try {
    const [keyFile, config] = [join(folder, "key"), join(folder, "config")];
    writeFileSync(keyFile, writePem("PRIVATE KEY", key.pkcs8));
    writeFileSync(
      config,
      `[req]\ndistinguished_name=dn\nutf8=yes\nstring_mask=utf8only\n[dn]\n${lines}`,
    );
    const made = ["-x509", "-new", "-days", "3650", "-key", keyFile, "-config", config];
    const { status, stdout, stderr } = spawnSync("openssl", ["req", ...made, ...words], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** SHA-256 of a certificate's bytes, in hex. */
export const thumbprintOf = (der: Uint8Array): string =>
  createHash("sha256").update(der).digest("hex");
