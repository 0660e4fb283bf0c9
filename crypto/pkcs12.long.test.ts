// The most work that a file in PKCS #12 may ask for is done, in seconds.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { writePem } from "./pem.ts";
import { makePool } from "./pool.fixture.ts";
import { processorTimeSince } from "./processor-time.fixture.ts";
import { openPkcs12 } from "./secret-half.ts";

test("400,000 rounds of triple DES for key, certificate and MAC are opened", async () => {
  const [officer] = await makePool([2048]);
  const folder = mkdtempSync(join(tmpdir(), "sd-p12-"));
  const [key, cer, pfx] = ["key", "cer", "pfx"].map((name) => join(folder, name));
  try {
    writeFileSync(key!, writePem("PRIVATE KEY", officer!.pkcs8));
    writeFileSync(cer!, officer!.certificate.pem);
    const methods = ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"];
    const asked = ["-iter", "400000", "-passout", "pass:pass phrase"];
    const files = ["-inkey", key!, "-in", cer!, "-out", pfx!];
    execFileSync("openssl", ["pkcs12", "-export", ...files, ...methods, ...asked]);
    const began = process.cpuUsage();
    const { certificate } = openPkcs12(new Uint8Array(readFileSync(pfx!)), "pass phrase", 1);
    expect(certificate?.thumbprint).toBe(officer!.certificate.thumbprint);
    expect(processorTimeSince(began)).toBeLessThan(30_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
