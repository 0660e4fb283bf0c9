// A command of several questions, each with its own words and flags: `sd plan check`, `sd runbook show`.
import { usage, type Given } from "./arguments.ts";
import { formsOf, usageLines, type Command, type FlagTexts } from "./command.ts";
import type { Outcome, Voice } from "./outcome.ts";

/** One of its questions. */
export interface Question {
  /** The words after its name, as in the usage: `OLD NEW`. */
  readonly words: string;
  readonly flags: FlagTexts;
  readonly run: (given: Given, voice: Voice) => Promise<Outcome>;
}

export type Questions = Readonly<Record<string, Question>>;

/** Flags and usage of the command, from its questions. */
export const declared = (
  name: string,
  questions: Questions,
): Required<Pick<Command, "flags" | "usage" | "mostWords">> => ({
  flags: Object.assign({}, ...Object.values(questions).map(({ flags }) => flags)) as FlagTexts,
  usage: Object.entries(questions).flatMap(([asked, { words, flags }]) =>
    usageLines(`sd ${name} ${asked} ${words}`.trimEnd(), flags),
  ),
  mostWords: 1 + Math.max(...Object.values(questions).map(({ words }) => wordsOf(words))),
});

const wordsOf = (words: string): number => (words === "" ? 0 : words.split(" ").length);

/** The question that is asked, with its own words. @throws Fault E-USAGE */
export function asked(questions: Questions, given: Given): readonly [Question, Given] {
  const [name = "", ...words] = given.words;
  const question = Object.hasOwn(questions, name) ? questions[name] : undefined;
  if (question === undefined) throw usage(`Say what to do: ${Object.keys(questions).join(", ")}.`);
  for (const flag of given.values.keys())
    if (!Object.hasOwn(formsOf(question.flags), flag))
      throw usage(`The flag ${flag} does not go with ${name}.`);
  if (words.length > wordsOf(question.words))
    throw usage("There is one word too many on the command line.");
  return [question, { ...given, words }];
}
