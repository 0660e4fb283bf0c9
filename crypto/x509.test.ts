// Key usage as openssl writes it and as we do; absent, it is told as absent.
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { makeOfficer } from "./domain.fixture.ts";
import { keyUsageOf, readCertificate, utf8 } from "./index.ts";

/** A certificate by openssl with this extension, or with none. */
function byOpenssl(usage: string | null) {
  const extension = usage === null ? [] : ["-addext", `keyUsage=${usage}`];
  const pem = execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-keyout",
      "/dev/null",
      "-subj",
      "/CN=a",
      "-days",
      "9",
      ...extension,
    ],
    { stdio: "pipe" },
  );
  return readCertificate(utf8(pem.toString()));
}

describe("key usage", () => {
  test("is read in the order of its bits, the ninth too", () => {
    expect(keyUsageOf(byOpenssl("critical,keyEncipherment,digitalSignature"))).toEqual([
      "digitalSignature",
      "keyEncipherment",
    ]);
    expect(keyUsageOf(byOpenssl("keyAgreement,decipherOnly"))).toEqual([
      "keyAgreement",
      "decipherOnly",
    ]);
    const many = "keyCertSign,cRLSign,nonRepudiation,dataEncipherment,encipherOnly";
    expect(keyUsageOf(byOpenssl(many))).toEqual([
      "nonRepudiation",
      "dataEncipherment",
      "keyCertSign",
      "cRLSign",
      "encipherOnly",
    ]);
  });

  test("is null where the certificate does not say it", () => {
    expect(keyUsageOf(byOpenssl(null))).toBeNull();
  });

  test("of our wrapping certificates is keyEncipherment alone", () => {
    expect(keyUsageOf(makeOfficer("a").certificate)).toEqual(["keyEncipherment"]);
  });
});
