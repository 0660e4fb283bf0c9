// Three verifiers, one verdict: the app's own, `sd verify`, and the page that shares no code with
// them, on generated bundles, good ones and damaged ones.
import process from "node:process";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { anchoredBy, type Verdict } from "../journal/verify.ts";
import { drawing, makeBundle, makePool, type Made } from "./bundle.fixture.ts";
import { checkBundle, type Files } from "./bundle.ts";
import { onTheCommandLine } from "./command.fixture.ts";
import { DAMAGES } from "./damage.fixture.ts";
import { good, inTheApp } from "./verdicts.fixture.ts";
import { verifierProgram } from "./verifier.fixture.ts";

const count = process.env["LONG"] === "1" ? 1000 : 40;
const seed = Number(process.env["SEED"] ?? 6);
/** Of every so many bytes one is damaged. */
const every = process.env["LONG"] === "1" ? 1 : 23;
const pool = makePool();
const page = verifierProgram();
const damages = Object.entries(DAMAGES);

async function onThePage(files: Files, head: string | null): Promise<string> {
  try {
    return good(await page.judgeBundle(files, head));
  } catch (error) {
    if (!(error instanceof page.Refused)) throw error;
    return `${error.code} ${String(error.n ?? "-")}`;
  }
}

/** The one verdict of all three. */
async function verdictOf(files: Files, head: string | null, said: string): Promise<string> {
  const first = inTheApp(files, head);
  expect([onTheCommandLine(files, head), await onThePage(files, head)], said).toEqual([
    first,
    first,
  ]);
  return first;
}

const bundleOfRun = (n: number): { readonly made: Made; readonly draw: () => number } => {
  const draw = drawing(seed * 100_000 + n);
  return { made: makeBundle(pool, draw), draw };
};

describe(`three verifiers of generated bundles (seed ${seed})`, () => {
  it(`find ${count} good ones good, with their heads and without`, async () => {
    for (let n = 0; n < count; n++) {
      const {
        made: { files, head },
      } = bundleOfRun(n);
      const said = `SEED=${seed}, bundle ${n}`;
      expect(await verdictOf(files, n % 2 === 0 ? head : null, said), said).toMatch(/^good /);
    }
  }, 600_000);

  it(`find what is wrong with each of ${count} damaged ones, given the head`, async () => {
    const [found, tried] = [new Set<string>(), new Set<string>()];
    for (let n = 0; n < count; n++) {
      const { made, draw } = bundleOfRun(n + count);
      const [name, damage] = damages[n % damages.length]!;
      const files = damage(made, draw, pool);
      const said = `SEED=${seed}, bundle ${n + count}, ${name}`;
      expect(isSame(files, made.files), said).toBe(false);
      const verdict = await verdictOf(files, made.head, said);
      expect(verdict, said).toMatch(/^E-(BUNDLE|LOG)-[A-Z-]+ /);
      found.add(verdict.split(" ")[0]!);
      tried.add(name);
    }
    expect(found.size).toBeGreaterThan(12);
    expect(tried.size).toBe(damages.length);
  }, 600_000);

  it(
    `find every ${every === 1 ? "" : `${every}th `}byte of a whole bundle, when it is changed, `
      + "dropped or doubled",
    async () => {
      const {
        made: { files, head },
      } = bundleOfRun(3);
      for (const [path, bytes] of files) {
        for (let at = 0; at < bytes.length; at += every) {
          const [before, here, after] = [
            bytes.subarray(0, at),
            bytes.subarray(at, at + 1),
            bytes.subarray(at + 1),
          ];
          const flipped = here.map((byte) => byte ^ (1 << (at % 8)));
          const all = [
            [before, flipped, after],
            [before, after],
            [before, here, here, after],
          ];
          for (const parts of all) {
            const damaged = new Map(files).set(path, new Uint8Array(Buffer.concat(parts)));
            const said = `SEED=${seed}, ${path}, byte ${at}`;
            const first = inTheApp(damaged, head);
            expect(first, said).toMatch(/^E-BUNDLE-/);
            expect(await onThePage(damaged, head), said).toBe(first);
          }
        }
      }
    },
    600_000,
  );

  it("agree on who signed, by any words or digits of the cards", () => {
    for (let n = 0; n < 20; n++) {
      const {
        made: { files, signers },
      } = bundleOfRun(n);
      const verdict: Verdict = checkBundle(files);
      const digests = [...new Set(verdict.signatures.map(({ certificate }) => certificate))];
      const cards = [
        digests.map((one) => page.wordsOf(one)),
        digests.map((one) => one.slice(0, 24)),
        digests.slice(1),
        pool.strangers.map(({ certificate }) => certificate.thumbprint),
      ];
      for (const given of cards) {
        const isKnown = () => known(verdict, given);
        const isStrange = given === cards[3];
        // The page says nothing of a card that fits nobody; the app refuses it.
        if (isStrange) expect(codeOf(isKnown)).toBe("E-SIGNER-CARD");
        else expect(page.signersKnown(verdict, given)).toBe(isKnown());
        if (given === cards[0] || given === cards[1]) expect(isKnown()).toBe(signers.length > 0);
      }
    }
  });
});

const known = (verdict: Verdict, cards: readonly string[]): boolean =>
  anchoredBy(
    verdict,
    cards.map((words) => ({ officer: null, words })),
  ).known;

const isSame = (a: Files, b: Files): boolean =>
  a.size === b.size
  && [...a].every(([path, bytes]) => Buffer.compare(bytes, b.get(path) ?? Buffer.of()) === 0);
