// The certificates that count in a record are exactly those that this app makes.
import { describe, expect, it } from "vitest";
import { makeCertificate, type KeyUse } from "./certificate-maker.ts";
import { random } from "./native.ts";
import { readRecordCertificate } from "./record-certificate.ts";
import { generateRsa } from "./rsa-key.ts";

const { pkcs8 } = generateRsa(2048);
const made = (use: KeyUse, year = 2026, commonName = "officer 1", rehearsal = true) =>
  makeCertificate(
    { commonName, rehearsal, now: new Date(Date.UTC(year, 1, 28)), random },
    use,
    pkcs8,
  );

describe("a certificate of a record", () => {
  it.each<[KeyUse, number, string, boolean]>([
    ["digitalSignature", 2026, "officer 1", true],
    ["keyEncipherment", 2026, "officer 1", true],
    ["digitalSignature", 2035, "until 2055: the end has four digits of the year", false],
    ["digitalSignature", 2060, "both dates have", true],
    ["keyEncipherment", 2026, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", false],
    ["digitalSignature", 2026, "x".repeat(64), true],
  ])("is one that we make, for %s in %i, of %s", (use, year, name, rehearsal) => {
    const certificate = made(use, year, name, rehearsal);
    expect(readRecordCertificate(certificate.pem)).toEqual({ ...certificate, use });
  });

  it("no longer counts if a character of it is changed, dropped or doubled", () => {
    const { pem } = made("digitalSignature");
    for (let at = 0; at < pem.length; at++) {
      const [before, here, after] = [pem.slice(0, at), pem.charAt(at), pem.slice(at + 1)];
      const other = here === "A" ? "B" : "A";
      const texts = [before + other + after, before + after, before + here + here + after];
      for (const text of texts.filter((one) => one !== pem))
        expect(readRecordCertificate(text), `${at} ${text.slice(at - 5, at + 5)}`).toBeNull();
    }
  });
});
