// Says sentences in any language.
import { ENGLISH } from "./english.ts";
import { ENGLISH_ALONE } from "./english-alone.ts";
import { LANGUAGES, type Language, type LanguageRow } from "./languages.ts";
import { placeOf, type Value } from "./sentence.ts";
import type { Row } from "./translation.ts";
import { partsBy, textBy, type Part, type Voice } from "./voice.ts";

/** The text of a value in a language. @throws Error as `textBy`: a mistake of ours */
export const saidIn = (language: Language, value: Value): string =>
  textBy(voiceOf(language), value);

/** The same with what is drawn, as `partsBy` gives it. */
export const partsIn = (language: Language, value: Value): readonly Part[] =>
  partsBy(voiceOf(language), value);

/** By which a language's dates, numbers and lists are written (BCP 47). */
export const tagOf = (language: Language): string => voiceOf(language).tag;

/** @throws Error for a language that is none: a mistake of ours */
export function voiceOf(language: Language): Voice {
  const voice = VOICES.get(language);
  if (voice === undefined) throw new Error("there is no such language");
  return voice;
}

function voiceIn({ tag, rows }: LanguageRow): Voice {
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

const VOICES: ReadonlyMap<Language, Voice> = new Map(
  LANGUAGES.map((row) => [row.id, voiceIn(row)]),
);
