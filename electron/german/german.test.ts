// Everything that main says in the window is known in German: a sentence that is written anew, or
// changed, is missing here until it is translated.
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { everyNode, isTestSide, parse } from "../../build/tidy/source.ts";
import { readTree } from "../../build/tidy/tree.ts";
import { BUILT_IN } from "../../ceremony-scripts/built-in.ts";
import { glossary } from "../../ceremony-scripts/glossary.ts";
import { readScript } from "../../ceremony-scripts/schema.ts";
import { titleOf } from "../../ceremony-scripts/titles.ts";
import { german, TABLES } from "./german.ts";
import { translator } from "./sentences.ts";

const SOURCES = readTree(join(import.meta.dirname, "..", "..")).filter(
  ({ path }) => /^(crypto|ceremony-scripts|electron)\/.*\.ts$/.test(path) && !isTestSide(path),
);

/** Rooms whose refusals no German window shows, and why. */
const ENGLISH_ALONE: Readonly<Record<string, string>> = {
  "ceremony-scripts/": "whoever writes scripts reads them on the command line",
  "electron/cli/": "the command line is English",
  "electron/rehearsal-arm/": "answers as Azure does",
  "electron/rehearsal-hsm/": "a program of the command line",
  "electron/german/": "is German",
};

/** Files whose sentences the window shows as they are. */
const SHOWN = [
  "electron/ceremony/custody-rules.ts",
  "electron/ceremony/expectations.ts",
  "electron/ceremony/preflight.ts",
  "electron/hsm/preflight.ts",
  "electron/hsm/roles.ts",
  "electron/meaning/breach.ts",
  "electron/rehearse/trials.ts",
  "electron/usecases/after-activation.ts",
  "electron/usecases/before-activation.ts",
];

const isEnglish = (text: string): boolean => german(text) === text;

describe("the German of what main says", () => {
  it.each([...BUILT_IN])("has every word of the script %s", (_, text) => {
    const script = readScript(text, "");
    const said = script.steps.flatMap((step) => [
      step.act,
      step.say,
      titleOf(step),
      ...(step.action.choices ?? []).map(({ when }) => when),
    ]);
    expect([script.title, ...said].filter(isEnglish)).toEqual([]);
  });

  it("has every term and its explanation", () => {
    const said = glossary().flatMap(({ term, text }) => [term, text]);
    const names = ["HSM", "SHA-256"];
    expect(said.filter((text) => isEnglish(text) && !names.includes(text))).toEqual([]);
  });

  it("has every refusal, and what to do next", () => {
    const isShown = (path: string): boolean =>
      !Object.keys(ENGLISH_ALONE).some((room) => path.startsWith(room));
    const said = SOURCES.filter(({ path }) => isShown(path)).flatMap((file) =>
      [...everyNode(parse(file))].flatMap(rowsOf).map((text) => `${file.path}: ${text}`),
    );
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((one) => isEnglish(one.replace(/^[^:]+: /, "")))).toEqual([]);
  });

  it.each(SHOWN)("has every sentence of %s", (path) => {
    const file = SOURCES.find((one) => one.path === path);
    const said = file === undefined ? [] : [...everyNode(parse(file))].flatMap(sentenceOf);
    expect(said.length).toBeGreaterThan(1);
    expect(said.map((text) => text.replaceAll(/\{\w+\}/g, "1")).filter(isEnglish)).toEqual([]);
  });

  it("keeps every hole of a sentence", () => {
    const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
    const lost = TABLES.flatMap((table) => Object.entries(table)).filter(
      ([english, its]) => [...new Set(holes(english))].join() !== [...new Set(holes(its))].join(),
    );
    expect(lost).toEqual([]);
  });
});

describe("a translator", () => {
  const table = {
    "Bring officer {n}.": "Holen Sie Schlüsselinhaber {n}.",
    "It is {what}.": "Es ist {what}.",
    "a key": "ein Schlüssel",
    "Stop.": "Halten Sie an.",
  };
  const inGerman = translator([table]);

  it("puts into the German what stands in a hole, in German where it is known", () => {
    expect(inGerman("Bring officer 2.")).toBe("Holen Sie Schlüsselinhaber 2.");
    expect(inGerman("It is a key.")).toBe("Es ist ein Schlüssel.");
    expect(inGerman("It is Contoso-HSM.")).toBe("Es ist Contoso-HSM.");
  });

  it("says sentence by sentence what it knows so, and leaves what it does not know wholly", () => {
    expect(inGerman("Stop. Bring officer 3.")).toBe("Halten Sie an. Holen Sie Schlüsselinhaber 3.");
    expect(inGerman("Stop. Wait for Asha.")).toBe("Stop. Wait for Asha.");
  });
});

/** The two sentences of a refusal, in a row of a table of faults. */
function rowsOf(node: ts.Node): readonly string[] {
  if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.name)) return [];
  const { name, initializer } = node;
  if (!/^E-[A-Z0-9-]+$/.test(name.text) || !ts.isArrayLiteralExpression(initializer)) return [];
  return initializer.elements.flatMap((one) => {
    const text = textOf(one);
    return text === null ? [] : [text];
  });
}

/** A literal that is a whole sentence, or more. */
function sentenceOf(node: ts.Node): readonly string[] {
  const text = ts.isSourceFile(node) || textOf(node.parent) !== null ? null : textOf(node);
  return text !== null && /^\p{Lu}.* .*[.!?]$/su.test(text) ? [text] : [];
}

/** The text of a literal, or of several put together; what is put into it is a hole. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (text, { literal }) => `${text}1${literal.text}`,
      node.head.text,
    );
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === null || right === null ? null : left + right;
  }
  return null;
}
