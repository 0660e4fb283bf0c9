// The end of a record: a `closing` entry, followed by a signature over it by each officer present;
// or one entry that says who signed a paper instead.
import { isList, memberOf, type JsonData } from "./canonical.ts";
import type { Entry } from "./entry.ts";
import { fault } from "./faults.ts";

/** How a record was closed: by signatures in it, or on a paper that it only mentions. */
export type ClosedBy = "signatures" | "paper";

/**
 * How many bytes of an entry's hash people sign on paper, in words: no signature in the record
 * covers the rest. FORMAT.md says what each length is worth.
 */
export const PAPER_BYTES = 16 as const;

/** How many bytes are read aloud; fewer would be too easy to forge. */
export const SPOKEN_BYTES = 10;

/** A close in progress: so far only signatures over `over` have followed it. */
export interface Close {
  readonly over: string;
  readonly missing: readonly string[];
  readonly signed: number;
}

/**
 * Begins a close. Its `data.present` lists the officers present, each once.
 * @throws Fault E-LOG-FORM
 */
export function openClose({ data, hash, seq }: Entry): Close {
  const present = memberOf(data, "present");
  if (present === undefined || !isList(present) || !areDistinctTexts(present))
    throw fault("E-LOG-FORM", { n: seq });
  return { over: hash, missing: present, signed: 0 };
}

/**
 * One more signature. One over something else, by someone not present, or a second one of the same
 * officer ends the close without closing the record: null, all must sign again.
 */
export function afterSignature(close: Close | null, officer: string, over: string): Close | null {
  if (close?.over !== over || !close.missing.includes(officer)) return null;
  const missing = close.missing.filter((one) => one !== officer);
  return { over, missing, signed: close.signed + 1 };
}

/** True if all present have signed. With nobody present nobody can close. */
export function isComplete(close: Close | null): boolean {
  return close !== null && close.signed > 0 && close.missing.length === 0;
}

/**
 * Checks an entry by which an act or the record is signed on paper: who was present, each once, at
 * least two (one person has no witness), what they consented to, and, in `spoken`, how many words
 * the paper has; early records lack it, and had ten.
 * @returns who was present
 * @throws Fault E-LOG-FORM
 */
export function checkPaperClose({ data, seq }: Entry): readonly string[] {
  const [present, consent, spoken = PAPER_BYTES] = ["present", "consent", "spoken"].map((name) =>
    memberOf(data, name),
  );
  const isObject = typeof consent === "object" && !isList(consent);
  if (
    present === undefined
    || !isList(present)
    || !areDistinctTexts(present)
    || !isObject
    || spoken !== PAPER_BYTES
    || present.length < 2
    || present.includes("")
  )
    throw fault("E-LOG-FORM", { n: seq });
  return present;
}

function areDistinctTexts(values: readonly JsonData[]): values is readonly string[] {
  const texts = values.every((value) => typeof value === "string");
  return texts && new Set(values).size === values.length;
}
