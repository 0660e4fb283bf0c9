// Dates and names in certificates (B044, B050): which are invalid, and how the others are shown.
import { describe, expect, test } from "vitest";
import { certificateOf, nameOf, pemOf, validityOf } from "./certificate.fixture.ts";
import { TAG } from "./der.ts";
import { checkTime, readCertificate, readCertificateDer } from "./index.ts";
import { CANARY, refusalOf } from "./refusal.fixture.ts";

const codeOf = (der: Uint8Array) => refusalOf(() => readCertificate(pemOf(der))).code;

describe("B044 dates", () => {
  const read = (from: string, until: string) =>
    readCertificateDer(certificateOf({ validity: validityOf(from, until) }));
  test("refuse nothing, past or ahead: W-CERT-TIME names both and the clock", () => {
    const certificate = read("200101000000Z", "210101000000Z");
    const now = new Date("2026-11-24T10:00:00Z");
    const [warning] = checkTime(certificate, now);
    expect(warning?.code).toBe("W-CERT-TIME");
    for (const date of ["2020-01-01T00:00:00.000Z", "2021-01-01T00:00:00.000Z", now.toISOString()])
      expect(warning?.message).toContain(date);
    expect(checkTime(certificate, new Date("2019-06-01T00:00:00Z"))[0]?.message).toContain(
      "not valid yet",
    );
    expect(checkTime(certificate, new Date("2020-06-01T00:00:00Z"))).toEqual([]);
  });
  test("of two digits turn at 50, and the year 9999 is one", () => {
    expect(read("500101000000Z", "491231235959Z").notBefore.getUTCFullYear()).toBe(1950);
    expect(read("500101000000Z", "491231235959Z").notAfter.getUTCFullYear()).toBe(2049);
    expect(read("261124100000Z", "99991231235959Z").notAfter.getUTCFullYear()).toBe(9999);
  });
  test("with an end before the beginning refuse nothing either, but give a warning", () => {
    const certificate = read("261124100000Z", "261124095959Z");
    const [warning] = checkTime(certificate, new Date("2026-11-24T10:00:00Z"));
    expect(warning?.code).toBe("W-CERT-TIME");
    expect(warning?.message).toContain("2026-11-24T09:59:59.000Z");
  });
  test.each([
    ["a thirteenth month", "261324100000Z", "461124100000Z"],
    ["a thirtieth of February", "260230100000Z", "461124100000Z"],
    ["a 29 February without a leap year", "230229100000Z", "461124100000Z"],
    ["an hour 24", "261124240000Z", "461124100000Z"],
    ["a second 60", "261124100060Z", "461124100000Z"],
    ["a zone", "2611241000+0100", "461124100000Z"],
    ["parts of a second", "20261124100000.5Z", "461124100000Z"],
    ["words", CANARY, "461124100000Z"],
  ])("with %s are none", (_, from, until) => {
    const der = certificateOf({ validity: validityOf(from, until) });
    expect(refusalOf(() => readCertificateDer(der)).code).toBe("E-CERT-TIME");
  });
});

describe("B050 a name", () => {
  const read = (subject: Uint8Array, accepted: readonly string[] = []) =>
    readCertificateDer(certificateOf({ subject }), accepted);
  test.each([
    ["a line end", `${CANARY}\nofficer 2`],
    ["a direction", `${CANARY}\u202e1 reciffo`],
    ["a NUL", `${CANARY}\0.contoso.example`],
    ["something unseen", `${CANARY}\u200b`],
    ["a soft hyphen", `${CANARY}\u00ad`],
    ["257 characters", CANARY.padEnd(257, "x")],
  ])("with %s is refused, and shown escaped if that was accepted", (_, name) => {
    expect(refusalOf(() => read(nameOf(name))).code).toBe("E-CERT-NAME");
    const accepted = read(nameOf(name), ["E-CERT-NAME"]);
    expect(accepted.overruled).toEqual(["E-CERT-NAME"]);
    expect(accepted.commonName.length).toBeLessThan(300);
    expect(accepted.commonName).toMatch(/^[\x20-\x7e]*$/);
  });
  test("of 64 KiB is refused by its length, or cut if that was accepted", () => {
    const name = nameOf(CANARY.padEnd(65_536, "x"));
    expect(refusalOf(() => read(name)).code).toBe("E-CERT-NAME");
    expect(read(name, ["E-CERT-NAME"]).commonName).toHaveLength(256);
  });
  test("that is invalid for its type is refused", () => {
    for (const subject of [
      nameOf(Uint8Array.of(0xff, 0xfe)),
      nameOf(Uint8Array.of(0xe9), 0x13),
      nameOf(Uint8Array.of(0, 65, 0), 0x1e),
      nameOf("x", TAG.octetString),
    ])
      expect(refusalOf(() => read(subject)).code).toBe("E-CERT-NAME");
  });
  test.each([
    ["a byte order mark as BMPString", nameOf(Uint8Array.of(0xfe, 0xff, 0, 65), 0x1e)],
    ["U+FFFE", nameOf("a\ufffe")],
    ["U+FDD0", nameOf("a\ufdd0")],
    ["U+1FFFF", nameOf("a\u{1ffff}")],
    ["U+FFFF as BMPString", nameOf(Uint8Array.of(0, 65, 0xff, 0xff), 0x1e)],
    ["an ENUMERATED", nameOf(Uint8Array.of(5), 0x0a)],
  ])("with %s is none, whatever is accepted: one engine reads it alone", (_, name) => {
    for (const accepted of [[], ["E-CERT-NAME"]]) {
      expect(refusalOf(() => read(name, accepted)).code).toBe("E-CERT-DER");
      const issued = certificateOf({ issuer: name });
      expect(refusalOf(() => readCertificateDer(issued, accepted)).code).toBe("E-CERT-DER");
    }
  });
  test("with a byte order mark within, or as UTF-8, is refused and shown escaped", () => {
    for (const name of [nameOf("\ufeffA"), nameOf(Uint8Array.of(0, 65, 0xfe, 0xff), 0x1e)]) {
      expect(refusalOf(() => read(name)).code).toBe("E-CERT-NAME");
      expect(read(name, ["E-CERT-NAME"]).commonName).toContain("\\u{feff}");
    }
  });
  test("of the issuer counts as well", () => {
    const issuer = nameOf(`${CANARY}\u202e`);
    expect(codeOf(certificateOf({ issuer }))).toBe("E-CERT-NAME");
  });
  test("beyond Latin is shown escaped, so that no two look alike", () => {
    expect(read(nameOf("Zo\u00eb \u0141uk\u00e1\u0161")).commonName).toBe(
      "Zo\u00eb \u0141uk\u00e1\u0161",
    );
    expect(read(nameOf("\u0430dmin")).commonName).toBe("\\u{430}dmin");
    expect(read(nameOf(Uint8Array.of(0, 65, 4, 0x30), 0x1e)).commonName).toBe("A\\u{430}");
  });
});
