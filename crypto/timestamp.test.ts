// A timestamp is good for us and for openssl, or for neither; each way to be wrong fails its own check. The
// differences, by which we are stricter, are those of FORMAT.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fromHex, toHex, utf8 } from "./bytes.ts";
import { integer, sequence, TAG, writeDer } from "./der.ts";
import { extension } from "./ec-certificate.ts";
import { isFault } from "./errors.ts";
import { sha256 } from "./native.ts";
import { readAuthority, type Authority } from "./timestamp-chain.ts";
import {
  certificatesOf,
  isGoodForOpenssl,
  makeAnswer,
  makeParty,
  makeTestAuthority,
  TIMESTAMPING,
  type AnswerForm,
  type CertificateForm,
} from "./timestamp-maker.fixture.ts";
import { readRequest, writeRequest } from "./timestamp-request.ts";
import { checkTimestamp, imprintIn, untrustedTimestamp } from "./timestamp.ts";

const long = process.env["LONG"] === "1";
const IMPRINT = sha256(utf8("a record's head"));
const ASKED = { hash: "sha256", imprint: IMPRINT, nonce: null } as const;
const AT = new Date("2026-12-01T12:00:00Z");
const NONCE = fromHex("4123456789abcdef") ?? new Uint8Array();

const authorityOf = (der: Uint8Array): Authority => {
  const read = readAuthority(der);
  if (read === null) throw new Error("no authority");
  return read;
};
const contoso = makeTestAuthority("Contoso");
const pinned = [authorityOf(contoso.root.der)];
const answer = (form: AnswerForm = {}): Uint8Array =>
  makeAnswer(contoso.signer, IMPRINT, { certificates: certificatesOf(contoso), ...form });

const failedOf = (file: Uint8Array, by = pinned): readonly string[] =>
  checkTimestamp(file, ASKED, by)
    .checks.filter(({ ok }) => !ok)
    .map(({ check }) => check);
