// Any N and M: every subset opens the same data, the restore blob contains exactly that, and each
// key and entry is used once.
import { createHash } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { makeDomain, makeOfficer } from "./domain.fixture.ts";
import * as forge from "./forge.ts";
import { checkRestoreBlob, readRestoreBlob, readSecurityDomain, utf8 } from "./index.ts";
import * as native from "./native.ts";
import {
  makeRestoreBlob,
  openShare,
  openWithPrivateKey,
  openWithSecret,
  proveQuorum,
  subsetsThatOpen,
  type OfficerShare,
} from "./secret-half.ts";

vi.mock("./forge.ts", { spy: true });
vi.mock("./native.ts", { spy: true });
afterEach(() => {
  vi.clearAllMocks();
});

const POOL = Array.from({ length: 10 }, (_, i) => makeOfficer(`officer ${String(i + 1)}`));
const exchange = makeOfficer("exchange", 4096);
const NOW = new Date("2026-11-24T10:00:00Z");

const choose = (n: number, m: number): number => (m === 0 ? 1 : (choose(n - 1, m - 1) * n) / m);

/** The shares of officers 1 to `count`, each opened with its own key. */
const opened = (text: string, count: number): readonly OfficerShare[] =>
  POOL.slice(0, count).map(({ pkcs8, certificate }, i) =>
    openShare(readSecurityDomain(utf8(text)), { pkcs8, warnings: [] }, certificate, i + 1),
  );

const ALL = Array.from({ length: 8 }, (_, i) => i + 3).flatMap((n) =>
  Array.from({ length: n - 1 }, (_, i) => [n, i + 2] as const),
);

test.each(ALL)("%i officers, quorum %i: exactly the subsets are proven", (n, m) => {
  const { text } = makeDomain(n, m, POOL);
  const { subsets, required } = proveQuorum(readSecurityDomain(utf8(text)), opened(text, n), NOW);
  expect(required).toBe(m);
  expect(subsets).toHaveLength(Math.round(choose(n, m)));
  expect(new Set(subsets.map(String)).size).toBe(subsets.length);
  for (const subset of subsets) {
    expect(new Set(subset).size).toBe(m);
    expect(subset.every((officer) => officer >= 1 && officer <= n)).toBe(true);
  }
});

describe.each([
  [3, 2],
  [5, 3],
  [10, 5],
  [10, 10],
])("%i officers, quorum %i", (n, m) => {
  test("the restore blob opens with the exchange key to the same data", () => {
    const made = makeDomain(n, m, POOL);
    const domain = readSecurityDomain(utf8(made.text));
    const blob = readRestoreBlob(
      utf8(makeRestoreBlob(domain, opened(made.text, n).slice(-m), exchange.certificate)),
    );
    checkRestoreBlob(blob, exchange.certificate, domain);
    const secret = openWithPrivateKey(blob.wrappedKey, exchange.pkcs8);
    const entries = openWithSecret(blob.entries, secret);
    expect(new Map(entries.map((e) => [e.tag, e.plaintext]))).toEqual(made.plaintexts);
    expect(secret).not.toEqual(made.secret);
  });
});

describe("a proof of five of ten", () => {
  const { text } = makeDomain(10, 5, POOL);
  const file = utf8(text);

  test("uses each private key once and opens each entry once, in both engines", () => {
    const shares = opened(text, 10);
    for (const engine of [forge, native]) expect(engine.oaepDecrypt).toHaveBeenCalledTimes(10);
    vi.clearAllMocks();
    expect(proveQuorum(readSecurityDomain(file), shares, NOW).subsets).toHaveLength(252);
    for (const engine of [forge, native]) {
      expect(engine.oaepDecrypt).not.toHaveBeenCalled();
      expect(engine.aesCbcDecrypt).toHaveBeenCalledTimes(3);
    }
  });

  test("says which officers, which bytes and when, and nothing that is secret", () => {
    const proof = proveQuorum(readSecurityDomain(file), opened(text, 10), NOW);
    const sha256 = (of: string) => createHash("sha256").update(of).digest("hex");
    const {
      EncData: { data },
    } = JSON.parse(text) as { EncData: { data: { compact_jwe: string; tag: string }[] } };
    expect(proof).toEqual({
      domainSha256: sha256(text),
      required: 5,
      subsets: proof.subsets,
      entries: 3,
      opened: data.map(({ compact_jwe, tag }) => ({ tag, sha256: sha256(compact_jwe) })),
      at: "2026-11-24T10:00:00.000Z",
    });
  });

  test("shows an officer's subsets in whatever order the officers came", () => {
    const [one, two, three] = opened(text, 10);
    const mixed = [three, one, two, ...opened(text, 10).slice(3, 6)].filter((share) => !!share);
    for (const n of [1, 2, 3, 6]) {
      const subsets = subsetsThatOpen(readSecurityDomain(file), mixed, n);
      expect(subsets).toHaveLength(choose(5, 4));
      expect(subsets.every((subset) => subset.includes(n))).toBe(true);
    }
  });

  test("shows subsets as officers come, the data opened once for all of them", () => {
    const shares = opened(text, 10);
    vi.clearAllMocks();
    expect(subsetsThatOpen(readSecurityDomain(file), shares, 10)).toHaveLength(126);
    expect(native.aesCbcDecrypt).toHaveBeenCalledTimes(3);
    const six = shares.slice(0, 6).map((share) => (share.n === 2 ? spoilt(share) : share));
    expect(subsetsThatOpen(readSecurityDomain(file), six, 6)).toEqual([[1, 3, 4, 5, 6]]);
    expect(subsetsThatOpen(readSecurityDomain(file), six.slice(0, 4), 4)).toEqual([]);
  });
});

function spoilt(of: OfficerShare): OfficerShare {
  const [first = 0, ...rest] = of.share.values;
  return { ...of, share: { ...of.share, values: [(first + 1) % 257, ...rest] } };
}
