// Says sentences: the one place where they become text.
import { IntlMessageFormat } from "intl-messageformat";
import { EN } from "./en/en.ts";
import { rowOf, tagOf, type Language } from "./languages.ts";
import type { Id, List, Sentence, Value } from "./sentence.ts";
import type { Row } from "./translation.ts";

/** Fills a message's holes. */
type Fill = (given: Readonly<Record<string, Value>>) => string;

/** What was said before is ready: a text as it is, a message that was read once. */
const ready = new Map<string, string | Fill>();

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
 * @throws Error for a language or an id that is none: a mistake of ours
 */
export function saidIn(language: Language, value: Value): string {
  if (typeof value !== "object" || value instanceof Date) return String(value);
  if ("list" in value) return listed(language, value);
  if ("capital" in value) {
    const text = saidIn(language, value.capital);
    return text.slice(0, 1).toLocaleUpperCase(tagOf(language)) + text.slice(1);
  }
  const text = readyIn(language, value.id);
  return typeof text === "string" ? text : text(value.with);
}

/**
 * The sentence of an id that is put together with a word from elsewhere, as a record has it; null where
 * there is no such sentence, or it has holes.
 */
export function known(id: string): Sentence | null {
  const text = englishOf(id);
  return text === undefined || text.includes("{") ? null : { id: id as Id, with: {} };
}

function listed(language: Language, { list, between }: List): string {
  const said = list.map((one) => saidIn(language, one));
  return between === "and" ? new Intl.ListFormat(tagOf(language)).format(said) : said.join(between);
}

function readyIn(language: Language, id: Id): string | Fill {
  const name = `${language} ${id}`;
  const known = ready.get(name);
  if (known !== undefined) return known;
  const text = textOf(language, id);
  // Most have no hole, and need nobody who reads messages.
  const made = text.includes("{") ? filled(language, text) : text;
  ready.set(name, made);
  return made;
}

/** The message of a sentence, as its file has it. */
export function textOf(language: Language, id: Id): string {
  const rows: Readonly<Record<string, Readonly<Record<string, Row>>>> | null = rowOf(language).rows;
  const [noun, key] = placeOf(id);
  const text = rows === null ? englishOf(id) : rows[noun]?.[key]?.[1];
  if (text === undefined) throw new Error(`there is no sentence ${id}`);
  return text;
}

function englishOf(id: string): string | undefined {
  const english: Readonly<Record<string, Readonly<Record<string, string>>>> = EN;
  const [noun, key] = placeOf(id);
  const rows = Object.hasOwn(english, noun) ? english[noun] : undefined;
  return rows !== undefined && Object.hasOwn(rows, key) ? rows[key] : undefined;
}

/** The noun's file, and the row in it. */
function placeOf(id: string): readonly [noun: string, key: string] {
  const [noun = "", key = ""] = id.split(/\.(.*)/s);
  return [noun, key];
}

function filled(language: Language, text: string): Fill {
  const message = new IntlMessageFormat(text, tagOf(language), FORMATS, { ignoreTag: true });
  const moments = momentsIn(message.getAst());
  return (given) => {
    const values: Record<string, string | number | boolean | Date> = {};
    for (const [name, value] of Object.entries(given))
      values[name] =
        moments.has(name) && typeof value === "string"
          ? new Date(value)
          : typeof value === "object" && !(value instanceof Date)
            ? saidIn(language, value)
            : value;
    return String(message.format(values));
  };
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
