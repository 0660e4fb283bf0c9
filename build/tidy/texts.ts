// Sentences are data until they are said: each is there in every language, made from the English of
// today, and nothing is done with its text afterwards.
import ts from "typescript";
import { namedBy, namedIn } from "../text/named.mjs";
import { compared, FIRST, placeOf, rowsIn } from "../text/rows.mjs";
import { importsOf } from "./imports.ts";
import { everyNode, isTestSide, lineOf, parse, type Finding, type Rule } from "./source.ts";

/** Texts that are the same in another language, and why. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  "names and numbers": [
    "HSM",
    "SHA-256",
    "Container",
    "HSM: {name}",
    "E-AUDIT-ALARM",
    "E-MEDIA-SECRET",
    "Cosmos DB",
  ],
  "terms of a plan, as it has them": [
    "South India, SI",
    "Central India, CI",
    "CMK",
    "TDE, DEK",
    "DES",
    "ASR",
    "PE",
    "SQL MI",
    "SQL Managed Instance",
  ],
  "commands, as they are typed": [
    "az aks delete.",
    "az disk delete.",
    "az monitor metrics alert delete.",
    "az storage account update --encryption-key-source Microsoft.Storage.",
  ],
  "names of programs": ["bash", "PowerShell", "Shell"],
  "German has the same word": [
    "Administrator",
    "administrator",
    "Alarm",
    "Name",
    "Organisation",
    "Plan",
    "Pools",
    "OFFLINE",
    "Passphrase",
    "Quorum",
    "Software",
    "Station",
    "Stick",
    "Kathmandu",
    "in {container}",
    "{folder} in {container}, {day}",
    "{time} in {city}",
    "{message} {next}",
    "{at, date, day}, {at, time, short} UTC",
    "{at, date, shortDay}, {at, time, short} UTC",
    "{at, date, shortDay}, {at, time, clock} UTC",
  ],
};

const NO_ROWS: ReturnType<typeof rowsIn> = new Map();

/** Rows that are missing, stale or surplus, and such as are still English. */
export const translations: Rule = (files) => {
  const catalogues = files.flatMap((file) => {
    const place = placeOf(file.path);
    return place === null ? [] : [{ ...place, ...file, rows: rowsIn(file.path, file.text) }];
  });
  const languages = new Set(catalogues.map(({ language }) => language));
  languages.delete(FIRST);
  const alike = new Set(Object.values(ALIKE).flat());
  const alone = files.find(({ path }) => path === "electron/text/rows/english-alone.ts");
  const englishAlone = alone === undefined ? NO_ROWS : rowsIn(alone.path, alone.text);
  return catalogues
    .filter(({ language }) => language === FIRST)
    .filter(({ noun }) => !englishAlone.has(noun))
    .flatMap(({ noun, rows: english }) =>
      [...languages].flatMap((language): readonly Finding[] => {
        const path = `electron/text/${language}/${noun}.ts`;
        const rows = catalogues.find((one) => one.path === path)?.rows ?? NO_ROWS;
        const same = [...english].filter(([key, { texts }]) => {
          const text = texts[0]?.text ?? "";
          return rows.get(key)?.texts[1]?.text === text && hasWords(text) && !alike.has(text);
        });
        return [
          ...compared(noun, english, rows),
          ...same.map(([key, { line }]) => ({ line, says: `${noun}.${key} is still English` })),
        ].map((one) => ({ ...one, path }));
      }),
    );
};

/** Whether a message says anything beside its holes. */
const hasWords = (text: string): boolean => /[A-Za-z]{2}/.test(text.replaceAll(/\{[^{}]*\}/g, ""));

/** Rows of English that no program says. */
export const unsaid: Rule = (files) => {
  const english = files.flatMap((file) => {
    const place = placeOf(file.path);
    return place?.language === FIRST
      ? [...rowsIn(file.path, file.text)].map(([key, { line }]) => ({
          path: file.path,
          line,
          id: `${place.noun}.${key}`,
        }))
      : [];
  });
  if (english.length === 0) return [];
  const isNamed = namedBy(
    files
      .filter(({ path }) => /\.tsx?$/.test(path) && !isTestSide(path) && placeOf(path) === null)
      .map((file) => namedIn(parse(file))),
  );
  return english
    .filter(({ id }) => !isNamed(id))
    .map(({ path, line, id }) => ({ path, line, says: `${id} is said nowhere` }));
};

/** Where the functions that say something come from. */
const SAYING = ["renderer/text/say.ts", "electron/text/text.ts", "electron/text/say.ts"];
const SAYS = ["say", "said", "saidIn"];
const CHANGES = ["join", "replace", "replaceAll", "concat", "toLowerCase", "toUpperCase"];

