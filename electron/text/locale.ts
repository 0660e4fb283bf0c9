// Says sentences in one language: the one place where they become text.
import { IntlMessageFormat } from "intl-messageformat";
import { simpleParts } from "./message-parts.ts";
import type { Custom, Id, List, Value } from "./sentence.ts";

/** A language's sentences, and how it writes dates, numbers and lists (BCP 47). */
export interface Locale {
  readonly tag: string;
  /** @throws Error if there is no such sentence: a bug of ours */
  readonly messageOf: (id: Id) => string;
  /** Messages that were already parsed. */
  readonly ready: Map<Id, Fill>;
}

/** A text, or what is drawn between texts. */
export type Part = string | Custom;

/** Fills a message's holes. */
export type Fill = (given: Readonly<Record<string, Value>>) => readonly Part[];

/** How dates and times are written: days and hours of UTC, as in records. */
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
 * The text of a value: of a sentence with the values of its holes.
 * @throws Error for an unknown id, and for a drawn part in a hole: a bug of ours
 */
export function textBy(locale: Locale, value: Value): string {
  return partsBy(locale, value)
    .map((part) => {
      if (typeof part !== "string") throw new Error("what is drawn is no text");
      return part;
    })
    .join("");
}

/**
 * As `textBy`, for a page that draws some of it: texts, with the drawn parts between them, unchanged.
 * @throws Error for an unknown id: a bug of ours
 */
export function partsBy(locale: Locale, value: Value): readonly Part[] {
  if (typeof value !== "object" || value instanceof Date) return [String(value)];
  if ("sort" in value) return [value];
  if ("list" in value) return listed(locale, value);
  if ("capital" in value) {
    const [first = "", ...rest] = partsBy(locale, value.capital);
    return typeof first === "string" ? [capitalIn(locale, first), ...rest] : [first, ...rest];
  }
  return readyIn(locale, value.id)(value.with);
}

const capitalIn = (locale: Locale, text: string): string =>
  text.slice(0, 1).toLocaleUpperCase(locale.tag) + text.slice(1);

function listed(locale: Locale, { list, between }: List): readonly Part[] {
  const said = list.map((one) => partsBy(locale, one));
  const places =
    between === "and"
      ? new Intl.ListFormat(locale.tag).formatToParts(said.map((_, i) => String(i)))
      : said.flatMap((_, i) => [
          ...(i === 0 ? [] : [{ type: "literal", value: between }]),
          { type: "element", value: String(i) },
        ]);
  return places.flatMap(({ type, value }) =>
    type === "element" ? (said[Number(value)] ?? []) : [value],
  );
}

function readyIn(locale: Locale, id: Id): Fill {
  const known = locale.ready.get(id);
  if (known !== undefined) return known;
  const made = filled(locale, locale.messageOf(id));
  locale.ready.set(id, made);
  return made;
}

function filled(locale: Locale, text: string): Fill {
  if (!text.includes("{")) return () => [text];
  const parts = simpleParts(text);
  if (parts !== null)
    return (given) =>
      parts.flatMap((part) =>
        typeof part === "string" ? [part] : partsBy(locale, given[part.hole] ?? ""),
      );
  const message = new IntlMessageFormat(text, locale.tag, FORMATS, { ignoreTag: true });
  const moments = momentsIn(message.getAst());
  return (given) => {
    const values: Record<string, string | number | boolean | Date | Put> = {};
    for (const [name, value] of Object.entries(given))
      values[name] =
        moments.has(name) && typeof value === "string"
          ? new Date(value)
          : typeof value === "object" && !(value instanceof Date)
            ? { put: partsBy(locale, value) }
            : value;
    return message
      .formatToParts<Put>(values)
      .flatMap(({ value }) => (typeof value === "object" ? value.put : [value]));
  };
}

/** Text that was already said, as the library passes it through. */
interface Put {
  readonly put: readonly Part[];
}

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** The names of holes for dates, times and numbers: only times among them come as text. */
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
