// Names with letters that look like those of another alphabet.
import { shown } from "./shown.ts";

/** Letters of alphabets that share shapes with Latin. */
const LOOKALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/gu;

/** A line for each name with such letters: two names may look the same and be of two people. */
export const foreignLetters = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => {
    const letters = [...new Set(name.match(LOOKALIKE) ?? [])].map(
      (letter) =>
        `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`,
    );
    return letters.length === 0
      ? []
      : [`The name ${shown(name)} has letters that may look like others: ${letters.join(", ")}.`];
  });
