// Finds the German of what the app's other rooms say in English.

/**
 * German by English. `{name}` is a hole on both sides: what stands there in the English is put there
 * in the German, itself in German where it is known. Into `{n}` and `{m}` only a number, a day or a
 * time fits.
 */
export type Sentences = Readonly<Record<string, string>>;

interface Pattern {
  readonly english: RegExp;
  readonly holes: readonly string[];
  readonly german: string;
  /** How many characters are not holes: where several fit, the closest counts. */
  readonly weight: number;
}

const NUMBERS = new Set(["n", "m"]);
/** Such as 2, 2.1, 12,345, 2026-11-28 05:11:22. */
const NUMBER = String.raw`(\d[\d.,:\s-]*)`;

const HOLE = /\{(\w+)\}/g;

/**
 * Makes the function that finds the German of a text: of the whole text, or of each of its
 * sentences. What is not known wholly stays as it is: nobody reads half a sentence.
 */
export function translator(tables: readonly Sentences[]): (english: string) => string {
  // Made when something is asked: most windows and papers are English.
  let made: Known | undefined;
  const known = (): Known => (made ??= knownFrom(tables));
  const found = new Map<string, string | null>();

  const whole = (english: string): string | null => known().exact.get(english) ?? fitting(english);

  const fitting = (english: string): string | null => {
    for (const { english: form, holes, german } of known().patterns) {
      const given = form.exec(english);
      if (given === null) continue;
      const words = new Map(holes.map((name, i) => [name, given[i + 1] ?? ""]));
      return german.replace(HOLE, (hole, name: string) => translate(words.get(name) ?? hole));
    }
    return null;
  };

  const bySentence = (english: string): string | null => {
    const sentences = english.split(/(?<=[.?!])\s+/);
    if (sentences.length < 2) return null;
    const all = sentences.map(whole);
    return all.includes(null) ? null : all.join(" ");
  };

  const translate = (english: string): string => {
    const text = english.trim();
    if (!found.has(text))
      found.set(text, known().exact.get(text) ?? bySentence(text) ?? fitting(text));
    const german = found.get(text) ?? null;
    // The blanks around it belong to what it is put into.
    return german === null ? english : english.replace(text, () => german);
  };
  return translate;
}

/** What is said the same each time, and what has holes, the closest first. */
interface Known {
  readonly exact: ReadonlyMap<string, string>;
  readonly patterns: readonly Pattern[];
}

function knownFrom(tables: readonly Sentences[]): Known {
  const rows = tables.flatMap((table) => Object.entries(table));
  const patterns = rows
    .filter(([english]) => english.includes("{"))
    .map(([english, german]) => patternOf(english, german))
    .toSorted((a, b) => b.weight - a.weight);
  return { exact: new Map(rows), patterns };
}

function patternOf(english: string, german: string): Pattern {
  const parts = english.split(HOLE);
  const literal = parts.filter((_, i) => i % 2 === 0);
  const fits = parts.map((part, i) =>
    i % 2 === 0 ? escaped(part) : NUMBERS.has(part) ? NUMBER : "(.*?)",
  );
  return {
    english: new RegExp(`^${fits.join("")}$`, "su"),
    holes: parts.filter((_, i) => i % 2 === 1),
    german,
    weight: literal.join("").length,
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
