// A restore blob is opened again before it is returned, and no secret of it is left.
import { createHash } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { utf8 } from "./bytes.ts";
import { checkRestoreBlob, readExchangeKey, readRestoreBlob } from "./index.ts";
import * as jwe from "./jwe-content.ts";
import * as quorum from "./quorum.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { makeRestoreBlob } from "./restore-blob-maker.ts";
import { sharesOf, vector } from "./vectors.fixture.ts";

vi.mock("./jwe-content.ts", { spy: true });
vi.mock("./quorum.ts", { spy: true });
afterEach(() => {
  vi.resetAllMocks();
});

const NAME = "2of3-rsa2048";
const { domain, shares } = sharesOf(NAME);
const exchange = readExchangeKey(vector(NAME, "exchange.pem"));
const blob = () => makeRestoreBlob(domain, shares, exchange);
const expectRefused = () => {
  const { code, message } = refusalOf(blob);
  expect([code, message]).toEqual(["E-DOUBLE-ENTRY", expect.stringContaining("the restore blob")]);
};

test("a blob is complete, and for the exchange key", () => {
  const read = readRestoreBlob(utf8(blob()));
  checkRestoreBlob(read, exchange, domain);
  expect(read.exchangeThumbprint).toBe(exchange.thumbprint);
});

test("a blob has az's form to the letter: its members, their order, their names, its certificate", () => {
  const tags = domain.entries.map(({ tag }) => tag);
  const compact = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;
  const text = blob();
  const sealed: unknown = expect.stringMatching(compact);
  const data = tags.map((tag) => ({ compact_jwe: sealed, tag }));
  const thumbprint = createHash("sha256").update(exchange.der).digest("base64url");
  const wrapped = { enc_key: sealed, x5t_256: thumbprint };
  expect(JSON.parse(text)).toEqual({ EncData: { data, kdf: "sp108_kdf" }, WrappedKey: wrapped });
  const names = [...text.matchAll(/"(\w+)":/g)].map(([, name]) => name);
  const each = tags.flatMap(() => ["compact_jwe", "tag"]);
  expect(names).toEqual(["EncData", "data", ...each, "kdf", "WrappedKey", "enc_key", "x5t_256"]);
});

describe("a blob", () => {
  test.each<[string, (plaintext: Uint8Array) => Uint8Array]>([
    ["with one bit changed", ([first = 0, ...rest]) => Uint8Array.of(first ^ 1, ...rest)],
    ["with one byte more", (plaintext) => Uint8Array.of(...plaintext, 0)],
    ["with one byte less", (plaintext) => plaintext.slice(0, -1)],
  ])("that holds an entry %s is not given out, whichever entry it is", async (_, change) => {
    const { sealDirect } = await vi.importActual<typeof jwe>("./jwe-content.ts");
    for (const place of [1, 2, 3]) {
      let count = 0;
      vi.mocked(jwe.sealDirect).mockImplementation((plaintext, key, tag) =>
        sealDirect(++count === place ? change(plaintext) : plaintext, key, tag),
      );
      expectRefused();
    }
  });

  type Change = (entries: readonly quorum.OpenEntry[]) => readonly quorum.OpenEntry[];
  test.each<[string, Change]>([
    ["lacks its last entry", (entries) => entries.slice(0, -1)],
    ["lacks its first entry", (entries) => entries.slice(1)],
    ["has an entry twice", (entries) => [...entries, ...entries.slice(-1)]],
    ["has them in another order", (entries) => [...entries].reverse()],
    ["has one under another tag", ([one, ...rest]) => [{ ...one!, tag: "other" }, ...rest]],
  ])("that %s is not given out", async (_, change) => {
    const { openWithSecret } = await vi.importActual<typeof quorum>("./quorum.ts");
    vi.mocked(quorum.openWithSecret).mockImplementation((entries, secret) =>
      change(openWithSecret(entries, secret)),
    );
    expectRefused();
  });
});

test("the secret has 32 bytes, and it, its keys and all entries in the clear are wiped", () => {
  blob();
  const [secret, spki] = vi.mocked(jwe.sealForKey).mock.calls[0]!;
  expect(spki).toEqual(exchange.spki);
  expect(secret).toHaveLength(32);
  const sealed = vi.mocked(jwe.sealDirect).mock.calls;
  const opened = vi.mocked(quorum.openWithSecret).mock.results.at(-1)!
    .value as readonly quorum.OpenEntry[];
  expect([sealed.length, opened.length]).toEqual([3, 3]);
  const left = [
    secret,
    ...sealed.flatMap(([plaintext, key]) => [plaintext, key]),
    ...opened.map(({ plaintext }) => plaintext),
  ].filter((bytes) => bytes.some((byte) => byte !== 0));
  expect(left).toEqual([]);
});
