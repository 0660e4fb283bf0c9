// Errors as data: a closed code, one plain sentence, what to do next. Never the bytes of the input.
import {
  refusal,
  refusalText,
  type CodeOf,
  type DetailsOf,
  type Refusal,
  type RefusalNoun,
  type SharedNext,
} from "../electron/text/refusal.ts";

/** Whose words: what answered at the HSM's address, or the certificate that it showed. */
export type Speaker = "server" | "certificate";

/**
 * Words of someone else, never part of our sentences: shown separately, as theirs. At most 120
 * characters of printable ASCII.
 */
export interface Said {
  readonly by: Speaker;
  readonly words: string;
}

/**
 * A failure with a closed code. It crosses every boundary as data: the code and two sentences, said
 * by the reader. `message` and `next` are their English, for records, terminals and programs.
 */
export class Fault extends Error {
  readonly code: string;
  readonly next: string;
  /** What is refused and what to do next, to be said in any language. */
  readonly sentences: Refusal;
  /** Accepting the code helps here; only `Refusals.raise` sets it. */
  readonly overrulable: boolean;
  /** Which fields of a form it is about, by our names; empty if it is about the whole. */
  readonly fields: readonly string[];
  /** What someone else said about it, or null. */
  readonly said: Said | null;

  constructor(
    code: string,
    { message, next }: Refusal,
    overrulable = false,
    fields: readonly string[] = [],
    said: Said | null = null,
  ) {
    super(refusalText(message));
    this.name = "Fault";
    this.code = code;
    this.next = refusalText(next);
    this.sentences = { message, next };
    this.overrulable = overrulable;
    this.fields = fields;
    this.said = said;
  }
}

/** A refusal because something is busy, with the seconds to wait, 1 to 60. */
export class LaterFault extends Fault {
  readonly waitSeconds: number;

  constructor(
    of: Pick<Fault, "code" | "sentences"> & { readonly said?: Said | null },
    waitSeconds: number,
  ) {
    super(of.code, of.sentences, false, [], of.said ?? null);
    this.waitSeconds = waitSeconds;
  }
}

/** Something odd that does not stop the work: `W-CODE` and one sentence. Only `sd` shows it. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** Nothing if no sentence of the code has a hole; else the values for them: never input. */
type Given<N extends RefusalNoun, Code extends CodeOf<N>> =
  DetailsOf<N, Code> extends Readonly<Record<string, never>>
    ? [detail?: DetailsOf<N, Code>, fields?: readonly string[], said?: Said | null]
    : [detail: DetailsOf<N, Code>, fields?: readonly string[], said?: Said | null];

/** Nothing if each code of the room has a next step of its own. */
type Shared<N extends RefusalNoun> = keyof SharedNext<N> extends never
  ? []
  : [shared: SharedNext<N>];

/**
 * Makes the faults of a room, whose sentences are rows of its noun in the catalogue.
 * @param shared for each code whose next step others share: the row's name
 * @returns `(code, detail?, fields?, said?) => Fault`; an unknown code, or a missing or surplus
 * detail, does not compile
 */
export const faultTable =
  <const N extends RefusalNoun>(noun: N, ...[shared]: Shared<N>) =>
  <Code extends CodeOf<N>>(code: Code, ...given: Given<N, Code>): Fault => {
    const [detail = {}, fields = [], said = null] = given;
    return new Fault(code, refusal(noun, shared ?? {}, code, detail), false, fields, said);
  };

/** True for a fault of ours, whichever room made it (also from another copy of this module). */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === "Fault" && "code" in error && "next" in error;
}
