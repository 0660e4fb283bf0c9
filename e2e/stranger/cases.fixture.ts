// Records whose bytes were damaged: what chance does to a file, with and without new hashes.
import { hashOf, lineOf, type Unhashed } from "../../electron/journal/entry.ts";

/** A record, and what it is, for readers of a difference. */
export interface Case {
  readonly name: string;
  readonly record: Uint8Array;
}

const text = (record: Uint8Array): string => Buffer.from(record).toString("utf8");
const bytes = (record: string): Uint8Array => new Uint8Array(Buffer.from(record, "utf8"));

const first = (change: (line: string) => string) => (record: string) => {
  const end = record.indexOf("\n");
  return change(record.slice(0, end)) + record.slice(end);
};

/** Of the first entry's data: its version, as anyone may write it. */
const version = (said: string) =>
  first((line) => line.replace('"data":{', `"data":{"recordFormat":${said},`));

/** What is done to the text of a record. */
const DAMAGES: Readonly<Record<string, (record: string) => string>> = {
  "nothing left": () => "",
  "the last newline gone": (record) => record.slice(0, -1),
  "half a line at the end": (record) => record.slice(0, -200),
  "an empty line": (record) => record.replace("\n", "\n\n"),
  "a byte order mark": (record) => `\ufeff${record}`,
  "lines ended by CR LF": (record) => record.replaceAll("\n", "\r\n"),
  "a space before a line": (record) => ` ${record}`,
  "a member twice": first((line) => line.replace('{"at":', '{"at":"x","at":')),
  "a null": first((line) => line.replace('"data":{', '"data":{"a":null,')),
  "a fraction": first((line) => line.replace('"data":{', '"data":{"a":1.5,')),
  "an integer as 1.0": first((line) => line.replace('"seq":0', '"seq":0.0')),
  "an integer too large": first((line) =>
    line.replace('"data":{', '"data":{"a":9007199254740992,'),
  ),
  "too deep": first((line) =>
    line.replace('"data":{', `"data":{"a":${"[".repeat(20)}${"]".repeat(20)},`),
  ),
  "half a pair of surrogates": first((line) => line.replace('"data":{', '"data":{"a":"\\ud800",')),
  "no JSON": first((line) => line.replace("{", "[")),
  "a member more": first((line) => line.replace('"by":', '"bx":1,"by":')),
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
  "version 2": version("2"),
  "version 0": version("0"),
  "version 1.0": version("1.0"),
  "version 1.5": version("1.5"),
  'version "1"': version('"1"'),
  "version true": version("true"),
  "version null": version("null"),
  "a version too deep": version(`${"[".repeat(20)}${"]".repeat(20)}`),
};

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
