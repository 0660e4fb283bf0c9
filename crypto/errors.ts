// Errors as data: a closed code, one plain sentence, what to do next. Never the input's own bytes.
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
 * Words of somebody else, which stand in no sentence of ours: they are shown apart, as theirs. At most
 * 120 characters of printable ASCII.
 */
export interface Said {
  readonly by: Speaker;
  readonly words: string;
}

/**
 * A failure with a closed code. It crosses every border as data: the code and two sentences, which are said
 * where they are read. `message` and `next` are their English, for records, terminals and programs.
 */
export class Fault extends Error {
  readonly code: string;
  readonly next: string;
  /** What is refused and what to do next, to be said in any language. */
  readonly sentences: Refusal;
  /** Accepting the code helps here; said by `Refusals.raise` and nobody else. */
  readonly overrulable: boolean;
  /** Which fields of a form it is about, by names of ours; empty where it is about the whole. */
  readonly fields: readonly string[];
  /** What somebody else said of it; null where nobody did. */
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

/** A refusal of somebody who is busy: it says how many seconds to wait, 1 to 60. */
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

/** Something odd that does not stop the work: `W-CODE` and one sentence. The command line alone tells it. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** Nothing where no sentence of the code has a hole; else what stands in them: never input. */
type Given<N extends RefusalNoun, Code extends CodeOf<N>> =
  DetailsOf<N, Code> extends Readonly<Record<string, never>>
    ? [detail?: DetailsOf<N, Code>, fields?: readonly string[], said?: Said | null]
    : [detail: DetailsOf<N, Code>, fields?: readonly string[], said?: Said | null];

/** Nothing where each code of the room has a next step of its own. */
type Shared<N extends RefusalNoun> = keyof SharedNext<N> extends never
  ? []
  : [shared: SharedNext<N>];

/**
 * Makes the faults of a room, whose sentences are rows of its noun in the catalogue.
 * @param shared for each code whose next step others share: the row's name
 * @returns `(code, detail?, fields?, said?) => Fault`; a code without a row does not compile, nor does a
 *   detail that is missing or surplus
 */
export const faultTable =
  <const N extends RefusalNoun>(noun: N, ...[shared]: Shared<N>) =>
  <Code extends CodeOf<N>>(code: Code, ...given: Given<N, Code>): Fault => {
    const [detail = {}, fields = [], said = null] = given;
    return new Fault(code, refusal(noun, shared ?? {}, code, detail), false, fields, said);
  };

/** True for a failure of ours, whichever room made it (also from another copy of this module). */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === "Fault" && "code" in error && "next" in error;
}
