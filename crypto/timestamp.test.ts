// A timestamp is good for us and for openssl, or for neither; each way to be wrong fails its own check. The
// differences, by which we are stricter, are those of FORMAT.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { toHex, utf8 } from "./bytes.ts";
import { isFault } from "./errors.ts";
import {
  ACCURACY,
  answer,
  answerOf,
  BAD,
  contoso,
  GOOD,
  IMPRINT,
  KEY_KINDS,
  NONCE,
  STRICTER,
} from "./timestamp-cases.fixture.ts";
import { readAuthority, type Authority } from "./timestamp-chain.ts";
import { isGoodForOpenssl, UNTIL, type AnswerForm } from "./timestamp-maker.fixture.ts";
import { readRequest, writeRequest } from "./timestamp-request.ts";
import { checkTimestamp, imprintIn, untrustedTimestamp } from "./timestamp.ts";

const long = process.env["LONG"] === "1";
const ASKED = { hash: "sha256", imprint: IMPRINT, nonce: null } as const;
const AT = new Date("2026-12-01T12:00:00Z");

const authorityOf = (der: Uint8Array): Authority => {
  const read = readAuthority(der);
  if (read === null) throw new Error("no authority");
  return read;
};
const pinned = [authorityOf(contoso.root.der)];

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
  it.each(KEY_KINDS)("is signed by a key of %s", (kind) => {
    const file = answerOf(kind);
    expect(verdictOn(file)).toBe("");
    // The program reads the older PKCS #7, which has no RSASSA-PSS.
    expect(openssl(file)).toBe(kind !== "pss");
  });

  it("says by whom and when, at the latest that its accuracy allows, and until when", () => {
    const file = answer({ accuracy: ACCURACY, time: "20261201120000.5Z", tsa: "Contoso TSA" });
    expect([verdictOn(file), openssl(file)]).toEqual(["", true]);
    expect(checkTimestamp(file, ASKED, pinned).witnessed).toEqual({
      time: new Date("2026-12-01T12:00:00.500Z"),
      latest: new Date("2026-12-01T12:00:01.521Z"),
      authority: "Contoso Root",
      authoritySha256: pinned[0]?.sha256,
      until: new Date(UNTIL),
      serial: "07",
      policy: "06042a030401",
    });
    expect(imprintIn(file)).toEqual({ hash: "sha256", imprint: IMPRINT });
  });

  it.each(GOOD)("comes %s", (_, form) => {
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
  it.each(BAD)("has %s: %s", (_, expected, make) => {
    const file = make();
    expect([verdictOn(file), openssl(file)]).toEqual([expected, false]);
  });

  it.each(STRICTER)("is stricter here than for openssl: %s", (_, expected, make) => {
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
