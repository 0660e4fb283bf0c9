// A command of `sd`: one declaration, from which its grammar and its help page are derived.
import type { Flags, Given } from "./arguments.ts";
import type { Outcome, Voice } from "./outcome.ts";

/** What a command does. @returns null when it has written everything itself */
export type Run = (given: Given, voice: Voice) => Promise<Outcome | null> | Outcome | null;

/**
 * What each flag is for. A flag is written as in the usage: `--out DIR` is required, and `[--out
 * DIR]` is optional. With two values or more, as in `A.cer B.cer` or `CODE ...`, it accepts many;
 * if it is shown again, as in `[--answer FILE ...] [--answer FILE ...]`, also several times. In
 * round brackets it is accepted, because az accepts it, and not shown in the usage.
 */
export type FlagTexts = Readonly<Record<string, string>>;

/** A callable command: how it is parsed, and what it does. */
export interface Callable {
  /** The words before the flags, as in the usage: `FILE`. None by default. */
  readonly words?: string;
  /** How many words it accepts at most; by default as many as are shown. */
  readonly mostWords?: number;
  readonly flags?: FlagTexts;
  /** It has keys, passphrases or shares in its memory: a crash must leave none of it. */
  readonly isSecret?: true;
  readonly run: Run;
}

/** One command with its help page; each accepts `--json`. */
export interface Command extends Callable {
  /** Lines; by default derived from words and flags. */
  readonly usage?: readonly string[];
  /** One short paragraph, as lines. */
  readonly what: readonly string[];
  /** Names that flags accept, by category. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly example?: readonly string[];
  /** Codes, each with the first thing to check. */
  readonly wrong?: Readonly<Record<string, string>>;
}

/** How many words a command accepts. */
export const mostWordsOf = ({ words, mostWords }: Callable): number =>
  mostWords ?? words?.split(" ").length ?? 0;

/** How each flag is parsed; one that accepts many values in one place accepts them everywhere. */
export function formsOf(flags: FlagTexts = {}): Flags {
  const forms: Record<string, Flags[string]> = {};
  for (const { name, values } of parsed(flags))
    if (forms[name] !== "many") forms[name] = formOf(values);
  return forms;
}

function formOf(values: string): Flags[string] {
  if (values.includes("--")) return "again";
  if (values.includes(" ")) return "many";
  return values === "" ? "none" : "one";
}

/** What each flag is for, by its name. */
export const textsOf = (flags: FlagTexts = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(parsed(flags).map(({ name, text }) => [name, text]));

const COLUMNS = 92;

/** How a command is called, as lines that fit a terminal. */
export function usageLines(start: string, flags: FlagTexts = {}): readonly string[] {
  const lines = [start];
  for (const { term } of parsed(flags).filter((flag) => !flag.term.startsWith("("))) {
    const line = lines.at(-1) ?? "";
    if (line.length + term.length < COLUMNS) lines[lines.length - 1] = `${line} ${term}`;
    else lines.push(`       ${term}`);
  }
  return lines;
}

function parsed(flags: FlagTexts) {
  return Object.entries(flags).map(([term, text]) => {
    const [name = "", ...values] = term.replaceAll(/[[\]()]/g, "").split(" ");
    return { term, name, values: values.join(" "), text };
  });
}
