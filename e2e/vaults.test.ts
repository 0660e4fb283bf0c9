// Vaults as utility processes of a real Electron do the whole work of a ceremony's secrets.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../crypto/code-of.fixture.ts";
import {
  fromHex,
  readCertificate,
  readRestoreBlob,
  sha256Hex,
  toHex,
  utf8,
  verifySignature,
} from "../crypto/index.ts";
import { openPrivateKey, openWithPrivateKey, openWithSecret } from "../crypto/secret-half.ts";
import { sendSecret } from "../electron/vault/vault.ts";
import {
  bringShare,
  made,
  PASSPHRASE,
  vectorFile,
  vectorText,
  VECTOR_PASSPHRASE,
} from "./officers.fixture.ts";
import { bundleProbe, startProbe, type Probe } from "./probe.fixture.ts";
import { makeTestRuntime, withoutRuntime, type TestRuntime } from "./runtime.fixture.ts";

let runtime: TestRuntime;
let probe: Probe;

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

describe.skipIf(withoutRuntime)("under Electron (needs its runtime)", () => {
  beforeAll(async () => {
    runtime = makeTestRuntime();
    probe = await startProbe(runtime, await bundleProbe(runtime));
  });
  afterAll(async () => {
    await probe.end();
    runtime.remove();
  });

  describe("an officer's vault", () => {
    it.skipIf(process.platform !== "linux")("has of the environment what is listed", async () => {
      const vault = await probe.officer();
      const environ = readFileSync(`/proc/${String(vault.pid)}/environ`, "utf8");
      expect(environ).toContain("LANG=C.UTF-8\0");
      expect(environ).not.toMatch(/DEBUG|CANARY/);
      expect(readFileSync(`/proc/${String(probe.pid)}/environ`, "utf8")).toContain("SD_CANARY");
      await vault.end();
    });

    it("makes keys under a passphrase that came by its socket; openssl opens them", async () => {
      const vault = await probe.officer();
      const texts = await made(vault);
      await vault.call.prove({ ...texts, seat: 1 });
      for (const pem of [texts.keyPem, texts.signingKeyPem]) {
        const file = join(runtime.folder, "made.key");
        writeFileSync(file, pem);
        const check = ["pkey", "-in", file, "-passin", `pass:${PASSPHRASE}`, "-check", "-noout"];
        expect(execFileSync("openssl", check, { encoding: "utf8" })).toContain("Key is valid");
      }
      await vault.end();
    });

    it("signs with them in another turn, and waits for the passphrase of that turn", async () => {
      const first = await probe.officer();
      const { signingKeyPem, signingCertificatePem } = await made(first);
      await first.end();
      const vault = await probe.officer();
      const over = "5d".repeat(32);
      const asked = vault.call.sign({
        keyPem: signingKeyPem,
        certificatePem: signingCertificatePem,
        seat: 1,
        over,
      });
      await sendSecret(vault.socket, { passphrase: PASSPHRASE });
      const signature = bytesOf(await asked);
      const certificate = readCertificate(utf8(signingCertificatePem));
      expect(verifySignature(certificate, utf8(over), signature)).toBe(true);
      expect(verifySignature(certificate, utf8(over.replace("5", "6")), signature)).toBe(false);
      await vault.end();
    });

    it("answers a wrong passphrase a second later, and opens with the right one", async () => {
      const vault = await probe.officer();
      const share = () =>
        vault.call.sign({
          keyPem: vectorText("cert_0.key"),
          certificatePem: vectorText("cert_0.cer"),
          seat: 1,
          over: "00".repeat(32),
        });
      const wrong = codeOf(share());
      const from = performance.now();
      await sendSecret(vault.socket, { passphrase: "not the passphrase" });
      expect(await wrong).toBe("E-KEY-PASSPHRASE");
      expect(performance.now() - from).toBeGreaterThan(950);
      const right = share();
      await sendSecret(vault.socket, { passphrase: VECTOR_PASSPHRASE });
      expect(bytesOf(await right)).toHaveLength(512);
      await vault.end();
    });
  });

  describe("a quorum vault", () => {
    it("proves every pair of three officers' shares and makes the blob of the domain", async () => {
      const quorum = await probe.quorum();
      const domain = vectorFile("sd.json");
      for (const n of [3, 1, 2]) await (await bringShare(probe, n, quorum.socket)).end();
      const proof = await quorum.call.prove({ domain, before: "", accepted: [], now: 0 });
      expect(proof.subsets).toEqual([
        [1, 2],
        [1, 3],
        [2, 3],
      ]);
      const exchangePem = vectorText("exchange.pem");
      const made = await quorum.call.blob({
        domain,
        before: proof.commitment,
        accepted: [],
        exchangePem,
      });
      const blob = readRestoreBlob(utf8(made.text));
      // The one after the proof's, and both under this runtime's own engines.
      expect(sha256Hex(fromHex(made.commitment)!)).toBe(proof.commitment);
      await quorum.end();
      const { pkcs8 } = openPrivateKey(vectorFile("exchange.key"), "", 1);
      const opened = openWithSecret(blob.entries, openWithPrivateKey(blob.wrappedKey, pkcs8));
      const secrets = Object.fromEntries(opened.map((one) => [one.tag, toHex(one.plaintext)]));
      expect(secrets).toEqual(JSON.parse(vectorText("secret.json")));
    });
  });
});
