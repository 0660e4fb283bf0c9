// Key usage as openssl and we write it; a missing one is reported as missing.
import { describe, expect, test } from "vitest";
import { byOpenssl } from "./certificate.fixture.ts";
import { makeOfficer } from "./domain.fixture.ts";
import { keyUsageOf, readCertificate } from "./index.ts";

/** What openssl's certificate with this key usage says, or one with none. */
const usageOf = (usage: string | null) => {
  const extension = usage === null ? [] : ["-addext", `keyUsage=${usage}`];
  return keyUsageOf(readCertificate(byOpenssl("a", "-days", "9", ...extension)));
};

describe("key usage", () => {
  test("is read in the order of its bits, including the ninth", () => {
    expect(usageOf("critical,keyEncipherment,digitalSignature")).toEqual([
      "digitalSignature",
      "keyEncipherment",
    ]);
    expect(usageOf("keyAgreement,decipherOnly")).toEqual(["keyAgreement", "decipherOnly"]);
    const many = "keyCertSign,cRLSign,nonRepudiation,dataEncipherment,encipherOnly";
    expect(usageOf(many)).toEqual([
      "nonRepudiation",
      "dataEncipherment",
      "keyCertSign",
      "cRLSign",
      "encipherOnly",
    ]);
  });

  test("is null if the certificate does not say it", () => {
    expect(usageOf(null)).toBeNull();
  });

  test("of our wrapping certificates is keyEncipherment alone", () => {
    expect(keyUsageOf(makeOfficer("a").certificate)).toEqual(["keyEncipherment"]);
  });
});
