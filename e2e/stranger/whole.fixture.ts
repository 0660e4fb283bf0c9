// Whole records in which one thing is of another form: another kind of JSON, number, letter, name of a member,
// order. Some are signed and chained again, as their writer could, so that a verifier comes as far as their
// meaning; in others the bytes of a line are others, which no writer of ours makes.
import { createHash } from "node:crypto";
import { drawing, type Ceremony } from "../../electron/meaning/ceremony.fixture.ts";
import { copyOf, sealed } from "../../electron/meaning/drafts.fixture.ts";
import type { Case } from "./cases.fixture.ts";

type Draw = () => number;

const oneOf = <T>(items: readonly T[], draw: Draw): T =>
  items[Math.floor(draw() * items.length)] as T;

/** Letters that readers of different languages or versions could take for others. */
const LETTERS = [
  ...[
    "\u00df",
    "\u0130",
    "\u0131",
    "\u03a3\u03a3",
    "\u1e9e",
    "\ufb01",
    "\u212a",
    "\u00c5",
    "A\u030a",
    "\u0345",
  ],
  ...[
    "\u3164",
    "\u2800",
    "\ufe0f",
    "\u034f",
    "\u200b",
    "\u00ad",
    "\u180e",
    "\u2065",
    "\ufff0",
    "\u{e0001}",
  ],
  ...[
    "\u00a0",
    "\u0085",
    "\u2028",
    "\u1680",
    "\u3000",
    "\ufeff",
    "\u001f",
    "\t",
    "\u0000",
    "\u007f",
  ],
  ...[
    "\u{10d50}",
    "\ua7dc",
    "\u{16ea0}",
    "\u0378",
    "\u1c89",
    "\u{1e4d0}",
    "\u{105c0}",
    "\u{1fbf0}",
    "\u0897a\u0301",
  ],
  ...[
    "\uac00",
    "\u1100\u1161",
    "\u0f71\u0f72",
    "\u{1d15e}",
    "\ufdfa",
    "\u0430",
    "\ufffe",
    "\u{1f600}",
    "\ue000",
  ],
];

/** Numbers as JSON may write them. */
const NUMBERS = [
  "0",
  "-0",
  "-1",
  "1",
  "1.0",
  "1.5",
  "1e2",
  "1E2",
  "9007199254740991",
  "9007199254740992",
  "-9007199254740992",
  "1e400",
  "123456789012345678901234567890",
  "01",
  "+1",
  ".5",
  "1.",
  "0x10",
  "NaN",
  "Infinity",
  "4294967296",
];

/** Values as JSON may write them, some of which no record may have. */
const VALUES = [
  ...[
    "null",
    "true",
    "false",
    '""',
    '"x"',
    '"0"',
    '" "',
    "[]",
    "{}",
    "[[]]",
    '[""]',
    '["administrator","witness"]',
  ],
  ...[
    '{"__proto__":1}',
    '{"constructor":"x"}',
    '{"length":1}',
    '{"toString":"x"}',
    '"__proto__"',
    '"constructor"',
  ],
  ...[
    '"officer-1"',
    '"officer-01"',
    '"officer-11"',
    '"administrator"',
    '"opened"',
    '"hasOwnProperty"',
    "[null]",
  ],
  ...[
    "[".repeat(14) + "]".repeat(14),
    "[".repeat(40) + "]".repeat(40),
    '"\\ud800"',
    '"\\u0041"',
    '"\\/"',
  ],
  ...[
    '"-----BEGIN CERTIFICATE-----"',
    '"2026-01-31T09:00:00.000Z"',
    '"2026-02-30T09:00:00.000Z"',
    `"${"0".repeat(64)}"`,
  ],
];

const quoted = (text: string): string => JSON.stringify(text);

/** A value of JSON as text, or made of these. */
function written(draw: Draw): string {
  const kind = draw();
  if (kind < 0.3) return oneOf(NUMBERS, draw);
  if (kind < 0.7) return oneOf(VALUES, draw);
  return quoted(oneOf(["", "Anna Berg"], draw) + oneOf(LETTERS, draw) + oneOf(["", "x"], draw));
}

