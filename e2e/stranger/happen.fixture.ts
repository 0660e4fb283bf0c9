// Records to be checked by two verifiers that share no code: honest ones, lies, and what chance makes of them.
import { CEREMONIES } from "../../ceremony-scripts/index.ts";
import {
  after,
  ceremonyOf,
  drawing,
  type Ceremony,
} from "../../electron/meaning/ceremony.fixture.ts";
import { copyOf, sealed, type Draft } from "../../electron/meaning/drafts.fixture.ts";
import {
  honestOnes,
  LIES,
  NEWER,
  RARITIES,
  told,
  type Rarity,
} from "../../electron/meaning/lies.fixture.ts";
import type { Pool } from "../../electron/meaning/pool.fixture.ts";
import type { Case } from "./cases.fixture.ts";

const FIRST: readonly string[] = ["activation", "recovery-alone", "adoption"];
const OFTEN = 12;

/** Honest ceremonies of all nine kinds in turn, with what happens in them. */
export function honestCases(pool: Pool, seed: number, count: number): readonly (Case & Ceremony)[] {
  const before = after(ceremonyOf("activation", pool, seed));
  return Array.from({ length: count }, (_, n) => {
    const kind = CEREMONIES[n % CEREMONIES.length] ?? "activation";
    const ceremony = ceremonyOf(kind, pool, seed + n, {
      before: FIRST.includes(kind) ? null : before,
      happening: { often: n % 5 === 0 ? 0 : OFTEN, mayAbort: n % 3 === 0 },
    });
    return { name: `${kind}, seed ${seed + n}`, ...ceremony };
  });
}

const MOST_SEEDS = 40;

/** Each lie, or one of so many, once: of the first ceremony that has what it changes. */
export function lyingCases(pool: Pool, from = 1, every = 1): readonly Case[] {
  const honest = honestOnes(pool);
  return LIES.filter((_, i) => i % every === 0).map((lie) => ({
    name: `${lie.code}: ${lie.name}`,
    record: changedOf(lie, honest, pool, from),
  }));
}

/** Each rare happening that is no lie, once. */
export const rareCases = (pool: Pool, from = 1): readonly Case[] => casesOf(RARITIES, pool, from);

/** Records of a later app. */
export const newerCases = (pool: Pool): readonly Case[] => casesOf(NEWER, pool, 1);

function casesOf(all: readonly Rarity[], pool: Pool, from: number): readonly Case[] {
  const honest = honestOnes(pool);
  return all.map((rarity) => ({
    name: rarity.name,
    record: changedOf(rarity, honest, pool, from),
  }));
}

function changedOf(
  rarity: Rarity,
  honest: ReturnType<typeof honestOnes>,
  pool: Pool,
  from: number,
): Uint8Array {
  for (let seed = from; seed < from + MOST_SEEDS; seed++) {
    const record = told(rarity, honest(rarity.script, seed), pool);
    if (record !== null) return record;
  }
  throw new Error("no ceremony has what this changes");
}

type Draw = () => number;
type Change = (drafts: Draft[], n: number, draw: Draw) => void;

const oneOf = <T>(items: readonly T[], draw: Draw): T => {
  const item = items[Math.floor(draw() * items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

/** What its writer may make of the entry at n. Chain and signatures are made again. */
const CHANGES: Readonly<Record<string, Change>> = {
  dropped: (drafts, n) => drafts.splice(n, 1),
  doubled: (drafts, n) => drafts.splice(n, 0, doubleOf(drafts, n)),
  moved: (drafts, n, draw) => {
    const [one] = drafts.splice(n, 1);
    if (one !== undefined) drafts.splice(Math.floor(draw() * drafts.length), 0, one);
  },
  "put elsewhere again": (drafts, n, draw) =>
    drafts.splice(Math.floor(draw() * drafts.length), 0, doubleOf(drafts, n)),
  "by another": (drafts, n, draw) => {
    at(drafts, n).by = oneOf(drafts, draw).by;
  },
  "at the other station": (drafts, n) => {
    const one = at(drafts, n);
    one.station = one.station === "offline" ? "connected" : "offline";
  },
  "of another type": (drafts, n, draw) => {
    at(drafts, n).type = oneOf(drafts, draw).type;
  },
  "at another time": (drafts, n, draw) => {
    at(drafts, n).at += Math.floor((draw() - 0.5) * 240_000);
  },
  "with the data of another": (drafts, n, draw) => {
    const { type } = at(drafts, n);
    const others = drafts.filter((one) => one.type === type);
    at(drafts, n).data = structuredClone(oneOf(others, draw).data);
  },
  "with a value changed": changeValue,
  "with another value changed": changeValue,
  "with a third value changed": changeValue,
  "with a member or item dropped": (drafts, n, draw) => {
    const holders = holdersIn(at(drafts, n).data);
    if (holders.length === 0) return;
    const { holder, key } = oneOf(holders, draw);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  },
  "with an item doubled or moved": (drafts, n, draw) => {
    const lists = holdersIn(at(drafts, n).data).filter(({ holder }) => Array.isArray(holder));
    if (lists.length === 0) return;
    const { holder, key } = oneOf(lists, draw);
    const list = holder as unknown as unknown[];
    const [item] = draw() < 0.5 ? list.splice(Number(key), 1) : [list[Number(key)]];
    list.splice(Math.floor(draw() * (list.length + 1)), 0, structuredClone(item));
  },
};

export const WAYS = Object.keys(CHANGES);

let fresh = 900_000;
const doubleOf = (drafts: readonly Draft[], n: number): Draft => {
  const one = drafts[n]!;
  return { ...one, data: structuredClone(one.data), id: fresh++ };
};

const at = (drafts: readonly Draft[], n: number): Draft => drafts[n]!;

interface Held {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every member and every item in it, at any depth. */
function holdersIn(value: unknown): readonly Held[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...holdersIn(holder[key])]);
}

/** A value becomes one that is under this name elsewhere, or a near one. */
function changeValue(drafts: Draft[], n: number, draw: Draw): void {
  const leaves = holdersIn(at(drafts, n).data).filter(
    ({ holder, key }) => typeof holder[key] !== "object",
  );
  if (leaves.length === 0) return;
  const { holder, key } = oneOf(leaves, draw);
  const others = drafts
    .flatMap(({ data }) => holdersIn(data))
    .filter((one) => one.key === key && typeof one.holder[key] === typeof holder[key])
    .map((one) => one.holder[key])
    .filter((other) => other !== holder[key]);
  holder[key] =
    others.length > 0 && draw() < 0.7
      ? structuredClone(oneOf(others, draw))
      : near(holder[key], draw);
}

function near(value: unknown, draw: Draw): unknown {
  if (typeof value === "number") return value + (draw() < 0.5 ? 1 : -1);
  if (typeof value === "boolean") return !value;
  const text = String(value);
  return oneOf(
    ["", ` ${text}`, text.toUpperCase(), `${text}x`, "another", text.slice(0, -1)],
    draw,
  );
}

/** A ceremony to which chance does one thing. */
export function chanceCase(honest: Case & Ceremony, seed: number): Case {
  const draw = drawing(seed);
  const way = oneOf(WAYS, draw);
  const { drafts, previous } = copyOf(honest);
  const n = Math.floor(draw() * drafts.length);
  CHANGES[way]?.(drafts, n, draw);
  const name = `${honest.name}, entry ${n} ${way}, chance ${seed}`;
  return { name, record: sealed({ drafts, previous }) };
}
