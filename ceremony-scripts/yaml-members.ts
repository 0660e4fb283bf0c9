// Members of a YAML file that people wrote, set in its text: every other character stays, comments and
// line ends included.
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";

/** Members of one mapping, which has at least one already. */
export interface MembersAt {
  /** The mapping's place: names of members and positions in lists. */
  readonly path: readonly (string | number)[];
  /** Set if they exist, otherwise added after its last one, in this order. */
  readonly members: readonly (readonly [name: string, value: string | boolean])[];
}

/** A line that stays, goes or is new. */
export interface ChangedLine {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

export interface Changed {
  readonly text: string;
  /** What changes, each with the whole lines of its mapping around it, in the order of the file. */
  readonly changes: readonly (readonly ChangedLine[])[];
}

/** Characters of a text that are replaced. */
interface Splice {
  readonly at: number;
  readonly end: number;
  readonly by: string;
}

/** The splices of one mapping, and the part of the text that shows it: whole lines. */
interface Region {
  readonly from: number;
  readonly to: number;
  readonly splices: readonly Splice[];
}

/**
 * Sets members in the text of strict YAML.
 * @param wanted each mapping at most once
 * @returns null if the text writes a mapping so that nothing can be added without another change
 */
export function withMembers(text: string, wanted: readonly MembersAt[]): Changed | null {
  const document = parseDocument(text);
  const expected: unknown = document.toJS();
  const regions: Region[] = [];
  for (const { path, members } of wanted) {
    const map = document.getIn(path, true);
    const value = at(expected, path);
    if (!isMap(map) || typeof value !== "object" || value === null) return null;
    regions.push(regionOf(text, map, members));
    for (const [name, set] of members) Reflect.set(value, name, set);
  }
  const all = joined(regions.toSorted((a, b) => a.from - b.from));
  const changed = spliced(
    text,
    all.flatMap(({ splices }) => splices),
  );
  // The parser has the last word: whatever else would read differently is not written.
  return isSame(changed, expected)
    ? { text: changed, changes: all.map((region) => linesOf(text, region)) }
    : null;
}

function isSame(text: string, expected: unknown): boolean {
  const document = parseDocument(text);
  return (
    document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(expected)
  );
}

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined,
    value,
  );

function regionOf(text: string, map: YAMLMap, members: MembersAt["members"]): Region {
  const isFlow = map.flow === true;
  const found = (name: string): Pair | undefined =>
    map.items.find(({ key }) => isScalar(key) && key.value === name);
  const set = members.flatMap(([name, value]) => {
    const own = found(name)?.value;
    return isScalar(own) ? [replaced(text, own, written(value, isFlow))] : [];
  });
  const added = members.flatMap(([name, value]) =>
    found(name) === undefined ? [`${name}: ${written(value, isFlow)}`] : [],
  );
  const splices = [...set, ...(added.length === 0 ? [] : [insertion(text, map, added)])];
  return {
    from: lineStart(text, startOf(map)),
    to: lineEnd(text, Math.max(endOf(map), ...splices.map(({ end }) => end))),
    splices: splices.toSorted((a, b) => a.at - b.at),
  };
}

/** A value in the place of another; the comment beside a block scalar's mark stays. */
function replaced(text: string, { range }: Scalar, value: string): Splice {
  const [start, end] = range ?? [0, 0];
  const old = text.slice(start, end);
  const comment = /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(old)?.[1] ?? "";
  const ending = /^[|>]/.test(old) ? (/(?:\r?\n[ \t]*)+$/.exec(old)?.[0] ?? "") : "";
  return { at: start, end, by: `${value}${comment}${ending}` };
}

function insertion(text: string, map: YAMLMap, added: readonly string[]): Splice {
  const end = endOf(map);
  if (map.flow === true) return { at: end, end, by: added.map((one) => `, ${one}`).join("") };
  const start = startOf(map);
  const indent = " ".repeat(start - lineStart(text, start));
  const place = lineEnd(text, end);
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  const lines = added.map((one) => `${indent}${one}`);
  // A last line may have no end: then neither has the new one.
  const by = text.slice(0, place).endsWith("\n")
    ? lines.map((line) => `${line}${newline}`).join("")
    : lines.map((line) => `${newline}${line}`).join("");
  return { at: place, end: place, by };
}

