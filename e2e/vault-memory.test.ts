// Electron's main never holds a passphrase, a prime or a share: looked for in its memory.
import { createPrivateKey } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCertificate, readSecurityDomain } from "../crypto/index.ts";
import { openPrivateKey, openShare } from "../crypto/secret-half.ts";
import { formsOfNumber, formsOfText, foundInMemory, type Needles } from "./memory.fixture.ts";
import {
  bringShare,
  made,
  PASSPHRASE,
  vectorFile,
  vectorText,
  VECTOR_PASSPHRASE,
} from "./officers.fixture.ts";
import { bundleProbe, startProbe, type Probe } from "./probe.fixture.ts";
import { makeTestRuntime, withoutRoot, type TestRuntime } from "./runtime.fixture.ts";

let runtime: TestRuntime;
let probe: Probe;

describe.skipIf(withoutRoot)("main's memory (needs root and the Electron runtime)", () => {
  beforeAll(async () => {
    runtime = makeTestRuntime();
    probe = await startProbe(runtime, await bundleProbe(runtime));
  });
  afterAll(async () => {
    await probe.end();
    runtime.remove();
  });

  it("has no passphrase and no prime of keys that a vault made; the vault does", async () => {
    const vault = await probe.officer();
    const texts = await made(vault);
    await vault.call.prove({ ...texts, seat: 1 });
    const needles = {
      ...secretsOf(texts.keyPem, PASSPHRASE, "wrapping"),
      ...secretsOf(texts.signingKeyPem, PASSPHRASE, "signing"),
      "key file": formsOfText(texts.keyPem.slice(100, 160)),
    };
    expect(foundInMemory(vault.pid, needles)).toEqual(Object.keys(needles).toSorted());
    // That main's memory can be read at all is seen by what it did pass on.
    expect(foundInMemory(probe.pid, needles)).toEqual(["key file"]);
    await vault.end();
    expect(foundInMemory(probe.pid, needles)).toEqual(["key file"]);
  });

  it("has no share and no prime when shares pass and a restore blob is made", async () => {
    const quorum = await probe.quorum();
    const needles = {
      ...secretsOf(vectorText("cert_0.key"), VECTOR_PASSPHRASE, "wrapping"),
      share: shareForms(),
    };
    const first = await bringShare(probe, 1, quorum.socket);
    expect(foundInMemory(first.pid, needles)).toEqual(Object.keys(needles).toSorted());
    // The quorum vault never sees what opened the share.
    expect(foundInMemory(quorum.pid, needles)).toEqual(["share"]);
    expect(foundInMemory(probe.pid, needles)).toEqual([]);
    await first.end();
    await (await bringShare(probe, 3, quorum.socket)).end();
    const domain = vectorFile("sd.json");
    await quorum.call.prove({ domain, before: "", accepted: [], now: 0 });
    await quorum.call.blob({
      domain,
      before: "",
      accepted: [],
      exchangePem: vectorText("exchange.pem"),
    });
    expect(foundInMemory(probe.pid, { ...needles, ...plaintextForms() })).toEqual([]);
    await quorum.end();
  });
});

/** The passphrase and both primes of a key file. */
function secretsOf(keyPem: string, passphrase: string, name: string): Needles {
  const key = createPrivateKey({ key: keyPem, passphrase });
  const { p = "", q = "" } = key.export({ format: "jwk" });
  return {
    passphrase: formsOfText(passphrase),
    [`primes, ${name}`]: [p, q].flatMap((text) => formsOfNumber(Buffer.from(text, "base64url"))),
  };
}

/** The share of the vector's first officer, as it goes over the wire. */
function shareForms(): readonly Uint8Array[] {
  const certificate = readCertificate(vectorFile("cert_0.cer"));
  const key = openPrivateKey(vectorFile("cert_0.key"), VECTOR_PASSPHRASE, 1);
  const { share } = openShare(readSecurityDomain(vectorFile("sd.json")), key, certificate, 1);
  return formsOfText(JSON.stringify(share.values).slice(0, 40));
}

/** The domain's data in the clear, as the quorum vault had it while it made the blob. */
function plaintextForms(): Needles {
  const secrets = JSON.parse(vectorText("secret.json")) as Readonly<Record<string, string>>;
  return Object.fromEntries(
    Object.entries(secrets).map(([tag, hex]) => [
      tag,
      [Buffer.from(hex.slice(0, 64), "hex"), ...formsOfText(hex.slice(0, 64))],
    ]),
  );
}
