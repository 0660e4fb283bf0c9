// Which parts of a program run: each function, branch, and operand that is not always asked.
import ts from "typescript";

/** A part of the text that runs as a whole, or not at all. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

interface Marked extends Part {
  readonly before: string;
  readonly after: string;
}

const SOMETIMES = [
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
];

/** The parts, and the program that calls `reach` with the number of each when it runs. */
export function reaching(text: string): { readonly parts: readonly Part[]; readonly text: string } {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true);
  const marked: Marked[] = [];
  const mark = (node: ts.Node | undefined): void => {
    if (node === undefined) return;
    const [start, end, call] = [node.getStart(file), node.end, `reach(${marked.length})`];
    if (ts.isBlock(node)) marked.push({ start: start + 1, end, before: `${call};`, after: "" });
    else if (ts.isStatement(node)) marked.push({ start, end, before: `{${call};`, after: "}" });
    else marked.push({ start, end, before: `(${call}, `, after: ")" });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isFunctionLike(node) && "body" in node) mark(node.body);
    if (ts.isIfStatement(node)) [node.thenStatement, node.elseStatement].forEach(mark);
    if (ts.isForOfStatement(node)) mark(node.statement);
    if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(mark);
    if (ts.isBinaryExpression(node) && SOMETIMES.includes(node.operatorToken.kind))
      mark(node.right);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { parts: marked, text: inserted(text, marked) };
}

function inserted(text: string, marked: readonly Marked[]): string {
  const points = marked.flatMap(({ start, end, before, after }, n) => [
    { at: start, order: n, what: before },
    // Of those that end together the inner one, which was marked later, ends first.
    { at: end, order: -1 - n, what: after },
  ]);
  points.sort((a, b) => a.at - b.at || a.order - b.order);
  let from = 0;
  let made = "";
  for (const { at, what } of points) {
    made += text.slice(from, at) + what;
    from = at;
  }
  return made + text.slice(from);
}

/** The smallest part that contains these; -1 if none does. */
export function partOf(parts: readonly Part[], { start, end }: Part): number {
  let found = -1;
  for (const [n, part] of parts.entries()) {
    if (part.start > start || part.end < end) continue;
    const best = parts[found];
    if (best === undefined || part.end - part.start <= best.end - best.start) found = n;
  }
  return found;
}
