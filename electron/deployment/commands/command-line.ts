// A command as data: words that a shell must pass on unchanged. `shells.ts` quotes them.

/** A value that an earlier command of the same step set. */
export interface Variable {
  readonly variable: string;
}

/** A file in the current folder that the command reads. */
export interface FileWord {
  readonly file: string;
}

/** One of our scripts in the current folder: `NAME.sh`, or `NAME.ps1`. */
export interface ScriptWord {
  readonly script: string;
}

/** One word of a command line. Text is data: a shell must not interpret it. */
export type Word = string | Variable | FileWord | ScriptWord;

export interface CommandLine {
  readonly words: readonly Word[];
  /** The variable that receives its output. */
  readonly sets?: string;
  /** The file that receives its output: an answer for a proof. */
  readonly into?: string;
  /** Its answer is there before the proof: a step kept it, or people wrote it. Nothing is run for it. */
  readonly kept?: true;
  /** What its ids are, in words: one line, as a comment above it. */
  readonly says?: string;
}

/** A command of `az`. A flag's value that begins with a hyphen is joined to its flag. */
export const az = (...words: readonly Word[]): CommandLine => ({ words: ["az", ...words] });

/** A command with the names of what its ids are. */
export const saying = (says: string, command: CommandLine): CommandLine => ({ ...command, says });

/** The same, with its answer kept for a proof. */
export const answer = (into: string, ...words: readonly Word[]): CommandLine => ({
  words: ["az", ...words, "-o", "json"],
  into,
});

/**
 * A list, kept for a proof. What it is a list of is in its answer, so that an empty one says it too.
 * @param of letters, digits, hyphens, colons and slashes
 */
export const listed = (into: string, of: string, ...words: readonly Word[]): CommandLine =>
  answer(into, ...words, "--query", `{listOf:'${of}',value:@}`);

/** What the query of such a list says that it is of; undefined for any other query. */
export const listOfIn = (query: string): string | undefined =>
  /^\{listOf:'([^']*)',value:@\}$/.exec(query)?.[1];

/** A command whose answer a step kept: the proof runs nothing again. */
export const kept = (command: CommandLine): CommandLine => ({ ...command, kept: true });

/** The same, with one value of its answer in a variable. */
export const found = (sets: string, query: string, ...words: readonly Word[]): CommandLine => ({
  words: ["az", ...words, "--query", query, "-o", "tsv"],
  sets,
});

/** One of our scripts, with its output kept for a proof. */
export const scripted = (into: string, script: string, ...words: readonly Word[]): CommandLine => ({
  words: [{ script }, ...words],
  into,
});

/** No command: people write the file themselves, as the step says. */
export const written = (into: string): CommandLine => ({ words: [], into, kept: true });

export const variable = (name: string): Variable => ({ variable: name });

/** A file that the command reads. */
export const file = (name: string): FileWord => ({ file: name });
