// Electron's main never holds a passphrase, a prime or a share: looked for in its memory.
import { createPrivateKey } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCertificate, readSecurityDomain } from "../crypto/index.ts";
import { openPrivateKey, openShare } from "../crypto/secret-half.ts";
import { formsOfNumber, formsOfText, foundInMemory, type Needles } from "./memory.fixture.ts";
import {
  bringShare, made, OFFICER, PASSPHRASE, vectorFile, vectorText, VECTOR_PASSPHRASE,
} from "./officers.fixture.ts";
import { bundleProbe, startProbe, type Probe } from "./probe.fixture.ts";
import { makeStage, withoutRoot, type Stage } from "./runtime.fixture.ts";

let stage: Stage;
let probe: Probe;

describe.skipIf(withoutRoot)("main's memory (needs root and the Electron runtime)", () => {
  beforeAll(async () => {
    stage = makeStage();
    probe = await startProbe(stage, await bundleProbe(stage));
  });
  afterAll(async () => {
    await probe.end();
    stage.remove();
  });

  it("holds neither the passphrase nor a prime of the key it had made; the vault does", async () => {
    const vault = await probe.officer();
    const texts = await made(vault);
    await vault.call.prove({ ...texts, seat: 1 });
    const secrets = secretsOf(texts.keyPem, PASSPHRASE);
    for (let i=0;i<3;i++) {
    const t=performance.now();
    const inVault = foundInMemory(vault.pid, secrets);
    const t2=performance.now();
    console.log(inVault, t2-t);
    const inMain = foundInMemory(probe.pid, { ...secrets, "what it was told": formsOfText(OFFICER.commonName), pem: formsOfText(texts.keyPem.slice(100,160)) });
    console.log(inMain, performance.now()-t2);
    }
    for (const [k, v] of Object.entries(secrets)) console.log(k, v.map((f,i)=>foundInMemory(vault.pid,{[String(i)]:[f]}).length));
    await vault.end();
  });

  it("holds no share that passed from an officer's vault to the quorum vault", async () => {
    const quorum = await probe.quorum();
    const vault = await bringShare(probe, 1, quorum.door);
    const secrets = { ...secretsOf(vectorText("cert_0.key"), VECTOR_PASSPHRASE), share: shareForms() };
    for (let i=0;i<3;i++) {
    console.log("q", foundInMemory(quorum.pid, secrets));
    console.log("v", foundInMemory(vault.pid, secrets));
    console.log("m", foundInMemory(probe.pid, secrets));
    }
    console.log(secrets.share.map((f,i)=>foundInMemory(quorum.pid,{[String(i)]:[f]}).length));
    for (const [k, v] of Object.entries(secrets)) console.log(k, v.map((f,i)=>foundInMemory(vault.pid,{[String(i)]:[f]}).length));
    await vault.end();
    await quorum.call.prove({domain: vectorFile("sd.json")}).catch(()=>0);
    console.log("q", foundInMemory(quorum.pid, secrets));
    await quorum.end();
  });
});

/** The passphrase and both primes of a key file. */
function secretsOf(keyPem: string, passphrase: string) {
  const { p = "", q = "" } = createPrivateKey({ key: keyPem, passphrase }).export({ format: "jwk" });
  return {
    passphrase: formsOfText(passphrase),
    "a prime": [p, q].flatMap((text) => formsOfNumber(Buffer.from(text, "base64url"))),
  } satisfies Needles;
}

/** The share of the vector's first officer, as it goes over the wire. */
function shareForms(): readonly Uint8Array[] {
  const certificate = readCertificate(vectorFile("cert_0.cer"));
  const key = openPrivateKey(vectorFile("cert_0.key"), VECTOR_PASSPHRASE, 1);
  const { share } = openShare(readSecurityDomain(vectorFile("sd.json")), key, certificate, 1);
  return formsOfText(JSON.stringify(share.values).slice(0, 40));
}
