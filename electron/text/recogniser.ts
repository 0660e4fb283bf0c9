// Finds the sentence of a text again: records have what was found in English, and keep their bytes.
import { EN } from "./en/en.ts";
import { simpleParts } from "./message-parts.ts";
import type { Id, Value } from "./sentence.ts";

/** A row as it stands in a text. */
interface Form {
  readonly id: Id;
  readonly text: RegExp;
  readonly holes: readonly string[];
  /** How many characters are not holes: where several fit, the closest counts. */
  readonly weight: number;
}

/** No sentence of ours is longer; what is, is somebody's who wants us to search for long. */
const LONGEST = 1000;

/**
 * Makes the function that finds the sentence whose English a text is. What stands in its holes is found so
 * too; what is of no row of ours stays as it is: somebody else wrote it, or a version with other words.
 * @param isNoun the nouns whose sentences it may be: of their rows those that count or select are none
 */
export function recogniser(isNoun: (noun: string) => boolean): (text: string) => Value {
  // Made when something is asked: most programs never are.
  let forms: readonly Form[] | undefined;
  const recognise = (text: string): Value => {
    if (text.length > LONGEST) return text;
    forms ??= formsOf(isNoun);
    for (const { id, text: form, holes } of forms) {
      const found = form.exec(text);
      if (found === null) continue;
      const given = holes.map((hole, i) => [hole, recognise(found[i + 1] ?? "")] as const);
      if (given.some(([, one]) => isClause(one))) continue;
      return { id, with: Object.fromEntries(given) };
    }
    return text;
  };
  return recognise;
}

/** What is no name, and of no row: nobody reads half a sentence in their language. */
const isClause = (value: Value): boolean => typeof value === "string" && /[,;]|[.!?]$/.test(value);

const formsOf = (isNoun: (noun: string) => boolean): readonly Form[] =>
  Object.entries(EN)
    .filter(([noun]) => isNoun(noun))
    .flatMap(([noun, rows]) =>
      Object.entries(rows).flatMap(([key, message]) => formOf(`${noun}.${key}` as Id, message)),
    )
    .toSorted((a, b) => b.weight - a.weight);

function formOf(id: Id, message: string): readonly Form[] {
  const parts = simpleParts(message);
  if (parts === null) return [];
  const text = parts.flatMap((part) => (typeof part === "string" ? [part] : [])).join("");
  // What is nothing but a hole would be found in everything, and in itself.
  if (!/\p{L}/u.test(text)) return [];
  const form = parts.map((part) => (typeof part === "string" ? escaped(part) : "(.*?)"));
  return [
    {
      id,
      text: new RegExp(`^${form.join("")}$`, "su"),
      holes: parts.flatMap((part) => (typeof part === "string" ? [] : [part.hole])),
      weight: text.length,
    },
  ];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
