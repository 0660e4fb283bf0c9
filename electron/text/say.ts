// Says sentences: the one place where they become text.
import { IntlMessageFormat } from "intl-messageformat";
import { EN } from "./en/en.ts";
import { ENGLISH_ALONE } from "./english-alone.ts";
import { rowOf, tagOf, type Language } from "./languages.ts";
import { simpleParts } from "./message-parts.ts";
import { placeOf, type Drawn, type Id, type List, type Sentence, type Value } from "./sentence.ts";
import type { Row } from "./translation.ts";

/** A text, or what is drawn between texts. */
export type Part = string | Drawn;

/** Fills a message's holes. */
type Fill = (given: Readonly<Record<string, Value>>) => readonly Part[];

/** What was said before is ready: a message is read once. */
const ready = new Map<string, Fill>();

/** How dates and times are written: days and hours of UTC, as records have them. */
const FORMATS = {
  date: {
    day: { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
    shortDay: { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  },
  time: {
    short: { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" },
    clock: {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZone: "UTC",
    },
  },
} as const;

/**
 * The text of a value in a language: of a sentence with what stands in its holes.
 * @throws Error for a language or an id that is none, and where something drawn stands in it: a mistake of
 *   ours
 */
export function saidIn(language: Language, value: Value): string {
  return partsIn(language, value)
    .map((part) => {
      if (typeof part !== "string") throw new Error("what is drawn is no text");
      return part;
    })
    .join("");
}

/** Its English, as terminals, records and `--json` have it. @throws as `saidIn` */
export const english = (value: Value): string => saidIn("en", value);

/**
 * As `saidIn`, for a page that draws some of it: texts, and between them what is drawn, as it was given.
 * @throws Error for a language or an id that is none: a mistake of ours
 */
export function partsIn(language: Language, value: Value): readonly Part[] {
  if (typeof value !== "object" || value instanceof Date) return [String(value)];
  if ("sort" in value) return [value];
  if ("list" in value) return listed(language, value);
  if ("capital" in value) {
    const [first = "", ...rest] = partsIn(language, value.capital);
    return typeof first === "string" ? [capitalIn(language, first), ...rest] : [first, ...rest];
  }
  return readyIn(language, value.id)(value.with);
}

const capitalIn = (language: Language, text: string): string =>
  text.slice(0, 1).toLocaleUpperCase(tagOf(language)) + text.slice(1);

function listed(language: Language, { list, between }: List): readonly Part[] {
  const said = list.map((one) => partsIn(language, one));
  const places =
    between === "and"
      ? new Intl.ListFormat(tagOf(language)).formatToParts(said.map((_, i) => String(i)))
      : said.flatMap((_, i) => [
          ...(i === 0 ? [] : [{ type: "literal", value: between }]),
          { type: "element", value: String(i) },
        ]);
  return places.flatMap(({ type, value }) =>
    type === "element" ? (said[Number(value)] ?? []) : [value],
  );
}

function readyIn(language: Language, id: Id): Fill {
  const name = `${language} ${id}`;
  const known = ready.get(name);
  if (known !== undefined) return known;
  const made = filled(language, textOf(language, id));
  ready.set(name, made);
  return made;
}

/**
 * The sentence of an id that is put together with a word from elsewhere, as a record has it; null where
 * there is no such sentence, or it has holes.
 */
export function known(id: string): Sentence | null {
  const text = englishOf(id);
  return text === undefined || text.includes("{") ? null : { id: id as Id, with: {} };
}

function englishOf(id: string): string | undefined {
  const catalogue: Readonly<Record<string, Readonly<Record<string, string>>>> = EN;
  const [noun, key] = placeOf(id);
  const rows = Object.hasOwn(catalogue, noun) ? catalogue[noun] : undefined;
  return rows !== undefined && Object.hasOwn(rows, key) ? rows[key] : undefined;
}

/** The message of a sentence, as its file has it. */
export function textOf(language: Language, id: Id): string {
  const rows: Readonly<Record<string, Readonly<Record<string, Row>>>> | null = rowOf(language).rows;
  const [noun, key] = placeOf(id);
  const isEnglish = rows === null || Object.hasOwn(ENGLISH_ALONE, noun);
  const text = isEnglish ? englishOf(id) : rows[noun]?.[key]?.[1];
  if (text === undefined) throw new Error(`there is no sentence ${id}`);
  return text;
}

function filled(language: Language, text: string): Fill {
  if (!text.includes("{")) return () => [text];
  const parts = simpleParts(text);
  if (parts !== null)
    return (given) =>
      parts.flatMap((part) =>
        typeof part === "string" ? [part] : partsIn(language, given[part.hole] ?? ""),
      );
  const message = new IntlMessageFormat(text, tagOf(language), FORMATS, { ignoreTag: true });
  const moments = momentsIn(message.getAst());
  return (given) => {
    const values: Record<string, string | number | boolean | Date | Put> = {};
    for (const [name, value] of Object.entries(given))
      values[name] =
        moments.has(name) && typeof value === "string"
          ? new Date(value)
          : typeof value === "object" && !(value instanceof Date)
            ? { put: partsIn(language, value) }
            : value;
    return message
      .formatToParts<Put>(values)
      .flatMap(({ value }) => (typeof value === "object" ? value.put : [value]));
  };
}

/** What was said already, as the library hands it through. */
interface Put {
  readonly put: readonly Part[];
}

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** The names of holes for dates, times and numbers: of these only moments come as text. */
function momentsIn(elements: Elements): ReadonlySet<string> {
  return new Set(
    elements.flatMap((element) =>
      "options" in element
        ? Object.values(element.options).flatMap(({ value }) => [...momentsIn(value)])
        : "style" in element
          ? [element.value]
          : [],
    ),
  );
}
