// Nothing runs on import: a module declares, and only a program's entry starts something.
import ts from "typescript";
import {
  isCode,
  isEntry,
  isTestSide,
  lineOf,
  parse,
  type Finding,
  type Rule,
  type SourceText,
} from "./source.ts";

/** Node modules whose functions only compute. */
const COMPUTING = ["node:path", "node:url", "node:util"];
/** Globals that reach out of the module, or tell the time. */
const REACHING = ["process", "Date", "performance", "setTimeout", "setInterval", "setImmediate"];

/** No statement that acts, and no first value that reaches outside, at the top of a module. */
export const quiet: Rule = (files) =>
  files
    .filter(({ path }) => isCode(path) && !isEntry(path) && !isTestSide(path))
    .flatMap(inOneFile);

function inOneFile(source: SourceText): readonly Finding[] {
  const file = parse(source);
  const reaching = [...REACHING, ...namesFromNode(file)];
  return file.statements.flatMap((statement): readonly Finding[] => {
    const line = lineOf(statement);
    if (acts(statement)) return [{ path: source.path, line, says: "runs on import" }];
    if (!ts.isVariableStatement(statement) || !reachesOut(statement, reaching)) return [];
    return [{ path: source.path, line, says: "reaches outside on import" }];
  });
}

function acts(statement: ts.Statement): boolean {
  return (
    ts.isExpressionStatement(statement)
    || ts.isIfStatement(statement)
    || ts.isIterationStatement(statement, true)
    || ts.isTryStatement(statement)
    || ts.isSwitchStatement(statement)
    || ts.isThrowStatement(statement)
    || ts.isBlock(statement)
  );
}

/** Local names of what is imported from node's own modules, other than those that only compute. */
function namesFromNode(file: ts.SourceFile): readonly string[] {
  return file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const from = statement.moduleSpecifier;
    if (!ts.isStringLiteral(from) || !from.text.startsWith("node:")) return [];
    if (COMPUTING.includes(from.text)) return [];
    const bindings = statement.importClause?.namedBindings;
    const named =
      bindings === undefined || ts.isNamespaceImport(bindings)
        ? [bindings?.name]
        : bindings.elements.map(({ name }) => name);
    return [statement.importClause?.name, ...named].flatMap((name) => name?.text ?? []);
  });
}

/** Whether something rooted in one of the names is called, made or awaited here and now. */
function reachesOut(node: ts.Node, names: readonly string[]): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isAwaitExpression(node)) return true;
  const calls = ts.isCallExpression(node) || ts.isNewExpression(node);
  if (calls && names.includes(rootOf(node.expression))) return true;
  if (ts.isPropertyAccessExpression(node) && rootOf(node) === "process") return true;
  return node.getChildren().some((child) => reachesOut(child, names));
}

function rootOf(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    return rootOf(node.expression);
  }
  return ts.isIdentifier(node) ? node.text : "";
}