/** The first check that fails, or the code of the refusal; "" if all is good. */
function verdictOn(file: Uint8Array, by = pinned): string {
  try {
    return failedOf(file, by)[0] ?? "";
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}
const openssl = (file: Uint8Array, root = contoso.root.pem, at = AT): boolean =>
  isGoodForOpenssl(file, IMPRINT, root, at);

describe("a good timestamp", () => {
  it.each(["p256", "p384", "rsa", "pss"] as const)("is signed by a key of %s", (kind) => {
    const signer = makeParty("Contoso TSA", contoso.middle, { kind });
    const hash = kind === "p384" ? "sha512" : "sha256";
    const file = makeAnswer(signer, IMPRINT, { hash, certificates: [signer, contoso.middle] });
    expect(verdictOn(file)).toBe("");
    // The program reads the older PKCS #7, which has no RSASSA-PSS.
    expect(openssl(file)).toBe(kind !== "pss");
  });

  it("says by whom and when, at the latest that its accuracy allows, and until when", () => {
    const accuracy = sequence(
      integer(1),
      writeDer(0x80, Uint8Array.of(20)),
      writeDer(0x81, Uint8Array.of(5)),
    );
    const file = answer({ accuracy, time: "20261201120000.5Z", tsa: "Contoso TSA" });
    expect([verdictOn(file), openssl(file)]).toEqual(["", true]);
    expect(checkTimestamp(file, ASKED, pinned).witnessed).toEqual({
      time: new Date("2026-12-01T12:00:00.500Z"),
      latest: new Date("2026-12-01T12:00:01.521Z"),
      authority: "Contoso Root",
      authoritySha256: pinned[0]?.sha256,
      until: new Date("2046-01-01T00:00:00Z"),
      serial: "07",
      policy: "06042a030401",
    });
    expect(imprintIn(file)).toEqual({ hash: "sha256", imprint: IMPRINT });
  });

  it.each<[string, AnswerForm]>([
    ["with modifications, and words", { status: 1, said: "Granted" }],
    ["with the old name of the certificate", { names: ["sha1"], namedBy: contoso.signer }],
    ["with both names of the certificate", { names: ["sha1", "sha512"] }],
    [
      "with certificates that are not needed",
      { certificates: [contoso.root, ...certificatesOf(contoso)] },
    ],
    ["with a nonce that nobody asks about", { nonce: NONCE }],
  ])("comes %s", (_, form) => {
    const file = answer(form);
    expect([verdictOn(file), openssl(file)]).toEqual(["", true]);
  });

  it("answers the request, by its nonce", () => {
    const request = readRequest(writeRequest("sha256", IMPRINT, NONCE));
    expect(request).toEqual({ ...ASKED, nonce: toHex(NONCE) });
    const checksOf = (form: AnswerForm) =>
      checkTimestamp(answer(form), { ...ASKED, nonce: toHex(NONCE) }, pinned);
    expect(untrustedTimestamp(checksOf({ nonce: NONCE }))).toBeNull();
    for (const form of [{}, { nonce: Uint8Array.of(1) }]) {
      const fault = untrustedTimestamp(checksOf(form));
      expect([fault?.code, fault?.message]).toEqual([
        "E-STAMP-UNTRUSTED",
        "The timestamp fails check nonce: it shows no time.",
      ]);
    }
  });
});

describe("B200 a bad timestamp", () => {
  const stranger = makeTestAuthority("Contoso");
  const other = makeParty("Contoso TSA", contoso.middle);
  /** One signer's certificate that is wrong in something. */
  const signedBy = (form: CertificateForm, more: AnswerForm = {}): Uint8Array => {
    const signer = makeParty("Contoso TSA", contoso.middle, form);
    return makeAnswer(signer, IMPRINT, { certificates: [signer, contoso.middle], ...more });
  };
  /** The authority between, wrong in something. */
  const under = (form: CertificateForm, name = "Contoso CA"): Uint8Array => {
    const middle = makeParty(name, contoso.root, { isAuthority: true, ...form });
    const signer = makeParty("Contoso TSA", middle);
    return makeAnswer(signer, IMPRINT, { certificates: [signer, middle] });
  };
  const expired = { until: "2026-11-30T00:00:00Z" };
  const policy = extension("2.5.29.32", writeDer(TAG.boolean, Uint8Array.of(0xff)), sequence());

  it.each<[string, string, () => Uint8Array]>([
    [
      "another digest",
      "imprint",
      () => makeAnswer(contoso.signer, sha256(IMPRINT), { certificates: certificatesOf(contoso) }),
    ],
    ["a name of another certificate", "certificate", () => answer({ named: other })],
    ["a name of another issuer", "certificate", () => answer({ namedBy: contoso.root })],
    ["no name of the certificate", "certificate", () => answer({ names: [] })],
    [
      "no certificate of the signer",
      "certificate",
      () => answer({ certificates: [contoso.middle] }),
    ],
    ["attributes about other content", "attributes", () => answer({ digested: IMPRINT })],
    ["another key's signature", "signature", () => answer({ signer: other })],
    ["a certificate without a purpose", "purpose", () => signedBy({ purposes: [] })],
    ["a purpose that is not critical", "purpose", () => signedBy({ isCritical: false })],
    [
      "a second purpose",
      "purpose",
      () => signedBy({ purposes: [TIMESTAMPING, "1.3.6.1.5.5.7.3.3"] }),
    ],
    ["another purpose", "purpose", () => signedBy({ purposes: ["1.3.6.1.5.5.7.3.3"] })],
    ["a key for encryption too", "purpose", () => signedBy({ usage: Uint8Array.of(5, 0xa0) })],
    ["another authority's name in it", "name", () => answer({ tsa: "Fabrikam TSA" })],
    [
      "an authority of the same name",
      "authority",
      () => makeAnswer(stranger.signer, IMPRINT, { certificates: certificatesOf(stranger) }),
    ],
    [
      "an authority that may not certify",
      "authority",
      () => under({ isAuthority: false, purposes: [] }),
    ],
    [
      "an authority whose key is for something else",
      "authority",
      () => under({ usage: Uint8Array.of(6, 0xc0) }),
    ],
    ["no authority between", "authority", () => answer({ certificates: [contoso.signer] })],
    ["a signer's certificate that had ended", "dates", () => signedBy(expired)],
    [
      "a signer's certificate that had not begun",
      "dates",
      () => signedBy({ from: "2026-12-02T00:00:00Z" }),
    ],
    ["an authority whose certificate had ended", "dates", () => under(expired)],
    [
      "an unknown critical extension",
      "purpose",
      () =>
        signedBy({
          more: [extension("1.2.3.4", writeDer(TAG.boolean, Uint8Array.of(0xff)), sequence())],
        }),
    ],
    ["two signers", "E-STAMP-SHAPE", () => answer({ signers: 2 })],
    ["another version", "E-STAMP-SHAPE", () => answer({ version: 2 })],
    ["other content", "E-STAMP-SHAPE", () => answer({ contentType: "1.2.840.113549.1.7.1" })],
    ["no timestamp", "E-STAMP-REFUSED", () => answer({ status: 2, said: "No" })],
  ])("has %s: %s", (_, expected, make) => {
    const file = make();
    expect([verdictOn(file), openssl(file)]).toEqual([expected, false]);
  });

  it.each<[string, string, () => Uint8Array]>([
    ["the digest under another hash's name", "imprint", () => answer({ imprintHash: "sha512" })],
    [
      "attributes of another type",
      "attributes",
      () => answer({ signedType: "1.2.840.113549.1.7.1" }),
    ],
    ["a time that does not exist", "E-STAMP-SHAPE", () => answer({ time: "20261301120000Z" })],
    ["a signature of SHA-1", "E-STAMP-SHAPE", () => answer({ hash: "sha1" })],
    ["attributes in another order", "E-STAMP-SHAPE", () => answer({ isUnsorted: true })],
    ["a certificate signed over SHA-1", "authority", () => signedBy({ hash: "sha1" })],
    ["an RSA key of 1024 bits", "signature", () => signedBy({ kind: "rsa1024" })],
    ["an extension", "E-STAMP-SHAPE", () => answer({ extensions: writeDer(0xa1, policy) })],
  ])("is stricter here than for openssl: %s", (_, expected, make) => {
    const file = make();
    expect([verdictOn(file), openssl(file)]).toEqual([expected, true]);
  });

  it("is not one at all", () => {
    for (const file of [new Uint8Array(), utf8("no"), contoso.root.der, IMPRINT])
      expect(verdictOn(file)).toBe("E-STAMP-SHAPE");
    expect(readAuthority(contoso.signer.der)).toBeNull();
    expect(readRequest(contoso.root.der)).toBeNull();
  });

  it("is any good one with a byte changed, except what nobody signs", () => {
    const file = answer({ nonce: NONCE });
    const passed: number[] = [];
    for (let at = 0; at < file.length; at += long ? 1 : 41)
      for (const bit of long ? [1, 2, 4, 8, 16, 32, 64, 128] : [1]) {
        const changed = Uint8Array.from(file, (byte, i) => (i === at ? byte ^ bit : byte));
        if (verdictOn(changed) === "") passed.push(at);
      }
    // The status: granted, or granted with modifications. openssl takes both too.
    expect(passed.filter((at) => at !== 8)).toEqual([]);
  });
});

describe("openssl's own authority", () => {
  const folder = mkdtempSync(join(tmpdir(), "tsa-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const run = (...words: string[]): void => {
    execFileSync("openssl", words, { cwd: folder, stdio: "ignore" });
  };

  it.each<[string, readonly string[]]>([
    ["rsa", ["-newkey", "rsa:2048"]],
    ["ecdsa", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"]],
  ])("answers our request with a good timestamp: %s", (name, key) => {
    const subject = (of: string): string => `/CN=${of} ${name}`;
    run(
      "req",
      "-x509",
      ...key,
      "-nodes",
      "-keyout",
      "ca.key",
      "-out",
      "ca.pem",
      "-subj",
      subject("Authority"),
      "-days",
      "3650",
    );
    run("req", ...key, "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", subject("TSA"));
    writeFileSync(
      at("tsa.ext"),
      "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n",
    );
    run(
      "x509",
      "-req",
      "-in",
      "tsa.csr",
      "-CA",
      "ca.pem",
      "-CAkey",
      "ca.key",
      "-CAcreateserial",
      "-days",
      "3000",
      "-extfile",
      "tsa.ext",
      "-out",
      "tsa.pem",
    );
    writeFileSync(
      at("tsa.cnf"),
      "[tsa]\ndefault_tsa=one\n[one]\nserial=serial\nsigner_cert=tsa.pem\nsigner_key=tsa.key\n"
        + "signer_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256,sha512\naccuracy=secs:1\n"
        + "ordering=yes\ntsa_name=yes\ness_cert_id_chain=no\ness_cert_id_alg=sha256\ncerts=ca.pem\n",
    );
    writeFileSync(at("asked.tsq"), writeRequest("sha256", IMPRINT, NONCE));
    run("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "asked.tsq", "-out", "answer.tsr");
    const file = new Uint8Array(readFileSync(at("answer.tsr")));
    const root = readFileSync(at("ca.pem"), "utf8");
    const der = execFileSync("openssl", ["x509", "-outform", "DER"], { input: root });
    const asked = { ...ASKED, nonce: toHex(NONCE) };
    const found = checkTimestamp(file, asked, [authorityOf(new Uint8Array(der))]);
    expect([untrustedTimestamp(found), found.witnessed?.authority]).toEqual([
      null,
      `Authority ${name}`,
    ]);
    run("ts", "-verify", "-queryfile", "asked.tsq", "-in", "answer.tsr", "-CAfile", "ca.pem");
  });

  it("reads our request, and we read its own", () => {
    writeFileSync(at("ours.tsq"), writeRequest("sha512", NONCE, NONCE));
    const text = execFileSync("openssl", ["ts", "-query", "-in", at("ours.tsq"), "-text"], {
      encoding: "utf8",
    });
    expect(text).toMatch(
      /Hash Algorithm: sha512[^]*Nonce: 0x4123456789ABCDEF\nCertificate required: yes/,
    );
    const theirs = execFileSync("openssl", [
      "ts",
      "-query",
      "-digest",
      toHex(IMPRINT),
      "-sha256",
      "-cert",
    ]);
    expect(readRequest(new Uint8Array(theirs))).toMatchObject({ hash: "sha256", imprint: IMPRINT });
  });
});
