// YAML as a script may use it: 1.2, one document, plain mappings, lists and scalars, nothing else.
import {
  isAlias,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Node,
} from "yaml";
import { fault } from "./faults.ts";

const LENGTH_MAX = 256 * 1024;

/**
 * Reads strict YAML: what could give a text a second meaning is refused, which is a key that stands
 * twice or is no text, an anchor, an alias, a tag, another version of YAML, a second document.
 * @throws Fault E-SCRIPT-SIZE, E-SCRIPT-YAML with the line
 */
export function parseYaml(text: string): unknown {
  if (text.length > LENGTH_MAX) throw fault("E-SCRIPT-SIZE");
  const lines = new LineCounter();
  const document = parseDocument(text, {
    strict: true,
    uniqueKeys: true,
    version: "1.2",
    lineCounter: lines,
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw fault("E-SCRIPT-YAML", { line: problem.linePos?.[0].line ?? 0 });
  if (document.directives.yaml.explicit === true) throw fault("E-SCRIPT-YAML", { line: 1 });
  visit(document, (_, node) => {
    const odd = isPair(node) ? keyThatIsNoText(node.key) : isNode(node) && isMarked(node) && node;
    if (odd !== false)
      throw fault("E-SCRIPT-YAML", { line: lines.linePos(odd.range?.[0] ?? 0).line });
  });
  return document.toJS();
}

const keyThatIsNoText = (key: unknown): Node | false => isNode(key) && !isScalar(key) && key;

/** Whether a node is or has what lets one place of a text speak of another, or change its type. */
const isMarked = (node: Node): boolean =>
  isAlias(node) || node.anchor !== undefined || node.tag !== undefined;
