// YAML for scripts and plans: 1.2, one document, plain mappings, lists and scalars, nothing else.
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Node,
} from "yaml";
import { fault } from "./language/faults.ts";

/** The longest script or plan, in characters; also the largest file, in bytes. */
export const SCRIPT_BYTES_MAX = 256 * 1024;

/** How a reader of strict YAML refuses a text. */
export interface YamlRefusals {
  /** The text is longer than 256 KiB. */
  readonly size: () => Error;
  /** Where the text is not strict YAML, 0 if unknown, and what is wrong there. */
  readonly yaml: (line: number, trouble: YamlTrouble) => Error;
}

/** What strict YAML does not have; `form` is anything that is no YAML at all. */
export type YamlTrouble =
  | "alias"
  | "anchor"
  | "documents"
  | "form"
  | "key"
  | "tab"
  | "tag"
  | "twice"
  | "version";

/** The value that was read, and the place of each member in the text. */
export interface ReadYaml {
  readonly value: unknown;
  /** The line, from 1, of a member or of the nearest existing one around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads strict YAML of scripts.
 * @throws Fault E-SCRIPT-SIZE, E-SCRIPT-YAML with the line
 */
export function parseYaml(text: string): unknown {
  return readYaml(text, {
    size: () => fault("E-SCRIPT-SIZE"),
    yaml: (line) => fault("E-SCRIPT-YAML", { line }),
  }).value;
}

/**
 * Reads strict YAML. Refused is what could give a text a second meaning: a duplicate or non-text
 * key, an anchor, an alias, a tag, another version of YAML, a second document.
 * @throws what `refusals` make
 */
export function readYaml(text: string, refusals: YamlRefusals): ReadYaml {
  if (text.length > SCRIPT_BYTES_MAX) throw refusals.size();
  const lines = new LineCounter();
  const document = parseDocument(text, {
    strict: true,
    uniqueKeys: true,
    version: "1.2",
    lineCounter: lines,
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined)
    throw refusals.yaml(problem.linePos?.[0].line ?? 0, TROUBLES[problem.code] ?? "form");
  if (document.directives.yaml.explicit === true) throw refusals.yaml(1, "version");
  visit(document, (_, node) => {
    const odd = isPair(node) ? keyThatIsNoText(node.key) : isNode(node) && isMarked(node) && node;
    if (odd !== false)
      throw refusals.yaml(
        lines.linePos(odd.range?.[0] ?? 0).line,
        isPair(node) ? "key" : markOf(odd),
      );
  });
  const lineOf = (path: readonly PropertyKey[]): number =>
    lines.linePos(startOf(document.contents, path)).line;
  return { value: document.toJS(), lineOf };
}

/** Where a member begins, or the nearest around it: its key in a mapping, itself in a list. */
function startOf(contents: unknown, path: readonly PropertyKey[]): number {
  let [node, start] = [contents, 0];
  for (const name of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isNamed(key, name)) : undefined;
    const item: unknown = isSeq(node) && typeof name === "number" ? node.items[name] : pair?.key;
    if (!isNode(item)) return start;
    start = item.range?.[0] ?? start;
    node = pair === undefined ? item : pair.value;
  }
  return start;
}

const isNamed = (key: unknown, name: PropertyKey): boolean =>
  isScalar(key) && String(key.value) === name;

const keyThatIsNoText = (key: unknown): Node | false => isNode(key) && !isScalar(key) && key;

/** The parser's own names. */
const TROUBLES: Readonly<Record<string, YamlTrouble>> = {
  DUPLICATE_KEY: "twice",
  MULTIPLE_DOCS: "documents",
  TAB_AS_INDENT: "tab",
  TAG_RESOLVE_FAILED: "tag",
};

const markOf = (node: Node): YamlTrouble =>
  isAlias(node) ? "alias" : node.tag === undefined ? "anchor" : "tag";

/** Whether a node refers to another place of the text, or changes its type. */
const isMarked = (node: Node): boolean =>
  isAlias(node) || node.anchor !== undefined || node.tag !== undefined;