/** Where the first member begins. */
function startOf(map: YAMLMap): number {
  const key = map.items[0]?.key;
  return (isNode(key) ? key.range?.[0] : undefined) ?? map.range?.[0] ?? 0;
}

/** Where the last value within it ends. */
function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if (!isNode(node)) return 0;
  const last = isCollection(node) ? node.items.at(-1) : undefined;
  // In brackets the last item of the mapping itself; a list in brackets ends with its own.
  return last !== undefined && (isMap(node) || !isFlowed(node))
    ? endOf(last)
    : (node.range?.[1] ?? 0);
}

const isFlowed = (node: object): boolean => "flow" in node && node.flow === true;

/** The beginning of the line. */
const lineStart = (text: string, place: number): number => text.lastIndexOf("\n", place - 1) + 1;

/** The end of the line, with its line end; the place itself if that is where a line begins. */
function lineEnd(text: string, place: number): number {
  if (place > 0 && text[place - 1] === "\n") return place;
  const end = text.indexOf("\n", place);
  return end < 0 ? text.length : end + 1;
}

/** Letters, digits and what means nothing in YAML: such a text needs no quotes. */
const PLAIN = /^(?!(?:true|false|null)$)\p{L}[\p{L}\p{N} ,.;()/%-]*(?<! )$/iu;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A value in one line. JSON's form of a text is also YAML's. */
const written = (value: string | boolean, isFlow: boolean): string =>
  typeof value === "string" && (isFlow || !PLAIN.test(value)) && !DAY.test(value)
    ? JSON.stringify(value)
    : String(value);

/** Regions that share a line are one. */
function joined(regions: readonly Region[]): readonly Region[] {
  const all: Region[] = [];
  for (const region of regions) {
    const before = all.at(-1);
    if (before === undefined || before.to <= region.from) all.push(region);
    else
      all[all.length - 1] = {
        from: before.from,
        to: Math.max(before.to, region.to),
        splices: [...before.splices, ...region.splices].toSorted((a, b) => a.at - b.at),
      };
  }
  return all;
}

function spliced(text: string, splices: readonly Splice[], offset = 0): string {
  let [result, from] = ["", 0];
  for (const { at: place, end, by } of splices) {
    result += text.slice(from, place - offset) + by;
    from = end - offset;
  }
  return result + text.slice(from);
}

/** The lines of a region: those of each splice go, and come as they then are; the others stay. */
function linesOf(text: string, { from, to, splices }: Region): readonly ChangedLine[] {
  const lines: ChangedLine[] = [];
  const same = (start: number, end: number): void => {
    for (const line of linesIn(text.slice(start, end))) lines.push({ kind: "same", text: line });
  };
  let done = from;
  for (const part of parted(text, splices)) {
    same(done, part.from);
    const gone = linesIn(text.slice(part.from, part.to));
    const come = linesIn(spliced(text.slice(part.from, part.to), part.splices, part.from));
    // Without a line end after it, what is added comes with the line before it.
    const first = gone[0] !== undefined && gone[0] === come[0] ? 1 : 0;
    for (const line of gone.slice(0, first)) lines.push({ kind: "same", text: line });
    for (const line of gone.slice(first)) lines.push({ kind: "removed", text: line });
    for (const line of come.slice(first)) lines.push({ kind: "added", text: line });
    done = part.to;
  }
  same(done, to);
  return lines;
}

/** The whole lines of each splice; those that share a line together. */
const parted = (text: string, splices: readonly Splice[]): readonly Region[] =>
  joined(
    splices.map((splice) => {
      const { at: place, end } = splice;
      const isBetween = place === end && lineStart(text, place) === place;
      const from = isBetween ? place : lineStart(text, place);
      return { from, to: isBetween ? place : lineEnd(text, end), splices: [splice] };
    }),
  );

const linesIn = (text: string): readonly string[] =>
  text === "" ? [] : text.replace(/\r?\n$/, "").split(/\r?\n/);
