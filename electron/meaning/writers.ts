// In which kinds of step an entry is written, as the kinds declare. `declared.json` has both that and
// the entries' authors, for other readers of records.
import { ENTRIES, type EntryType } from "../ceremony/ceremony.ts";
import { KINDS, kindOf, type KindName } from "../../ceremony-scripts/index.ts";

const names = Object.keys(KINDS) as KindName[];

const writing: ReadonlyMap<string, readonly KindName[]> = new Map(
  Object.keys(ENTRIES).map((type) => [
    type,
    names.filter((name) => kindOf(name).writes.includes(type)),
  ]),
);

/** The only kinds of steps in which it is written; none if it may be written anywhere. */
export const kindsThatWrite = (type: string): readonly KindName[] => writing.get(type) ?? [];

/** What a step's record must have: one of these types, in its run or anywhere before. */
export interface Need {
  readonly oneOf: readonly EntryType[];
  readonly since: "run" | "ceremony";
}

/** What must be in the record before a step of this kind counts as performed. */
export function needsOf(kind: KindName): readonly Need[] {
  const { owes, owesOnce } = kindOf(kind);
  const needs = (all: readonly string[], since: Need["since"]) =>
    all.map((one) => ({ oneOf: one.split(" or ") as Need["oneOf"], since }));
  return [...needs(owesOnce, "ceremony"), ...needs(owes, "run")];
}
