// Three verifiers, one verdict: what the Audit screen asks, `sd verify`, and the page that shares no
// code with them, on generated bundles, good ones and damaged ones.
import process from "node:process";
import { describe, expect, it } from "vitest";
import { drawing, makeBundle, makePool, type Made } from "./bundle.fixture.ts";
import type { Files } from "./bundle.ts";
import { onTheCommandLine } from "./command.fixture.ts";
import { DAMAGES } from "./damage.fixture.ts";
import { inTheApp } from "./verdicts.fixture.ts";
import { onThePage, verifierProgram } from "./verifier.fixture.ts";

const count = process.env["LONG"] === "1" ? 1000 : 40;
const seed = Number(process.env["SEED"] ?? 6);
/** Of every so many bytes one is damaged. */
const every = process.env["LONG"] === "1" ? 1 : 23;
const pool = makePool();
const page = verifierProgram();
const damages = Object.entries(DAMAGES);

/** The one verdict of all three. */
async function verdictOf(
  files: Files,
  head: string | null,
  said: string,
  cards: readonly string[] = [],
): Promise<string> {
  const first = inTheApp(files, head, cards);
  const others = [onTheCommandLine(files, head, cards), await onThePage(page, files, head, cards)];
  expect(others, said).toEqual([first, first]);
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
            expect(await onThePage(page, damaged, head), said).toBe(first);
          }
        }
      }
    },
    600_000,
  );

  it("agree on who signed, by any words or digits of the cards", async () => {
    for (let n = 0; n < 20; n++) {
      const {
        made: { files, signers },
      } = bundleOfRun(n);
      const digests = [...pool.officers, ...pool.successors].map(
        ({ certificate }) => certificate.thumbprint,
      );
      const cards = [
        digests.map((one) => page.wordsOf(one)),
        digests.map((one) => one.slice(0, 24)),
        digests.slice(1),
        pool.strangers.map(({ certificate }) => certificate.thumbprint),
      ];
      for (const given of cards) {
        const [, , , , , known] = (await verdictOf(files, null, `bundle ${n}`, given)).split(" ");
        const isKnown = given !== cards[3] && signers.length > 0;
        if (given !== cards[2]) expect(known).toBe(String(isKnown));
      }
    }
  });
});

const isSame = (a: Files, b: Files): boolean =>
  a.size === b.size
  && [...a].every(([path, bytes]) => Buffer.compare(bytes, b.get(path) ?? Buffer.of()) === 0);
