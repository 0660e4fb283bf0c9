// An exchange key is attested by its quote, or it is not, or it is refused: nothing in between.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkAttestation, rootIn, untrusted, type CheckName } from "./attestation.ts";
import { INTEL_ROOT } from "./attestation-pins.ts";
import { fromHex, utf8 } from "./index.ts";
import {
  enclaveKey,
  exchangeCertificate,
  MADE_AT,
  type ExchangeForm,
} from "./exchange-certificate.fixture.ts";
import { exchangeKeyDer } from "./exchange-key.ts";
import { random } from "./native.ts";
import { makeQuote, makeQuoteAuthority, type QuoteForm } from "./quote-maker.ts";
import { QUOTE_OID } from "./sgx-quote.ts";
import { oidKey, readX509 } from "./x509.ts";

const long = process.env["LONG"] === "1";
const azure = new URL("../../shared/vectors/azure/", import.meta.url);
const fileOf = (name: string) => new Uint8Array(readFileSync(new URL(name, azure)));

const key = enclaveKey();
const authority = makeQuoteAuthority(MADE_AT, random);
const rootOf = (pem: string) => rootIn(utf8(pem));
const ROOT = rootOf(authority.root);

/** The verdict and what failed, for a key with this quote under our own root. */
function check(form: QuoteForm, more: ExchangeForm = {}) {
  const quotes = [makeQuote(authority, key.spki, form)];
  return failures(exchangeCertificate(key, { quotes, ...more }));
}

function failures(der: Uint8Array, root = ROOT): readonly [string, ...CheckName[]] {
  const { verdict, checks } = checkAttestation(der, root);
  return [verdict, ...checks.filter(({ ok }) => !ok).map(({ check }) => check)];
}

function changed(bytes: Uint8Array, at: number, by = 1): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

describe("an exchange key with a quote", () => {
  it("is attested under the root that is pinned, and says what the quote says", () => {
    const quotes = [makeQuote(authority, key.spki)];
    const { verdict, quote, checks } = checkAttestation(exchangeCertificate(key, { quotes }), ROOT);
    expect(verdict).toBe("attested");
    expect(checks).toHaveLength(15);
    expect(quote).toMatchObject({ isvProdId: 1, isvSvn: 1, qeIsvProdId: 1, qeIsvSvn: 8 });
    expect(quote).toMatchObject({ qeSvn: 8, pceSvn: 13, root: ROOT });
  });

  it("is refused under another root: Intel's, or that of another rehearsal", () => {
    const der = exchangeCertificate(key, { quotes: [makeQuote(authority, key.spki)] });
    const other = makeQuoteAuthority(MADE_AT, random);
    expect(failures(der, INTEL_ROOT)).toEqual(["refused", "pck-root"]);
    expect(failures(der, rootOf(other.root))).toEqual(["refused", "pck-root"]);
  });

  it("is refused when the quote was made for another key", () => {
    const quotes = [makeQuote(authority, enclaveKey().spki)];
    expect(failures(exchangeCertificate(key, { quotes }))).toEqual(["refused", "report-data"]);
  });

  it("is not attested when a genuine enclave has a signer that was not reviewed", () => {
    const der = exchangeCertificate(key, {
      quotes: [makeQuote(authority, key.spki, { report: { mrsigner: new Uint8Array(32) } })],
    });
    expect(failures(der)).toEqual(["not-attested", "signer"]);
    expect(untrusted(checkAttestation(der, ROOT))).toBeNull();
  });

  it.each<[string, QuoteForm, CheckName]>([
    ["another product of the known signer's", { report: { isvProdId: 2 } }, "isv-prod-id"],
    ["no product number", { report: { isvProdId: 0 } }, "isv-prod-id"],
    ["a version of it below the reviewed one", { report: { isvSvn: 0 } }, "isv-svn"],
    ["a quoting enclave below the reviewed version", { qeReport: { isvSvn: 7 } }, "qe-isv-svn"],
  ])("is not attested by %s, and this member is told", (_, form, member) => {
    expect(check(form)).toEqual(["not-attested", member]);
  });

  it("is attested by later versions", () => {
    expect(check({ report: { isvSvn: 0xffff }, qeReport: { isvSvn: 0xffff } })).toEqual([
      "attested",
    ]);
  });

  it("is refused if more is wrong than the reviewed values", () => {
    expect(check({ report: { isvSvn: 0, debug: true } })).toEqual(["refused", "debug", "isv-svn"]);
  });

  const zeros = new Uint8Array(32);
  const tail = fromHex("00".repeat(63) + "01") ?? zeros;
  it.each<[string, QuoteForm, CheckName[]]>([
    ["an enclave in debug mode", { report: { debug: true } }, ["debug"]],
    [
      "a strange enclave in debug mode",
      { report: { debug: true, mrsigner: zeros } },
      ["debug", "signer"],
    ],
    ["a foreign quoting enclave", { qeReport: { mrsigner: zeros } }, ["qe-identity"]],
    ["another product of Intel's", { qeReport: { isvProdId: 2 } }, ["qe-identity"]],
    ["a quoting enclave in debug mode", { qeReport: { debug: true } }, ["qe-identity"]],
    [
      "a quoting enclave that names another attestation key",
      { qeReport: { reportData: zeros } },
      ["qe-report-data"],
    ],
    ["more than zeros behind a digest", { report: { reportData: tail } }, ["report-data"]],
  ])("is refused for %s", (_, form, failed) => {
    expect(check(form)).toEqual(["refused", ...failed]);
  });

  it.each([
    ["before", -3],
    ["after", 21 * 365],
  ])("is refused when it was made %s the provisioning key's certificates held", (_, days) => {
    const notBefore = new Date(MADE_AT.getTime() + days * 86_400_000);
    expect(check({}, { notBefore })).toEqual(["refused", "pck-chain"]);
  });

  it("is checked at the time it was made, not today: it stays attested for ten years", () => {
    const early = makeQuoteAuthority(new Date("2008-06-01T00:00:00Z"), random);
    const quotes = [makeQuote(early, key.spki)];
    const der = exchangeCertificate(key, { quotes, notBefore: new Date("2010-01-01T00:00:00Z") });
    expect(failures(der, rootOf(early.root))).toEqual(["attested"]);
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["one byte", Uint8Array.of(1)],
    ["zeros", new Uint8Array(5000)],
  ])("is refused when the extension holds %s", (_, value) => {
    expect(failures(exchangeCertificate(key, { quotes: [value] }))).toEqual([
      "refused",
      "quote-form",
    ]);
  });

  it("is refused with two quotes, even if both are good", () => {
    const quotes = [makeQuote(authority, key.spki), makeQuote(authority, key.spki)];
    expect(failures(exchangeCertificate(key, { quotes }))).toEqual(["refused", "certificate"]);
  });

  it("is refused with one byte of the quote cut, added or changed, and signed again", () => {
    const value = makeQuote(authority, key.spki);
    const quoted = (quote: Uint8Array) =>
      failures(exchangeCertificate(key, { quotes: [quote] }))[0];
    expect(quoted(value.slice(0, -1))).toBe("refused");
    expect(quoted(Uint8Array.from([...value, 0]))).toBe("refused");
    const step = long ? 1 : 7;
    const taken = Array.from({ length: Math.ceil(value.length / step) }, (_, i) => i * step).filter(
      (at) => quoted(changed(value, at)) !== "refused",
    );
    // Reserved bytes of the header and of reports are signed too.
    expect(taken).toEqual([]);
  });
});

