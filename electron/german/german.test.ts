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
import { detailsIn } from "./details.fixture.ts";
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
const SHOWN = ["electron/meaning/breach.ts"];

const isShown = (path: string): boolean =>
  !Object.keys(ENGLISH_ALONE).some((room) => path.startsWith(room));

/** Details that are numbers, days and times, or lists of numbers. */
const COUNTED = new Set([
  ...["n", "m", "at", "line", "required", "given", "held", "together", "officers", "other"],
  ...["most", "minutes", "seconds", "limit", "known", "last", "pid", "ours", "azures"],
]);

/** Names that are the same in German, and what the programs never put together. */
const NAMED: readonly string[] = [
  ...["TCB info", "QE identity", "root CRL", "PCK CRL"],
  ...["The 1", "the share of officers 1 and 1", "the shares of officer 1"],
];
const isNamed = (one: string): boolean => NAMED.some((name) => one.endsWith(`: ${name}`));

/** Details that are not written where a refusal is made, and why each reads well in German. */
const FROM_ELSEWHERE: Readonly<Record<string, string>> = {
  "crypto/attestation.ts: check": "a name",
  "crypto/certificate-body.ts: found": "a number",
  "crypto/certificate-body.ts: reading.at": "numbers",
  "crypto/certificate.ts: found": "a number",
  "crypto/certificate.ts: shared": "numbers",
  "crypto/certificate.ts: twice": "numbers",
  "crypto/collateral.ts: check": "a name",
  "crypto/collateral.ts: what": "a name of Intel's",
  "crypto/jwe.ts: found": "a number",
  "crypto/pkcs12.ts: found": "a number",
  "crypto/received.ts: kind": "what `describe` calls a file",
  "crypto/received.ts: reading.at": "numbers",
  "electron/ceremony/earlier.ts: what": "members of `NAMES` there, and of `partNamed`",
  "electron/ceremony/rules.ts: missing": "a number",
  "electron/deployment-record/kept-deployment.ts: what": "names of questions, or of ours",
  "electron/deployment/answers/answer.ts: path": "names of members",
  "electron/deployment/plan/read-plan.ts: path": "names of members",
  "electron/deployment/plan/read-plan.ts: wanted": "as a plan is: in English",
  "electron/deployment/plan/read-plan.ts: what": "a secret of `secrets.ts`, known in German",
  "electron/desk/azure-reads.ts: code": "a code",
  "electron/desk/station-role.ts: kept": "a station, known in German",
  "electron/evidence/bundle.ts: missing": "a path",
  "electron/evidence/bundle.ts: what": "a path",
  "electron/hsm/azure/refusal.ts: ...detail": "a number, and words of ours",
  "electron/hsm/azure/refusal.ts: ended": "both times, known in German",
  "electron/hsm/azure/refusal.ts: status": "a number",
  "electron/hsm/azure/rest.ts: pages": "a number",
  "electron/journal/entry.ts: found": "a number",
  "electron/journal/signatures.ts: what": "what others there say, known in German",
  "electron/journal/verify.ts: who": "a role",
  "electron/media/files.ts: file": "a file's name",
  "electron/media/files.ts: medium": "a label of a medium",
  "electron/media/read-bytes.ts: missing": "a file's name and a label of a medium",
  "electron/media/secrets.ts: kinds": "names of formats",
  "electron/network/network.ts: names": "names of devices",
  "electron/network/traces.ts: names": "names of devices",
  "electron/rehearse/hsm-process.ts: why": "a refusal of the command line",
  "electron/usecases/accept-refusal.ts: codes": "codes",
  "electron/usecases/kept-answer.ts: failed": "labels of media",
  "electron/usecases/kept-answer.ts: whole": "labels of media",
  "electron/usecases/key-files.ts: file": "a file's name",
  "electron/usecases/know-backup.ts: hsm": "an HSM's name",
  "electron/usecases/open-ceremony.ts: hsm": "an HSM's name",
  "electron/usecases/take-part.ts: what": "as in electron/ceremony/earlier.ts",
};

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
    const said = SOURCES.filter(({ path }) => isShown(path)).flatMap((file) =>
      [...everyNode(parse(file))].flatMap(rowsOf).map((text) => `${file.path}: ${text}`),
    );
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((one) => isEnglish(one.replace(/^[^:]+: /, "")))).toEqual([]);
  });

  it("has all that is put into a refusal, as far as the programs tell", () => {
    const details = detailsIn(SOURCES.filter(({ path }) => isShown(path)));
    // What has no blank is a name: of a member, a file, a program, a check.
    const said = details.flatMap(({ path, texts }) =>
      texts.filter((text) => /\S \S/.test(text)).map((text) => `${path}: ${text}`),
    );
    const texts = [...new Set(said)];
    expect(texts.length).toBeGreaterThan(100);
    const english = texts.filter((one) => isEnglish(one.replace(/^[^:]+: /, "")));
    expect(english.filter((one) => !isNamed(one))).toEqual([]);
    const open = details.filter((one) => one.open && !COUNTED.has(one.name));
    const places = new Set(open.map(({ path, name }) => `${path}: ${name}`));
    expect([...places].toSorted()).toEqual(Object.keys(FROM_ELSEWHERE).toSorted());
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
