// A language's rows of one noun: the same names as in English, with the same holes.
import type { EN } from "../en/en.ts";
import type { ENGLISH_ALONE } from "./english-alone.ts";
import type { Holes } from "./message.ts";

/**
 * A row: the first eight digits of the SHA-256 of its English, the text, and the holes of the
 * English that it omits.
 */
export type Row = readonly [of: string, text: string, ...without: string[]];

type Any = "anything";

/** Most messages have no hole, so the compiler need not read them. */
type IsPlain<Text extends string> = Text extends `${string}{${string}` ? false : true;

/** The row itself, or what is wrong with it. */
type Checked<English extends string, Given> = Given extends Row
  ? [IsPlain<English>, IsPlain<Given[1]>] extends [true, true]
    ? Given
    : Compared<Holes<English, Any>, Holes<Given[1], Any>, Without<Given>> extends infer Wrong
      ? [Wrong] extends [never]
        ? Given
        : Wrong
      : never
  : Row;

/** The holes that a row omits. */
type Without<Given extends Row> = Given extends readonly [string, string, ...infer Names]
  ? Names[number]
  : never;

/** Nothing if a translation has every required hole, and no other or of another kind. */
type Compared<English, Other, Without> = [English] extends [Other]
  ? [Exclude<keyof English, keyof Other | Without>] extends [never]
    ? never
    : { missing: Exclude<keyof English, keyof Other | Without> }
  : { surplus: Exclude<keyof Other, keyof English> };

/** The English of a noun. */
type Of<Noun extends keyof typeof EN> = Readonly<(typeof EN)[Noun]>;

/** The row of a name as it must be: none if the English has no such row. */
type CheckedAt<Noun extends keyof typeof EN, Key, Given> = Key extends keyof Of<Noun>
  ? Checked<Of<Noun>[Key] & string, Given>
  : never;

/** The names of the rows that are wrong. */
type WrongIn<Noun extends keyof typeof EN, Rows> = {
  [Key in keyof Rows]: Rows[Key] extends CheckedAt<Noun, Key, Rows[Key]> ? never : Key;
}[keyof Rows];

/**
 * The wrong rows as they must be. If there is none, the compiler compares no row with itself, which
 * would take it most of the time.
 */
type Corrected<Noun extends keyof typeof EN, Rows> = [WrongIn<Noun, Rows>] extends [never]
  ? unknown
  : { readonly [Key in WrongIn<Noun, Rows>]: CheckedAt<Noun, Key, Rows[Key]> };

/** Checks the rows of a noun; a missing row, a surplus one, or other holes do not compile. */
export const translation =
  <Noun extends keyof typeof EN>() =>
  <const Rows extends Readonly<Record<keyof Of<Noun>, Row>>>(
    rows: Rows & Corrected<Noun, Rows>,
  ): Readonly<Record<keyof Of<Noun> & string, Row>> =>
    rows;

/** The rows of a language, by noun and name. */
export type Translation = {
  readonly [Noun in Exclude<keyof typeof EN, keyof typeof ENGLISH_ALONE>]: Readonly<
    Record<keyof (typeof EN)[Noun] & string, Row>
  >;
};
