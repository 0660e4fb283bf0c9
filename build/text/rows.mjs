// The rows of the catalogues as they are in their files: what is missing, stale or surplus.
import { createHash } from "node:crypto";
import ts from "typescript";

/** Where the catalogues are: a folder for each language, in it a file for each noun. */
export const CATALOGUES = "electron/text";

/** The language that is written first. */
export const FIRST = "en";

/**
 * A row, and where its texts are in the file.
 * @typedef {object} Row
 * @property {number} line from 1
 * @property {readonly {readonly text: string, readonly from: number, readonly to: number}[]} texts
 *   of English its one text; else the digest of its English, its text, the holes it does without
 */

/** The first eight digits of the SHA-256 of a text. @param {string} english */
export const digestOf = (english) => createHash("sha256").update(english).digest("hex").slice(0, 8);

/**
 * The language and noun of a file of a catalogue; null for another file, such as a list of nouns, which
 * is named after its language.
 * @param {string} path
 */
export function placeOf(path) {
  const [, language, noun] =
    /^electron\/text\/([a-z]{2})\/(?!\1[-.])([\w-]+)\.ts$/.exec(path) ?? [];
  return language === undefined || noun === undefined ? null : { language, noun };
}

/**
 * The rows of a file by their names.
 * @param {string} path
 * @param {string} source
 * @returns {ReadonlyMap<string, Row>}
 */
export function rowsIn(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const visit = (/** @type {ts.Node} */ node) => {
    if (!ts.isPropertyAssignment(node)) return void ts.forEachChild(node, visit);
    const value = node.initializer;
    const texts = (ts.isArrayLiteralExpression(value) ? value.elements : [value]).flatMap((one) =>
      ts.isStringLiteral(one)
        ? [{ text: one.text, from: one.getStart(file), to: one.getEnd() }]
        : [],
    );
    const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : "";
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    rows.set(name, { line, texts });
  };
  visit(file);
  return rows;
}

/**
 * What is wrong with one language's rows of a noun.
 * @param {string} noun
 * @param {ReadonlyMap<string, Row>} english
 * @param {ReadonlyMap<string, Row>} other
 * @returns {readonly {readonly line: number, readonly says: string}[]}
 */
export function compared(noun, english, other) {
  const missing = [...english.keys()]
    .filter((key) => !other.has(key))
    .map((key) => ({ line: 0, says: `${noun}.${key} is missing` }));
  const wrong = [...other].flatMap(([key, { line, texts }]) => {
    const [of] = english.get(key)?.texts ?? [];
    if (of === undefined)
      return [{ line, says: `${noun}.${key} is surplus: English has no such row` }];
    return texts[0]?.text === digestOf(of.text)
      ? []
      : [{ line, says: `${noun}.${key} is stale: its English has changed` }];
  });
  return [...missing, ...wrong];
}
