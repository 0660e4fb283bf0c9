// A key in PKCS #12, as openssl and Key Vault write it: opened by both engines, refused when altered.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { issuedByOpenssl } from "./certificate.fixture.ts";
import { codeOf } from "./code-of.fixture.ts";
import { oid } from "./der.ts";
import { isFault } from "./errors.ts";
import { isPkcs12, isPkcs12Open, openPkcs12 } from "./secret-half.ts";
import { makePool } from "./pool.fixture.ts";
import { writePem } from "./pem.ts";

const [officer, other] = await makePool([2048, 2048]);
const folder = mkdtempSync(join(tmpdir(), "sd-p12-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string) => join(folder, name);
writeFileSync(at("key"), writePem("PRIVATE KEY", officer!.pkcs8));
writeFileSync(at("cer"), officer!.certificate.pem);
writeFileSync(at("other.cer"), other!.certificate.pem);

/** What openssl exports under these words. */
function exported(passphrase: string, ...words: readonly string[]): Uint8Array {
  const files = ["-inkey", at("key"), "-in", at("cer"), "-out", at("pfx")];
  const pass = ["-passout", `pass:${passphrase}`];
  execFileSync("openssl", ["pkcs12", "-export", ...files, ...pass, ...words], { stdio: "pipe" });
  return new Uint8Array(readFileSync(at("pfx")));
}

const OLD = ["-legacy"];
const CLEAR = ["-keypbe", "NONE", "-certpbe", "NONE"];
const OF_3DES = ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"];
const STRONG = ["-iter", "600000", "-nomaciter"];

describe("a key in PKCS #12", () => {
  test.each([
    ["under AES, 2,048 rounds", "pass phrase", [], "W-KEY-WEAKKDF"],
    ["under AES, 600,000 rounds", "pass phrase", STRONG, null],
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
    ["with a MAC over SHA-512", "pass phrase", ["-macalg", "sha512"], "W-KEY-WEAKKDF"],
    ["with an authority's certificate", "", ["-certfile", at("other.cer")], "W-KEY-UNPROTECTED"],
  ])("%s is opened, with its certificate", (_, passphrase, words, warning) => {
    const file = exported(passphrase, ...words);
    expect([isPkcs12(file), isPkcs12Open(file)]).toEqual([true, passphrase === ""]);
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

  test("is opened without a certificate where there is none", () => {
    expect(openPkcs12(exported("", "-nocerts"), "", 1).certificate).toBeNull();
  });
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
    // Its MAC no longer fits: what was exchanged is told as a wrong passphrase or a damaged file.
    const swapped = Buffer.from(mixed);
    swapped.set(others!, swapped.indexOf(own!));
    expect(codeOf(() => openPkcs12(new Uint8Array(swapped), "", 1))).toBe("E-KEY-PASSPHRASE");
  });

  test("whose content stands under another tag than [0] is refused", () => {
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
