// Vaults as real processes: what they do, what leaves them, and which way.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  fromBase64,
  random,
  sha256Hex,
  checkRestoreBlob,
  fromHex,
  readCertificate,
  readRestoreBlob,
  readSecurityDomain,
  utf8,
  verifySignature,
  writePem,
  type Certificate,
} from "../../crypto/index.ts";
import { makeDomain, makeOfficer } from "../../crypto/domain.fixture.ts";
import {
  isProtected,
  openKeyFile,
  openShare,
  type OfficerShare,
} from "../../crypto/secret-half.ts";
import { prepareMedium, writeFile } from "../media/media.ts";
import type { ToOpen } from "./protocol.ts";
import { IDENTITY, PASSPHRASE, tappedVaults, TYPED, TYPED_TWICE } from "./vault.fixture.ts";
import { sendSecret, type KeyFileTexts, type OfficerMethods, type Vault } from "./vault.ts";

const { vaults, said } = tappedVaults();
const NOW = Date.parse("2026-11-24T10:00:00Z");
const others = [makeOfficer("officer 2"), makeOfficer("officer 3")];
let vault: Vault<OfficerMethods>;
let made: KeyFileTexts;
let certificate: Certificate;
let domain: Uint8Array;
let asked: ToOpen & { readonly now: number };
/** The shares of all three, as their vaults would send them. */
let shares: readonly OfficerShare[];

beforeAll(async () => {
  vault = await vaults.openOfficerVault();
  const call = vault.call.make(IDENTITY);
  await sendSecret(vault.socket, TYPED_TWICE);
  made = await call;
  certificate = readCertificate(utf8(made.certificatePem));
  const one = { certificate, pkcs8: new Uint8Array() };
  domain = utf8(makeDomain(3, 2, [one, ...others]).text);
  asked = { domain, before: "", accepted: [], now: NOW };
  const read = readSecurityDomain(domain);
  const key = openKeyFile(utf8(made.keyPem), certificate, PASSPHRASE, 1);
  shares = [
    openShare(read, key, certificate, 1),
    ...others.map(({ pkcs8, certificate: its }, i) =>
      openShare(read, { pkcs8, warnings: [] }, its, i + 2),
    ),
  ];
});
afterAll(() => vault.end());

const keyFile = () => ({ keyPem: made.keyPem, certificatePem: made.certificatePem, seat: 1 });
const signingFile = () => ({
  keyPem: made.signingKeyPem,
  certificatePem: made.signingCertificatePem,
  seat: 1,
});
/** A fresh officer's vault that is gone after the work. */
async function withVault<Result>(work: (fresh: Vault<OfficerMethods>) => Promise<Result>) {
  const fresh = await vaults.openOfficerVault();
  try {
    return await work(fresh);
  } finally {
    await fresh.end();
  }
}

