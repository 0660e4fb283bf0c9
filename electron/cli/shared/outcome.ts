// What a command returns, and what it may print while it works. `voice.ts` says how.
import type { Fault, JsonObject, Warning } from "../../../crypto/index.ts";

/** A command's result: a text for people and the same as data for programs. */
export interface Outcome {
  /** Lines without the last newline; empty if everything was printed already. */
  readonly text: string;
  /** The members of `--json`: their names are closed, see FORMAT.md. */
  readonly data: JsonObject;
  /** The exit code; 0 by default. */
  readonly code?: number;
  /** A verdict that ends in a refusal, printed after the text, like an error. */
  readonly refusal?: Fault;
}

/** What a command may print before it is done. */
export interface Voice {
  /** Something odd that does not stop the work. */
  readonly warn: (warning: Warning) => void;
  /** One line of a long output, as it happens. */
  readonly tell: (line: string) => void;
  /** Progress of something slow: only for people, and not part of the output. */
  readonly progress: (line: string) => void;
}
