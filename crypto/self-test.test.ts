// PBKDF2 and scrypt are derived once; their known answers are checked before, and forge repeats
// PBKDF2 here.
import forge from "node-forge";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { toHex, utf8 } from "./bytes.ts";
import * as native from "./native.ts";
import { sealPbes2 } from "./pbes2.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { checkKnownAnswer, tryEngines } from "./self-test.ts";

vi.mock("./native.ts", { spy: true });
afterEach(() => {
  vi.restoreAllMocks();
});

test("this machine gives the known answer", () => {
  checkKnownAnswer();
});

test("a machine that gives another answer is stopped", () => {
  vi.mocked(native.pbkdf2).mockImplementationOnce(() => new Uint8Array(32));
  expect(refusalOf(checkKnownAnswer).code).toBe("E-SELF-TEST");
  vi.mocked(native.scrypt).mockImplementationOnce(() => new Uint8Array(64));
  expect(refusalOf(checkKnownAnswer).code).toBe("E-SELF-TEST");
});

test.each(["sha1", "sha256", "sha384", "sha512"])(
  "a machine whose PBKDF2 with %s gives another answer is stopped",
  async (broken) => {
    const { pbkdf2: right } = await vi.importActual<typeof native>("./native.ts");
    onTestFinished(() => void vi.mocked(native.pbkdf2).mockReset());
    vi.mocked(native.pbkdf2).mockImplementation((hash, ...rest) =>
      hash === broken ? new Uint8Array(32) : right(hash, ...rest),
    );
    expect(refusalOf(checkKnownAnswer).code).toBe("E-SELF-TEST");
  },
);

test("any derivation from a passphrase checks the known answers first, and once", () => {
  const seal = () => sealPbes2(new Uint8Array(32), utf8("a passphrase"), native.random);
  const { calls } = vi.mocked(native.scrypt).mock;
  vi.mocked(native.scrypt).mockImplementationOnce(() => new Uint8Array(64));
  const before = calls.length;
  expect(refusalOf(seal).code).toBe("E-SELF-TEST");
  seal();
  seal();
  expect(calls.length - before).toBe(2);
});

test("both engines open a trial message; an engine that opens it differently is stopped", () => {
  tryEngines();
  vi.mocked(native.aesCbcDecrypt).mockImplementationOnce(() => new Uint8Array(8192));
  expect(refusalOf(tryEngines).code).toBe("E-DOUBLE-ENTRY");
  vi.mocked(native.aesCbcEncrypt).mockImplementationOnce((key, iv) =>
    native.aesCbcEncrypt(key, iv, new Uint8Array(8192)),
  );
  expect(refusalOf(tryEngines).code).toBe("E-SELF-TEST");
});

test("forge's own PBKDF2 agrees with node's, over rounds and lengths", () => {
  for (const [rounds, length] of [
    [1, 16],
    [1000, 32],
    [2048, 64],
  ] as const) {
    const byForge = forge.pkcs5.pbkdf2(
      "päss",
      "salt of 16 bytes",
      rounds,
      length,
      forge.md.sha256.create(),
    );
    const encoded = forge.util.encodeUtf8("päss");
    const again = forge.pkcs5.pbkdf2(
      encoded,
      "salt of 16 bytes",
      rounds,
      length,
      forge.md.sha256.create(),
    );
    const byNode = native.pbkdf2("sha256", utf8("päss"), utf8("salt of 16 bytes"), rounds, length);
    expect(forge.util.bytesToHex(again)).toBe(toHex(byNode));
    // Forge derives something else from a raw JS string, so passphrases are UTF-8 bytes here.
    expect(byForge).not.toBe(again);
  }
});
