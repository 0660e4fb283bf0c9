// Both engines open what was sealed before it leaves; no secret of it stays in memory.
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeDomain, makeOfficer, type MadeDomain } from "./domain.fixture.ts";
import * as forge from "./forge.ts";
import { readSecurityDomain, utf8 } from "./index.ts";
import * as native from "./native.ts";
import { openEntries } from "./quorum.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { makeRestoreBlob, openShare, sealForKey, type OfficerShare } from "./secret-half.ts";
import * as shamir from "./shamir.ts";

vi.mock("./forge.ts", { spy: true });
vi.mock("./native.ts", { spy: true });
vi.mock("./shamir.ts", { spy: true });
afterEach(() => {
  vi.clearAllMocks();
});

let made: MadeDomain;
let shares: readonly OfficerShare[];
const exchange = makeOfficer("exchange").certificate;
const domainOf = ({ text }: MadeDomain) => readSecurityDomain(utf8(text));

beforeAll(() => {
  made = makeDomain(3, 2);
  shares = made.officers.map(({ pkcs8, certificate }, i) =>
    openShare(domainOf(made), { pkcs8, warnings: [] }, certificate, i + 1),
  );
  vi.clearAllMocks();
});

test("for a key: content that does not come back from both engines leaves as a refusal", () => {
  const [plaintext, other] = [utf8("a secret of the HSM"), utf8("a secret of the hsm")];
  const codeOf = () => refusalOf(() => sealForKey(plaintext, exchange.spki, "not used")).code;
  vi.mocked(native.aesCbcEncrypt).mockImplementationOnce((key, iv) =>
    native.aesCbcEncrypt(key, iv, other),
  );
  expect(codeOf()).toBe("E-DOUBLE-ENTRY");
  vi.mocked(native.hmac512).mockImplementationOnce(() => new Uint8Array(64));
  expect(codeOf()).toBe("E-DOUBLE-ENTRY");
  vi.mocked(forge.aesCbcDecrypt).mockImplementationOnce(() => other);
  expect(codeOf()).toBe("E-DOUBLE-ENTRY");
  sealForKey(plaintext, exchange.spki, "not used");
});

test("a blob that could not be finished leaves neither its secret nor the data in memory", () => {
  vi.mocked(forge.oaepEncrypt).mockImplementationOnce(() => {
    throw new Error("no memory");
  });
  expect(() => makeRestoreBlob(domainOf(made), shares.slice(0, 2), exchange)).toThrow("no memory");
  const drawn = vi.mocked(native.random).mock.results.map(({ value }) => value as Uint8Array);
  // The blob's secret and a content key; the initialization vectors of 16 bytes are no secret.
  const secret = drawn.filter(({ length }) => length > 16);
  expect(secret.map(({ length }) => length)).toEqual([32, 64]);
  for (const one of secret) expect(one).toEqual(new Uint8Array(one.length));
  const plaintexts = vi.mocked(native.aesCbcEncrypt).mock.calls.map(([, , data]) => data);
  expect(plaintexts).toHaveLength(3);
  for (const data of plaintexts) expect(data).toEqual(new Uint8Array(data.length));
});

test("no secret that shares gave stays in memory when they do not agree", () => {
  const [one, two, three] = shares;
  const values = three!.share.values.with(0, (three!.share.values[0]! + 1) % 257);
  const damaged = { ...three!, share: { ...three!.share, values } };
  expect(refusalOf(() => openEntries(domainOf(made), [one!, two!, damaged])).code).toBe(
    "E-SHARE-DAMAGED",
  );
  const secrets = vi
    .mocked(shamir.combineOrNull)
    .mock.results.map(({ value }) => value as Uint8Array | null);
  expect(secrets.length).toBeGreaterThan(3);
  for (const secret of secrets) expect(secret ?? new Uint8Array(32)).toEqual(new Uint8Array(32));
});
