// Random changes of a record, with a new chain: a value, a member, an item, who wrote an entry,
// where, when and of what type, an entry that is dropped, duplicated, moved or inserted. Signatures
// are not made again: what is compared is what such records mean.
import type { Entry, JsonData } from "../journal/journal.ts";
import { hashOf } from "../journal/entry.ts";
import { oneOf } from "./bundle.fixture.ts";

type Draw = () => number;
type Path = readonly (string | number)[];

/** What was changed, and what came of it. */
export interface Change {
  readonly what: string;
  readonly entries: readonly Entry[];
}

const PEOPLE = ["administrator", "witness", "officer-1", "officer-2", "app", "somebody"];
const WORDS = ["administrator", "officer-1", "officer-3", "connected", "offline", "app", ""];
/** Milliseconds by which a clock may be wrong. */
const SHIFTS = [-120_000, -61_000, -59_000, -1_500, 120_000, 777_600_000];

/** Changes one thing in a record. @param others entries of other records, to borrow from */
export function changed(entries: readonly Entry[], others: readonly Entry[], draw: Draw): Change {
  const n = Math.floor(draw() * entries.length);
  const [name, change] = oneOf(CHANGES, draw);
  const after = change(entries, n, draw, others);
  return { what: `entry ${n}, ${entries[n]?.type ?? ""}: ${name}`, entries: chained(after) };
}

type Changing = (
  entries: readonly Entry[],
  n: number,
  draw: Draw,
  others: readonly Entry[],
) => readonly Entry[];

const ofEntry =
  (change: (entry: Entry, draw: Draw, others: readonly Entry[]) => Partial<Entry>): Changing =>
  (entries, n, draw, others) =>
    entries.map((entry, i) => (i === n ? { ...entry, ...change(entry, draw, others) } : entry));

/** A change at one place within the data. */
const within = (change: (value: JsonData, draw: Draw) => JsonData | undefined): Changing =>
  ofEntry(({ data }, draw) => {
    const paths = pathsIn(data).filter((path) => path.length > 0);
    if (paths.length === 0) return {};
    const path = oneOf(paths, draw);
    return { data: put(data, path, change(at(data, path), draw)) };
  });

const CHANGES: readonly (readonly [string, Changing])[] = [
  ["a value is another", within(another)],
  ["a value is another", within(another)],
  ["a value is another", within(another)],
  ["a member is left out", within(() => undefined)],
  ["a list is another", within((value, draw) => (isList(value) ? otherList(value, draw) : value))],
  [
    "its data are another's of its type",
    ofEntry(({ type, data }, draw, others) => {
      const same = others.filter((one) => one.type === type);
      return { data: same.length > 0 ? oneOf(same, draw).data : data };
    }),
  ],
  ["it is by another", ofEntry((_, draw) => ({ by: oneOf(PEOPLE, draw) }))],
  [
    "it is at the other station",
    ofEntry(({ station }) => ({ station: station === "offline" ? "connected" : "offline" })),
  ],
  ["it is of another type", ofEntry((_, draw, others) => ({ type: oneOf(others, draw).type }))],
  [
    "it is at another time",
    ofEntry(({ at: time }, draw) => ({
      at: new Date(Date.parse(time) + oneOf(SHIFTS, draw)).toISOString(),
    })),
  ],
  ["it is dropped", (entries, n) => entries.filter((_, i) => i !== n)],
  ["it is doubled", (entries, n) => entries.toSpliced(n, 0, entries[n]!)],
  [
    "it is moved",
    (entries, n, draw) => {
      const rest = entries.filter((_, i) => i !== n);
      return rest.toSpliced(Math.floor(draw() * rest.length), 0, entries[n]!);
    },
  ],
  [
    "one comes after it",
    (entries, n, draw, others) => entries.toSpliced(n + 1, 0, oneOf(others, draw)),
  ],
];

function another(value: JsonData, draw: Draw): JsonData {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + oneOf([-1, 1, 2], draw);
  if (typeof value !== "string") return value;
  const digest = /^[0-9a-f]{64}$/.test(value) ? value.split("").reverse().join("") : "other";
  return oneOf([...WORDS, digest, `${value}x`, ` ${value} `, value.toUpperCase()], draw);
}

const otherList = (list: readonly JsonData[], draw: Draw): JsonData =>
  oneOf([list.slice(1), [...list, ...list.slice(0, 1)], list.toReversed(), []], draw);

const isList = (value: JsonData): value is readonly JsonData[] => Array.isArray(value);

function pathsIn(value: JsonData, path: Path = []): readonly Path[] {
  const below = typeof value === "object" ? Object.entries(value as object) : [];
  return [
    path,
    ...below.flatMap(([name, item]) =>
      pathsIn(item as JsonData, [...path, isList(value) ? Number(name) : name]),
    ),
  ];
}

const at = (value: JsonData, path: Path): JsonData =>
  path.reduce<JsonData>(
    (found, name) => (found as Readonly<Record<string, JsonData>>)[name]!,
    value,
  );

/** The value with another one at a place, or without it. */
function put(value: JsonData, [name, ...rest]: Path, item: JsonData | undefined): JsonData {
  if (name === undefined) return item ?? value;
  const held = value as Readonly<Record<string, JsonData>>;
  const below = rest.length > 0 ? put(held[name]!, rest, item) : item;
  if (isList(value))
    return below === undefined ? value.toSpliced(Number(name), 1) : value.with(Number(name), below);
  return below === undefined
    ? Object.fromEntries(Object.entries(held).filter(([other]) => other !== name))
    : { ...held, [name]: below };
}

/** New numbers, chain and hashes; a hash in the data is the new one. */
function chained(entries: readonly Entry[]): readonly Entry[] {
  const hashes = new Map<string, string>();
  let prev = entries[0]?.prev ?? "";
  return entries.map(({ hash, ...entry }, seq) => {
    const data = JSON.parse(JSON.stringify(entry.data), (_, value: unknown) =>
      typeof value === "string" ? (hashes.get(value) ?? value) : value,
    ) as JsonData;
    const anew = { ...entry, data, prev, seq };
    prev = hashOf(anew);
    hashes.set(hash, prev);
    return { ...anew, hash: prev };
  });
}