describe("an officer's vault", () => {
  it("makes two keys that only the passphrase opens, and their certificates", () => {
    for (const pem of [made.keyPem, made.signingKeyPem]) expect(isProtected(utf8(pem))).toBe(true);
    expect(certificate).toMatchObject({
      commonName: "Contoso-HSM officer 1",
      organization: "REHEARSAL",
      bits: 2048,
    });
    const signing = readCertificate(utf8(made.signingCertificatePem));
    expect(signing.bits).toBe(3072);
    expect(signing.thumbprint).not.toBe(certificate.thumbprint);
  });

  it("proves what was read back with the passphrase of its turn, not typed again", async () => {
    expect(await vault.call.prove({ ...made, seat: 1 })).toBeNull();
  });

  it("does not prove a key beside another's certificate", async () => {
    const [other] = others;
    const files = { ...made, certificatePem: other!.certificate.pem, seat: 1 };
    expect(await codeOf(vault.call.prove(files))).toBe("E-KEY-CERT-MISMATCH");
    const signing = { ...made, signingCertificatePem: made.certificatePem, seat: 1 };
    expect(await codeOf(vault.call.prove(signing))).toBe("E-KEY-CERT-MISMATCH");
  });

  it("binds the signing key to a wrapping key, and to nothing but a thumbprint", async () => {
    const { thumbprint } = certificate;
    const signature = await vault.call.bind({ ...signingFile(), thumbprint });
    const signer = readCertificate(utf8(made.signingCertificatePem));
    const bytes = fromBase64(signature) as Uint8Array;
    expect(verifySignature(signer, utf8(`wrapping-key ${thumbprint}`), bytes)).toBe(true);
    expect(verifySignature(signer, utf8(thumbprint), bytes)).toBe(false);
    const wrong = vault.call.bind({ ...signingFile(), thumbprint: "" });
    expect(await codeOf(wrong)).toBe("E-VAULT-CALL");
  });

  it("signs the 64 characters of a hash, and nothing else", async () => {
    const over = "0123456789abcdef".repeat(4);
    const signature = await vault.call.sign({ ...signingFile(), over });
    const signer = readCertificate(utf8(made.signingCertificatePem));
    expect(verifySignature(signer, utf8(over), fromBase64(signature) as Uint8Array)).toBe(true);
    for (const wrong of ["", over.slice(1), over.toUpperCase(), `${over}\n`, "a contract"])
      expect(await codeOf(vault.call.sign({ ...signingFile(), over: wrong }))).toBe("E-VAULT-CALL");
  });

  it("answers a wrong passphrase a second later, forgets it, and takes the right one", async () => {
    await withVault(async (fresh) => {
      const over = "0".repeat(64);
      const began = performance.now();
      const wrong = fresh.call.sign({ ...signingFile(), over });
      await sendSecret(fresh.socket, { passphrase: "not the passphrase" });
      expect(await codeOf(wrong)).toBe("E-KEY-PASSPHRASE");
      expect(performance.now() - began).toBeGreaterThan(1000);
      const right = fresh.call.sign({ ...signingFile(), over });
      await sendSecret(fresh.socket, TYPED);
      expect(await right).toMatch(/^[A-Za-z0-9+/]{512}$/);
    });
  });

  it("reads a key that may be open from its medium itself, and says only what file it is", async () => {
    const root = mkdtempSync(join(tmpdir(), "vault-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const on = prepareMedium(root, "officer-2", "REHEARSAL", random);
    const { pkcs8, certificate: its } = others[0]!;
    const bare = utf8(writePem("PRIVATE KEY", pkcs8));
    writeFile(on, "bare.key", bare);
    writeFile(on, "locked.key", utf8(made.keyPem));
    const words = ["-export", "-nocerts", "-keypbe", "NONE", "-passout", "pass:for the file alone"];
    const pfx = execFileSync("openssl", ["pkcs12", ...words], { input: bare });
    writeFile(on, "bare.pfx", new Uint8Array(pfx));
    const quorum = await vaults.openQuorumVault();
    await withVault(async ({ call, socket }) => {
      const locked = await call.look({ on, name: "locked.key" });
      expect(locked).toMatchObject({
        isOpen: false,
        isExposed: false,
        sha256: sha256Hex(utf8(made.keyPem)),
      });
      const keyAt = { on, name: "bare.key" };
      expect(await call.look(keyAt)).toEqual({
        isOpen: true,
        isExposed: true,
        size: bare.length,
        sha256: sha256Hex(bare),
        certificatePem: "",
      });
      expect(await call.look({ on, name: "bare.pfx" })).toMatchObject({
        isOpen: false,
        isExposed: true,
        certificatePem: null,
      });
      const certificatePem = its.pem;
      const request = { keyAt, certificatePem, seat: 2, domain, quorumSocket: quorum.socket };
      expect(await call.share(request)).toBeNull();
      expect(await codeOf(call.look({ on, name: "none.key" }))).toBe("E-MEDIA-FILE-MISSING");
      expect(socket).not.toBe("");
    });
    await quorum.end();
    expect(said()).not.toContain("BEGIN PRIVATE KEY");
  });

  it("B057 takes no key without a passphrase, for proof, share or signature", async () => {
    const { pkcs8 } = others[0]!;
    const bare = writePem("PRIVATE KEY", pkcs8);
    // Over a pipe of its own: this one carries a bare key, which no other may.
    const fresh = await tappedVaults().vaults.openOfficerVault();
    const { call } = fresh;
    try {
      for (const change of [{ keyPem: bare }, { signingKeyPem: bare }])
        expect(await codeOf(call.prove({ ...made, ...change, seat: 1 }))).toBe("E-KEY-UNPROTECTED");
      const file = { ...keyFile(), keyPem: bare };
      expect(await codeOf(call.share({ ...file, domain, quorumSocket: "" }))).toBe(
        "E-KEY-UNPROTECTED",
      );
      expect(await codeOf(call.sign({ ...file, over: "0".repeat(64) }))).toBe("E-KEY-UNPROTECTED");
    } finally {
      await fresh.end();
    }
  });

  it("opens no share of a domain that was made for others", async () => {
    const foreign = utf8(makeDomain(3, 2, [...others, makeOfficer("officer 4")]).text);
    const quorum = await vaults.openQuorumVault();
    const request = { ...keyFile(), domain: foreign, quorumSocket: quorum.socket };
    expect(await codeOf(vault.call.share(request))).toBe("E-CERT-UNKNOWN");
    const accepted = ["E-CERT-UNKNOWN"];
    expect(await codeOf(vault.call.share({ ...request, accepted }))).toBe("E-SHARE-NONE");
    await quorum.end();
  });

  it("opens a share of another name once two people accepted trying every one", async () => {
    const value = JSON.parse(new TextDecoder().decode(domain)) as {
      SharedKeys: { enc_shares: { x5t_256: string }[] };
    };
    value.SharedKeys.enc_shares[0]!.x5t_256 = "A".repeat(43);
    const quorum = await vaults.openQuorumVault();
    const renamed = utf8(JSON.stringify(value));
    const request = { ...keyFile(), domain: renamed, quorumSocket: quorum.socket };
    expect(await codeOf(vault.call.share(request))).toBe("E-CERT-UNKNOWN");
    expect(await vault.call.share({ ...request, accepted: ["E-CERT-UNKNOWN"] })).toBeNull();
    for (const share of shares.slice(1)) await sendSecret(quorum.socket, { share });
    const { subsets } = await quorum.call.prove({ ...asked, domain: renamed });
    expect(subsets).toHaveLength(3);
    await quorum.end();
  });
});

describe("a quorum vault", () => {
  it("proves every pair from shares that arrived only at its socket", async () => {
    const quorum = await vaults.openQuorumVault();
    await vault.call.share({ ...keyFile(), domain, quorumSocket: quorum.socket });
    for (const share of shares.slice(1))
      expect(await sendSecret(quorum.socket, { share })).toEqual({ ok: true });
    const proof = await quorum.call.prove(asked);
    expect(proof).toMatchObject({
      required: 2,
      subsets: [
        [1, 2],
        [1, 3],
        [2, 3],
      ],
      entries: 3,
      at: "2026-11-24T10:00:00.000Z",
    });
    await quorum.end();
  });

  it("says which pairs open as shares arrive, each once", async () => {
    const quorum = await vaults.openQuorumVault();
    for (const share of shares) await sendSecret(quorum.socket, { share });
    const { subsets } = quorum.call;
    expect(await subsets({ domain, accepted: [], seats: [3], seat: 3 })).toEqual([]);
    expect(await subsets({ domain, accepted: [], seats: [3, 1], seat: 1 })).toEqual([[1, 3]]);
    expect(await subsets({ domain, accepted: [], seats: [3, 1, 2], seat: 2 })).toEqual([
      [1, 2],
      [2, 3],
    ]);
    await quorum.end();
  });

  it("accepts at its socket only possible shares", async () => {
    const quorum = await vaults.openQuorumVault();
    const [sound] = shares;
    const { x, values } = sound!.share;
    const wrong = [
      null,
      { x },
      { x, values: "5".repeat(32) },
      { x, values: values.slice(1) },
      { x, values: [...values, 5] },
      { x, values: values.with(0, 257) },
      { x, values: values.with(31, -1) },
      { x, values: values.with(0, 0.5) },
      { x: 0, values },
      { x: 127, values },
      { x: 1.5, values },
    ];
    for (const share of wrong)
      expect(await sendSecret(quorum.socket, { share: { ...sound, share } })).toMatchObject({
        code: "E-VAULT-FORM",
      });
    expect(await sendSecret(quorum.socket, { share: sound })).toEqual({ ok: true });
    await quorum.end();
  });

  it("makes a restore blob for an exchange key that opens with nobody's share", async () => {
    const quorum = await vaults.openQuorumVault();
    await vault.call.share({ ...keyFile(), domain, quorumSocket: quorum.socket });
    await sendSecret(quorum.socket, { share: shares[2] });
    const exchange = makeOfficer("Contoso-Recovery").certificate;
    const { text } = await quorum.call.blob({ ...asked, exchangePem: exchange.pem });
    checkRestoreBlob(readRestoreBlob(utf8(text)), exchange, readSecurityDomain(domain));
    await quorum.end();
  });

  it("performs a dry run, of which only counts and digests of the domain leave it", async () => {
    const quorum = await vaults.openQuorumVault();
    await vault.call.share({ ...keyFile(), domain, quorumSocket: quorum.socket });
    await sendSecret(quorum.socket, { share: shares[2] });
    const from = said().length;
    const { entries, ...told } = await quorum.call.dryRun(asked);
    const read = readSecurityDomain(domain);
    expect(entries).toBe(read.entries.length);
    expect(told).toMatchObject({ domainSha256: read.sha256, required: 2 });
    const { commitment } = await quorum.call.dryRun({ ...asked, before: told.commitment });
    expect(sha256Hex(fromHex(commitment)!)).toBe(told.commitment);
    const crossed = said().slice(from);
    expect(crossed).toContain(read.sha256);
    for (const word of ["CERTIFICATE", "PRIVATE KEY", "WrappedKey", "enc_key", "plaintext"])
      expect(crossed).not.toContain(word);
    await quorum.end();
  });

  it.each([
    ["one officer", [0], "E-QUORUM-SHORT"],
    ["the same officer twice", [0, 0], "E-QUORUM-SAME"],
  ] as const)("does not open the domain for %s", async (_, which, code) => {
    const quorum = await vaults.openQuorumVault();
    for (const i of which) await sendSecret(quorum.socket, { share: shares[i] });
    expect(await codeOf(quorum.call.prove(asked))).toBe(code);
    await quorum.end();
  });

  it("does not mistake an altered share for a right one", async () => {
    const quorum = await vaults.openQuorumVault();
    const [first, second, third] = shares;
    const [value = 0, ...rest] = second!.share.values;
    const values = [(value + 1) % 257, ...rest];
    const altered = { ...second!, share: { ...second!.share, values } };
    for (const share of [first, altered, third]) await sendSecret(quorum.socket, { share });
    await expect(quorum.call.prove(asked)).rejects.toMatchObject({
      code: "E-SHARE-DAMAGED",
      message: /the share of officer 2\.$/,
    });
    await quorum.end();
  });
});

describe("the pipe to the coordinator", () => {
  it("carries neither passphrase nor private key nor share", async () => {
    const quorum = await vaults.openQuorumVault();
    await vault.call.share({ ...keyFile(), domain, quorumSocket: quorum.socket });
    await sendSecret(quorum.socket, { share: shares[1] });
    await quorum.call.prove(asked);
    await quorum.end();
    const text = said();
    const own = JSON.stringify(shares[0]!.share.values).slice(1, -1);
    // The control: this search finds what did pass.
    expect(text).toContain(JSON.stringify(made.keyPem).slice(1, -1));
    expect(JSON.stringify({ share: shares[0] })).toContain(own);
    expect(text).not.toContain(own);
    expect(text).not.toContain(PASSPHRASE);
    expect(text).not.toMatch(/BEGIN (RSA )?PRIVATE KEY/);
  });
});