/** A place in a value: what holds it, and its name there. */
interface Held {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): readonly Held[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

const NAMES = [
  "__proto__",
  "constructor",
  "officer",
  "Officer",
  "spoken",
  "recordFormat",
  "a",
  "",
  "\u00e9",
  "toString",
  "certificate",
];

type Change = (place: Held, draw: Draw, data: object) => void;

/** What its writer can make of a value: any that a record may have, by JSON's own reader. */
const CHANGES: Readonly<Record<string, Change>> = {
  "another value": ({ holder, key }, draw) => {
    for (let tries = 0; tries < 20; tries++) {
      const value = valueOf(written(draw));
      if (value === undefined) continue;
      holder[key] = value;
      return;
    }
  },
  "other letters": ({ holder, key }, draw) => {
    const text = holder[key];
    if (typeof text !== "string") return;
    const at = oneOf([0, text.length, Math.floor(draw() * text.length)], draw);
    holder[key] = text.slice(0, at) + oneOf(LETTERS, draw) + text.slice(at);
  },
  "a member more": ({ holder }, draw) => {
    if (!Array.isArray(holder)) put(holder, oneOf(NAMES, draw), valueOf(written(draw)) ?? "x");
  },
  "a member called otherwise": ({ holder, key }, draw) => {
    if (Array.isArray(holder)) return;
    const value = holder[key];
    Reflect.deleteProperty(holder, key);
    put(holder, oneOf([...NAMES, key.toUpperCase(), `${key} `], draw), value);
  },
  "a member less": ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  },
  "in a list": ({ holder, key }) => {
    holder[key] = [holder[key]];
  },
  "out of its list, or its text cut": ({ holder, key }) => {
    const value = holder[key];
    if (Array.isArray(value) && value.length > 0) holder[key] = value[0];
    else if (typeof value === "string") holder[key] = value.slice(0, -1);
  },
  "another of the entry": ({ holder, key }, draw, data) => {
    const other = oneOf(placesIn(data), draw);
    holder[key] = structuredClone(other.holder[other.key]);
  },
};

