// Every reader sees the dates that we meant in every certificate that we make, in any year: the
// form of a date changes in 2050, 32 bits end in 2038, and 2100 has no 29 February.
import { X509Certificate } from "node:crypto";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAttestation, rootIn } from "./attestation.ts";
import { utf8 } from "./bytes.ts";
import { makeCertificate } from "./certificate-maker.ts";
import { readTime, writeTime } from "./certificate-time.ts";
import { readDer } from "./der.ts";
import { makeEcCertificate } from "./ec-certificate.ts";
import { enclaveKey, exchangeCertificate } from "./exchange-certificate.fixture.ts";
import { random } from "./native.ts";
import { p256Generate } from "./native-ec.ts";
import { makeQuote, makeQuoteAuthority } from "./quote-maker.ts";
import { readRecordCertificate } from "./record-certificate.ts";
import { readX509 } from "./x509.ts";

const DAY_MS = 86_400_000;

/** Clocks at which certificates are made: some end 20 years later, beyond the next limit. */
const CLOCKS = [
  "2026-11-30T00:00:00Z",
  "2028-02-29T12:00:00Z",
  "2029-12-31T23:59:59Z",
  "2030-01-01T00:00:00Z",
  "2038-01-19T03:14:08Z",
  "2049-12-31T23:59:59Z",
  "2050-01-01T00:00:00Z",
  "2080-02-29T00:00:00Z",
  "2100-03-01T00:00:00Z",
  "2106-02-07T06:28:16Z",
].map((text) => new Date(text));

/** What node and openssl read in a certificate's dates, in milliseconds since 1970. */
function readByOthers(der: Uint8Array): readonly (readonly [number, number])[] {
  const { validFrom, validTo } = new X509Certificate(der);
  const words = ["x509", "-inform", "DER", "-noout", "-dates"];
  const said = spawnSync("openssl", words, { input: der, encoding: "utf8" }).stdout;
  const [from = "", to = ""] = said.split("\n").map((line) => line.split("=")[1] ?? "");
  return [
    [Date.parse(validFrom), Date.parse(validTo)],
    [Date.parse(from), Date.parse(to)],
  ];
}

describe("a date", () => {
  it("is read as it was written, in every year of four digits, by one form a year", () => {
    const [first, last] = [Date.UTC(1583, 0), Date.UTC(9999, 11, 31, 23, 59, 59)];
    fc.assert(
      fc.property(fc.integer({ min: first / 1000, max: last / 1000 }), (seconds) => {
        const at = new Date(seconds * 1000);
        const element = readDer(writeTime(at));
        const [year, short] = [at.getUTCFullYear(), element?.tag === 0x17];
        expect(element === null ? null : readTime(element)).toEqual(at);
        expect(short).toBe(year >= 1950 && year <= 2049);
      }),
    );
  });
});

describe.each(CLOCKS)("made at %s", (clock) => {
  const key = enclaveKey();
  const [before, after] = [new Date(clock.getTime() - DAY_MS), new Date(clock)];
  after.setUTCFullYear(after.getUTCFullYear() + 20);

  it("an officer's certificate has its dates for all readers, and counts in a record", () => {
    const identity = { commonName: "officer 1", rehearsal: true, now: clock, random };
    const made = makeCertificate(identity, "digitalSignature", key.pkcs8);
    const meant = [before.getTime(), after.getTime()] as const;
    expect([made.notBefore.getTime(), made.notAfter.getTime()]).toEqual(meant);
    expect(readByOthers(made.der)).toEqual([meant, meant]);
    expect(readRecordCertificate(made.pem)).toMatchObject({ notBefore: before, notAfter: after });
  });

  it("a certificate on P-256 has its dates for all readers", () => {
    const pair = p256Generate();
    const form = { subject: "one", issuer: "one", serial: Uint8Array.of(1), below: 0 };
    const dates = { notBefore: before, notAfter: after };
    const der = makeEcCertificate({ ...form, ...dates }, pair.spki, pair);
    const meant = [before.getTime(), after.getTime()] as const;
    expect(readX509(der)).toMatchObject(dates);
    expect(readByOthers(der)).toEqual([meant, meant]);
  });

  it("a rehearsal's exchange key is attested, on that day and for a year", () => {
    const authority = makeQuoteAuthority(clock, random);
    const root = rootIn(utf8(authority.root));
    const quotes = [makeQuote(authority, key.spki)];
    const der = exchangeCertificate(key, { quotes, notBefore: clock });
    expect(checkAttestation(der, root).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
