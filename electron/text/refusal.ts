// The two sentences of a refusal, found by its code: what is refused, and what to do next. Every process
// refuses, and most print nothing else: this loads neither other sentences nor other languages.
import { REFUSALS } from "./en/en-refusals.ts";
import { simpleParts } from "./message-parts.ts";
import type { EN } from "./en/en.ts";
import type { Holes } from "./rows/message.ts";
import { placeOf, type Id, type List, type Sentence, type Value } from "./sentence.ts";

type Catalogue = typeof EN;

/** The nouns of refusals: one per room, by its name. */
export type RefusalNoun = keyof Catalogue & `${string}-faults`;

type RowOf<N extends RefusalNoun, Key> = Key extends keyof Catalogue[N]
  ? Catalogue[N][Key] & string
  : never;

/** The codes of a room: each has a row. */
export type CodeOf<N extends RefusalNoun> = Exclude<
  Extract<keyof Catalogue[N], `E-${string}`>,
  `${string}.next`
>;

/**
 * For each code without a row `CODE.next` the name of the row that several codes share; its texts
 * have no holes.
 */
export type SharedNext<N extends RefusalNoun> = {
  readonly [Code in CodeOf<N> as `${Code}.next` extends keyof Catalogue[N] ? never : Code]: Exclude<
    keyof Catalogue[N],
    `E-${string}`
  >;
};

/** A sentence that every process can say: of refusals. */
export type RefusalSentence = Sentence<
  {
    [N in keyof typeof REFUSALS]: `${N}.${keyof (typeof REFUSALS)[N] & string}`;
  }[keyof typeof REFUSALS]
>;

/** What may fill a refusal's hole: a number, a name, a sentence of refusals, or several of them. */
export type Detail = string | number | RefusalSentence | List;

/** What fills the holes of both sentences. */
type DetailOf<N extends RefusalNoun, Code extends CodeOf<N>> = Holes<RowOf<N, Code>, Detail>
  & ([RowOf<N, `${Code}.next`>] extends [never]
    ? unknown
    : Holes<RowOf<N, `${Code}.next`>, Detail>);

/** Nothing if neither sentence has holes. */
export type DetailsOf<N extends RefusalNoun, Code extends CodeOf<N>> =
  Code extends CodeOf<N>
    ? `${RowOf<N, Code>}${RowOf<N, `${Code}.next`>}` extends infer Text
      ? [Text] extends [`${string}{${string}`]
        ? DetailOf<N, Code>
        : Readonly<Record<string, never>>
      : never
    : never;

/** A refusal's two sentences. */
export interface Refusal {
  readonly message: Value;
  readonly next: Value;
}

/** The two sentences of a code, with the values of their holes. */
export function refusal<N extends RefusalNoun>(
  noun: N,
  shared: SharedNext<N> | Readonly<Record<string, never>>,
  code: CodeOf<N>,
  detail: Readonly<Record<string, Value>>,
): Refusal {
  const next: Readonly<Record<string, unknown>> = shared;
  const key = Object.hasOwn(next, code) ? String(next[code]) : `${code}.next`;
  return {
    message: { id: `${noun}.${code}` as Id, with: detail },
    next: { id: `${noun}.${key}` as Id, with: detail },
  };
}

/** Made when it is needed: to make it takes a tenth of the time in which `sd` starts. */
let listed: Intl.ListFormat | undefined;

/**
 * The English of a refusal's sentence, or of a list of them, for records, terminals and `--json`.
 * Its messages only have holes of the form `{name}`.
 * A sentence that it cannot say, of another noun or with a plural, is shown by its id: that is a
 * bug of ours, which must not lose the refusal around it.
 */
export function refusalText(value: Value): string {
  if (typeof value !== "object") return String(value);
  if ("list" in value) {
    const said = value.list.map(refusalText);
    if (value.between !== "and") return said.join(value.between);
    return (listed ??= new Intl.ListFormat("en-GB")).format(said);
  }
  if (!("id" in value)) return "";
  const [noun, key] = placeOf(value.id);
  const nouns: Readonly<Record<string, Readonly<Record<string, string>>>> = REFUSALS;
  const parts = simpleParts(nouns[noun]?.[key] ?? "{");
  if (parts === null) return value.id;
  return parts
    .map((part) => (typeof part === "string" ? part : refusalText(value.with[part.hole] ?? "")))
    .join("");
}
