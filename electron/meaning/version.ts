// Under which version of the rules a record was written: its first entry says it.
import { fault, NEWEST, notAskedIn, type RuleCode } from "./breach.ts";
import type { RecordEntry } from "../ceremony/ceremony.ts";

/** The rules that a record is checked by. */
export interface AskedRules {
  /** The version under which it was written. */
  readonly version: number;
  /** Rules of later versions: whether it breaks them is not asked. */
  readonly notAsked: readonly RuleCode[];
}

type First = Pick<RecordEntry, "type" | "data"> | undefined;

/**
 * The version that a first entry of any form names; one that names none is of the first, and so is one that
 * names an earlier one than that: the first rules apply to every record.
 */
export function versionIn(first: First): number {
  const data = first?.data;
  const said = typeof data === "object" && data !== null && "rules" in data ? data.rules : 1;
  return typeof said === "number" ? Math.max(1, said) : 1;
}

export function rulesIn(first: First): AskedRules {
  const version = versionIn(first);
  return { version, notAsked: notAskedIn(version) };
}

/**
 * Whether it is later than this app: nothing but its chain and its signatures can be checked.
 * @param type that of a first entry
 * @param newest the newest version for such records
 */
export const isNewer = (first: First, type = "opened", newest: number = NEWEST): boolean =>
  first?.type === type && versionIn(first) > newest;

/** @throws Fault E-RULES-NEWER */
export function checkVersion(first: First, type?: string, newest?: number): void {
  if (isNewer(first, type, newest)) throw fault("E-RULES-NEWER");
}
