// How long things may get before a reader loses them.
import ts from "typescript";
import {
  everyNode, isCode, isTestSide, lineOf, parse, type Finding, type Rule, type SourceText,
} from "./source.ts";

const FILE_LINES = 300;
const FUNCTION_LINES = 70;
const COLUMNS = 100;

/** Lines of a file and of a function, columns of a line, in code. */
export const lengths: Rule = (files) => files.filter(({ path }) => isCode(path)).flatMap((file) => [
  ...ofFile(file), ...ofLines(file), ...ofFunctions(file),
]);

function ofFile({ path, text }: SourceText): readonly Finding[] {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= FILE_LINES) return [];
  return [{ path, line: 0, says: `has ${lines} lines, ${FILE_LINES} are allowed` }];
}

function ofLines({ path, text }: SourceText): readonly Finding[] {
  return text.split("\n").flatMap((line, index) => line.length <= COLUMNS ? [] : [
    { path, line: index + 1, says: `has ${line.length} columns, ${COLUMNS} are allowed` },
  ]);
}

function ofFunctions(file: SourceText): readonly Finding[] {
  const found: Finding[] = [];
  for (const node of everyNode(parse(file))) {
    if (!ts.isFunctionLike(node) || (isTestSide(file.path) && isGroup(node))) continue;
    const source = node.getSourceFile();
    const lines = source.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(node);
    if (lines <= FUNCTION_LINES) continue;
    const says = `this function has ${lines} lines, ${FUNCTION_LINES} are allowed`;
    found.push({ path: file.path, line: lineOf(node), says });
  }
  return found;
}

/** A `describe` block is a chapter of tests, not a function. */
function isGroup(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isCallExpression(parent) && parent.expression.getText().startsWith("describe");
}
