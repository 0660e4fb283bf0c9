// What a command hands back, and what it may say while it works. How it is said is `voice.ts`.
import type { Fault, JsonObject, Warning } from "../../crypto/index.ts";

/** A command's result: a text for people and the same as data for programs. */
export interface Outcome {
  /** Lines without the last newline; empty where everything was told already. */
  readonly text: string;
  /** The members of `--json`: their names are closed, see FORMAT.md. */
  readonly data: JsonObject;
  /** The exit code; 0 unless given. */
  readonly code?: number;
  /** A verdict that ends in a refusal, said after the text, as an error is. */
  readonly refusal?: Fault;
}

/** What a command may say before it is done. */
export interface Voice {
  /** Something odd that does not stop the work. */
  readonly warn: (warning: Warning) => void;
  /** One line of a long story, as it happens. */
  readonly tell: (line: string) => void;
  /** A sign of life of something slow: for people alone, and no part of what is said. */
  readonly progress: (line: string) => void;
}
