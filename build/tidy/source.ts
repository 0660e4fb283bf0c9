// A file as the rules see it: path and text, what kind it is, and its syntax tree.
import ts from "typescript";

/** A tracked file; `path` from the project's root, with forward slashes; empty if no text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Where a rule is broken, and how. */
export interface Finding {
  readonly path: string;
  /** From 1; 0 for the file as a whole. */
  readonly line: number;
  readonly says: string;
}

/** A rule checks all files at once and tells what it finds; it touches nothing. */
export type Rule = (files: readonly SourceText[]) => readonly Finding[];

/** True for programs: TypeScript and JavaScript of ours. */
export function isCode(path: string): boolean {
  return /\.(ts|mts|tsx|js|mjs|cjs)$/.test(path) && !path.endsWith(".d.ts");
}

/** True for tests and what only tests use: they may reach everywhere. */
export function isTestSide(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path) || path.startsWith("e2e/");
}

/** True for what is started rather than imported: programs, build steps, tools' configurations. */
export function isEntry(path: string): boolean {
  return (
    /(^|\/|-)main\.(tsx?|mjs|cjs)$/.test(path)
    || /\.config\.(ts|js)$/.test(path)
    || /^build\/[\w-]+\.mjs$/.test(path)
  );
}

/** What was parsed before: several rules ask. */
const known = new WeakMap<SourceText, ts.SourceFile>();

/** The syntax tree, with parents set. Errors of syntax are tsc's to report. */
export function parse(file: SourceText): ts.SourceFile {
  const tree = known.get(file) ?? treeOf(file);
  known.set(file, tree);
  return tree;
}

function treeOf({ path, text }: SourceText): ts.SourceFile {
  const kind = path.endsWith(".tsx")
    ? ts.ScriptKind.TSX
    : /\.[mc]?ts$/.test(path)
      ? ts.ScriptKind.TS
      : ts.ScriptKind.JS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
}

/** The line of a node, from 1. */
export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

/** What is said of a node is beside its children, with the types that programs in JavaScript have. */
type DocumentedNode = ts.Node & { readonly jsDoc?: readonly ts.JSDoc[] };

/** What was listed before: several rules ask. */
const listed = new WeakMap<ts.Node, readonly ts.Node[]>();

/** Every node of a tree, the root first; not its tokens, which no rule asks for and most nodes are. */
export function everyNode(root: ts.Node): readonly ts.Node[] {
  const nodes = listed.get(root) ?? nodesOf(root);
  listed.set(root, nodes);
  return nodes;
}

function nodesOf(root: ts.Node): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: DocumentedNode): void => {
    nodes.push(node);
    node.jsDoc?.forEach(visit);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

/** Every line that matches, as findings. */
export function linesThat(file: SourceText, pattern: RegExp, says: string): readonly Finding[] {
  return file.text
    .split("\n")
    .flatMap((text, index) =>
      pattern.test(text) ? [{ path: file.path, line: index + 1, says }] : [],
    );
}
