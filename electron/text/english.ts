// The English of a sentence, without what reads other messages: for refusals, which every process makes.
import { EN } from "./en/en.ts";
import { simpleParts } from "./message-parts.ts";
import type { Id, Sentence, Value } from "./sentence.ts";

/**
 * The English of a value whose messages only have holes of the kind `{name}`: what records, terminals and
 * `--json` say of a refusal.
 * @throws Error for an id that is none, and for a message that counts, selects or dates: a mistake of ours
 */
export function english(value: Value): string {
  if (typeof value !== "object") return String(value);
  if (!("id" in value)) throw new Error("English without its library has only sentences");
  const parts = simpleParts(englishText(value.id));
  if (parts === null) throw new Error(`${value.id} is not said without its library`);
  return parts
    .map((part) => (typeof part === "string" ? part : english(value.with[part.hole] ?? "")))
    .join("");
}

/** The message of a sentence, as it was first written. @throws Error for an id that is none */
export function englishText(id: Id): string {
  const text = englishOf(id);
  if (text === undefined) throw new Error(`there is no sentence ${id}`);
  return text;
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

/** The noun's file, and the row in it. */
export function placeOf(id: string): readonly [noun: string, key: string] {
  const [noun = "", key = ""] = id.split(/\.(.*)/s);
  return [noun, key];
}
