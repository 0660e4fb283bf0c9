// az and we make of the same random domains blobs with equal secrets, and nothing else differs.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBase64, random, sha256Hex, toHex, utf8, writePem } from "../../crypto/index.ts";
import type { TestOfficer } from "../../crypto/domain.fixture.ts";
import { makePool } from "../../crypto/pool.fixture.ts";
import { writePrivateKey } from "../../crypto/private-key.ts";
import { makeDomain, wrapDomain } from "../rehearsal-hsm/domain.ts";
import { passedOver, PYTHON } from "../rehearse/judges.fixture.ts";
import { restoreHere, startAz, takeSecrets, type Az, type Call } from "./az.fixture.ts";

/** A domain with the keys of a quorum, and what it holds: tag to hex. */
interface Made {
  readonly domain: string;
  readonly keys: readonly string[];
  readonly passwords: readonly string[];
  readonly secrets: Readonly<Record<string, string>>;
}

const SIZES = [2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 2048, 3072, 4096];
const EXCHANGE_SIZES = [2048, 3072, 4096];
const PASSPHRASE = "an officer's passphrase";
/** Places in the pool of keys that have a passphrase. */
const PROTECTED = [0, 10];
/** Every number of officers with every quorum: 44 pairs. */
const PAIRS = Array.from({ length: 8 }, (_, i) => i + 3).flatMap((count) =>
  Array.from({ length: count - 1 }, (_, i) => [count, i + 2] as const),
);
/** `npm test` makes a few of each, all pairs in turn over the runs; `npm run test:long` fifty. */
const EACH = process.env["LONG"] === "1" ? 50 : 6;
/** The pairs in turn, begun where chance wants. */
const pairs = (begin: number) =>
  Array.from({ length: EACH }, (_, i) => PAIRS[(begin + i) % PAIRS.length]!);

/** How others name shares and keep keys, and what we are told besides. */
interface Way {
  readonly naming: "der" | "text" | "bare-text" | "nothing";
  readonly files: "apart" | "one-pem" | "pfx" | "lost";
  readonly sizes: readonly number[];
  readonly more: readonly string[];
}
const EVERY = ["--try-every-share"];
const OTHERS: readonly Omit<Way, "sizes">[] = [
  { naming: "text", files: "apart", more: [] },
  { naming: "bare-text", files: "apart", more: [] },
  { naming: "nothing", files: "apart", more: EVERY },
  { naming: "der", files: "pfx", more: [] },
  { naming: "text", files: "pfx", more: [] },
  { naming: "text", files: "one-pem", more: [] },
  { naming: "nothing", files: "lost", more: EVERY },
];

/** Chance is drawn from a seed, which a failure names; keys and secrets are fresh anyway. */
const seed = Math.floor(Math.random() * 2 ** 31);
const draws = { count: 0 };
function below(limit: number): number {
  draws.count += 1;
  return Number.parseInt(sha256Hex(utf8(`${seed} ${draws.count}`)).slice(0, 8), 16) % limit;
}

let folder = "";
let az: Az;
let exchanges: readonly { readonly file: string; readonly key: string }[] = [];

describe.skipIf(passedOver)("az keyvault security-domain restore-blob (needs azure-cli)", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sd-az-"));
    az = startAz(folder);
    exchanges = (await makePool(EXCHANGE_SIZES, false)).map(({ pkcs8, certificate }, i) => {
      const file = join(folder, `exchange-${i}.pem`);
      writeFileSync(file, certificate.pem);
      return { file, key: writePem("PRIVATE KEY", pkcs8) };
    });
  });
  afterAll(() => {
    az.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`and ours give equal blobs for ${EACH} domains of our rehearsal HSM`, async () => {
    const files = writePool(await makePool(SIZES));
    for (const [count, quorum] of pairs(below(44)))
      await expectSame(rehearsed(files, count, quorum));
  });

  it(`and ours give equal blobs for ${EACH} domains of an independent maker`, async () => {
    let made = 0;
    for await (const domain of independent(pairs(below(44)))) {
      await expectSame(domain);
      made += 1;
    }
    expect(made).toBe(EACH);
  });

  it.each(OTHERS)("and ours: az gives up, we do not: $naming, $files", async (way) => {
    for await (const made of independent([[3, 2]], { ...way, sizes: [2048, 2048, 2048] })) {
      const [{ file: exchange, key }] = [exchanges[0]!];
      const call = (out: string): Call => ({
        domain: made.domain,
        exchange,
        keys: made.keys,
        out: join(folder, out),
        ...(made.passwords.length === 0 ? {} : { passwords: made.passwords }),
      });
      expect((await az.restore(call("theirs.json"))).error).toMatch(/Error$/);
      expect(existsSync(join(folder, "theirs.json"))).toBe(false);
      const ours = await restoreHere(call("ours.json"), way.more);
      expect(ours.error).toBeNull();
      if (way.naming !== "der") expect(ours.warnings).toContain("W-SHARE-FOUND");
      expect((await takeSecrets(join(folder, "ours.json"), key)).secrets).toEqual(made.secrets);
      rmSync(dirname(made.domain), { recursive: true });
    }
  });
});

