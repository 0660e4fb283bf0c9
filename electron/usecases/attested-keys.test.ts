// What an attestation of custody records of keys that the HSM's cards attest, and what it refuses.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex, toBase64, toBase64Url, utf8 } from "../../crypto/index.ts";
import { makeCard, makeStatement, rehearsalPairs } from "../../crypto/secret-half.ts";
import { standingOf } from "../ceremony/ceremony.ts";
import { openJournal } from "../journal/journal.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, sealed } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { attestCustody } from "./attest-custody.ts";
import { attestedKeys } from "./attested-keys.ts";
import type { Deps } from "./deps.ts";
import { journalOf } from "./turn.ts";

const NOW = new Date("2026-11-27T10:00:00Z");
const deps = { mode: "REHEARSAL" as const, clock: () => NOW };
const pairs = rehearsalPairs("contoso-hsm");
const [own, stranger] = [pairs, { ...pairs, pool: pairs.root }].map((all) =>
  makeCard(all, "contoso-hsm", new Date("2025-01-01T00:00:00Z")),
);
const modulus = new Uint8Array(256).fill(0xc7);
const shownKey = (path: string, of = modulus) => ({
  kid: `https://contoso-hsm.managedhsm.azure.net${path}`,
  kty: "RSA-HSM",
  n: toBase64(of),
  e: "AQAB",
});
const bytesOf = (value: object): Uint8Array => utf8(JSON.stringify(value));

/** What Azure answers of a key. */
function answerOf(name: string, { by = own!, local = true, alone = false } = {}): Uint8Array {
  const path = `/keys/${name}/${sha256Hex(utf8(name)).slice(0, 32)}`;
  const half = (which: "private" | "public"): string =>
    toBase64Url(makeStatement(by, { path, modulus, local }, which));
  const attestation = {
    certificatePemFile: toBase64Url(utf8(by.certificates)),
    privateKeyAttestation: half("private"),
    publicKeyAttestation: half("public"),
    version: "MRVL-1",
  };
  return bytesOf(
    alone
      ? attestation
      : { attributes: { attestation }, key: { ...shownKey(path), n: toBase64Url(modulus) } },
  );
}
/** What `az keyvault key show` prints. */
const shown = (name: string, of = modulus): Uint8Array =>
  bytesOf({ key: shownKey(`/keys/${name}/${sha256Hex(utf8(name)).slice(0, 32)}`, of) });

const attest = (...files: readonly Uint8Array[]) => attestedKeys(deps, files, "");

describe("the answers that people brought", () => {
  it("are recorded by key: made in the card, or brought into it, under the HSM's own root", () => {
    const files = [answerOf("disk-key"), answerOf("old-key", { local: false })];
    const { poolRoot, pool, keys } = attest(...files);
    expect([poolRoot, pool]).toEqual([sha256Hex(pairs.pool.spki), "contoso-hsm"]);
    expect(keys).toMatchObject([
      { name: "disk-key", verdict: "attested", failed: [], sha256: sha256Hex(files[0]!) },
      { name: "old-key", verdict: "not-attested", failed: ["made", "always"] },
    ]);
  });

  it("of az are compared with the keys beside them, by name and version", () => {
    const files = [shown("other"), answerOf("disk-key", { alone: true }), shown("disk-key")];
    expect(attest(...files).keys).toMatchObject([{ verdict: "attested", failed: [] }]);
    expect(attest(files[1]!).keys).toMatchObject([{ failed: ["compared"] }]);
    const another = shown("disk-key", modulus.with(255, 0xc9));
    expect(codeOf(() => attest(files[1]!, another))).toBe("E-KA-UNTRUSTED");
  });

  it("B198 are refused under another root than the known one, or than the first of them", () => {
    const strange = answerOf("disk-key", { by: stranger! });
    const known = sha256Hex(pairs.pool.spki);
    expect(codeOf(() => attestedKeys(deps, [strange], known))).toBe("E-KA-UNTRUSTED");
    expect(codeOf(() => attest(answerOf("old-key"), strange))).toBe("E-KA-UNTRUSTED");
    expect(attest(strange).keys).toHaveLength(1);
  });

  it("are of the maker's cards outside a rehearsal", () => {
    const inEarnest = { ...deps, mode: "PRODUCTION" as const };
    expect(codeOf(() => attestedKeys(inEarnest, [answerOf("disk-key")], ""))).toBe(
      "E-KA-UNTRUSTED",
    );
  });

  it("name each version of a key once, and are no other files", () => {
    const one = answerOf("disk-key");
    expect(codeOf(() => attest(one, one))).toBe("E-KEYS-FILES");
    expect(codeOf(() => attest(shown("disk-key")))).toBe("E-KEYS-FILES");
    expect(codeOf(() => attest(...Array.from({ length: 201 }, () => one)))).toBe("E-KEYS-FILES");
    expect(codeOf(() => attest(bytesOf({ version: "MRVL-2" })))).toBe("E-KA-SHAPE");
  });
});

it("the assessment of custody records them first, and the record leaves the root", () => {
  const pool = makePool();
  const before = after(ceremonyOf("activation", pool, 1));
  const attestation = ceremonyOf("attestation", pool, 2, { before });
  const copy = copyOf(attestation);
  const from = copy.drafts.findIndex(
    ({ type }) => type === "keys-attested" || type === "custody-attested",
  );
  copy.drafts.splice(from);
  const last = copy.drafts.at(-1)!;
  const folder = mkdtempSync(join(tmpdir(), "attested-"));
  writeFileSync(join(folder, "record.jsonl"), sealed(copy));
  const clock = () => new Date(last.at + 60_000);
  const journal = openJournal({ folder, station: "offline", clock });
  onTestFinished(() => {
    journal.close();
    rmSync(folder, { recursive: true });
  });
  const station = {
    ...{ station: "offline", script: attestation.script, mode: "REHEARSAL", clock },
    record: { folder, open: journal },
    notice: () => undefined,
  } as unknown as Deps;
  attestCustody(station, { attestations: [answerOf("disk-key")] });
  const { entries } = journalOf(station);
  expect(entries.slice(-3).map(({ type }) => type)).toEqual([
    "keys-attested",
    "custody-attested",
    "step-performed",
  ]);
  expect(standingOf(entries).poolRoot).toBe(sha256Hex(pairs.pool.spki));
});
