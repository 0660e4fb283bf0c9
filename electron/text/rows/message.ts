// The holes of a message in ICU MessageFormat, derived from its text by the compiler.

/** A time: text of a record (ISO 8601), milliseconds since 1970, or a date. */
export type Moment = string | number | Date;

/** Up to the first brace, the brace, and what follows; null if there is none. */
type Braced<Text extends string> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Closed<Text>
    : [Before, "{", After]
  : Closed<Text>;
type Closed<Text extends string> = Text extends `${infer Before}}${infer After}`
  ? [Before, "}", After]
  : null;

type Trimmed<Text extends string> = Text extends ` ${infer Rest}`
  ? Trimmed<Rest>
  : Text extends `${infer Rest} `
    ? Trimmed<Rest>
    : Text;

/** A hole with a text for each case: `{n, plural, one {…} other {…}}`. */
interface Cases {
  readonly name: string;
  readonly kind: string;
}

type Case<Key extends string> = Key extends "other"
  ? never
  : Key extends "true" | "false"
    ? boolean
    : Key;

/** What a formatted hole accepts: `{n, number}`, `{at, date, day}`. */
type Taken<Kind extends string> = Kind extends "date" | "time" ? Moment : number;

/**
 * Reads a message from left to right.
 * @typeParam Stack the context of the reader, the innermost first: a hole's cases, or the text of one
 * @typeParam Plain names of holes that accept anything
 * @typeParam Typed names of the others, each with what it accepts
 */
type Read<
  Text extends string,
  Stack extends readonly unknown[],
  Plain extends string,
  Typed extends readonly [string, unknown],
> =
  Braced<Text> extends [infer Before extends string, infer Brace, infer After extends string]
    ? Stack extends readonly [infer Top extends Cases, ...infer Below]
      ? Brace extends "}"
        ? Read<After, Below, Plain, Typed>
        : Read<
            After,
            ["text", ...Stack],
            Plain,
            Top["kind"] extends "select" ? Typed | [Top["name"], Case<Trimmed<Before>>] : Typed
          >
      : Brace extends "}"
        ? Stack extends readonly ["text", ...infer Below]
          ? Read<After, Below, Plain, Typed>
          : never
        : ReadHole<After, Stack, Plain, Typed>
    : { plain: Plain; typed: Typed };

type ReadHole<
  Text extends string,
  Stack extends readonly unknown[],
  Plain extends string,
  Typed extends readonly [string, unknown],
> = Text extends `${infer Hole}}${infer After}`
  ? Hole extends `${infer Name},${infer Kind},${string}`
    ? Trimmed<Kind> extends "plural" | "select" | "selectordinal"
      ? Text extends `${Name},${Kind},${infer Rest}`
        ? Read<
            Rest,
            [{ name: Name; kind: Trimmed<Kind> }, ...Stack],
            Plain,
            Trimmed<Kind> extends "select" ? Typed : Typed | [Name, number]
          >
        : never
      : Read<After, Stack, Plain, Typed | [Name, Taken<Trimmed<Kind>>]>
    : Hole extends `${infer Name},${infer Kind}`
      ? Read<After, Stack, Plain, Typed | [Name, Taken<Trimmed<Kind>>]>
      : Read<After, Stack, Plain | Hole, Typed>
  : never;

type Named<Typed extends readonly [string, unknown], Name> = Extract<
  Typed,
  readonly [Name, unknown]
>[1];

/**
 * What a message's holes accept, by name: a number for a plural, one of the cases for a select, a
 * time for a date or a time, else `Any`; also for a select with nothing but `other`, for a language
 * that needs the hole.
 */
export type Holes<Text extends string, Any> =
  Read<Text, [], never, never> extends {
    plain: infer Plain extends string;
    typed: infer Typed extends readonly [string, unknown];
  }
    ? {
        readonly [Name in Plain | Typed[0]]: [Named<Typed, Name>] extends [never]
          ? Any
          : Named<Typed, Name>;
      }
    : never;
