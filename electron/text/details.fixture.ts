// What is put into the holes of refusals, as far as the programs tell: `fault("E-KIND", { found: ... })`, and
// into those of the sentences that are there. A text that comes by a constant, a choice, a function or a
// parameter is followed to where it is written; a sentence of the catalogue is none.
import { dirname } from "node:path";
import ts from "typescript";
import { everyNode, parse, type SourceText } from "../../build/tidy/source.ts";

/** What is known of one detail; `open` where some of it comes from elsewhere, as a number does. */
interface Known {
  readonly texts: readonly string[];
  readonly open: boolean;
}

/** A detail of a refusal, and where it is given. */
export interface Given extends Known {
  readonly path: string;
  readonly name: string;
}

const OPEN: Known = { texts: [], open: true };
const NONE: Known = { texts: [], open: false };
/** Fits in place of a number, and in place of a word. */
const HOLE = "1";

/** Every detail of every refusal in these files. */
export function detailsIn(files: readonly SourceText[]): readonly Given[] {
  const follow = follower(files);
  return files.flatMap((file) =>
    [...everyNode(parse(file))].flatMap((node) => {
      if (!ts.isCallExpression(node) || !isOfRefusals(node)) return [];
      const [, detail] = node.arguments;
      if (detail === undefined) return [];
      if (!ts.isObjectLiteralExpression(detail))
        return [{ path: file.path, name: detail.getText(), ...OPEN }];
      return detail.properties.map((one) => ({
        path: file.path,
        name: ts.isSpreadAssignment(one) ? one.getText() : one.name.getText(),
        ...(ts.isPropertyAssignment(one)
          ? follow(one.initializer)
          : ts.isShorthandPropertyAssignment(one)
            ? follow(one.name)
            : OPEN),
      }));
    }),
  );
}

const isOfRefusals = ({ expression, arguments: [first] }: ts.CallExpression): boolean =>
  /fault$/i.test(expression.getText())
  || (isSentence(expression) && /^["`][a-z-]+-faults\./.test(first?.getText() ?? ""));

const isSentence = (made: ts.Expression): boolean =>
  ts.isIdentifier(made) && made.text === "sentence";
const isList = (made: ts.Expression): boolean =>
  ts.isIdentifier(made) && ["and", "list"].includes(made.text);

const together = (all: readonly Known[]): Known => ({
  texts: all.flatMap(({ texts }) => texts),
  open: all.some(({ open }) => open),
});

/** One after the other; what is not known is a hole. */
const joined = (parts: readonly Known[]): Known => ({
  texts: parts.reduce<readonly string[]>(
    (begun, { texts, open }) =>
      begun.flatMap((text) => [...texts, ...(open ? [HOLE] : [])].map((more) => text + more)),
    [""],
  ),
  open: false,
});

type Follow = (node: ts.Expression) => Known;

function follower(files: readonly SourceText[]): Follow {
  const named = namesIn(files);

  const known = new Map<ts.Expression, Known>();
  const follow: Follow = (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    // What leads to itself says nothing of itself.
    known.set(node, OPEN);
    const found = look(node);
    known.set(node, found);
    return found;
  };

  const look: Follow = (node) => {
    if (ts.isStringLiteralLike(node)) return { texts: [node.text], open: false };
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
      return follow(node.expression);
    if (ts.isConditionalExpression(node))
      return together([node.whenTrue, node.whenFalse].map(follow));
    if (ts.isTemplateExpression(node))
      return joined([
        { texts: [node.head.text], open: false },
        ...node.templateSpans.flatMap((span) => [
          follow(span.expression),
          { texts: [span.literal.text], open: false },
        ]),
      ]);
    if (ts.isBinaryExpression(node)) {
      // In `x ?? ""` the empty text is for the compiler.
      if (node.right.getText() === '""') return follow(node.left);
      const both = [node.left, node.right].map(follow);
      return node.operatorToken.kind === ts.SyntaxKind.PlusToken ? joined(both) : together(both);
    }
    if (ts.isElementAccessExpression(node)) return together(valuesOf(node.expression).map(follow));
    if (ts.isCallExpression(node)) return ofCall(node);
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name))
      return together([...named(node.name, ({ members }) => members).map(follow), OPEN]);
    return ts.isIdentifier(node) ? together(sourcesOf(node).map(follow)) : OPEN;
  };

  /** What a function of ours returns; what a table of ours has. */
  const ofCall = ({ expression, arguments: [first] }: ts.CallExpression): Known => {
    if (isSentence(expression)) return NONE;
    if (isList(expression) && first !== undefined) return follow(first);
    if (ts.isPropertyAccessExpression(expression) && expression.name.text === "get")
      return together([...valuesOf(expression.expression).map(follow), NONE]);
    const made = ts.isIdentifier(expression) ? named(expression, ({ functions }) => functions) : [];
    return made.length === 0 ? OPEN : together(made.flatMap(returnsOf).map(follow));
  };

  /** The values of a table: of an object, or the second ones of pairs. */
  const valuesOf = (table: ts.Expression): readonly ts.Expression[] => {
    const [made] = ts.isIdentifier(table) ? named(table, ({ constants }) => constants) : [];
    if (made === undefined) return [table];
    return [...everyNode(made)].flatMap((node) => {
      if (ts.isPropertyAssignment(node)) return [node.initializer];
      const pair = ts.isArrayLiteralExpression(node) ? node.elements : [];
      return pair.length === 2 && pair[1] !== undefined ? [pair[1]] : [];
    });
  };

  /** Where what has this name is written: its constant, or what callers give for a parameter. */
  const sourcesOf = (name: ts.Identifier): readonly ts.Expression[] => {
    const parameter = parameterOf(name);
    if (parameter === null) {
      const made = named(name, ({ constants }) => constants);
      return made.length === 0 ? [UNKNOWN] : made;
    }
    const own = nameOf(parameter.parent);
    const at = parameter.parent.parameters.indexOf(parameter);
    const given = (own === null ? [] : named(own, ({ calls }) => calls, true)).flatMap(
      (call) => call.arguments[at] ?? [],
    );
    const all = [...given, ...(parameter.initializer ? [parameter.initializer] : [])];
    return all.length === 0 ? [UNKNOWN] : all;
  };
  return follow;
}

