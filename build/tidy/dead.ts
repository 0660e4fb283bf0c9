// Files nobody uses, and names that are exported for nobody.
import ts from "typescript";
import { importsOf, targetsIn } from "./imports.ts";
import {
  isCode,
  isEntry,
  isTestSide,
  lineOf,
  parse,
  type Rule,
  type SourceText,
} from "./source.ts";

/** Code that nobody imports and that is not started by itself either. */
export const dead: Rule = (files) => {
  const code = files.filter(({ path }) => isCode(path));
  const used = new Set(
    code.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target !== file.path)
        .map(({ target }) => target),
    ),
  );
  return code
    .filter(({ path }) => !used.has(path) && !isEntry(path) && !isStarted(path))
    .map(({ path }) => ({ path, line: 0, says: "is imported by nobody" }));
};

/** Tests are started by their runner; what only helps them must be imported by one. */
function isStarted(path: string): boolean {
  return isTestSide(path) && path.endsWith(".test.ts");
}

/**
 * A name that is exported and that no file imports: without `export` the compiler finds what is unused.
 * The shape of what a file gives or takes may have its name.
 */
export const deadNames: Rule = (files) => {
  const code = files.filter(({ path }) => isCode(path));
  const asked = new Set(
    code
      .flatMap(targetsIn)
      .flatMap(({ node, target }) => namesAskedBy(node).map((name) => `${target} ${name}`)),
  );
  return code
    .filter(({ path }) => !isEntry(path) && !asked.has(`${path} ${ALL}`))
    .flatMap((file) =>
      parse(file)
        .statements.flatMap(namesExportedBy)
        .filter((name) => !asked.has(`${file.path} ${name.text}`) && !isOwnShape(file, name))
        .map((name) => ({
          path: file.path,
          line: lineOf(name),
          says: `exports ${name.text}, which nobody imports`,
        })),
    );
};

/** A type that the file itself uses. */
const isOwnShape = (file: SourceText, { parent, text }: ts.Identifier): boolean =>
  (ts.isInterfaceDeclaration(parent) || ts.isTypeAliasDeclaration(parent))
  && file.text.split(new RegExp(`\\b${text}\\b`)).length > 2;

/** Of a file that is imported as a whole, any name may be meant. */
const ALL = "*";

/** The names that a node imports. */
function namesAskedBy(node: ts.Node): readonly string[] {
  if (ts.isImportTypeNode(node))
    return node.qualifier === undefined ? [ALL] : [firstOf(node.qualifier)];
  const bindings = ts.isImportDeclaration(node)
    ? node.importClause?.namedBindings
    : ts.isExportDeclaration(node)
      ? node.exportClause
      : undefined;
  if (bindings !== undefined && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)))
    return bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
  // For what it does, or with a default export, which no file of ours has.
  return ts.isImportDeclaration(node) && bindings === undefined ? [] : [ALL];
}

const firstOf = (name: ts.EntityName): string =>
  ts.isIdentifier(name) ? name.text : firstOf(name.left);

function namesExportedBy(statement: ts.Statement): readonly ts.Identifier[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause: names } = statement;
    return names && ts.isNamedExports(names) ? identifiers(names.elements) : [];
  }
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) !== true) return [];
  return identifiers(
    ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement],
  );
}

const identifiers = (named: readonly ts.Node[]): readonly ts.Identifier[] =>
  named.flatMap((node) => {
    const { name } = node as ts.NamedDeclaration;
    return name !== undefined && ts.isIdentifier(name) ? [name] : [];
  });
