// A fault in either engine stops the step: each is made to lie in one place, the other tells.
import { afterEach, describe, expect, test, vi } from "vitest";
import * as forge from "./forge.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { interpolateByDifferences } from "./shamir-second.ts";
import * as native from "./native.ts";
import { openEntries } from "./quorum.ts";
import { sharesOf } from "./vectors.fixture.ts";

vi.mock("./forge.ts", { spy: true });
vi.mock("./native.ts", { spy: true });
vi.mock("./shamir-second.ts", { spy: true });
afterEach(() => {
  vi.restoreAllMocks();
});

/** The same bytes with one bit changed: what a fault in an engine would give. */
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

describe.each([
  ["node-forge", forge],
  ["node:crypto", native],
] as const)("when %s lies", (_, engine) => {
  test("about an RSA decryption", () => {
    const { oaepDecrypt } = engine;
    vi.mocked(engine.oaepDecrypt).mockImplementationOnce((key, data) =>
      oneBit(oaepDecrypt(key, data)),
    );
    expect(refusalOf(opened).code).toBe("E-DOUBLE-ENTRY");
  });
  test("about a decryption", () => {
    const { aesCbcDecrypt } = engine;
    vi.mocked(engine.aesCbcDecrypt).mockImplementationOnce((key, iv, data) =>
      oneBit(aesCbcDecrypt(key, iv, data)),
    );
    expect(refusalOf(opened).code).toBe("E-DOUBLE-ENTRY");
  });
  test("about an authentication tag", () => {
    const { hmac512 } = engine;
    vi.mocked(engine.hmac512).mockImplementationOnce((key, data) => oneBit(hmac512(key, data)));
    expect(refusalOf(opened).code).toBe("E-DOUBLE-ENTRY");
  });
  test("about a private key's numbers", () => {
    vi.mocked(engine.readPrivateKey).mockImplementationOnce(() => ({ n: "AQ" }));
    expect(refusalOf(opened).code).toBe("E-DOUBLE-ENTRY");
  });
  test("about a certificate's key", () => {
    const { readCertificate } = engine;
    vi.mocked(engine.readCertificate).mockImplementationOnce((der) => {
      const read = readCertificate(der);
      if (read === null) throw new Error("not read");
      return { ...read, modulus: "AQ" } as never;
    });
    expect(refusalOf(opened).code).toBe("E-DOUBLE-ENTRY");
  });
});

test("when the second interpolation lies about the secret", () => {
  vi.mocked(interpolateByDifferences).mockImplementationOnce(() =>
    Array.from({ length: 32 }, () => 1),
  );
  expect(refusalOf(opened).code).toBe("E-DOUBLE-ENTRY");
});

test("and when nobody lies, all agree", () => {
  expect(opened()).toHaveLength(3);
});
