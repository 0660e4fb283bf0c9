// The fold over a deployment's record. A record that is not one is refused, with the entry's number.
import type { Entry } from "../journal/journal.ts";
import { ENTRIES, type EntryName } from "./entries.ts";
import { fault } from "./faults.ts";
import { NOT_BEGUN, type Deployment } from "./state.ts";

/** The names of the two entries with which every record begins. */
const BEGINNING: readonly EntryName[] = ["deployment-begun", "plan-adopted"];

/** What no deployment in earnest has. */
const SIMULATED: readonly string[] = ["step-simulated", "time-passed"] satisfies EntryName[];

/** What a record comes to. @throws Fault E-DEPLOY-RECORD */
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

/** What happened, in one sentence without who did it. @throws Fault E-DEPLOY-RECORD */
export function sentenceOf({ type, data, seq }: Pick<Entry, "type" | "data" | "seq">): string {
  const read = readData(type, data);
  if (read === null) throw fault("E-DEPLOY-RECORD", { n: seq });
  return read.says();
}

interface Read {
  readonly evolve: (
    state: Deployment,
    told: { readonly at: string; readonly by: string },
  ) => Deployment;
  readonly says: () => string;
}

/** An entry's data in its form, with what its type does with it; null where it is not ours. */
function readData(type: string, data: unknown): Read | null {
  if (!Object.hasOwn(ENTRIES, type)) return null;
  return readAs(type as EntryName, data);
}

function readAs(name: EntryName, data: unknown): Read | null {
  // Each type's functions take what its own form gives: which type it is, only the name knows.
  const { form, evolve, says } = ENTRIES[name] as unknown as {
    readonly form: { safeParse: (data: unknown) => { success: boolean; data?: unknown } };
    readonly evolve: (state: Deployment, data: unknown, told: object) => Deployment;
    readonly says: (data: unknown) => string;
  };
  const read = form.safeParse(data);
  if (!read.success) return null;
  return { evolve: (state, told) => evolve(state, read.data, told), says: () => says(read.data) };
}