/** What was said is shown as it is: not on import, not joined, put into another sentence or changed. */
export const joined: Rule = (files) => {
  const speaking = files
    .filter(({ path }) => /^(renderer|electron)\/.*\.tsx?$/.test(path) && !isTestSide(path))
    .map((file) => ({
      ...file,
      targets: importsOf(file).flatMap(({ kind, target }) => (kind === "file" ? [target] : [])),
    }));
  const sayers = new Map(
    speaking
      .filter(({ targets }) => targets.some((target) => SAYING.includes(target)))
      .map((file) => [file.path, sayersOf(parse(file))]),
  );
  return speaking
    .filter(({ path, targets }) => [path, ...targets].some((one) => sayers.has(one)))
    .flatMap((file) => {
      const names = importedIn(parse(file));
      const known = new Set([
        ...(sayers.get(file.path) ?? []),
        ...file.targets.flatMap((one) =>
          [...(sayers.get(one) ?? [])].filter((name) => names.has(name)),
        ),
      ]);
      return placesOfSaid(parse(file), known).flatMap((said): readonly Finding[] => {
        const says =
          isSaying(said) && isOnImport(said)
            ? "says a sentence on import: in another language it would stay in this one"
            : wrongWith(said);
        return says === null ? [] : [{ path: file.path, line: lineOf(said), says }];
      });
    });
};

/** The functions of a file that return what they say. */
const sayersOf = (file: ts.SourceFile): ReadonlySet<string> =>
  new Set(
    [...everyNode(file)].flatMap((node): readonly string[] => {
      const made = ts.isVariableDeclaration(node) ? node.initializer : node;
      const isFunction =
        made !== undefined && (ts.isArrowFunction(made) || ts.isFunctionDeclaration(made));
      if (!isFunction || made.body === undefined) return [];
      const { name } = node as ts.VariableDeclaration | ts.FunctionDeclaration;
      const isSayer = returnsOf(made.body).some((one) => isSaid(one, new Set()));
      return isSayer && name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
    }),
  );

/** By what names a file has what others export. */
const importedIn = (file: ts.SourceFile): ReadonlySet<string> =>
  new Set([...everyNode(file)].filter(ts.isImportSpecifier).map(({ name }) => name.text));

function returnsOf(body: ts.ConciseBody): readonly ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  return [...everyNode(body)].flatMap((node) =>
    ts.isReturnStatement(node) && node.expression !== undefined ? [node.expression] : [],
  );
}

/**
 * Where a file has what was said: calls that say it, calls of functions that return it, and names that
 * a function gave to either.
 */
function placesOfSaid(file: ts.SourceFile, sayers: ReadonlySet<string>): readonly ts.Node[] {
  const all = [...everyNode(file)];
  const named = all.flatMap((node): readonly ts.Node[] => {
    const isNamed = ts.isVariableDeclaration(node) || ts.isParameter(node);
    if (!isNamed || !ts.isIdentifier(node.name) || node.initializer === undefined) return [];
    if (!isSaid(node.initializer, sayers)) return [];
    const { text } = node.name;
    return [...everyNode(scopeOf(node))].filter((one) => isUseOf(one, text));
  });
  return [...all.filter((node) => isCallOf(node, sayers)), ...named];
}

/** Whether a value is a text that was said, as it is or by a choice. */
function isSaid(node: ts.Node, sayers: ReadonlySet<string>): boolean {
  if (ts.isParenthesizedExpression(node)) return isSaid(node.expression, sayers);
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].some((one) => isSaid(one, sayers));
  return isCallOf(node, sayers);
}

const isCallOf = (node: ts.Node, sayers: ReadonlySet<string>): boolean =>
  isSaying(node)
  || (ts.isCallExpression(node)
    && ts.isIdentifier(node.expression)
    && sayers.has(node.expression.text));

/** A name where its value is used. */
const isUseOf = (node: ts.Node, text: string): boolean =>
  ts.isIdentifier(node)
  && node.text === text
  && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
  && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);

function scopeOf(node: ts.Node): ts.Node {
  let around = node.parent;
  while (!ts.isBlock(around) && !ts.isFunctionLike(around) && !ts.isSourceFile(around))
    around = around.parent;
  return around;
}

const isSaying = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node)
  && ts.isIdentifier(node.expression)
  && SAYS.includes(node.expression.text);

function isOnImport(call: ts.CallExpression): boolean {
  for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent)
    if (ts.isFunctionLike(node)) return false;
  return true;
}

function wrongWith(said: ts.Node): string | null {
  let child = said;
  for (let node = said.parent; ; child = node, node = node.parent) {
    if (ts.isTemplateSpan(node)) return "puts a sentence into a text after it was said";
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
      return "joins a sentence with a text after it was said";
    if (ts.isPropertyAccessExpression(node) && node.expression === child)
      return CHANGES.includes(node.name.text) ? "changes a sentence after it was said" : null;
    if (ts.isCallExpression(node))
      return node.expression !== child && isSaying(node)
        ? "puts a sentence that was said into another: give it as a sentence"
        : null;
    const isPart =
      ts.isConditionalExpression(node)
      || ts.isParenthesizedExpression(node)
      || ts.isArrayLiteralExpression(node)
      || ts.isSpreadElement(node)
      || ts.isObjectLiteralExpression(node)
      || ts.isPropertyAssignment(node)
      || ts.isShorthandPropertyAssignment(node);
    if (!isPart) return null;
  }
}