const UNKNOWN = ts.factory.createNull();

interface Names {
  readonly constants: Map<string, ts.Expression[]>;
  readonly functions: Map<string, ts.SignatureDeclaration[]>;
  readonly calls: Map<string, ts.CallExpression[]>;
  /** What objects have under a name. */
  readonly members: Map<string, ts.Expression[]>;
}

/** Finds what has a name: in its own file, else in the files of its folder. */
function namesIn(files: readonly SourceText[]) {
  const byFile = new Map<string, Names>();
  for (const file of files) byFile.set(file.path, namesOf(file));
  return <Node>(
    name: ts.Identifier,
    of: (names: Names) => Map<string, Node[]>,
    isEverywhere = false,
  ) => {
    const { fileName } = name.getSourceFile();
    const inOne = (path: string): readonly Node[] => {
      const names = byFile.get(path);
      return names === undefined ? [] : (of(names).get(name.text) ?? []);
    };
    const own = inOne(fileName);
    if (own.length > 0 && !isEverywhere) return own;
    const beside = [...byFile.keys()].filter(
      (path) => path !== fileName && dirname(path) === dirname(fileName),
    );
    return [...own, ...beside.flatMap(inOne)];
  };
}

function namesOf(file: SourceText): Names {
  const names: Names = {
    constants: new Map(),
    functions: new Map(),
    calls: new Map(),
    members: new Map(),
  };
  const add = <Node>(map: Map<string, Node[]>, name: string, node: Node) =>
    map.set(name, [...(map.get(name) ?? []), node]);
  for (const node of everyNode(parse(file))) {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      add(names.calls, node.expression.text, node);
    if (ts.isPropertyAssignment(node)) add(names.members, node.name.getText(), node.initializer);
    if (ts.isFunctionDeclaration(node) && node.name) add(names.functions, node.name.text, node);
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer)
      continue;
    if (ts.isArrowFunction(node.initializer))
      add(names.functions, node.name.text, node.initializer);
    else add(names.constants, node.name.text, node.initializer);
  }
  return names;
}

/** The parameter that this name is, of the nearest function that has it. */
function parameterOf(name: ts.Identifier): ts.ParameterDeclaration | null {
  for (let node: ts.Node = name; !ts.isSourceFile(node); node = node.parent)
    if (ts.isFunctionLike(node)) {
      const own = node.parameters.find((one) => one.name.getText() === name.text);
      if (own !== undefined) return own;
    }
  return null;
}

function nameOf(declared: ts.SignatureDeclaration): ts.Identifier | null {
  const { name, parent } = declared;
  if (name !== undefined) return ts.isIdentifier(name) ? name : null;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : null;
}

function returnsOf(declared: ts.SignatureDeclaration): readonly ts.Expression[] {
  const body = "body" in declared ? declared.body : undefined;
  if (body === undefined) return [];
  if (!ts.isBlock(body)) return [body];
  return [...everyNode(body)].flatMap((node) =>
    ts.isReturnStatement(node) && node.expression ? [node.expression] : [],
  );
}
