// What the engines produced from secrets is wiped, even if a later step refuses.
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { utf8 } from "./bytes.ts";
import { makeDomain } from "./domain.fixture.ts";
import * as forge from "./forge.ts";
import { readSecurityDomain, type SecurityDomain } from "./index.ts";
import { openWithPrivateKey, sealForKey } from "./jwe-content.ts";
import { readJwe } from "./jwe.ts";
import * as native from "./native.ts";
import { openFound } from "./officer-share.ts";
import { openPrivateKey, writePrivateKey } from "./private-key.ts";
import { openWithSecret } from "./quorum.ts";
import { refusalOf } from "./refusal.fixture.ts";
import * as rsa from "./rsa-key.ts";
import { checkOnce } from "./self-test.ts";
import { makeSigningKey } from "./signing-key.ts";
import { makeWrappingKey, proveKeyFile } from "./wrapping-key.ts";

vi.mock("./native.ts", { spy: true });
vi.mock("./forge.ts", { spy: true });
vi.mock("./rsa-key.ts", { spy: true });

const { pkcs8, spki } = rsa.generateRsa(2048);
const identity = {
  commonName: "officer 1",
  rehearsal: true,
  now: new Date(0),
  random: native.random,
};
let made: ReturnType<typeof makeDomain>;
let domain: SecurityDomain;
beforeAll(() => {
  made = makeDomain(3, 2);
  domain = readSecurityDomain(utf8(made.text));
  checkOnce();
});
beforeEach(() => {
  vi.clearAllMocks();
});

type Engine = (...args: never[]) => Uint8Array | null;

/** How many bytes of the results since the test began are still not zero. */
function leftBy(...engines: readonly Engine[]): number {
  const given = engines.flatMap((engine) =>
    vi.mocked(engine).mock.results.map(({ value }) => value as Uint8Array | null),
  );
  expect(given.length).toBeGreaterThan(0);
  return given.flatMap((bytes) => [...(bytes ?? [])]).filter((byte) => byte !== 0).length;
}

test("a content key, whether what it opens is whole or altered", () => {
  const jwe = readJwe(sealForKey(utf8("a share"), spki, "not used"), "RSA-OAEP-256");
  expect(openWithPrivateKey(jwe, pkcs8)).toEqual(utf8("a share"));
  const altered = { ...jwe, tag: jwe.tag.map((byte) => byte ^ 1) };
  expect(refusalOf(() => openWithPrivateKey(altered, pkcs8)).code).toBe("E-JWE-AUTH");
  expect(leftBy(forge.oaepDecrypt, native.oaepDecrypt)).toBe(0);
});

test("what a share was decrypted to, if it is invalid", () => {
  const jwe = readJwe(sealForKey(utf8("too short"), spki, "not used"), "RSA-OAEP-256");
  vi.clearAllMocks();
  const share = { ...domain.shares[0]!, jwe };
  const refusal = refusalOf(() => openFound(share, { pkcs8, warnings: [] }, 1));
  expect(refusal.code).toBe("E-SHARE-LENGTH");
  expect(leftBy(forge.aesCbcDecrypt, native.aesCbcDecrypt)).toBe(0);
});

test("the entries that opened before one that did not, and the second engine's copies", () => {
  const [entry] = domain.entries;
  const altered = {
    ...entry!,
    jwe: { ...entry!.jwe, tag: entry!.jwe.tag.map((byte) => byte ^ 1) },
  };
  const open = () => openWithSecret([entry!, altered], made.secret);
  expect(refusalOf(open).code).toBe("E-JWE-AUTH");
  expect(leftBy(forge.aesCbcDecrypt, native.aesCbcDecrypt)).toBe(0);
  openWithSecret([entry!], made.secret);
  expect(leftBy(native.aesCbcDecrypt)).toBe(0);
});

test("what a passphrase derives to, and a decrypted key whose numbers do not fit", () => {
  const passphrase = "correct horse";
  const pem = utf8(writePrivateKey(pkcs8, passphrase, native.random));
  expect(openPrivateKey(pem, passphrase, 1).pkcs8).toEqual(pkcs8);
  expect(leftBy(native.pbkdf2)).toBe(0);
  vi.clearAllMocks();
  const broken = pkcs8.with(-1, pkcs8.at(-1)! ^ 1);
  const bad = utf8(writePrivateKey(broken, passphrase, native.random));
  expect(refusalOf(() => openPrivateKey(bad, passphrase, 1)).code).toBe("E-KEY-INCONSISTENT");
  expect(leftBy(forge.aesCbcDecrypt, native.aesCbcDecrypt)).toBe(0);
});

test("a new key once it is written, and one that was opened for proof", async () => {
  const passphrase = "correct horse";
  const { keyPem, certificate } = await makeWrappingKey(identity, 2048, passphrase);
  await makeSigningKey(identity, passphrase);
  const keys = vi
    .mocked(rsa.makeRsaKey)
    .mock.results.map(({ value }) => value as Promise<Uint8Array>);
  for (const key of await Promise.all(keys)) expect(key.every((byte) => byte === 0)).toBe(true);
  expect(keys).toHaveLength(2);
  proveKeyFile(utf8(keyPem), certificate, passphrase, 1);
  expect(leftBy(forge.aesCbcDecrypt, native.aesCbcDecrypt)).toBe(0);
});
