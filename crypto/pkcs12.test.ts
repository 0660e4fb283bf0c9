// A key in PKCS #12, as openssl and Key Vault write it: opened by both engines, refused if altered.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import fc from "fast-check";
import forge from "node-forge";
import { afterAll, describe, expect, test } from "vitest";
import { certificateOf, issuedByOpenssl, OWN, pemOf } from "./certificate.fixture.ts";
import { codeOf } from "./code-of.fixture.ts";
import { toHex, utf8 } from "./bytes.ts";
import { integer, oid, readDer, sequence, TAG, writeDer } from "./der.ts";
import { isFault } from "./errors.ts";
import { pkcs12Key } from "./forge.ts";
import * as native from "./native.ts";
import { isKeyBare, isPkcs12, isPkcs12Open, openPkcs12 } from "./secret-half.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { makePool } from "./pool.fixture.ts";
import { writePem } from "./pem.ts";
import { processorTimeSince } from "./processor-time.fixture.ts";

const [officer, other] = await makePool([2048, 2048]);
const folder = mkdtempSync(join(tmpdir(), "sd-p12-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string) => join(folder, name);
writeFileSync(at("key"), writePem("PRIVATE KEY", officer!.pkcs8));
writeFileSync(at("cer"), officer!.certificate.pem);
writeFileSync(at("other.cer"), other!.certificate.pem);

/** What openssl exports with these options. */
function exported(passphrase: string, ...words: readonly string[]): Uint8Array {
  const files = ["-inkey", at("key"), "-in", at("cer"), "-out", at("pfx")];
  const pass = ["-passout", `pass:${passphrase}`];
  execFileSync("openssl", ["pkcs12", "-export", ...files, ...pass, ...words], { stdio: "pipe" });
  return new Uint8Array(readFileSync(at("pfx")));
}

const OLD = ["-legacy"];
const CLEAR = ["-keypbe", "NONE", "-certpbe", "NONE"];
const BARE = ["-keypbe", "NONE"];
const OF_3DES = ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"];
const STRONG = ["-iter", "600000"];

describe("a key in PKCS #12", () => {
  test.each([
    ["under AES, 2,048 rounds", "pass phrase", [], "W-KEY-WEAKKDF"],
    ["under AES, 600,000 rounds", "pass phrase", STRONG, null],
    ["so, with a MAC of one round", "pass phrase", [...STRONG, "-nomaciter"], "W-KEY-WEAKKDF"],
    ["under a passphrase beyond ASCII", "pässwörd 密碼", [], "W-KEY-WEAKKDF"],
    ["under triple DES and RC2", "pass phrase", OLD, "W-KEY-WEAKKDF"],
    [
      "under triple DES, as Key Vault writes it, without a passphrase",
      "",
      OF_3DES,
      "W-KEY-UNPROTECTED",
    ],
    ["under triple DES and RC2 without a passphrase", "", OLD, "W-KEY-UNPROTECTED"],
    ["under AES without a passphrase", "", [], "W-KEY-UNPROTECTED"],
    ["in the clear", "", CLEAR, "W-KEY-UNPROTECTED"],
    ["in the clear, under a MAC by a passphrase", "pass phrase", CLEAR, "W-KEY-UNPROTECTED"],
    ["in the clear, beside an encrypted certificate", "pass phrase", BARE, "W-KEY-UNPROTECTED"],
    ["with a MAC over SHA-512", "pass phrase", ["-macalg", "sha512"], "W-KEY-WEAKKDF"],
    ["with an authority's certificate", "", ["-certfile", at("other.cer")], "W-KEY-UNPROTECTED"],
  ])("%s is opened, with its certificate", (_, passphrase, words, warning) => {
    const file = exported(passphrase, ...words);
    expect([isPkcs12(file), isPkcs12Open(file)]).toEqual([true, passphrase === ""]);
    expect(isKeyBare(file)).toBe(words === CLEAR || words === BARE);
    const { pkcs8, certificate, warnings } = openPkcs12(file, passphrase, 1);
    expect(Buffer.from(pkcs8).equals(Buffer.from(officer!.pkcs8))).toBe(true);
    expect(certificate?.thumbprint).toBe(officer!.certificate.thumbprint);
    expect(warnings.map(({ code }) => code)).toEqual(warning === null ? [] : [warning]);
  });

  test.each(["ECDSA", "Ed25519"] as const)(
    "is opened with its certificate that an authority signed by %s",
    (kind) => {
      writeFileSync(at("issued.cer"), issuedByOpenssl(officer!.pkcs8, kind));
      const opened = openPkcs12(exported("pass phrase", "-in", at("issued.cer")), "pass phrase", 1);
      expect(opened.certificate?.commonName).toBe("issued");
    },
  );

  test.each(["-keyex", "-keysig"])("is opened with the attribute that Windows adds: %s", (use) => {
    const { pkcs8, certificate } = openPkcs12(exported("pass phrase", use), "pass phrase", 1);
    const [own, found] = [officer!.pkcs8, pkcs8].map((der) => readDer(der)!.children);
    expect(found!.map(({ tag }) => tag)).toEqual([
      TAG.integer,
      TAG.sequence,
      TAG.octetString,
      0xa0,
    ]);
    expect(toHex(found![2]!.bytes)).toBe(toHex(own![2]!.bytes));
    expect(certificate?.thumbprint).toBe(officer!.certificate.thumbprint);
  });

  test("with an invalid certificate is refused for it, not as another key's", () => {
    const garbage = sequence(oid("2.5.29.15"), writeDer(TAG.octetString, utf8("no use")));
    writeFileSync(at("own.key"), writePem("PRIVATE KEY", OWN.pkcs8));
    writeFileSync(at("own.cer"), pemOf(certificateOf({ extensions: [garbage] })));
    const file = exported("pass phrase", "-inkey", at("own.key"), "-in", at("own.cer"));
    expect(codeOf(() => openPkcs12(file, "pass phrase", 1))).toBe("E-CERT-DER");
  });

  test("is opened without a certificate if there is none", () => {
    expect(openPkcs12(exported("", "-nocerts"), "", 1).certificate).toBeNull();
  });
});

describe("a key in a part for certificates", () => {
  const opened = (file: Uint8Array) => openPkcs12(file, "pass phrase", 1);
  test.each([
    ["triple DES", "3des"],
    ["AES under few rounds", "aes"],
  ] as const)("that is under %s is opened with the warning of any key", (_, method) => {
    const { pkcs8, warnings } = opened(withKeyAmongCertificates(method));
    expect(Buffer.from(pkcs8).equals(Buffer.from(officer!.pkcs8))).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(["W-KEY-WEAKKDF"]);
  });
  test("that is under RC2 with 40 bits is refused, like every key under it", () => {
    expect(codeOf(() => opened(withKeyAmongCertificates("rc2")))).toBe("E-KEY-P12");
    const shrouded = exported("pass phrase", "-legacy", "-keypbe", "PBE-SHA1-RC2-40");
    expect(codeOf(() => opened(shrouded))).toBe("E-KEY-P12");
  });
});

test.each([
  ["RC4", ["-legacy", "-keypbe", "PBE-SHA1-RC4-128"]],
  ["triple DES in PBES2", ["-keypbe", "des-ede3-cbc"]],
  ["AES under 999 rounds", ["-iter", "999"]],
])("A key under %s is refused with the way to convert PKCS #12", (_, words) => {
  const fault = refusalOf(() => openPkcs12(exported("pass phrase", ...words), "pass phrase", 1));
  expect(fault.code).toBe("E-KEY-P12");
  expect(fault.next).toContain("openssl pkcs12");
});

describe("B160 a bad PKCS #12 file", () => {
  const good = exported("pass phrase");

  test("of a wrong passphrase says so, by the key's number", () => {
    expect(codeOf(() => openPkcs12(good, "pass phrasf", 7))).toBe("E-KEY-PASSPHRASE");
    expect(codeOf(() => openPkcs12(good, "", 7))).toBe("E-KEY-PASSPHRASE");
  });

  test("without a MAC, or with another key's certificate, is refused", () => {
    expect(codeOf(() => isPkcs12Open(exported("", "-nomac")))).toBe("E-KEY-P12");
    const mixed = exported("", ...CLEAR);
    const [own, others] = [officer!, other!].map(({ certificate }) => Buffer.from(certificate.der));
    expect(own!.length).toBe(others!.length);
    // Its MAC no longer matches, so the exchange looks like a wrong passphrase or a damaged file.
    const swapped = Buffer.from(mixed);
    swapped.set(others!, swapped.indexOf(own!));
    expect(codeOf(() => openPkcs12(new Uint8Array(swapped), "", 1))).toBe("E-KEY-PASSPHRASE");
  });

  test("whose content has another tag than [0] is refused", () => {
    const at = Buffer.from(good).indexOf(oid("1.2.840.113549.1.7.1")) + 11;
    expect(good[at]).toBe(0xa0);
    expect(codeOf(() => isPkcs12Open(good.with(at, 0xa1)))).toBe("E-KEY-P12");
  });

  test("that asks for millions of rounds is refused at once", () => {
    const costly = Buffer.from(exported("", "-iter", "70000", "-maciter"));
    // The MAC's rounds are the last number of the file.
    costly.set([0x7f, 0xff, 0xff], costly.length - 3);
    expect(codeOf(() => isPkcs12Open(new Uint8Array(costly)))).toBe("E-KEY-KDFCOST");
  });

  const tried = (words: readonly string[], rounds: number) =>
    codeOf(() =>
      openPkcs12(
        exported("pass phrase", ...words, "-iter", String(rounds), "-nomaciter"),
        "pass phrasf",
        1,
      ),
    );
  const MOST = [
    ["triple DES", OF_3DES, 499_000],
    ["triple DES, its certificate under RC2", OLD, 599_000],
    ["triple DES, without a certificate", [...OF_3DES, "-nocerts"], 998_000],
  ] as const;
  // openssl takes seconds for each.
  test.each(MOST.slice(0, process.env["LONG"] === "1" ? 3 : 1))(
    "asks for the work that it really takes: %s, %s, up to %i rounds",
    (_, words, most) => {
      expect([most, most + 2000].map((rounds) => tried(words, rounds))).toEqual([
        "E-KEY-PASSPHRASE",
        "E-KEY-KDFCOST",
      ]);
    },
  );

  test("that asks for too much in all its containers together is refused before any is derived", () => {
    const [version, content, mac] = readDer(exported("", ...STRONG))!.children;
    const [type, wrapper] = content!.children;
    const safes = readDer(wrapper!.children[0]!.content)!.children;
    const [sealed] = safes;
    const withSafes = (count: number) => {
      const all = sequence(...Array.from({ length: count }, () => sealed!.bytes));
      const inside = writeDer(0xa0, writeDer(TAG.octetString, all));
      return sequence(version!.bytes, sequence(type!.bytes, inside), mac!.bytes);
    };
    expect(codeOf(() => openPkcs12(withSafes(3), "", 1))).toBe("E-KEY-PASSPHRASE");
    const began = process.cpuUsage();
    for (const open of [isPkcs12Open, (file: Uint8Array) => openPkcs12(file, "", 1)])
      expect(codeOf(() => open(withSafes(60)))).toBe("E-KEY-KDFCOST");
    expect(processorTimeSince(began)).toBeLessThan(500);
  });

  test("with one byte changed or cut off is refused by a code, and never opened as another key", () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
        const changed = good.map((byte, i) => (i === place ? byte ^ by : byte));
        for (const file of [changed, good.subarray(0, place)]) {
          if (!isPkcs12(file)) continue;
          try {
            const { pkcs8 } = openPkcs12(file, "pass phrase", 1);
            expect(Buffer.from(pkcs8).equals(Buffer.from(officer!.pkcs8))).toBe(true);
          } catch (error) {
            expect(isFault(error) && error.code).toMatch(/^E-KEY-/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** A file that no known tool writes: the bare key is in the encrypted part. */
function withKeyAmongCertificates(method: "3des" | "aes" | "rc2"): Uint8Array {
  const salt = new Uint8Array(8).fill(7);
  const oct = (bytes: Uint8Array) => writeDer(TAG.octetString, bytes);
  const first = (bytes: Uint8Array) => writeDer(0xa0, bytes);
  const bag = (kind: string, value: Uint8Array) => sequence(oid(kind), first(value));
  const certificate = bag("1.2.840.113549.1.9.22.1", oct(officer!.certificate.der));
  const bags = sequence(
    bag("1.2.840.113549.1.12.10.1.1", officer!.pkcs8),
    bag("1.2.840.113549.1.12.10.1.3", certificate),
  );
  const [algorithm, sealed] = method === "aes" ? byAes(bags, salt) : byOld(method, bags, salt);
  const info = sequence(oid("1.2.840.113549.1.7.1"), algorithm, writeDer(0x80, sealed));
  const safes = sequence(bag("1.2.840.113549.1.7.6", sequence(integer(0), info)));
  const mac = native.hmac("sha1", pkcs12Key("sha1", "pass phrase", salt, 3, 1, 20), safes);
  const digest = sequence(sequence(oid("1.3.14.3.2.26"), writeDer(TAG.nullValue)), oct(mac));
  const content = bag("1.2.840.113549.1.7.1", oct(safes));
  return sequence(integer(3), content, sequence(digest, oct(salt)));
}

function byOld(method: "3des" | "rc2", data: Uint8Array, salt: Uint8Array) {
  const [name, length] = method === "rc2" ? [6, 5] : [3, 24];
  const [key, iv] = [
    [1, length],
    [2, 8],
  ].map(([id = 0, bytes = 0]) => {
    const made = pkcs12Key("sha1", "pass phrase", salt, id, 2048, bytes);
    return Buffer.from(made).toString("latin1");
  });
  const parameters = sequence(writeDer(TAG.octetString, salt), integer(2048));
  const algorithm = sequence(oid(`1.2.840.113549.1.12.1.${String(name)}`), parameters);
  const buffer = forge.util.createBuffer(Buffer.from(data).toString("latin1"));
  return [
    algorithm,
    new Uint8Array(Buffer.from(encrypted(method, key!, iv!, buffer), "latin1")),
  ] as const;
}

function encrypted(method: "3des" | "rc2", key: string, iv: string, data: forge.util.ByteBuffer) {
  if (method === "rc2") {
    const cipher = forge.rc2.createEncryptionCipher(key, 40);
    cipher.start(iv);
    cipher.update(data);
    cipher.finish();
    return cipher.output.getBytes();
  }
  const cipher = forge.cipher.createCipher("3DES-CBC", key);
  cipher.start({ iv });
  cipher.update(data);
  cipher.finish();
  return cipher.output.getBytes();
}

function byAes(data: Uint8Array, salt: Uint8Array) {
  const key = native.pbkdf2("sha256", utf8("pass phrase"), salt, 2048, 32);
  const iv = new Uint8Array(16).fill(9);
  const prf = sequence(oid("1.2.840.113549.2.9"), writeDer(TAG.nullValue));
  const asked = sequence(writeDer(TAG.octetString, salt), integer(2048), prf);
  const parameters = sequence(
    sequence(oid("1.2.840.113549.1.5.12"), asked),
    sequence(oid("2.16.840.1.101.3.4.1.42"), writeDer(TAG.octetString, iv)),
  );
  const algorithm = sequence(oid("1.2.840.113549.1.5.13"), parameters);
  return [algorithm, native.aesCbcEncrypt(key, iv, data)] as const;
}
