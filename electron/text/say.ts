// Says sentences in any language.
import { ENGLISH } from "./english.ts";
import { ENGLISH_ALONE } from "./rows/english-alone.ts";
import { LANGUAGES, type Language, type LanguageRow } from "./languages.ts";
import { placeOf, type Value } from "./sentence.ts";
import type { Row } from "./rows/translation.ts";
import { partsBy, textBy, type Part, type Locale } from "./locale.ts";

/** The text of a value in a language. @throws Error as `textBy`: a bug of ours */
export const saidIn = (language: Language, value: Value): string =>
  textBy(localeOf(language), value);

/** The same with drawn parts, as from `partsBy`. */
export const partsIn = (language: Language, value: Value): readonly Part[] =>
  partsBy(localeOf(language), value);

/** The tag for a language's dates, numbers and lists (BCP 47). */
export const tagOf = (language: Language): string => localeOf(language).tag;

/** @throws Error for an unknown language: a bug of ours */
export function localeOf(language: Language): Locale {
  const locale = LOCALES.get(language);
  if (locale === undefined) throw new Error("there is no such language");
  return locale;
}

function localeIn({ tag, rows }: LanguageRow): Locale {
  if (rows === null) return ENGLISH;
  const nouns: Readonly<Record<string, Readonly<Record<string, Row>>>> = rows;
  return {
    tag,
    messageOf: (id) => {
      const [noun, key] = placeOf(id);
      if (Object.hasOwn(ENGLISH_ALONE, noun)) return ENGLISH.messageOf(id);
      const text = nouns[noun]?.[key]?.[1];
      if (text === undefined) throw new Error(`there is no sentence ${id}`);
      return text;
    },
    ready: new Map(),
  };
}

const LOCALES: ReadonlyMap<Language, Locale> = new Map(
  LANGUAGES.map((row) => [row.id, localeIn(row)]),
);
