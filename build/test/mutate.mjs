// What a program could say wrong: its text with one small change each, by its syntax tree.
import { createHash } from "node:crypto";
import ts from "typescript";

/**
 * One change: the characters from `start` to `end` become `to`.
 * @typedef {object} Mutant
 * @property {number} start
 * @property {number} end
 * @property {string} to
 * @property {number} line from 1
 * @property {string} name the changed line, on one line, with what was there and what is there now;
 *   it stays the same while the line does
 */

/** What an operator becomes. */
const SWAPPED = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ["!=="]],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ["==="]],
  [ts.SyntaxKind.LessThanToken, ["<=", ">="]],
  [ts.SyntaxKind.LessThanEqualsToken, ["<", ">"]],
  [ts.SyntaxKind.GreaterThanToken, [">=", "<="]],
  [ts.SyntaxKind.GreaterThanEqualsToken, [">", "<"]],
  [ts.SyntaxKind.PlusToken, ["-"]],
  [ts.SyntaxKind.MinusToken, ["+"]],
  [ts.SyntaxKind.AsteriskToken, ["/"]],
  [ts.SyntaxKind.PercentToken, ["*"]],
  [ts.SyntaxKind.AmpersandToken, ["|"]],
]);
const LOGICAL = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken];
/** Methods that ask the same of a list in another way. */
const RENAMED = new Map([
  ["every", "some"],
  ["some", "every"],
  ["startsWith", "endsWith"],
]);

/** The ends of a pattern, and the pattern without them. @type {readonly (readonly [RegExp, string])[]} */
const ENDS = [
  [/^\/\^/, "/"],
  [/\$\/([a-z]*)$/, "/$1"],
];
/** Methods that choose of a list: each may choose all, or nothing. */
const CHOOSING = ["filter", "find", "findLast", "findIndex", "findLastIndex"];

/**
 * Every mutant of a program, in the order of its text. What only names types has none.
 * @param {string} path @param {string} text
 * @param {boolean} [isRules] a program of rules: also what it takes from lists, remembers and has in tables
 * @returns {readonly Mutant[]}
 */
export function mutantsOf(path, text, isRules = false) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  /** @type {Mutant[]} */
  const found = [];
  /** @param {ts.Node} node @param {string} to */
  const change = (node, to) => {
    const [start, end] = [node.getStart(file), node.end];
    const line = file.getLineAndCharacterOfPosition(start).line;
    const before = text.slice(start, end).replace(/\s+/g, " ");
    const whole = (text.split("\n")[line] ?? "").trim();
    const name = `${whole} | ${before} -> ${to.replace(/\s+/g, " ")}`;
    found.push({ start, end, to, line: line + 1, name });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return;
    changesOf(node, file, change);
    if (isRules) changesOfRules(node, file, change);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The program with this change made. @param {string} text @param {Mutant} mutant */
export const mutated = (text, { start, end, to }) => text.slice(0, start) + to + text.slice(end);

/**
 * A share of the mutants, the same in every run: each is in it or not by itself, whatever else is
 * changed in the file.
 * @template {{readonly name: string}} T
 * @param {readonly T[]} mutants @param {number} oneIn @param {string} seed @returns {readonly T[]}
 */
export const sampleOf = (mutants, oneIn, seed) =>
  mutants.filter(({ name }) => {
    const digest = createHash("sha256").update(`${seed}\n${name}`).digest();
    return digest.readUInt32BE(0) % oneIn === 0;
  });

/**
 * @param {ts.Node} node @param {ts.SourceFile} file
 * @param {(node: ts.Node, to: string) => void} change
 */
function changesOf(node, file, change) {
  if (ts.isBinaryExpression(node)) {
    const { operatorToken: operator, left, right } = node;
    for (const to of SWAPPED.get(operator.kind) ?? []) change(operator, to);
    if (LOGICAL.includes(operator.kind)) {
      change(node, left.getText(file));
      change(node, right.getText(file));
    }
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    change(node, `(${node.operand.getText(file)})`);
  if (ts.isIfStatement(node)) forBoth(node.expression, change);
  if (ts.isConditionalExpression(node)) forBoth(node.condition, change);
  if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, "false");
  if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, "true");
  if (ts.isNumericLiteral(node) && !ts.isPropertyAssignment(node.parent))
    change(node, String(Number(node.text) + 1));
  if (ts.isStringLiteral(node) && isCompared(node)) change(node, '"another"');
  if (ts.isPropertyAccessExpression(node) && RENAMED.has(node.name.text))
    change(node.name, RENAMED.get(node.name.text) ?? "");
  if (ts.isThrowStatement(node)) change(node, ";");
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) change(node, ";");
}

/**
 * @param {ts.Node} node @param {ts.SourceFile} file
 * @param {(node: ts.Node, to: string) => void} change
 */
function changesOfRules(node, file, change) {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const { FirstAssignment, LastAssignment } = ts.SyntaxKind;
    const isKept = kind >= FirstAssignment && kind <= LastAssignment;
    if (isKept && ts.isExpressionStatement(node.parent)) change(node.parent, ";");
  }
  if (ts.isForOfStatement(node)) change(node, ";");
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const [only, more] = node.arguments;
    if (CHOOSING.includes(node.expression.name.text) && only !== undefined && more === undefined)
      for (const to of ["() => true", "() => false"]) change(only, to);
  }
  if (ts.isRegularExpressionLiteral(node))
    for (const [end, without] of ENDS)
      if (end.test(node.text)) change(node, node.text.replace(end, without));
  if (ts.isPropertyAssignment(node)) changesOfRow(node, change);
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 1)
    for (const one of node.elements)
      if (!ts.isStringLiteral(one)) change(node, withoutOne(node, one, file));
}

/** A text in a table, or what is done for a row of it. @param {ts.PropertyAssignment} row @param {(node: ts.Node, to: string) => void} change */
function changesOfRow({ initializer }, change) {
  if (ts.isStringLiteral(initializer)) change(initializer, '"another"');
  if (ts.isIdentifier(initializer) || ts.isArrowFunction(initializer))
    change(initializer, "() => undefined");
}

/** @param {ts.ArrayLiteralExpression} list @param {ts.Node} left @param {ts.SourceFile} file */
const withoutOne = ({ elements }, left, file) =>
  `[${elements.flatMap((one) => (one === left ? [] : one.getText(file))).join(", ")}]`;

/** @param {ts.Expression} condition @param {(node: ts.Node, to: string) => void} change */
function forBoth(condition, change) {
  change(condition, "true");
  change(condition, "false");
}

/** A text that decides: it is beside an operator or in a list. @param {ts.Node} node */
const isCompared = ({ parent }) =>
  (ts.isBinaryExpression(parent) && SWAPPED.has(parent.operatorToken.kind))
  || ts.isArrayLiteralExpression(parent);
