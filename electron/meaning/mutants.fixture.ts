// Mutants of rules: each is given the examples that come to it, and is seen if it says otherwise of one of
// them. Of whose rules they are, the app's or another verifier's, makes no difference.
import process from "node:process";
import { Script as Program } from "node:vm";
import { mutantsOf, mutated, type Mutant } from "../../build/test/mutate.mjs";
import type { Example } from "./examples.fixture.ts";
import { partOf, reaching } from "./reach.fixture.ts";

/** What one set of rules says of an example. */
export type Says = (example: Example) => string;
/** Is told the number of each part of a program that runs. */
export type Reach = (part: number) => void;

/** Rules whose text can be another one. */
export interface Rules {
  readonly texts: ReadonlyMap<string, string>;
  /** The rules, with another text of one file. */
  readonly with: (name: string, text: string, reach?: Reach) => Says;
}

/** A mistake may make a rule that does not end: it is given so long, and as much of the processor. */
const [PATIENCE_MS, PROCESSOR_MS] = [300_000, 60_000];

/**
 * Those of these mutants of a file that no example shows, one after the other.
 * @param said what the rules as they are say of each example
 */
export function* survivorsOf(
  rules: Rules,
  name: string,
  mutants: readonly Mutant[],
  said: ReadonlyMap<Example, string>,
): Iterable<Mutant> {
  const text = rules.texts.get(name) ?? "";
  const reached = reachedIn(rules, name, [...said.keys()]);
  for (const mutant of mutants) {
    const examples = nearestTo(mutant, text, reached(mutant), said);
    const isSeen = (): boolean => {
      const says = rules.with(name, mutated(text, mutant));
      return examples.some((one) => says(one) !== said.get(one));
    };
    if (!isSeenInTime(isSeen)) yield mutant;
  }
}

/** All that can be tried. */
export const mutantsIn = ({ texts }: Rules, name: string): readonly Mutant[] =>
  mutantsOf(name, texts.get(name) ?? "", true);

/** What the rules as they are say of each example. */
export function saidOf(rules: Rules, examples: readonly Example[]): ReadonlyMap<Example, string> {
  const [[name, text] = ["", ""]] = rules.texts;
  const says = rules.with(name, text);
  return fewAlike(new Map(examples.map((one) => [one, says(one)])));
}

/** At most so many lies about a member are kept that break the same rule, or none. */
const ALIKE = 2;

function fewAlike(said: ReadonlyMap<Example, string>): ReadonlyMap<Example, string> {
  const taken = new Map<string, number>();
  const few = [...said].filter(([{ about }, verdict]) => {
    if (about === undefined) return true;
    const what = `${about} ${codeIn(verdict) ?? ""}`;
    const before = taken.get(what) ?? 0;
    taken.set(what, before + 1);
    return before < ALIKE;
  });
  return new Map(few);
}

/** The code of a refusal, without its beginning; null for none. */
const codeIn = (verdict: string): string | null =>
  /^\{"code":"(?:E-MEAN-)?([A-Z-]+)"/.exec(verdict)?.[1] ?? null;

/** For a mutant of this file the examples that come to the part in which it is. */
function reachedIn(
  rules: Rules,
  name: string,
  examples: readonly Example[],
): (mutant: Mutant) => readonly Example[] {
  const { parts, text } = reaching(rules.texts.get(name) ?? "");
  const found = parts.map(() => new Set<Example>());
  let now: Example | null = null;
  const says = rules.with(name, text, (part) => {
    // What runs when the program is loaded, all examples come to.
    if (now === null) found[part] = new Set(examples);
    else found[part]?.add(now);
  });
  for (const example of examples) {
    now = example;
    says(example);
  }
  return (mutant) => {
    const part = found[partOf(parts, mutant)];
    return part === undefined ? examples : examples.filter((one) => part.has(one));
  };
}

/** Letters around a mutant in which the rules are that it changes. */
const NEAR = 1500;
const [NEAREST, GOOD] = [8, 24];

/** Some that break a rule which is named nearby, and good ones: they show most mutants. Then the others. */
function nearestTo(
  { start }: Mutant,
  text: string,
  examples: readonly Example[],
  said: ReadonlyMap<Example, string>,
): readonly Example[] {
  const around = text.slice(Math.max(0, start - NEAR), start + NEAR);
  const codes = new Set(around.match(/\b[A-Z]{4,}(?:-[A-Z]+)*\b/g));
  const [near, good]: [Example[], Example[]] = [[], []];
  for (const one of examples) {
    const code = codeIn(said.get(one) ?? "");
    if (code === null) good.push(one);
    else if (codes.has(code) || codes.has(`MEAN-${code}`)) near.push(one);
  }
  return [...new Set([...near.slice(0, NEAREST), ...good.slice(0, GOOD), ...near, ...examples])];
}

const shared = globalThis as { sdMutant?: () => unknown };
const call = new Program("sdMutant()");

/** A mutant that throws, or takes too long, is seen as well. */
function isSeenInTime(isSeen: () => boolean, timeout = PATIENCE_MS): boolean {
  shared.sdMutant = isSeen;
  const before = process.cpuUsage();
  try {
    return call.runInThisContext({ timeout }) as boolean;
  } catch (error) {
    const isLate =
      (error as Partial<NodeJS.ErrnoException>).code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    // A busy computer did not let it run.
    const isStarved = process.cpuUsage(before).user < PROCESSOR_MS * 1000;
    return isLate && isStarved ? isSeenInTime(isSeen, 2 * timeout) : true;
  }
}
