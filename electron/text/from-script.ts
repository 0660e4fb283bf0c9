// What a script says: sentences of ours if it comes with the app, else unchanged.
import { SCRIPTS } from "./en/scripts.ts";
import { sentence, type Sentence, type Value } from "./sentence.ts";

/** What fills a placeholder: the text in a script, and its value in a sentence. */
type Filling = readonly [text: string, value: Value];

/** There are ten officers at most, and a quorum of two at least. */
const SEATS = Array.from({ length: 10 }, (_, i): Filling => [String(i + 1), String(i + 1)]);
const NUMBERS = [2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** A number of officers, in words. @param number 2 to 10 */
export function numberWord(number: number): Sentence {
  const known = NUMBERS.find((one) => one === number);
  if (known === undefined) throw new Error("no number of officers");
  return sentence(`scripts.number.${known}`);
}

const COUNTS = NUMBERS.map((one): Filling => [SCRIPTS[`number.${one}`], numberWord(one)]);
const HOLES = { officer: SEATS, officers: COUNTS, quorum: COUNTS };

/** Every line, for each officer if it speaks to one, and for each number it names; made on demand. */
let lines: ReadonlyMap<string, Sentence> | undefined;

const linesOf = (): ReadonlyMap<string, Sentence> =>
  (lines ??= new Map(
    (Object.entries(SCRIPTS) as readonly [keyof typeof SCRIPTS, string][]).flatMap(([key, text]) =>
      Object.entries(HOLES)
        .reduce(filled, [[text, {}]])
        .map(([said, values]) => [said, { id: `scripts.${key}` as const, with: values }]),
    ),
  ));

/** A line as it is said, and the values of its holes. */
type Said = readonly [text: string, values: Sentence["with"]];

const filled = (
  lines: readonly Said[],
  [name, fillings]: readonly [name: string, fillings: readonly Filling[]],
): readonly Said[] =>
  lines.flatMap(([text, values]) =>
    text.includes(`{${name}}`)
      ? fillings.map(([word, value]): Said => [
          text.replaceAll(`{${name}}`, word),
          { ...values, [name]: value },
        ])
      : [[text, values]],
  );

/** A title, a choice or a sentence of a script. */
export const fromScript = (text: string): string | Sentence => linesOf().get(text) ?? text;

/** What is read aloud, sentence by sentence; all unchanged if one of them is custom. */
export function spoken(text: string): readonly (string | Sentence)[] {
  const sentences = text.split(/(?<=[.?!])\s+/).filter((one) => one !== "");
  const ours = sentences.map(fromScript);
  return ours.every((one) => typeof one === "object") ? ours : sentences;
}
