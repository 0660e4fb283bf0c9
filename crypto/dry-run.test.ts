// A dry run finds what a recovery would find: a changed blob or entry is refused, and nothing that
// it made is left or shown.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dryRun } from "./dry-run.ts";
import { isFault } from "./errors.ts";
import * as jwe from "./jwe-content.ts";
import * as quorum from "./quorum.ts";
import * as rsa from "./rsa-key.ts";
import { sharesOf } from "./vectors.fixture.ts";

vi.mock("./jwe-content.ts", { spy: true });
vi.mock("./quorum.ts", { spy: true });
vi.mock("./rsa-key.ts", { spy: true });
/** As it is, without a spy. */
const real = <Module>(path: string) => vi.importActual<Module>(path);
// Half the size takes a fraction of the time; a test checks which size is asked for.
beforeEach(async () => {
  const { makeRsaKey } = await real<typeof rsa>("./rsa-key.ts");
  vi.mocked(rsa.makeRsaKey).mockImplementation((bits) => makeRsaKey(bits / 2));
});
afterEach(() => {
  vi.resetAllMocks();
});

const { domain, shares } = sharesOf("2of3-rsa2048");
const run = (given = shares.slice(0, 2)) => dryRun(domain, given, new Date("2026-11-27T10:00:00Z"));
const codeOf = (ended: Promise<unknown>): Promise<string> =>
  ended.then(
    () => "passed",
    (error: unknown) => (isFault(error) ? `${error.code}: ${error.message}` : "no fault"),
  );

test("every pair passes, and reports each entry as it is in the domain, and nothing else", async () => {
  const told = await run();
  expect(told).toEqual({
    domainSha256: domain.sha256,
    required: 2,
    entries: domain.entries.length,
    opened: quorum.proveQuorum(domain, shares, new Date(0)).opened,
  });
  expect(await run(shares.slice(1))).toEqual(told);
  expect(vi.mocked(rsa.makeRsaKey).mock.calls).toEqual([[4096], [4096]]);
});

test("one officer alone does not pass", async () => {
  expect(await codeOf(run(shares.slice(0, 1)))).toMatch(/^E-QUORUM-SHORT/);
});

test("what comes out of the blob is compared with what is in the domain", async () => {
  const { openWithSecret } = await real<typeof quorum>("./quorum.ts");
  let count = 0;
  const asOpened = 2;
  // First where the blob is made, then where it is opened with the exchange key.
  vi.mocked(quorum.openWithSecret).mockImplementation((entries, secret) => {
    const open = openWithSecret(entries, secret);
    const last = open.at(-1)!;
    const other = { ...last, plaintext: last.plaintext.map((byte) => byte ^ 1) };
    return ++count === asOpened ? [...open.slice(0, -1), other] : open;
  });
  expect(await codeOf(run())).toMatch(/^E-DOUBLE-ENTRY: .* the dry run/);
});

test("a blob whose key does not open with the exchange key is refused", async () => {
  vi.mocked(jwe.openWithPrivateKey).mockImplementation((sealed, pkcs8) => {
    const [first = 0, ...rest] = sealed.encryptedKey;
    return openAsItIs({ ...sealed, encryptedKey: Uint8Array.of(first ^ 1, ...rest) }, pkcs8);
  });
  const { openWithPrivateKey: openAsItIs } = await real<typeof jwe>("./jwe-content.ts");
  expect(await codeOf(run())).toMatch(/^E-JWE-OAEP/);
});

test("exchange key, secret and all entries in the clear are wiped, also where it is refused", async () => {
  const { openWithSecret } = await real<typeof quorum>("./quorum.ts");
  const opened: Uint8Array[] = [];
  vi.mocked(quorum.openWithSecret).mockImplementation((entries, secret) => {
    const all = openWithSecret(entries, secret);
    opened.push(secret, ...all.map(({ plaintext }) => plaintext));
    return all;
  });
  await run();
  const own = vi.mocked(quorum.openEntries).mock.results;
  for (const { value } of own)
    opened.push(...(value as readonly quorum.OpenEntry[]).map(({ plaintext }) => plaintext));
  expect(await codeOf(run(shares.slice(0, 1)))).toMatch(/^E-QUORUM-SHORT/);
  const keys = vi
    .mocked(rsa.makeRsaKey)
    .mock.results.map(({ value }) => value as Promise<Uint8Array>);
  const wiped = [...opened, ...(await Promise.all(keys))];
  expect(wiped.length).toBe(4 * domain.entries.length + 2 + 2);
  for (const bytes of wiped) expect(bytes.every((byte) => byte === 0)).toBe(true);
});
