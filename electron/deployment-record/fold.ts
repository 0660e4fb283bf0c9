// The fold over a deployment's record. A malformed record is refused with the entry's number.
import type { Entry } from "../journal/journal.ts";
import { ENTRIES, type EntryName } from "./entries.ts";
import { fault } from "./faults.ts";
import { NOT_BEGUN, type Deployment } from "./state.ts";

/** The names of the two entries with which every record begins. */
const BEGINNING: readonly EntryName[] = ["deployment-begun", "plan-adopted"];

/** Entries that only a rehearsal may have. */
const SIMULATED: readonly string[] = ["step-simulated", "time-passed"] satisfies EntryName[];

/** The state a record leads to. @throws Fault E-DEPLOY-RECORD */
export function fold(entries: readonly Entry[]): Deployment {
  return entries.reduce<Deployment>((state, { type, data, at, by, seq }) => {
    const expected = BEGINNING[seq];
    const isBegun = type === "deployment-begun" && seq > 0;
    if ((expected !== undefined && type !== expected) || isBegun || state.closed !== null)
      throw fault("E-DEPLOY-RECORD", { n: seq });
    const read = readData(type, data);
    const isStrange = SIMULATED.includes(type) && state.mode === "PRODUCTION";
    if (read === null || isStrange) throw fault("E-DEPLOY-RECORD", { n: seq });
    return read.evolve(state, { at, by });
  }, NOT_BEGUN);
}

/** One sentence for what happened, without its author. @throws Fault E-DEPLOY-RECORD */
export function sentenceOf({ type, data, seq }: Pick<Entry, "type" | "data" | "seq">): string {
  const read = readData(type, data);
  if (read === null) throw fault("E-DEPLOY-RECORD", { n: seq });
  return read.says();
}

interface Read {
  readonly evolve: (
    state: Deployment,
    stamp: { readonly at: string; readonly by: string },
  ) => Deployment;
  readonly says: () => string;
}

/** An entry's data in its form, with its type's functions; null if the data do not fit. */
function readData(type: string, data: unknown): Read | null {
  if (!Object.hasOwn(ENTRIES, type)) return null;
  return readAs(type as EntryName, data);
}

function readAs(name: EntryName, data: unknown): Read | null {
  // Each type's functions take the data of its own form; only the name tells which form that is.
  const { form, evolve, says } = ENTRIES[name] as unknown as {
    readonly form: { safeParse: (data: unknown) => { success: boolean; data?: unknown } };
    readonly evolve: (state: Deployment, data: unknown, stamp: object) => Deployment;
    readonly says: (data: unknown) => string;
  };
  const read = form.safeParse(data);
  if (!read.success) return null;
  return { evolve: (state, stamp) => evolve(state, read.data, stamp), says: () => says(read.data) };
}
