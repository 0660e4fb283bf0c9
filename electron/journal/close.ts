// The end of a record: a `closing` entry, then a signature over it by each officer present.
import { isList, memberOf, type JsonData } from "./canonical.ts";
import type { Entry } from "./entry.ts";
import { fault } from "./faults.ts";

/** A close under way: so far nothing but signatures over `over` has followed it. */
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
 * One signature more. One over something else, of somebody not present, or a second one of the same
 * officer ends the close without closing the record: null, all must sign anew.
 */
export function afterSignature(close: Close | null, officer: string, over: string): Close | null {
  if (close?.over !== over || !close.missing.includes(officer)) return null;
  const missing = close.missing.filter((one) => one !== officer);
  return { over, missing, signed: close.signed + 1 };
}

/** True when all present have signed. Nobody present is nobody who could close. */
export function isComplete(close: Close | null): boolean {
  return close !== null && close.signed > 0 && close.missing.length === 0;
}

function areDistinctTexts(values: readonly JsonData[]): values is readonly string[] {
  const texts = values.every((value) => typeof value === "string");
  return texts && new Set(values).size === values.length;
}
