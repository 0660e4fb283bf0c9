// Accepts a translation for the English that it is beside: one row at a time, with both texts shown.
//   node build/text.mjs accept LANGUAGE ID
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { CATALOGUES, digestOf, FIRST, rowsIn } from "./text/rows.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Writes the digest of a row's English into its translation.
 * @param {string} root the project's folder
 * @param {string} language such as de
 * @param {string} id such as custody.title
 * @returns {{readonly english: string, readonly other: string, readonly isNew: boolean}}
 * @throws {Error} where there is no such row in either language
 */
export function accept(root, language, id) {
  const [noun = "", key = ""] = id.split(/\.(.*)/s);
  const fileOf = (/** @type {string} */ one) => join(root, CATALOGUES, one, `${noun}.ts`);
  const rowIn = (/** @type {string} */ one) => {
    const path = fileOf(one);
    const source = existsSync(path) ? readFileSync(path, "utf8") : "";
    return { source, texts: rowsIn(path, source).get(key)?.texts ?? [] };
  };
  const [english] = rowIn(FIRST).texts;
  const { source, texts } = rowIn(language);
  const [of, other] = texts;
  if (english === undefined || of === undefined || other === undefined)
    throw new Error(`There is no row ${id} in ${FIRST} and ${language}.`);
  const digest = digestOf(english.text);
  if (of.text !== digest)
    writeFileSync(
      fileOf(language),
      `${source.slice(0, of.from)}${JSON.stringify(digest)}${source.slice(of.to)}`,
    );
  return { english: english.text, other: other.text, isNew: of.text !== digest };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [verb, language, id, ...more] = process.argv.slice(2);
  if (verb !== "accept" || language === undefined || id === undefined || more.length > 0) {
    console.error("node build/text.mjs accept LANGUAGE ID");
    process.exitCode = 2;
  } else {
    const { english, other, isNew } = accept(ROOT, language, id);
    console.log(`${FIRST}: ${english}\n${language}: ${other}`);
    console.log(isNew ? "Accepted." : "It was accepted already.");
  }
}
