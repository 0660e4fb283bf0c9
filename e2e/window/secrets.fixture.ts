// What an officer's turn must keep, and who holds any of it: among processes, and among files.
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dictionary } from "@zxcvbn-ts/language-common";
import { searchFiles } from "../../electron/rehearse/memory-search.fixture.ts";
import {
  formsOfNumber,
  formsOfText,
  type Needles,
} from "../../electron/rehearse/secret-forms.fixture.ts";
import { childrenOf, type Home } from "./app.fixture.ts";
import {
  readMemory,
  searchTogether,
  whileStill,
  type Process,
  type Searched,
} from "./still.fixture.ts";
import { expect } from "./test.fixture.ts";

const STEP = 8;

/**
 * Pieces of a passphrase, one every eight signs, in every form that a text may have.
 * @param length so long that it is nowhere by chance: a word alone may be
 */
export function piecesOf(passphrase: string, length: number): readonly Uint8Array[] {
  const count = Math.floor((passphrase.length - length) / STEP) + 1;
  return Array.from({ length: count }, (_, i) => i * STEP).flatMap((start) =>
    formsOfText(passphrase.slice(start, start + length)),
  );
}

/** The primes of an officer's two keys, from the files on their medium in a folder. */
export const primesOf = (home: Home, seat: number, passphrase: string): Needles =>
  primesOn(join(home.media(1), `officer-${seat}`), seat, passphrase);

/** The same from their medium, wherever it is. */
export function primesOn(medium: string, seat: number, passphrase: string): Needles {
  const names = [`cert_${seat - 1}.key`, `sign_${seat - 1}.key`];
  return Object.fromEntries(
    names.flatMap((name) => {
      const key = readFileSync(join(medium, name));
      const { p = "", q = "" } = createPrivateKey({ key, passphrase }).export({ format: "jwk" });
      return Object.entries({ p, q }).map(([prime, text]) => [
        `${prime} of ${name}`,
        formsOfNumber(Buffer.from(text, "base64url")),
      ]);
    }),
  );
}

/**
 * The app's processes and the screen's: all that this test has started. One that has ended, and waits
 * to be fetched, has neither words nor memory.
 */
export const everyone = (): readonly Process[] =>
  childrenOf(process.pid).filter(({ words }) => words !== "");

/** Who holds any of these secrets. */
export const holders = (secrets: Needles): readonly Searched[] =>
  searchTogether(everyone, secrets).filter(({ found }) => found.length > 0);

/** The one process that holds these of the secrets; its words are so. */
export function onlyHolder(secrets: Needles, words: string, names = Object.keys(secrets)): Process {
  const all = holders(secrets);
  expect(all).toMatchObject([
    { words: expect.stringContaining(words) as unknown as string, found: names.toSorted() },
  ]);
  return all[0]!;
}

/**
 * No file of this home, and no name of one; that files are searched is seen by the record. Chromium
 * writes under names that are gone a moment later: all that runs is stopped meanwhile.
 */
export function expectNoFileHolds({ folder }: Home, secrets: Needles): void {
  const needles = { ...secrets, record: formsOfText("key-making-began") };
  const { found } = whileStill(everyone, () => searchFiles([folder], needles));
  expect(found).toEqual(["record"]);
}

/** The record as it is at the offline station. */
export const recordOf = (home: Home): string =>
  readFileSync(
    join(home.media(1), ".ceremonies", "1-activation", "offline", "record.jsonl"),
    "utf8",
  );

const SEVEN = /(?<![A-Za-z])(?:[a-x]{3,9} ){6}[a-x]{3,9}(?![A-Za-z])/g;

/**
 * The seven words that were drawn, from the memory of the one window that knows them; null before.
 * A sentence of plain words, as programs have many, is in other processes too.
 */
export function drawnIn(processes: readonly Process[]): readonly [Process, string] | null {
  const known = new Set(dictionary["diceware-common"]);
  const windows = processes.filter(({ words }) => words.includes("--type=renderer"));
  const others = processes
    .filter((one) => !windows.includes(one))
    .map(({ pid }) => readMemory(pid));
  const drawn = windows.flatMap((one) =>
    [...readMemory(one.pid).matchAll(SEVEN)]
      .map(([text]) => [one, text] as const)
      .filter(
        ([, text]) =>
          text.split(" ").every((word) => known.has(word))
          && others.every((memory) => !memory.includes(text)),
      ),
  );
  return drawn[0] ?? null;
}
