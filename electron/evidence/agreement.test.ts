// Three verifiers, one verdict: what the Audit screen asks, `sd verify`, and the page that shares no
// code with them, on generated bundles, good ones and damaged ones.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import { scriptCalled, TWO_OF_THREE } from "../meaning/ceremony.fixture.ts";
import { THREE_OF_FIVE } from "../meaning/lies-counts.fixture.ts";
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import { closedBy, unsigned } from "../meaning/drafts.fixture.ts";
import { someLies } from "../meaning/liar-check.fixture.ts";
import { OTHER_SCRIPT } from "../meaning/lie.fixture.ts";
import {
  CONDITIONS,
  honestOnes,
  LIES,
  NEWER,
  RARE_CONDITIONS,
  RARITIES,
  told,
} from "../meaning/lies.fixture.ts";
import { canonical } from "../journal/canonical.ts";
import type { Entry, JsonData } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { checkMeaning } from "../meaning/meaning.ts";
import { toldIn } from "../meaning/members.ts";
import { makePool as makeCeremonies } from "../meaning/pool.fixture.ts";
import { drawing, makeBundle, makePool, type Made } from "./bundle.fixture.ts";
import { bundleOf, type Files } from "./bundle.ts";
import { changed } from "./changes.fixture.ts";
import { onTheCommandLine } from "./command.fixture.ts";
import { DAMAGES } from "./damage.fixture.ts";
import { activationOf, honestBundle } from "./honest.fixture.ts";
import { bad, inTheApp } from "./verdicts.fixture.ts";
import { foundBad, onThePage, verifierProgram } from "./verifier.fixture.ts";

