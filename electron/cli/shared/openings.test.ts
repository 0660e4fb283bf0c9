// Openings side by side: passphrases first, all derived at once, refusals in the keys' order.
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { random, readCertificate, readSecurityDomain, utf8 } from "../../../crypto/index.ts";
import * as forge from "../../../crypto/forge.ts";
import * as native from "../../../crypto/native.ts";
import { writePrivateKey } from "../../../crypto/private-key.ts";
import { openPrivateKey, readKeyFile } from "../../../crypto/secret-half.ts";
import { sharesOf } from "../../../crypto/vectors.fixture.ts";
import { openShares, type OpenedShare } from "./openings.ts";
import { CANARY } from "../program.fixture.ts";
import type { OfficerFiles } from "./officer-files.ts";
import { vectorFile } from "../restore-blob.fixture.ts";

vi.mock("../../../crypto/forge.ts", { spy: true });
vi.mock("../../../crypto/native.ts", { spy: true });
afterEach(() => {
  vi.clearAllMocks();
});

const NAME = "2of3-rsa2048";
const PASSPHRASE = `${CANARY} ${CANARY}`;
const domain = readSecurityDomain(readFileSync(vectorFile(NAME, "sd.json")));

/** Officer `n`'s files; `locked` under 600,000 rounds, as we write them. */
function officer(n: number, locked: boolean): OfficerFiles {
  const certificate = readCertificate(readFileSync(vectorFile(NAME, `cert_${n - 1}.cer`)));
  const plain = readFileSync(vectorFile(NAME, `cert_${n - 1}.key`));
  const { pkcs8 } = openPrivateKey(plain, "", n);
  const key = locked ? utf8(writePrivateKey(pkcs8, PASSPHRASE, random)) : new Uint8Array(plain);
  return { n, key: readKeyFile(key), certificate };
}

const PLAIN = [1, 2, 3].map((n) => officer(n, false));
const LOCKED = [1, 2, 3].map((n) => officer(n, true));
const right = () => Promise.resolve(PASSPHRASE);

/** A share without the key that opened it. */
const alone = ({ n, thumbprint, share }: OpenedShare) => ({ n, thumbprint, share });

/** The shares, whom was asked, and what was warned of. */
async function opened(officers: readonly OfficerFiles[], ask = right) {
  const [asked, warned]: [number[], string[]] = [[], []];
  const shares = await openShares(
    domain,
    officers,
    (n) => {
      asked.push(n);
      return ask();
    },
    ({ message }) => warned.push(message.slice(0, 6)),
  );
  return { shares, asked, warned };
}

describe("shares are opened", () => {
  it("without asking if no key has a passphrase", async () => {
    const { shares, asked, warned } = await opened(PLAIN);
    expect([asked, warned]).toEqual([[], ["Key 1:", "Key 2:", "Key 3:"]]);
    expect(shares.map(alone)).toEqual(sharesOf(NAME).shares);
  });

  it("once all passphrases are given and derived side by side, each key used once", async () => {
    const asking = vi.fn(right);
    const { shares, asked, warned } = await opened(LOCKED, asking);
    expect([asked, warned]).toEqual([[1, 2, 3], []]);
    const [asks, derivations, decryptions] = [
      asking,
      vi.mocked(native.pbkdf2Aside),
      vi.mocked(forge.oaepDecrypt),
    ].map(({ mock }) => mock.invocationCallOrder);
    expect([asks, derivations, decryptions].map((calls) => calls?.length)).toEqual([3, 3, 3]);
    expect(Math.max(...asks!)).toBeLessThan(Math.min(...derivations!));
    expect(Math.max(...derivations!)).toBeLessThan(Math.min(...decryptions!));
    // But for the known answer, which is checked before the first passphrase.
    const others = vi.mocked(native.pbkdf2).mock.calls.filter(([, , , rounds]) => rounds !== 4096);
    expect(others).toEqual([]);
    expect(shares.map(alone)).toEqual(sharesOf(NAME).shares);
  });

  it("in the officers' order, locked ones and others mixed", async () => {
    const keys = [LOCKED[2]!, PLAIN[0]!, LOCKED[1]!].map((one, i) => ({ ...one, n: i + 1 }));
    const { shares, asked, warned } = await opened(keys);
    expect(shares.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect([asked, warned]).toEqual([[1, 3], ["Key 2:"]]);
  });
});

describe("what is refused", () => {
  it("is the first in the order of the keys, a second after a wrong passphrase", async () => {
    const began = performance.now();
    const passphrases = [PASSPHRASE, "wrong", "wrong too"];
    await expect(
      opened(LOCKED, () => Promise.resolve(passphrases.shift() ?? "")),
    ).rejects.toMatchObject({ code: "E-KEY-PASSPHRASE", message: /key 2 is wrong/ });
    expect(performance.now() - began).toBeGreaterThan(1000);
  });

  it("names both of two keys whose certificates are exchanged", async () => {
    const [one, two, three] = LOCKED as [OfficerFiles, OfficerFiles, OfficerFiles];
    const exchanged = [
      one,
      { ...two, certificate: three.certificate },
      { ...three, certificate: two.certificate },
    ];
    await expect(opened(exchanged)).rejects.toMatchObject({
      code: "E-CERT-EXCHANGED",
      message: "Private key 2 belongs to the certificate beside key 3.",
    });
  });

  it("is checked by form before anyone is asked for a passphrase", async () => {
    expect(() => readKeyFile(utf8("no key"))).toThrow(
      expect.objectContaining({ code: "E-KEY-PEM" }),
    );
  });
});
