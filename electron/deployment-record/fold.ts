// The fold over a deployment's record. A malformed record is refused with the entry's number.
import type { Entry } from "../journal/journal.ts";
import { ENTRIES, type EntryName, type NewEntry } from "./entries.ts";
import { fault } from "./faults.ts";
import { NOT_BEGUN, type Deployment } from "./state.ts";

/** The names of the two entries with which every record begins. */
const BEGINNING: readonly EntryName[] = ["deployment-begun", "plan-adopted"];

/** Entries that only a rehearsal may have. */
const SIMULATED: readonly string[] = ["step-simulated", "time-passed"] satisfies EntryName[];

/** The state a record leads to. @throws Fault E-DEPLOY-RECORD */
export function fold(entries: readonly Entry[]): Deployment {
  return entries.reduce<Deployment>((state, entry) => {
    const { type, seq } = entry;
    const kind = Object.hasOwn(ENTRIES, type) ? kindOf(type as EntryName) : null;
    const expected = BEGINNING[seq];
    const isInOrder =
      state.closed === null
      && (expected === undefined ? type !== "deployment-begun" : type === expected);
    const isStrange = SIMULATED.includes(type) && state.mode === "PRODUCTION";
    const read = kind?.form.safeParse(entry.data);
    if (kind === null || read?.success !== true || !isInOrder || isStrange)
      throw fault("E-DEPLOY-RECORD", { n: seq });
    return kind.evolve(state, read.data, entry);
  }, NOT_BEGUN);
}

/** An entry of a folded record. */
export type KeptEntry = NewEntry & Pick<Entry, "at">;

/** The entries of a folded record, whose forms the fold has checked. */
export const typed = (entries: readonly Entry[]): readonly KeptEntry[] =>
  entries as readonly object[] as readonly KeptEntry[];

/** One sentence for what happened, without its author. */
export const sentenceOf = ({ type, data }: NewEntry): string => kindOf(type).says(data);

interface Kind {
  readonly form: { safeParse: (data: unknown) => { success: boolean; data?: unknown } };
  readonly evolve: (state: Deployment, data: unknown, entry: Entry) => Deployment;
  readonly says: (data: unknown) => string;
}

/** Each type's functions take the data of its own form; only the name tells which form that is. */
const kindOf = (type: EntryName): Kind => ENTRIES[type] as unknown as Kind;
