// The holes of a message in ICU MessageFormat, derived from its text by the compiler.

/** A time: text of a record (ISO 8601), milliseconds since 1970, or a date. */
export type Moment = string | number | Date;

type Trimmed<Text extends string> = Text extends ` ${infer Rest}`
  ? Trimmed<Rest>
  : Text extends `${infer Rest} `
    ? Trimmed<Rest>
    : Text;

/** What a formatted hole accepts: `{n, number}`, `{at, date, day}`. */
type Format<Kind extends string> = Kind extends "date" | "time" ? "moment" : "number";

/**
 * Reads a message from left to right. What it knows is text, not tuples: a tuple has all members of an
 * array, which takes the compiler ten times as long.
 * @typeParam Around the context of the reader, the innermost first, each followed by `/`: a hole with
 *   a text for each case (`{n, plural, one {…} other {…}}`) as `n,plural`, one of these texts as `-`
 * @typeParam Found each hole that was read: `NAME:` accepts anything, `NAME:number` and `NAME:moment`
 *   these, `NAME:=` the cases of a select, one of which is `NAME:=CASE`
 * @returns all that was found; any string if its braces do not match
 */
type Read<
  Text extends string,
  Around extends string,
  Found extends string,
> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Close<Text, Around, Found>
    : Around extends "" | `-/${string}`
      ? ReadHole<After, Around, Found>
      : Around extends `${infer Name},${infer Kind}/${string}`
        ? Read<
            After,
            `-/${Around}`,
            Kind extends "select" ? Found | Case<Name, Trimmed<Before>> : Found
          >
        : never
  : Text extends `${string}}${string}`
    ? Close<Text, Around, Found>
    : Found;

/** Reads on behind the next brace, which closes one. */
type Close<
  Text extends string,
  Around extends string,
  Found extends string,
> = Text extends `${string}}${infer After}`
  ? Around extends `${string}/${infer Beyond}`
    ? Read<After, Beyond, Found>
    : string
  : never;

type Case<Name extends string, Key extends string> = Key extends "other"
  ? never
  : `${Name}:=${Key}`;

type ReadHole<
  Text extends string,
  Around extends string,
  Found extends string,
> = Text extends `${infer Hole}}${infer After}`
  ? Hole extends `${infer Name},${infer Kind},${string}`
    ? Trimmed<Kind> extends "plural" | "select" | "selectordinal"
      ? Text extends `${Name},${Kind},${infer Rest}`
        ? Read<
            Rest,
            `${Name},${Trimmed<Kind>}/${Around}`,
            Found | (Trimmed<Kind> extends "select" ? `${Name}:=` : `${Name}:number`)
          >
        : never
      : Read<After, Around, Found | `${Name}:${Format<Trimmed<Kind>>}`>
    : Hole extends `${infer Name},${infer Kind}`
      ? Read<After, Around, Found | `${Name}:${Format<Trimmed<Kind>>}`>
      : Read<After, Around, Found | `${Hole}:`>
  : string;

type NameOf<Found extends string> = Found extends `${infer Name}:${string}` ? Name : Found;

/** What the hole of a name accepts, unless it accepts anything. */
type Taken<Found extends string, Name extends string> = Found extends `${Name}:${infer What}`
  ? What extends "number"
    ? number
    : What extends "moment"
      ? Moment
      : What extends "=true" | "=false"
        ? boolean
        : What extends `=${infer Key}`
          ? Exclude<Key, "">
          : never
  : never;

/**
 * What a message's holes accept, by name: a number for a plural, one of the cases for a select, a
 * time for a date or a time, else `Any`; also for a select with nothing but `other`, for a language
 * that needs the hole.
 */
export type Holes<Text extends string, Any> =
  Read<Text, "", never> extends infer Found extends string
    ? {
        readonly [Name in NameOf<Found>]: [Taken<Found, Name>] extends [never]
          ? Any
          : Taken<Found, Name>;
      }
    : never;
