// The kinds of steps are listed in few places: a list anywhere else is one that a new kind forgets.
import ts from "typescript";
import { everyNode, isCode, isTestSide, parse, type Rule, type SourceText } from "./source.ts";

/** A file may name two kinds for what they mean together; with three it keeps a list. */
const NAMED = 2;

/** Where each kind is declared, in a file of its name. */
const DECLARED = /^ceremony-scripts\/kinds\/([a-z-]+)\.ts$/;

/** The files that keep a list of kinds, and why they may. */
export const LISTS: Readonly<Record<string, string>> = {
  "ceremony-scripts/kinds.ts": "the table of all kinds",
};

/** Files that name three kinds of steps or more by hand, other than those that may. */
export const kinds: Rule = (files) => {
  const all = new Set(files.flatMap(({ path }) => DECLARED.exec(path)?.[1] ?? []));
  return files
    .filter(({ path }) => isCode(path) && !isTestSide(path) && !Object.hasOwn(LISTS, path))
    .flatMap((file) => {
      const named = [...namesIn(file)].filter((name) => all.has(name));
      if (named.length <= NAMED) return [];
      const says = `names ${named.length} kinds of steps (${named.join(", ")}): `
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

const isName = (node: ts.Node): node is ts.StringLiteralLike | ts.Identifier =>
  ts.isStringLiteralLike(node)
  || (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node);

const isPathOfImport = ({ parent }: ts.Node): boolean =>
  ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
