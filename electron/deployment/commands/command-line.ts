// A command as data: words that a shell must hand on unchanged. How they are quoted is `shells.ts`.

/** A value that an earlier command of the same step found out. */
export interface Variable {
  readonly variable: string;
}

/** A file that lies in the current folder, whose content the command reads. */
export interface FileWord {
  readonly file: string;
}

/** A script of ours that lies in the current folder: `NAME.sh`, or `NAME.ps1`. */
export interface ScriptWord {
  readonly script: string;
}

/** One word of a command line. Text is data: no shell may find anything in it. */
export type Word = string | Variable | FileWord | ScriptWord;

/** One command. */
export interface CommandLine {
  readonly words: readonly Word[];
  /** The variable that gets what it prints. */
  readonly sets?: string;
  /** The file that gets what it prints: an answer for a proof. */
  readonly into?: string;
  /** It was run as a step, which changes something: its answer was kept, and it is not run again. */
  readonly kept?: true;
}

/** A command of `az`. A flag's value that begins with a hyphen goes with its flag in one word. */
export const az = (...words: readonly Word[]): CommandLine => ({ words: ["az", ...words] });

/** The same, its answer kept for a proof. */
export const answer = (into: string, ...words: readonly Word[]): CommandLine => ({
  words: ["az", ...words, "-o", "json"],
  into,
});

/** A command whose answer a step kept: to prove it, nothing is run again. */
export const kept = (command: CommandLine): CommandLine => ({ ...command, kept: true });

/** The same, one value of its answer kept in a variable. */
export const found = (sets: string, query: string, ...words: readonly Word[]): CommandLine => ({
  words: ["az", ...words, "--query", query, "-o", "tsv"],
  sets,
});

/** A script of ours, its output kept for a proof. */
export const scripted = (into: string, script: string, ...words: readonly Word[]): CommandLine => ({
  words: [{ script }, ...words],
  into,
});

/** A variable. */
export const variable = (name: string): Variable => ({ variable: name });

/** A file that the command reads. */
export const file = (name: string): FileWord => ({ file: name });