describe("a certificate's own signature", () => {
  it("is checked first: a wrong one is refused even without a quote", () => {
    const forged = exchangeCertificate(key, { signer: enclaveKey() });
    expect(failures(forged)).toEqual(["refused", "self-signature"]);
    expect(untrusted(checkAttestation(forged))?.code).toBe("E-XK-UNTRUSTED");
  });

  it("is also required of a certificate that names another issuer", () => {
    const issued = { issuer: "Contoso Authority", signer: enclaveKey() };
    expect(failures(exchangeCertificate(key, issued))).toEqual(["refused", "self-signature"]);
  });

  it("alone attests nothing", () => {
    expect(failures(exchangeCertificate(key))).toEqual(["not-attested"]);
  });
});

describe("what is no certificate", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["zeros", new Uint8Array(64)],
    ["an empty sequence", Uint8Array.of(0x30, 0)],
  ])("is refused: %s", (_, bytes) => {
    expect(failures(bytes)).toEqual(["refused", "self-signature"]);
  });
});

describe.runIf(existsSync(azure))("real exchange keys (needs ../shared)", () => {
  const real = () => exchangeKeyDer(fileOf("exchange-2025.pem"));

  it("of 2025: is attested, under Intel's pinned root", () => {
    const { verdict, quote } = checkAttestation(real());
    expect(verdict).toBe("attested");
    expect(quote?.root).toBe(INTEL_ROOT);
    expect(quote?.mrenclave).toMatch(/^5986123b/);
    expect(quote?.mrsigner).toMatch(/^db55904b/);
    expect(quote).toMatchObject({ isvProdId: 1, isvSvn: 1, qeIsvProdId: 1, qeIsvSvn: 8 });
  });

  it("of 2025, in Azure's own answer: is attested alike", () => {
    const der = exchangeKeyDer(fileOf("transfer-key-response-2025.json"));
    expect(checkAttestation(der).verdict).toBe("attested");
  });

  // Every third byte in `npm test`, from a random start; every byte in `npm run test:long`.
  it("of 2025: is refused with any one of its bytes changed", () => {
    const der = real();
    const begin = Math.floor(Math.random() * 3);
    const taken = [...der.keys()].filter(
      (at) =>
        (long || at % 3 === begin)
        && checkAttestation(changed(der, at, at % 2 === 0 ? 0x01 : 0x80)).verdict !== "refused",
    );
    expect(taken).toEqual([]);
  });

  it("of 2025: its quote on another self-signed key is refused", () => {
    const value = readX509(real())?.extensions.get(oidKey(QUOTE_OID))?.value ?? new Uint8Array();
    const stolen = exchangeCertificate(key, {
      quotes: [value],
      notBefore: new Date("2025-04-22T08:50:28Z"),
    });
    expect(failures(stolen, INTEL_ROOT)).toEqual(["refused", "report-data"]);
  });

  it("of 2020: has no quote and is not attested", () => {
    expect(failures(exchangeKeyDer(fileOf("exchange-2020.pem")))).toEqual(["not-attested"]);
  });
});
