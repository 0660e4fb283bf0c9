// The closed vocabulary of the room: what a step may require of it, and what it may ensure.
import { fault } from "./faults.ts";
import type { Fields } from "./reader.ts";

/** What a word is about: a thing, a person, or the room as a whole. */
type Of = "material" | "person" | "room";

/**
 * Who may use a word: "need" is only required, "hand" is only done by people, "both" is either,
 * "app" is required by anyone and ensured only by a step's kind.
 */
type Use = "need" | "hand" | "both" | "app";

interface Word {
  readonly of: Of;
  readonly use: Use;
  /** Facts about the same object that end with it. */
  readonly undoes: readonly string[];
  /** Ensured once and never again. */
  readonly once: boolean;
}

const word = <const O extends Of, const U extends Use>(
  of: O,
  use: U,
  undoes: readonly string[] = [],
) => ({ of, use, undoes, once: false });
const once = <const O extends Of>(of: O) => ({ of, use: "app" as const, undoes: [], once: true });

/** The words; README.md explains each. */
export const WORDS = {
  in: word("material", "need"),
  "at-hand": word("material", "need"),
  opened: word("material", "hand", ["sealed", "custody-recorded", "custody-attested"]),
  sealed: word("material", "both", ["opened"]),
  resealed: word("material", "hand", ["opened"]),
  destroyed: word("material", "hand", ["opened", "sealed"]),
  goes: word("material", "hand"),
  keys: once("material"),
  words: word("material", "app"),
  certificates: once("material"),
  domain: once("material"),
  "domain-anew": word("material", "app", ["domain-heard", "domain-matched", "quorum-proven"]),
  "exchange-key": once("material"),
  blob: once("material"),
  present: word("person", "both"),
  left: word("person", "hand", ["present"]),
  "confirmed-offline": word("person", "app"),
  "confirmed-connected": word("person", "app"),
  "seals-checked": word("person", "app"),
  "key-checked": word("person", "app"),
  "part-taken": word("person", "app", ["custody-attested"]),
  "copy-seal-checked": word("material", "app"),
  rehashed: word("material", "app"),
  "custody-attested": word("room", "app"),
  "objects-checked": word("room", "app"),
  "handed-off": word("room", "app"),
  "backup-named": word("room", "app"),
  "network-down": word("room", "both", ["network-up"]),
  "network-up": word("room", "hand", ["network-down"]),
  "activation-read": word("room", "app"),
  "domain-found": word("room", "app"),
  "domain-retired": word("room", "app"),
  "old-destroyed": word("person", "app"),
  "domain-heard": word("room", "app"),
  "domain-matched": word("room", "app"),
  "quorum-proven": word("room", "app"),
  "dry-run-passed": word("room", "app"),
  "backup-known": word("room", "app"),
  "exchange-key-heard": word("room", "app"),
  "exchange-key-compared": word("room", "app"),
  "blob-uploaded": once("room"),
  "empty-backed-up": word("room", "app"),
  "keys-restored": word("room", "app"),
  "keys-compared": word("room", "app"),
  "custody-recorded": word("room", "app"),
} as const satisfies Readonly<Record<string, Word>>;

export type WordName = keyof typeof WORDS;

/** What people do by hand. */
export type HandWord = {
  [W in WordName]: (typeof WORDS)[W]["use"] extends "hand" | "both" ? W : never;
}[WordName];

type WordOf<O extends Of> = {
  [W in WordName]: (typeof WORDS)[W]["of"] extends O ? W : never;
}[WordName];

/** A fact as in the table of kinds; `{...}` is filled in for each step. */
export type FactText =
  | `${WordOf<"material"> | WordOf<"person">} ${string}`
  | WordOf<"room">
  | `confirmed-{station} ${string}`
  | `{what} ${string}`
  | "{what}-heard";

/** Both media of the security domain, and the domain on both. */
export const BOTH_COPIES = [
  "domain transfer",
  "domain domain-copy",
  "in transfer",
  "in domain-copy",
] as const;

/** One fact: a word, and the thing or person it is about; "" for the room. */
export interface Fact {
  readonly word: WordName;
  readonly object: string;
}

/** A fact of a step, `{officer}` not yet filled in, and its place in the script. */
export interface Claim {
  readonly text: string;
  readonly path: string;
}

/** What may follow a word, as the script has declared it. */
export interface Objects {
  readonly materials: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
}

const isWord = (name: string): name is WordName => Object.hasOwn(WORDS, name);

/** Splits `word object`. Only for texts that `readClaims` or the table of kinds have accepted. */
export function factOf(text: string): Fact {
  const [name = "", object = ""] = text.split(" ");
  if (!isWord(name)) throw new RangeError("no word of the room");
  return { word: name, object };
}

/** A fact as one text, its name in a room. */
export const factText = ({ word: name, object }: Fact): string =>
  object === "" ? name : `${name} ${object}`;

/**
 * Reads a step's own `requires` or `ensures`; a step without that field has none.
 * @throws Fault E-SCRIPT-VALUE with the path
 */
export function readClaims(
  fields: Fields,
  name: "requires" | "ensures",
  objects: Objects,
): readonly Claim[] {
  if (!fields.has(name)) return [];
  return fields.list(name, (value, path) => {
    if (typeof value !== "string" || !isClaim(value, name, objects))
      throw fault("E-SCRIPT-VALUE", { path, wanted: WANTED[name] });
    return { text: value, path };
  });
}

const WANTED = {
  requires: "a word of the room that a step can need, with its object",
  ensures: "a word of the room for something done by hand, with its object",
} as const;

function isClaim(text: string, name: "requires" | "ensures", objects: Objects): boolean {
  const [first = "", object, more] = text.split(" ");
  if (!isWord(first) || more !== undefined) return false;
  const { of, use } = WORDS[first];
  if (name === "requires" ? use === "hand" : use === "need" || use === "app") return false;
  if (of === "room") return object === undefined;
  return (
    object !== undefined && (of === "material" ? objects.materials : objects.persons).has(object)
  );
}
