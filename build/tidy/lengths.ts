// How long things get before a reader may lose them.
import ts from "typescript";
import {
  everyNode,
  isCode,
  isTestSide,
  lineOf,
  parse,
  type Finding,
  type Rule,
  type SourceText,
} from "./source.ts";

const FILE_LINES = 300;
const FUNCTION_LINES = 70;

/** Files and functions of code that are longer than most: a warning, for a noun may need them. */
export const lengths: Rule = (files) =>
  files
    .filter(({ path }) => isCode(path))
    .flatMap((file) => [...ofFile(file), ...ofFunctions(file)]);

function ofFile({ path, text }: SourceText): readonly Finding[] {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= FILE_LINES) return [];
  return [{ path, line: 0, says: `has ${lines} lines, more than ${FILE_LINES}` }];
}

function ofFunctions(file: SourceText): readonly Finding[] {
  const found: Finding[] = [];
  for (const node of everyNode(parse(file))) {
    if (!ts.isFunctionLike(node) || (isTestSide(file.path) && isGroup(node))) continue;
    const source = node.getSourceFile();
    const lines = source.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(node);
    if (lines <= FUNCTION_LINES) continue;
    const says = `this function has ${lines} lines, more than ${FUNCTION_LINES}`;
    found.push({ path: file.path, line: lineOf(node), says });
  }
  return found;
}

/** A block of tests is a chapter, not a function. */
function isGroup({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) && /^(describe|inOrder|apart)\b/.test(parent.expression.getText())
  );
}