/** Also what an object would inherit. */
function put(holder: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** As a record may have it, or undefined. */
function valueOf(text: string): unknown {
  const value = parsed(text);
  return value !== undefined && isAllowed(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAllowed(value: unknown): boolean {
  if (value === null || (typeof value === "string" && /\p{Surrogate}/u.test(value))) return false;
  if (typeof value === "number") return Number.isSafeInteger(value);
  return typeof value !== "object" || Object.values(value).every(isAllowed);
}

const MEMBERS = ["by", "station", "type"] as const;

/** A ceremony whose writer changed the form of one thing, and signed it again. */
function writtenAnew(
  honest: Ceremony,
  draw: Draw,
): { readonly what: string; readonly record: Uint8Array } {
  const { drafts, previous } = copyOf(honest);
  const n = Math.floor(draw() * drafts.length);
  const draft = drafts[n]!;
  if (draw() < 0.08) {
    const member = oneOf(MEMBERS, draw);
    draft[member] = oneOf(
      [...LETTERS, ...NAMES.filter((name) => name !== ""), draft[member].toUpperCase()],
      draw,
    );
    return { what: `entry ${n}, another ${member}`, record: sealed({ drafts, previous }) };
  }
  const places = placesIn(draft.data);
  const [name, change] = oneOf(Object.entries(CHANGES), draw);
  const place =
    places.length > 0
      ? oneOf(places, draw)
      : { holder: draft.data as Record<string, unknown>, key: "a" };
  change(place, draw, draft.data);
  return {
    what: `entry ${n}, ${draft.type}, ${place.key}: ${name}`,
    record: sealed({ drafts, previous }),
  };
}

/** The lines again, from the nth on with new links and hashes; what is signed stays. */
function chained(lines: readonly string[], from: number): string {
  let prev: string | null = null;
  const all = lines.map((line, n) => {
    if (n < from) return line;
    const linked: string =
      prev === null ? line : line.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${prev}"`);
    const bare = linked.replace(/"hash":"[0-9a-f]{64}",/, "");
    prev = createHash("sha256").update(bare).digest("hex");
    return linked.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${prev}"`);
  });
  return `${all.join("\n")}\n`;
}

/** What may be done to the bytes of a line: a value at a place, its members, its letters. */
const LINES: Readonly<Record<string, (line: string, draw: Draw) => string>> = {
  "a value": (line, draw) =>
    replacedAt(line, /:("[^"\\]*"|true|false|\d+)/g, draw, () => `:${written(draw)}`),
  "a number": (line, draw) =>
    replacedAt(line, /:("[^"\\]*"|\d+)/g, draw, () => `:${oneOf(NUMBERS, draw)}`),
  "a member twice": (line, draw) =>
    replacedAt(
      line,
      /"[a-zA-Z]+":("[^"\\]*"|true|false|\d+)/g,
      draw,
      (found) => `${found},${found}`,
    ),
  "a member more": (line, draw) =>
    replacedAt(
      line,
      /[{,]"/g,
      draw,
      (found) => `${found[0]}${quoted(oneOf(NAMES, draw))}:${written(draw)},"`,
    ),
  "members in another order": (line, draw) =>
    replacedAt(line, /("[a-z]+":"[^"\\]*"),("[a-z]+":"[^"\\]*")/gi, draw, (found) =>
      found.split(",").toReversed().join(),
    ),
  "a space": (line, draw) =>
    replacedAt(line, /[{:,[\]}]/g, draw, (found) =>
      oneOf([` ${found}`, `${found}\t`, `${found}\r`, `${found}\u00a0`], draw),
    ),
  "a letter as an escape": (line, draw) =>
    replacedAt(line, /[a-z]/g, draw, (found) => `\\u00${found.charCodeAt(0).toString(16)}`),
  letters: (line, draw) => replacedAt(line, /"/g, draw, (found) => found + oneOf(LETTERS, draw)),
  "half a pair": (line, draw) =>
    replacedAt(
      line,
      /"/g,
      draw,
      (found) =>
        found + oneOf(["\\ud800", "\\udc00", "\\ud83d\\ude00", "\\u0000", "\\b", "\\x"], draw),
    ),
  "a byte": (line, draw) =>
    replacedAt(line, /./g, draw, () =>
      oneOf(["{", "}", "[", "]", '"', ":", ",", "\\", "0", "-", "e", "\u0080", "\ufffd", ""], draw),
    ),
  "its end": (line, draw) => line + oneOf([" ", "\r", "{}", "\u0000", ","], draw),
  "its beginning": (line, draw) => oneOf([" ", "\ufeff", "\u0000", ","], draw) + line,
  "no object": (line, draw) =>
    oneOf(["", "null", "true", "1", '"x"', "[]", "{}", `[${line}]`, `"${line.length}"`], draw),
};

function replacedAt(
  line: string,
  pattern: RegExp,
  draw: Draw,
  change: (found: string) => string,
): string {
  const all = [...line.matchAll(pattern)];
  if (all.length === 0) return line;
  const found = oneOf(all, draw);
  return line.slice(0, found.index) + change(found[0]) + line.slice(found.index + found[0].length);
}

/** A record with other bytes, in some with a chain made for them. */
function otherBytes(
  { record }: Ceremony,
  draw: Draw,
): { readonly what: string; readonly record: Uint8Array } {
  const lines = Buffer.from(record).toString("utf8").trimEnd().split("\n");
  const n = oneOf([0, 1, Math.floor(draw() * lines.length), lines.length - 1], draw);
  const [name, change] = oneOf(Object.entries(LINES), draw);
  lines[n] = change(lines[n] ?? "", draw);
  const text = draw() < 0.7 ? chained(lines, n) : `${lines.join("\n")}\n`;
  return { what: `line ${n}: ${name}`, record: new Uint8Array(Buffer.from(text)) };
}

/** The nth record of these. */
export function wholeCase(honest: readonly (Case & Ceremony)[], seed: number): Case {
  const draw = drawing(seed);
  const one = oneOf(honest, draw);
  const { what, record } = draw() < 0.75 ? writtenAnew(one, draw) : otherBytes(one, draw);
  return { name: `${one.name}, ${what}, chance ${seed}`, record };
}

/** Values that a member may be given, each as a record may have it. */
const GIVEN = VALUES.concat([
  "16",
  "10",
  "0",
  "-1",
  "9007199254740991",
  quoted("\u0130"),
  quoted("\ufeff"),
]).flatMap((text) => {
  const value = valueOf(text);
  return value === undefined ? [] : [value];
});

/** Each member of each entry's data, given each of these values or left out; chained, but not signed again. */
export function formCases({ name, record }: Case): readonly Case[] {
  const lines = Buffer.from(record).toString("utf8").trimEnd().split("\n");
  return lines.flatMap((line, n) => {
    const { data, type } = JSON.parse(line) as { data: Record<string, unknown>; type: string };
    const made = (what: string, changed: unknown): Case => {
      const entry = JSON.parse(line) as object;
      const all = lines.with(n, canonicalOf({ ...entry, data: changed }));
      return {
        name: `${name}, line ${n}, ${type}, ${what}`,
        record: new Uint8Array(Buffer.from(chained(all, n))),
      };
    };
    const places = placesIn(data).map(({ holder, key }) => ({
      path: pathTo(data, holder, key),
      key,
    }));
    return [
      ...GIVEN.map((value) => made(`data ${JSON.stringify(value)}`, value)),
      ...[...places.map(({ path }) => path), ["spoken"], ["__proto__"]].flatMap((path) =>
        [undefined, ...GIVEN].map((value) =>
          made(`${path.join(".")} ${JSON.stringify(value)}`, withAt(data, path, value)),
        ),
      ),
    ];
  });
}

function pathTo(
  value: unknown,
  holder: object,
  key: string,
  path: readonly string[] = [],
): readonly string[] {
  if (value === holder) return [...path, key];
  if (typeof value !== "object" || value === null) return [];
  for (const [name, one] of Object.entries(value)) {
    const found = pathTo(one, holder, key, [...path, name]);
    if (found.length > 0) return found;
  }
  return [];
}

function withAt(data: object, [name, ...rest]: readonly string[], value: unknown): unknown {
  const copy = structuredClone(data) as Record<string, unknown>;
  const inner = copy[name!];
  if (rest.length > 0) put(copy, name!, withAt(inner as object, rest, value));
  else if (value === undefined) Reflect.deleteProperty(copy, name!);
  else put(copy, name!, value);
  return Array.isArray(copy) ? copy.filter((_, n) => n in copy) : copy;
}

/** RFC 8785 of any value of JSON. */
function canonicalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalOf).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${quoted(name)}:${canonicalOf((value as Record<string, unknown>)[name])}`).join()}}`;
}
