// Lines that a person types at the terminal, seen or unseen; prompts go to stderr.

/** The options of a question. */
export interface Question {
  readonly prompt: string;
  /** What is typed must not be seen. */
  readonly isSecret: boolean;
  /** What was typed or pasted before the question does not answer it. */
  readonly isFresh?: boolean;
}

/** Asks for one line. @returns null if Ctrl-C or the end of input stopped it */
export type AskLine = (question: Question) => Promise<string | null>;

/** Whether a person can be asked: they see the output, and can answer. */
export const hasTerminal = (): boolean => process.stdin.isTTY && process.stderr.isTTY;

/** Asks at the terminal. What was pasted beyond a line is kept for the next one. */
export function terminal(): AskLine {
  let ahead = "";
  return ({ prompt, isSecret, isFresh = false }) => {
    const input = process.stdin;
    // Before the prompt: a quick answer must not find the echo still on.
    input.setEncoding("utf8").setRawMode(true);
    process.stderr.write(prompt);
    return new Promise((resolve) => {
      const line = lineReader(isSecret ? () => undefined : echo);
      const take = (chunk: string) => {
        const read = line(chunk);
        if (read === null) return;
        ahead = read.rest;
        input.off("data", take).setRawMode(false).pause();
        process.stderr.write("\n");
        resolve(read.line);
      };
      const typedAhead = isFresh ? "" : ahead;
      ahead = "";
      input.on("data", take).resume();
      take(typedAhead);
    });
  };
}

/** Only printable ASCII is echoed: nothing pasted may steer the terminal. */
function echo(typed: string): void {
  process.stderr.write(typed === ERASED || /^[\x20-\x7e]$/.test(typed) ? typed : "?");
}

/** Moves back, overwrites the character, and moves back again. */
const ERASED = "\b \b";

/**
 * Collects characters until a line ends, with what came after it; `line` is null if stopped.
 * @param seen gets each character, and `ERASED` for a deleted one
 */
function lineReader(
  seen: (typed: string) => void,
): (chunk: string) => { line: string | null; rest: string } | null {
  let typed: readonly string[] = [];
  return (chunk) => {
    const characters = [...chunk];
    for (const [i, character] of characters.entries()) {
      const rest = characters.slice(i + 1).join("");
      if (character === "\r") return { line: typed.join(""), rest: rest.replace(/^\n/, "") };
      if (character === "\n") return { line: typed.join(""), rest };
      if (character === "\u0003" || character === "\u0004") return { line: null, rest: "" };
      if (character === "\u007f" || character === "\b") {
        if (typed.length > 0) seen(ERASED);
        typed = typed.slice(0, -1);
      } else {
        seen(character);
        typed = [...typed, character];
      }
    }
    return null;
  };
}