/** Both make a blob, for an exchange key by chance; secrets as they should be, shapes the same. */
async function expectSame({ domain, keys, passwords, secrets }: Made): Promise<void> {
  const { file: exchange, key } = exchanges[below(exchanges.length)]!;
  const call = (out: string): Call => ({
    domain,
    exchange,
    keys,
    out: join(folder, out),
    ...(passwords.length === 0 ? {} : { passwords }),
  });
  const [theirs, ours] = [call("theirs.json"), call("ours.json")];
  const [azAnswer, { error }] = await Promise.all([az.restore(theirs), restoreHere(ours)]);
  const which = `seed ${seed}, draw ${draws.count}`;
  expect([azAnswer, error], which).toEqual([{ error: null, said: "" }, null]);
  const [their, our] = [await takeSecrets(theirs.out, key), await takeSecrets(ours.out, key)];
  expect(their.secrets, which).toEqual(secrets);
  expect(our.secrets, which).toEqual(secrets);
  expect(our.shape, which).toBe(their.shape);
}

interface OfficerFile extends TestOfficer {
  readonly file: string;
  readonly passphrase: string;
}

/** Key and certificate of each officer beside each other; a few keys under a passphrase. */
function writePool(pool: readonly TestOfficer[]): readonly OfficerFile[] {
  return pool.map((officer, i) => {
    const file = join(folder, `officer-${i}.key`);
    const passphrase = PROTECTED.includes(i) ? PASSPHRASE : "";
    const pem =
      passphrase === ""
        ? writePem("PRIVATE KEY", officer.pkcs8)
        : writePrivateKey(officer.pkcs8, passphrase, random);
    writeFileSync(file, pem);
    writeFileSync(file.replace(/key$/, "cer"), officer.certificate.pem);
    return { ...officer, file, passphrase };
  });
}

const byChance = <Member>(members: readonly Member[], count: number): readonly Member[] =>
  members
    .map((member) => ({ member, at: below(65_536) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ member }) => member);

/** A domain as our rehearsal HSM makes and wraps it. */
function rehearsed(pool: readonly OfficerFile[], count: number, quorum: number): Made {
  const officers = byChance(pool, count);
  const made = makeDomain(random);
  const certificates = officers.map(({ certificate }) => certificate);
  const domain = join(folder, "rehearsed.json");
  writeFileSync(domain, wrapDomain(made, certificates, quorum, random));
  // az gives passphrases to keys by their places, and none to a key that has none.
  const present = [...byChance(officers, quorum)].sort(
    (a, b) => Number(a.passphrase === "") - Number(b.passphrase === ""),
  );
  return {
    domain,
    keys: present.map(({ file }) => file),
    passwords: present.map(({ passphrase }) => passphrase).filter((one) => one !== ""),
    secrets: Object.fromEntries(
      made.entries.map(({ tag, plaintext }) => [tag, toHex(fromBase64(plaintext) as Uint8Array)]),
    ),
  };
}

/** Domains of the maker in Python, as they come. */
async function* independent(
  given: readonly (readonly [number, number])[],
  way: Partial<Way> = {},
): AsyncGenerator<Made> {
  const maker = fileURLToPath(new URL("domain-maker.fixture.py", import.meta.url));
  const { naming = "der", files = "apart", sizes = SIZES } = way;
  const into = mkdtempSync(join(folder, "maker-"));
  const plan = { folder: into, naming, files, sizes, protected: PROTECTED, pairs: given };
  const child = spawn(PYTHON, [maker, JSON.stringify(plan)], {
    env: { PATH: "/usr/bin:/bin" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as Made;
}
