// What of a record's names may mislead a reader, in sentences.
import { roleIn } from "../ceremony/ceremony.ts";
import { list, sentence, type Sentence, type Value } from "../text/sentence.ts";
import type { OddNames } from "./names.ts";

/** Each as a sentence. @param shown how a text from elsewhere is shown */
export function oddNamesSaid(
  {
    lookalike,
    people,
    places = [],
    otherRoles = [],
    isRehearsalHsm = false,
  }: Partial<OddNames> & Pick<OddNames, "lookalike" | "people">,
  shown: (text: string) => Value,
): readonly Sentence[] {
  const listed = (texts: readonly string[]) => list(texts.map(shown), "; ");
  return [
    ...(isRehearsalHsm ? [sentence("names.rehearsal")] : []),
    ...lookalike.map(({ name, letters }) =>
      sentence("names.lookalike", { name: shown(name), letters: list(letters.map(withNumber)) }),
    ),
    ...people.map((names) => sentence("names.people", { names: listed(names) })),
    ...places.map((names) => sentence("names.places", { names: listed(names) })),
    ...otherRoles.map(({ name, before, now }) =>
      sentence("names.otherRole", { name: shown(name), before: roleIn(before), now: roleIn(now) }),
    ),
  ];
}

const withNumber = (letter: string): string =>
  `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
