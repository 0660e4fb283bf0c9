// What a file names of other files, packages and node modules.
import { posix } from "node:path";
import ts from "typescript";
import { everyNode, lineOf, parse, type SourceText } from "./source.ts";

export interface Import {
  readonly line: number;
  /** A path from the project's root, a package, a node module's name; "" if computed. */
  readonly target: string;
  readonly kind: "file" | "package" | "node" | "computed";
  /** Leaves nothing behind when run. */
  readonly typesOnly: boolean;
}

/** What was found in a file before: several rules ask. */
const known = new WeakMap<SourceText, readonly Import[]>();

/** Everything a file imports: statements, re-exports, `import()`, `require()`, and as a type. */
export function importsOf(file: SourceText): readonly Import[] {
  const found = known.get(file) ?? readImports(file);
  known.set(file, found);
  return found;
}

const readImports = (file: SourceText): readonly Import[] =>
  importersIn(file).map(({ node, specifier, typesOnly }) => {
    const line = lineOf(node);
    return specifier === undefined
      ? { line, target: "", kind: "computed", typesOnly }
      : { line, ...resolve(file.path, specifier), typesOnly };
  });

interface Importer extends Named {
  readonly node: ts.Node;
}

const importers = new WeakMap<SourceText, readonly Importer[]>();

function importersIn(file: SourceText): readonly Importer[] {
  const found =
    importers.get(file)
    ?? everyNode(parse(file)).flatMap((node) => {
      const named = nameIn(node);
      return named === undefined ? [] : [{ node, ...named }];
    });
  importers.set(file, found);
  return found;
}

/** The nodes of a file that import files of ours, each with its path. */
export const targetsIn = (
  file: SourceText,
): readonly { readonly node: ts.Node; readonly target: string }[] =>
  importersIn(file).flatMap(({ node, specifier }) => {
    if (specifier === undefined) return [];
    const { kind, target } = resolve(file.path, specifier);
    return kind === "file" ? [{ node, target }] : [];
  });

interface Named {
  readonly specifier: string | undefined;
  readonly typesOnly: boolean;
}

function nameIn(node: ts.Node): Named | undefined {
  if (ts.isImportDeclaration(node)) {
    const typesOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: literal(node.moduleSpecifier), typesOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: literal(node.moduleSpecifier), typesOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: literal(node.argument.literal), typesOnly: true };
  }
  if (ts.isCallExpression(node) && loads(node.expression)) {
    return { specifier: literal(node.arguments[0]), typesOnly: false };
  }
  return undefined;
}

function loads(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword
    || (ts.isIdentifier(callee) && callee.text === "require")
  );
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function resolve(from: string, specifier: string): Pick<Import, "target" | "kind"> {
  if (specifier.startsWith("node:")) return { target: specifier.slice(5), kind: "node" };
  if (!specifier.startsWith(".")) return { target: specifier, kind: "package" };
  return { target: posix.join(posix.dirname(from), specifier), kind: "file" };
}
