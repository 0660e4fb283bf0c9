// A sentence is data until it is read: its id, and the values of its holes.
import type { EN } from "./en/en.ts";
import type { Holes } from "./rows/message.ts";

type Catalogue = typeof EN;
type Noun = keyof Catalogue;

/** Every sentence: the noun's file, and the row in it. */
export type Id = { [N in Noun]: `${N}.${keyof Catalogue[N] & string}` }[Noun];

type TextOf<I extends Id> = I extends `${infer N extends Noun}.${infer Key}`
  ? Key extends keyof Catalogue[N]
    ? Catalogue[N][Key] & string
    : never
  : never;

/** Several of something: with commas and the language's "and", or with this between them. */
export interface List {
  readonly list: readonly Value[];
  readonly between: "and" | ", " | "; " | " " | "\n";
}

/** What fills a hole. A sentence there is said in the language of the one around it. */
export type Value = string | number | boolean | Date | Phrase | Custom;

/** What must be said before it is text. */
export type Phrase = Sentence | List | Capital;

/** What the page draws in its own way, such as a name in another type. */
export interface Custom {
  readonly sort: string;
}

/** What begins with a capital letter wherever it is. */
export interface Capital {
  readonly capital: Value;
}

/** The id of a sentence, and the values of its holes. */
export interface Sentence<I extends Id = Id> {
  readonly id: I;
  readonly with: Readonly<Record<string, Value>>;
}

/** What a sentence needs besides its id: nothing if it has no holes. */
export type Given<I extends Id> = I extends Id
  ? TextOf<I> extends `${string}{${string}`
    ? [given: Holes<TextOf<I>, Value>]
    : []
  : never;

/** A sentence, by its id and the values of its holes. */
export function sentence<const I extends Id>(id: I, ...given: Given<I>): Sentence<I>;
// Not of the same types: the compiler would compare the holes of each sentence with those of all others.
export function sentence(id: Id, given: Sentence["with"] = {}): Sentence {
  return { id, with: given };
}

/** "officer 1, officer 2 and officer 3". */
export const and = (list: readonly Value[]): List => ({ list, between: "and" });

/** With something else between them. */
export const list = (list: readonly Value[], between: List["between"] = ", "): List => ({
  list,
  between,
});

export const capital = (value: Value): Capital => ({ capital: value });

/** The noun's file, and the row in it. */
export function placeOf(id: string): readonly [noun: string, key: string] {
  const [noun = "", key = ""] = id.split(/\.(.*)/s);
  return [noun, key];
}
