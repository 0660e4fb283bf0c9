// A language that no one speaks, made of the English: with accents, in brackets, a third longer. What
// is on a screen without brackets went past the catalogue; what is cut off has no room to grow.
import { EN } from "./en/en.ts";
import type { Row, Translation } from "./rows/translation.ts";

const PLAIN = "AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz";
const ACCENTED = "ÅåÇçÐđÉéĞğĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž";

/** A letter that no sentence has in it: each has an accent there. */
export const UNACCENTED = new RegExp(`[${PLAIN}]`);

/** Such as people write between brackets: ⟦ and ⟧ are in no text of ours. */
export const [OPENS, CLOSES] = ["⟦", "⟧"] as const;

/** A message in the pseudo-language: its holes and cases are those of the English. */
export function pseudo(message: string): string {
  const { text, letters } = accented(message, 0);
  return OPENS + text + " ~".repeat(Math.ceil(letters / 6)) + CLOSES;
}

interface Read {
  readonly text: string;
  /** Where the reader is: at the end, or behind the brace that ends a case. */
  readonly at: number;
  readonly letters: number;
}

/** Reads a text up to its end, or to the brace that ends a case. */
function accented(message: string, from: number): Read {
  let [text, at, letters] = ["", from, 0];
  while (at < message.length && message[at] !== "}") {
    if (message[at] !== "{") {
      const letter = message[at] ?? "";
      const known = PLAIN.indexOf(letter);
      text += known < 0 ? letter : ACCENTED.charAt(known);
      letters += 1;
      at += 1;
      continue;
    }
    const [head = ""] = /^\{\w+(, (plural|select|selectordinal),)?/.exec(message.slice(at)) ?? [];
    if (!head.endsWith(",")) {
      const end = message.indexOf("}", at) + 1;
      text += message.slice(at, end);
      at = end;
      continue;
    }
    const cases = casesOf(message, at + head.length);
    text += head + cases.text;
    letters += cases.letters;
    at = cases.at;
  }
  return { text, at, letters };
}

/** Reads the cases of a hole, and the brace that ends it. */
function casesOf(message: string, from: number): Read {
  let [text, at, letters] = ["", from, 0];
  for (;;) {
    const [key = ""] = /^ *[^{}]*[{}]/.exec(message.slice(at)) ?? [];
    text += key;
    at += key.length;
    if (!key.endsWith("{")) return { text, at, letters };
    const one = accented(message, at);
    text += `${one.text}}`;
    letters = Math.max(letters, one.letters);
    at = one.at + 1;
  }
}

/** Every sentence in it. */
export const PSEUDO = Object.fromEntries(
  Object.entries(EN).map(([noun, rows]) => [
    noun,
    Object.fromEntries(
      Object.entries(rows).map(([key, text]): [string, Row] => [key, ["", pseudo(text)]]),
    ),
  ]),
) as unknown as Translation;
