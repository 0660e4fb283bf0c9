// English for terminals, records and `--json`: of programs that need no other language.
import { EN } from "./en/en.ts";
import { simpleParts } from "./message-parts.ts";
import { placeOf, type Id, type Sentence, type Value } from "./sentence.ts";
import { textBy, type Locale } from "./locale.ts";

export { recordedSentence } from "./recorded.ts";

/** The original sentences. */
export const ENGLISH: Locale = {
  tag: "en-GB",
  messageOf: (id) => {
    const text = englishOf(id);
    if (text === undefined) throw new Error(`there is no sentence ${id}`);
    return text;
  },
  ready: new Map(),
};

/** The English of a value. @throws Error for an unknown id, or a drawn part: a bug of ours */
export const english = (value: Value): string => textBy(ENGLISH, value);

/**
 * The sentence of an id that was built with a word from elsewhere, such as a record's; null if
 * there is no such sentence, or it has other holes.
 */
export function known(id: string, given: Sentence["with"] = {}): Sentence | null {
  const parts = simpleParts(englishOf(id) ?? "{");
  const holes = parts?.flatMap((part) => (typeof part === "string" ? [] : [part.hole]));
  const isOf = holes?.every((hole) => Object.hasOwn(given, hole)) ?? false;
  return isOf && Object.keys(given).every((name) => holes?.includes(name))
    ? { id: id as Id, with: given }
    : null;
}

function englishOf(id: string): string | undefined {
  const catalogue: Readonly<Record<string, Readonly<Record<string, string>>>> = EN;
  const [noun, key] = placeOf(id);
  const rows = Object.hasOwn(catalogue, noun) ? catalogue[noun] : undefined;
  return rows !== undefined && Object.hasOwn(rows, key) ? rows[key] : undefined;
}
