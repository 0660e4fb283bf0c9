// The page with one more language, which no one speaks: a row in the list of languages, and nothing else.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import type { Page } from "playwright";
import { madeOnce } from "../../electron/disk/made-once.fixture.ts";
import { CLOSES, OPENS, UNACCENTED } from "../../electron/text/pseudo.fixture.ts";
import { LANGUAGES, type Language } from "../../electron/text/text.ts";
import { ROOT } from "../bundle.fixture.ts";
import { textsOfOthers } from "./sent.fixture.ts";
import { overrun } from "./german.fixture.ts";

/** English of a region that is private use, as BCP 47 has it. The product has no such language. */
export const PSEUDO = "en-XA" as Language;

const ROW = `  { id: "${PSEUDO}", name: "Pseudo", tag: "en-GB", rows: PSEUDO },\n`;

/** The list of languages with that row in it. */
const oneMore: Plugin = {
  name: "one-more-language",
  setup: (build) => {
    build.onLoad({ filter: /[/\\]electron[/\\]text[/\\]languages\.ts$/ }, ({ path }) => ({
      contents: `import { PSEUDO } from "./pseudo.fixture.ts";\n${readFileSync(
        path,
        "utf8",
      ).replace("] as const satisfies", `${ROW}] as const satisfies`)}`,
      loader: "ts",
      resolveDir: dirname(path),
    }));
  },
};

/** @returns the folder of the pages with it */
export async function pseudoPages(): Promise<string> {
  const { home } = await madeOnce("pseudo-pages", async (folder) => {
    const { pageFiles } = await import("../../build/bundle/bundle.mjs");
    mkdirSync(join(folder, "pages"));
    for (const [name, bytes] of await pageFiles(ROOT, [oneMore]))
      writeFileSync(join(folder, "pages", name), bytes);
    return null;
  });
  return join(home, "pages");
}

/** What is the same in every language: how the clock counts, and what the languages call themselves. */
const NAMES = ["UTC", "SHA-256", "Pseudo", ...LANGUAGES.map(({ name }) => name)];

/** What is wrong with a page in it. */
export const PSEUDO_LOOK = {
  language: PSEUDO,
  /** @param sent what main sent: what is on the page of it is not ours */
  findings: async (page: Page, sent: unknown): Promise<readonly string[]> => [
    ...unsaidIn(await page.evaluate(textsShown), [
      ...NAMES,
      ...textsSent([sent, await page.evaluate(valuesWritten)]),
    ]).map((text) => `past the catalogue: ${text}`),
    ...(await page.evaluate(overrun)).map((text) => `has no room: ${text}`),
  ],
};

/** What is on the page and was not said by the catalogue, but for what main sent and people wrote. */
function unsaidIn(shown: readonly string[], sent: readonly string[]): readonly string[] {
  const bracketed = new RegExp(`${OPENS}[^${OPENS}${CLOSES}]*${CLOSES}`, "g");
  return shown.filter((text) => {
    let rest = text;
    // A sentence may be in another: the innermost first.
    for (let before = ""; before !== rest;) {
      before = rest;
      rest = rest.replaceAll(bracketed, " ");
    }
    for (const known of sent) rest = rest.replaceAll(known, " ");
    // Of a next step of several lines each lacks a bracket; its letters are those of the language.
    return /\p{L}{2}/u.test(rest) && UNACCENTED.test(rest);
  });
}

/** In the page: every text that is seen, but for commands; and what is said of what is seen to who cannot. */
function textsShown(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown: string[] = [];
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode;
    if (
      parentElement?.checkVisibility() === true
      && parentElement.closest("[lang=en], code") === null
    )
      shown.push(textContent ?? "");
  }
  for (const name of ["aria-label", "aria-description", "title", "placeholder", "alt"])
    for (const element of document.querySelectorAll(`[${name}]`))
      shown.push(element.getAttribute(name) ?? "");
  return shown.filter((text) => text.trim() !== "");
}

/** In the page: what people have written. */
const valuesWritten = (): readonly string[] =>
  [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map(({ value }) => value);

/** Every text of others in what main sent, whole, by its sentences and with a capital; the longest first. */
function textsSent(sent: unknown): readonly string[] {
  const found = new Set<string>();
  for (const text of textsOfOthers(sent))
    for (const part of [text, ...text.split(/(?<=[.!?])\s+/)].map((one) => one.trim()))
      if (part !== "")
        for (const form of [part, part.slice(0, 1).toUpperCase() + part.slice(1)])
          found.add(form).add(form.replaceAll("'", "\u2019"));
  return [...found].toSorted((a, b) => b.length - a.length);
}
