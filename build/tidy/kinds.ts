// The kinds of steps are listed in few places: a list anywhere else is one that a new kind forgets.
import ts from "typescript";
import {
  everyNode,
  isCode,
  isTestSide,
  parse,
  type Finding,
  type Rule,
  type SourceText,
} from "./source.ts";

/** A file may name two kinds for what they mean together; with three it keeps a list. */
const NAMED = 2;

/** Where each kind is declared, in a file of its name. */
const DECLARED = /^ceremony-scripts\/kinds\/([a-z-]+)\.ts$/;

/** The files that keep a list of kinds, and why they may. */
export const LISTS: Readonly<Record<string, string>> = {
  "ceremony-scripts/kinds.ts": "the table of all kinds",
  "electron/session/perform.ts": "the table of what performs each kind",
  "electron/desk/perform.ts": "what the desk adds to what people entered",
  "electron/desk/ceremony-actions.ts": "two pre-flights, and the closing of what is aborted",
  "electron/rehearse/answers.ts": "what simulated people enter",
  "electron/rehearse/trials.ts": "the trainer's list: which trial fits which kinds",
  "electron/rehearse/trial-actions.ts": "which medium a trial touches",
  "renderer/steps/steps.ts": "the table of each kind's screen",
};

/** Files that name three kinds of steps or more by hand and may not, or may and do not. */
export const kinds: Rule = (files) => {
  const all = new Set(files.flatMap(({ path }) => DECLARED.exec(path)?.[1] ?? []));
  const product = files.filter(({ path }) => isCode(path) && !isTestSide(path));
  return product.flatMap((file): readonly Finding[] => {
    const named = [...namesIn(file)].filter((name) => all.has(name));
    const [keeps, may] = [named.length > NAMED, Object.hasOwn(LISTS, file.path)];
    if (keeps === may) return [];
    const says = may
      ? "keeps no list of kinds any more, and need not be allowed one"
      : `names ${named.length} kinds of steps (${named.join(", ")}): `
        + "ask what is declared with a kind";
    return [{ path: file.path, line: 0, says }];
  });
};

/** Every string and every member's name that a file writes down, other than paths of imports. */
function namesIn(file: SourceText): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of everyNode(parse(file)))
    if (isName(node) && !isPathOfImport(node)) names.add(node.text);
  return names;
}

/** A member counts in a table with quoted names alone: `open` or `close` mean much else. */
const isName = (node: ts.Node): node is ts.StringLiteralLike | ts.Identifier =>
  ts.isStringLiteralLike(node)
  || (ts.isIdentifier(node)
    && ts.isPropertyAssignment(node.parent)
    && node.parent.name === node
    && node.parent.parent.properties.some(
      ({ name }) => name !== undefined && ts.isStringLiteral(name),
    ));

const isPathOfImport = ({ parent }: ts.Node): boolean =>
  ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
