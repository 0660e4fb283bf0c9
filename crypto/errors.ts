// Errors as data: a closed code, one plain sentence, what to do next. Never the input's own bytes.

/** What may stand in a sentence: numbers, or words that we chose ourselves. Never input. */
export type Detail = Readonly<Record<string, number | string>>;

/** One row of a room's table: the sentence, then what to do next. `{name}` marks a detail. */
export type FaultRow = readonly [message: string, next: string];

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

/** A failure with a closed code. It crosses every border as `{ code, message, next }`. */
export class Fault extends Error {
  readonly code: string;
  readonly next: string;
  /** Accepting the code helps here; said by `Refusals.raise` and nobody else. */
  readonly overrulable: boolean;
  /** Which fields of a form it is about, by names of ours; empty where it is about the whole. */
  readonly fields: readonly string[];
  /** What somebody else said of it; null where nobody did. */
  readonly said: Said | null;

  constructor(
    code: string,
    message: string,
    next: string,
    overrulable = false,
    fields: readonly string[] = [],
    said: Said | null = null,
  ) {
    super(message);
    this.name = "Fault";
    this.code = code;
    this.next = next;
    this.overrulable = overrulable;
    this.fields = fields;
    this.said = said;
  }
}

/** A refusal of somebody who is busy: it says how many seconds to wait, 1 to 60. */
export class LaterFault extends Fault {
  readonly waitSeconds: number;

  constructor(
    of: Pick<Fault, "code" | "message" | "next"> & { readonly said?: Said | null },
    waitSeconds: number,
  ) {
    super(of.code, of.message, of.next, false, [], of.said ?? null);
    this.waitSeconds = waitSeconds;
  }
}

/** Something odd that does not stop the work: `W-CODE` and one sentence. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/**
 * Closes a room's table of codes over the function that makes its faults.
 * @returns `(code, detail?, fields?, said?) => Fault`; a code outside the table does not compile.
 */
export function faultTable<Code extends string>(
  table: Readonly<Record<Code, FaultRow>>,
): (code: Code, detail?: Detail, fields?: readonly string[], said?: Said | null) => Fault {
  return (code, detail = {}, fields = [], said = null) => {
    const [message, next] = table[code];
    return new Fault(code, fill(message, detail), fill(next, detail), false, fields, said);
  };
}

/** True for a failure of ours, whichever room made it (also from another copy of this module). */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === "Fault" && "code" in error && "next" in error;
}

function fill(text: string, detail: Detail): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ""));
}