const long = process.env["LONG"] === "1";
const count = long ? 1000 : 12;
const changedCount = long ? 10_000 : 120;
/** Each kind of damage, and what chance makes of it. */
const damagedCount = long ? 1000 : 40;
const seed = Number(process.env["SEED"] ?? 6);
/** Of each kind of ceremony. */
const lyingCount = long ? 300 : 6;
/** Of every so many bytes one is damaged. */
const every = long ? 1 : 67;
const landed = join(import.meta.dirname, "..", "..", "e2e", "landed");
const LANDED = readdirSync(landed)
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => new Uint8Array(readFileSync(join(landed, name))));
const pool = makePool();
const page = verifierProgram();
const damages = Object.entries(DAMAGES);
/** Ceremonies on which the verifiers once disagreed: a substitute, too, was not there. */
const DISPUTED = [700_127, 700_415];
/** How many officers there are, and the quorum; in the long run also the fewest and the most. */
const COUNTS = [
  TWO_OF_THREE,
  THREE_OF_FIVE,
  ...(long
    ? [
        { officers: 3, quorum: 3 },
        { officers: 4, quorum: 3 },
        { officers: 10, quorum: 2 },
        { officers: 10, quorum: 10 },
        { officers: 6, quorum: 4 },
      ]
    : []),
];
/** How many ceremonies are searched for one that has what is changed. */
const MOST = 40;

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
  it(`find ${count} ceremonies of all nine kinds good, and tell the same of them`, async () => {
    const ceremonies = makeCeremonies();
    const befores = COUNTS.map((counts) => activationOf(ceremonies, counts));
    const kinds = new Set<string>();
    const drawn = Array.from({ length: count }, (_, n) => seed * 100_000 + n);
    for (const [i, n] of [...DISPUTED, ...drawn].entries()) {
      // Those on which they once disagreed are of two of three.
      const round = Math.max(0, Math.floor((i - DISPUTED.length) / CEREMONIES.length));
      const before = befores[round % befores.length]!;
      const files = honestBundle(ceremonies, before, n);
      const said = `ceremony ${n}`;
      const verdict = await verdictOf(files, null, said);
      expect(verdict, said).toMatch(/^good /);
      kinds.add(verdict.split(" ")[1]!);
    }
    expect([...kinds].toSorted()).toEqual(["paper", "signatures"]);
  });

  // `electron/meaning/lies.test.ts` gives each of them to the app, and `e2e/stranger.test.ts` a
  // third to a verifier in another language.
  const lies = long ? [...LIES, ...CONDITIONS] : LIES.filter((_, i) => i % 12 === 0);
  it(`find each of ${lies.length} kinds of lies, with the code of the rule that it breaks`, async () => {
    const ceremonies = makeCeremonies();
    const honest = honestOnes(ceremonies);
    const script = (name: string): Uint8Array => utf8(scriptCalled(name).text);
    for (const lie of lies) {
      // Not every ceremony has what a lie is about.
      let record: Uint8Array | null = null;
      for (let n = 2; n < MOST && record === null; n++)
        record = told(lie, honest(lie, n), ceremonies);
      expect(record, lie.name).not.toBeNull();
      const files = bundleOf({ record: record!, script: script(lie.script), papers: [] });
      expect(await verdictOf(files, null, lie.name), lie.name).toMatch(
        new RegExp(`^${lie.code} \\d+ \\d+$`),
      );
    }
  });

  const rarities = [...RARITIES, ...(long ? RARE_CONDITIONS : [])];
  it(`find each of ${rarities.length} rare happenings good, and tell the same of them`, async () => {
    const ceremonies = makeCeremonies();
    const honest = honestOnes(ceremonies);
    for (const rarity of rarities) {
      let record: Uint8Array | null = null;
      for (let n = 2; n < MOST && record === null; n++)
        record = told(rarity, honest(rarity, n), ceremonies);
      expect(record, rarity.name).not.toBeNull();
      const script = utf8(scriptCalled(rarity.script).text);
      const files = bundleOf({ record: record!, script, papers: [] });
      expect(await verdictOf(files, null, rarity.name), rarity.name).toMatch(/^good /);
    }
  });

  it("refuse by name what is newer than they are", async () => {
    const ceremonies = makeCeremonies();
    const honest = honestOnes(ceremonies);
    for (const newer of NEWER) {
      const record = told(newer, honest(newer, 1), ceremonies)!;
      const script = utf8(newer.isOtherScript ? OTHER_SCRIPT : scriptCalled(newer.script).text);
      const files = bundleOf({ record, script, papers: [] });
      expect(await verdictOf(files, null, newer.name), newer.name).toBe("E-RULES-NEWER -");
    }
  });

  it(`say the same of ${changedCount} records in which something was changed`, async () => {
    const records = LANDED.map((bytes) => verifyRecord(bytes).entries);
    const codes = new Set<string>();
    for (let n = 0; n < changedCount; n++) {
      const draw = drawing(seed * 1_000_000 + n);
      const one = changed(records[n % records.length]!, records.flat(), draw);
      const { what, entries } = draw() < 0.2 ? changed(one.entries, records.flat(), draw) : one;
      const said = `SEED=${seed}, record ${n}, ${one.what}, ${what}`;
      const meant = meaningInTheApp(entries);
      expect(await meaningOnThePage(entries), said).toBe(meant);
      codes.add(meant.split(" ")[0]!);
    }
    expect(codes.size).toBeGreaterThan(20);
  });

  it(`say the same of ${lyingCount} lies about members of each kind of ceremony`, async () => {
    const ceremonies = makeCeremonies();
    for (const kind of CEREMONIES) {
      const { lies } = someLies(ceremonies, kind, seed, { each: 1, most: lyingCount });
      for (const { type, member, says, drafted } of lies) {
        const entries = canonicalOf(unsigned(drafted()));
        const said = `SEED=${seed}, ${kind}, ${type} ${member}, ${says}`;
        expect(await meaningOnThePage(entries), said).toBe(meaningInTheApp(entries));
      }
    }
  });

  it(`find ${count} of good form to be no ceremonies, and good when form alone is asked`, async () => {
    for (let n = 0; n < count; n++) {
      const {
        made: { files, head },
      } = bundleOfRun(n);
      const said = `SEED=${seed}, bundle ${n}`;
      const heard = n % 2 === 0 ? head : null;
      expect(await verdictOf(files, heard, said), said).toBe("E-NOT-A-CEREMONY -");
      const form = onTheCommandLine(files, heard, [], true);
      expect(form, said).toMatch(/^good /);
      expect(await onThePage(page, files, heard, [], true), said).toBe(form);
    }
  });

  it(`find what is wrong with each of ${damagedCount} damaged ones, given the head`, async () => {
    const [found, tried] = [new Set<string>(), new Set<string>()];
    for (let n = 0; n < damagedCount; n++) {
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
  });

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
  );

  it("agree on who signed, by the words or digits of cards, with a seat and without", async () => {
    const ceremonies = makeCeremonies();
    const before = activationOf(ceremonies);
    const [first, second, third] = ceremonies.officers.map(
      ([{ signing }]) => signing.certificate.thumbprint,
    ) as [string, string, string];
    const [stranger] = ceremonies.strangers.map(({ signing }) => signing.certificate.thumbprint);
    const files = honestBundle(ceremonies, before, 0);
    const seated = [first, second, third].map((one, n) => `officer-${n + 1}=${one}`);
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^good \S+ +\S+ \d+ false /],
      [[first, second, third], /^good \S+ +\S+ \d+ true /],
      [[first, second, third].map((one) => page.wordsOf(one)), /^good \S+ +\S+ \d+ true /],
      [[third, second, first].map((one) => one.slice(0, 20)), /^good \S+ +\S+ \d+ true /],
      [seated, /^good \S+ +\S+ \d+ true /],
      [seated.slice(1), /^good \S+ +\S+ \d+ false /],
      [[...seated.slice(1), `officer-1=${second}`], /^E-SIGNER-CARD -/],
      [[`officer-1=${stranger}`], /^E-SIGNER-CARD -/],
      [[stranger ?? ""], /^E-SIGNER-CARD -/],
      [["officer-1=some words"], /^E-SIGNER-FORM -/],
      [["officer-4=" + first], /^E-SIGNER-CARD -/],
    ];
    for (const [cards, wanted] of cases)
      expect(await verdictOf(files, null, cards.join(), cards), cards.join()).toMatch(wanted);
  });
});

/** Their data as a record's line has it. */
const canonicalOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.map((entry) => ({ ...entry, data: JSON.parse(canonical(entry.data)) as JsonData }));

/** A record's meaning alone, as `bad` reports it, or what was excused and when the clock went back. */
function meaningInTheApp(entries: readonly Entry[]): string {
  try {
    const closed = closedBy(entries) !== null;
    const { excused, wentBack } = checkMeaning({ entries, closed });
    const told = toldIn(entries).map(({ values }) =>
      values.map(({ member, value }) => [member, value]),
    );
    return `good ${JSON.stringify([excused.map(({ code, entry, by }) => [code, entry, by]), wentBack, told])}`;
  } catch (error) {
    return bad(error);
  }
}

async function meaningOnThePage(entries: readonly Entry[]): Promise<string> {
  try {
    const { excused, back, told } = await page.judgeMeaning(entries, closedBy(entries));
    return `good ${JSON.stringify([excused.map(({ code, entry, by }) => [code, entry, by]), back, told])}`;
  } catch (error) {
    if (!(error instanceof page.Refused)) throw error;
    return foundBad(error);
  }
}

const isSame = (a: Files, b: Files): boolean =>
  a.size === b.size
  && [...a].every(([path, bytes]) => Buffer.compare(bytes, b.get(path) ?? Buffer.of()) === 0);
