// A fault in either engine stops the step: one is made wrong, and the other detects it.
import { afterEach, describe, expect, test, vi } from "vitest";
import * as forge from "./forge.ts";
import { firstBlock } from "./kdf.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { interpolateByLagrange } from "./shamir-first.ts";
import { interpolateByDifferences } from "./shamir-second.ts";
import * as native from "./native.ts";
import { openEntries } from "./quorum.ts";
import { sharesOf } from "./vectors.fixture.ts";

vi.mock("./forge.ts", { spy: true });
vi.mock("./native.ts", { spy: true });
vi.mock("./shamir-first.ts", { spy: true });
vi.mock("./shamir-second.ts", { spy: true });
afterEach(() => {
  vi.restoreAllMocks();
});

/** The same bytes with one bit changed, as a fault in an engine would give. */
function oneBit(bytes: Uint8Array | null): Uint8Array {
  const changed = (bytes ?? new Uint8Array(1)).slice();
  changed[0] = (changed[0] ?? 0) ^ 1;
  return changed;
}

const NAME = "2of3-rsa2048";
const opened = () => {
  const { domain, shares } = sharesOf(NAME);
  return openEntries(domain, shares);
};
/** The step stops, and names what the engines differ in. */
const expectStopped = (what: string, work: () => unknown = opened) => {
  const { code, message } = refusalOf(work);
  expect([code, message]).toEqual(["E-DOUBLE-ENTRY", expect.stringContaining(what)]);
};

describe.each([
  ["node-forge", forge],
  ["node:crypto", native],
] as const)("when %s lies", (_, engine) => {
  test("about an RSA decryption", () => {
    const { oaepDecrypt } = engine;
    vi.mocked(engine.oaepDecrypt).mockImplementationOnce((key, data) =>
      oneBit(oaepDecrypt(key, data)),
    );
    expectStopped("a share's content key");
  });
  test("about an RSA decryption that it refuses", () => {
    vi.mocked(engine.oaepDecrypt).mockImplementationOnce(() => null);
    expectStopped("a share's content key");
  });
  test("about a decryption", () => {
    const { aesCbcDecrypt } = engine;
    vi.mocked(engine.aesCbcDecrypt).mockImplementationOnce((key, iv, data) =>
      oneBit(aesCbcDecrypt(key, iv, data)),
    );
    expectStopped("the content of an entry");
  });
  test("about an authentication tag", () => {
    const { hmac512 } = engine;
    vi.mocked(engine.hmac512).mockImplementationOnce((key, data) => oneBit(hmac512(key, data)));
    expectStopped("an authentication tag");
  });
  test("about the key of an entry", () => {
    const { domain, shares } = sharesOf(NAME);
    const { hmac512 } = engine;
    // Once the shares are open, the first HMAC derives a key.
    vi.mocked(engine.hmac512).mockImplementationOnce((key, data) => oneBit(hmac512(key, data)));
    expectStopped("the key of an entry", () => openEntries(domain, shares));
    vi.mocked(engine.hmac512).mockImplementationOnce((key, data) => oneBit(hmac512(key, data)));
    expectStopped("the key of an entry", () => firstBlock(Uint8Array.of(1), Uint8Array.of(2)));
  });
  test("about a private key's numbers", () => {
    vi.mocked(engine.readPrivateKey).mockImplementationOnce(() => ({ n: "AQ" }));
    expectStopped("a private key");
  });
  test("about a certificate's key", () => {
    const { readCertificate } = engine;
    vi.mocked(engine.readCertificate).mockImplementationOnce((der) => {
      const read = readCertificate(der);
      if (read === null) throw new Error("not read");
      return { ...read, modulus: "AQ" };
    });
    expectStopped("certificate");
  });
});

describe.each([
  ["Lagrange's", vi.mocked(interpolateByLagrange)],
  ["Newton's", vi.mocked(interpolateByDifferences)],
] as const)("when %s interpolation lies", (_, interpolate) => {
  test("about one byte of the secret", () => {
    interpolate.mockImplementationOnce((points, bytes) => {
      const values = [...interpolate(points, bytes)];
      values[31] = ((values[31] ?? 0) + 1) % 256;
      return values;
    });
    expectStopped("the secret");
  });
  test("about a byte that is missing", () => {
    interpolate.mockImplementationOnce((points, bytes) =>
      interpolate(points, bytes).map((value, i) => (i === 0 ? 256 : value)),
    );
    expectStopped("the secret");
  });
});

test("and without a fault, all agree", () => {
  expect(opened()).toHaveLength(3);
});
