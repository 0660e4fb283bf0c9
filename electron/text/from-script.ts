// What a script says: sentences of ours if it comes with the app, else unchanged.
import { SCRIPTS } from "./en/scripts.ts";
import type { Sentence } from "./sentence.ts";

/** The placeholder for each officer; there are ten at most. */
const OFFICER = "{officer}";
const SEATS = Array.from({ length: 10 }, (_, i) => String(i + 1));

/** Every line, for each officer if it speaks to one; made on demand. */
let lines: ReadonlyMap<string, Sentence> | undefined;

const linesOf = (): ReadonlyMap<string, Sentence> =>
  (lines ??= new Map(
    (Object.entries(SCRIPTS) as readonly [keyof typeof SCRIPTS, string][]).flatMap(([key, text]) =>
      (text.includes(OFFICER) ? SEATS : [""]).map((officer) => [
        text.replaceAll(OFFICER, officer),
        { id: `scripts.${key}` as const, with: { officer } },
      ]),
    ),
  ));

/** A title, a choice or a sentence of a script. */
export const fromScript = (text: string): string | Sentence => linesOf().get(text) ?? text;

/** What is read aloud, sentence by sentence; all unchanged if one of them is custom. */
export function spoken(text: string): readonly (string | Sentence)[] {
  const sentences = text.split(/(?<=[.?!])\s+/).filter((one) => one !== "");
  const ours = sentences.map(fromScript);
  return ours.every((one) => typeof one === "object") ? ours : sentences;
}
