// Records whose bytes were damaged: what chance does to a file, with and without new hashes.
import { hashOf, lineOf, type Unhashed } from "../../electron/journal/entry.ts";

/** A record, and what it is, for readers of a difference. */
export interface Case {
  readonly name: string;
  readonly record: Uint8Array;
}

const text = (record: Uint8Array): string => Buffer.from(record).toString("utf8");
const bytes = (record: string): Uint8Array => new Uint8Array(Buffer.from(record, "utf8"));

type Change = (line: string) => string;

const inLine = (n: number, change: Change) => (record: string) => {
  const lines = record.split("\n");
  return lines.with(n, change(lines[n] ?? "")).join("\n");
};

/** A member of the data before all others, as anyone may write it. */
const withMember =
  (written: string): Change =>
  (line) =>
    line.replace('"data":{', `"data":{${written},`);

/** Of the first entry's data: its version. */
const version = (said: string): Change => withMember(`"recordFormat":${said}`);

const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
const notEnded: Change = (line) => line.slice(0, -1);

/** What is done to a line, first or later. */
const OF_A_LINE: Readonly<Record<string, Change>> = {
  "a member twice": (line) => line.replace('{"at":', '{"at":"x","at":'),
  "a member of data twice": withMember('"a":1,"a":1'),
  "a null": withMember('"a":null'),
  "a fraction": withMember('"a":1.5'),
  "an integer as 1.0": (line) => line.replace(/"seq":(\d+)/, '"seq":$1.0'),
  "an integer too large": withMember('"a":9007199254740992'),
  "an integer of 5000 digits": withMember(`"a":${"9".repeat(5000)}`),
  "too deep": withMember(`"a":${deep(20)}`),
  "50,000 deep": withMember(`"a":${deep(50_000)}`),
  "half a pair of surrogates": withMember('"a":"\\ud800"'),
  "no JSON": (line) => line.replace("{", "["),
  "no JSON at its end": notEnded,
  "a member twice, and no JSON at its end": (line) => notEnded(withMember('"a":1,"a":1')(line)),
  "too deep, and no JSON at its end": (line) => notEnded(withMember(`"a":${deep(20)}`)(line)),
  "50,000 deep, and no JSON at its end": (line) =>
    notEnded(withMember(`"a":${deep(50_000)}`)(line)),
  "a bracket after a number in what is 50,000 deep": withMember(
    `"a":${deep(50_000).replace("[]", "[1[]]")}`,
  ),
  "a member more": (line) => line.replace('"by":', '"bx":1,"by":'),
  "a byte order mark": (line) => `\ufeff${line}`,
  "a NUL": (line) => `\0${line}`,
  "a CR": (line) => `${line}\r`,
  "a space": (line) => ` ${line}`,
  "a vertical tab": (line) => `\v${line}`,
  "nothing before it but a newline": (line) => `\n${line}`,
};

/** Versions of the format: a reader reports a later one, unless the line is not JSON. */
const VERSIONS: Readonly<Record<string, Change>> = {
  ...Object.fromEntries(
    ["2", "0", "1.0", "1.5", "2.0", "1e400", '"1"', "true", "null", deep(20), deep(50_000)].map(
      (said) => [`version ${said.slice(0, 20)}${said.length}`, version(said)],
    ),
  ),
  "versions 2 and 1": version('2,"recordFormat":1'),
  "versions 1 and 2": version('1,"recordFormat":2'),
  "versions 2 and null": version('2,"recordFormat":null'),
  "version 2 in the first data of two": (line) =>
    line.replace('"data":', '"data":{"recordFormat":2},"data":'),
  ...Object.fromEntries(
    Object.entries(OF_A_LINE).map(([damage, change]) => [
      `version 2, ${damage}`,
      (line: string) => change(version("2")(line)),
    ]),
  ),
};

/** What is done to the text of a record. */
const DAMAGES: Readonly<Record<string, (record: string) => string>> = {
  "nothing left": () => "",
  "the last newline gone": (record) => record.slice(0, -1),
  "half a line at the end": (record) => record.slice(0, -200),
  "lines ended by CR LF": (record) => record.replaceAll("\n", "\r\n"),
  "two lines swapped": (record) => {
    const [one = "", two = "", ...rest] = record.split("\n");
    return [two, one, ...rest].join("\n");
  },
  "a line twice": (record) => {
    const [one = "", two = "", ...rest] = record.split("\n");
    return [one, two, two, ...rest].join("\n");
  },
  "a line less": (record) => record.slice(record.indexOf("\n") + 1),
  "one letter other": (record) => record.replace("offline", "offlinf"),
  ...ofLine(0, { ...OF_A_LINE, ...VERSIONS }),
  ...ofLine(1, { ...OF_A_LINE, "version 2": version("2") }),
};

function ofLine(n: number, changes: Readonly<Record<string, Change>>): typeof DAMAGES {
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [`line ${n}: ${name}`, inLine(n, change)]),
  );
}

/** Times of the second entry, its hash and all after it made again. */
const TIMES = [
  "2026-11-27T07:45:60.000Z",
  "2026-02-29T07:45:00.000Z",
  "2026-11-27T24:00:00.000Z",
  "2026-11-27T07:45:00Z",
  "2026-11-27t07:45:00.000z",
  "0000-01-01T00:00:00.000Z",
];

const EMPTY_NAMES = ["by", "station", "type"] as const;

/** Each damage of each record. */
export function damagedCases(records: readonly Case[]): readonly Case[] {
  return records.flatMap(({ name, record }) => [
    ...Object.entries(DAMAGES).map(([damage, change]) => ({
      name: `${name}, ${damage}`,
      record: bytes(change(text(record))),
    })),
    ...TIMES.map((at) => ({ name: `${name}, at ${at}`, record: rehashed(record, { at }) })),
    ...EMPTY_NAMES.map((member) => ({
      name: `${name}, ${member} empty`,
      record: rehashed(record, { [member]: "" }),
    })),
  ]);
}

/** With the second entry changed, and the chain made again. Signatures are as they were. */
function rehashed(record: Uint8Array, change: Partial<Unhashed>): Uint8Array {
  let prev = "";
  const lines = text(record)
    .trimEnd()
    .split("\n")
    .map((line, seq) => {
      const entry = JSON.parse(line) as Unhashed;
      const next = { ...entry, ...(seq === 1 ? change : {}), ...(seq > 0 ? { prev } : {}) };
      prev = hashOf(next);
      return lineOf(next);
    });
  return new Uint8Array(Buffer.concat(lines));
}
