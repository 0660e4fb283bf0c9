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
type Checked<English extends string, Given> = Given extends readonly [
  string,
  infer Text extends string,
  ...infer Without extends readonly string[],
]
  ? [IsPlain<English>, IsPlain<Text>] extends [true, true]
    ? Given
    : Compared<Holes<English, Any>, Holes<Text, Any>, Without[number]> extends infer Wrong
      ? [Wrong] extends [never]
        ? Given
        : Wrong
      : never
  : Row;

/** Nothing if a translation has every required hole, and no other or of another kind. */
type Compared<English, Other, Without> = [English] extends [Other]
  ? [Exclude<keyof English, keyof Other | Without>] extends [never]
    ? never
    : { missing: Exclude<keyof English, keyof Other | Without> }
  : { surplus: Exclude<keyof Other, keyof English> };

/** The English of a noun. */
type Of<Noun extends keyof typeof EN> = Readonly<(typeof EN)[Noun]>;

/** Checks the rows of a noun; a missing row, a surplus one, or other holes do not compile. */
export const translation =
  <Noun extends keyof typeof EN>() =>
  <const Rows extends Readonly<Record<keyof Of<Noun>, Row>>>(
    rows: Rows & {
      readonly [Key in keyof Rows]: Key extends keyof Of<Noun>
        ? Checked<Of<Noun>[Key] & string, Rows[Key]>
        : never;
    },
  ): Readonly<Record<keyof Of<Noun> & string, Row>> =>
    rows;

/** The rows of a language, by noun and name. */
export type Translation = {
  readonly [Noun in Exclude<keyof typeof EN, keyof typeof ENGLISH_ALONE>]: Readonly<
    Record<keyof (typeof EN)[Noun] & string, Row>
  >;
};
