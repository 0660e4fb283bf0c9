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

function readImports(file: SourceText): readonly Import[] {
  const found: Import[] = [];
  for (const node of everyNode(parse(file))) {
    const named = nameIn(node);
    if (named === undefined) continue;
    const { specifier, typesOnly } = named;
    const line = lineOf(node);
    if (specifier === undefined) found.push({ line, target: "", kind: "computed", typesOnly });
    else found.push({ line, ...resolve(file.path, specifier), typesOnly });
  }
  return found;
}

/** The file of ours that a node imports. @param from the path of the node's file */
export function targetOf(from: string, node: ts.Node): string | undefined {
  const specifier = nameIn(node)?.specifier;
  if (specifier === undefined) return undefined;
  const { kind, target } = resolve(from, specifier);
  return kind === "file" ? target : undefined;
}

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
