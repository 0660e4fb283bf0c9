// Azure's log against our records: whatever was done to a security domain has a ceremony, or is an
// alarm.
import type { RecordEntry } from "./entries/entry.ts";
import type { EventData } from "./entries/index.ts";

/** What touches a security domain. `unknown`: Azure names an operation that we do not know. */
export type DomainOperation = "download" | "upload" | "transfer-key" | "unknown";

/** One operation as Azure's log has it. */
export interface LoggedOperation {
  readonly operation: DomainOperation;
  /** Milliseconds since 1970; null where the log does not say when. */
  readonly at: number | null;
  readonly hsm: string;
  /** Azure did it; it did not refuse it. */
  readonly done: boolean;
}

/** The entry of a record that says that we did such an operation. */
const TYPES: Readonly<Record<Exclude<DomainOperation, "unknown">, keyof EventData>> = {
  download: "download-began",
  upload: "upload-began",
  "transfer-key": "exchange-key-fetched",
};

/**
 * How far the two clocks may be apart, and how long an operation may be on its way: an entry stands
 * before the request goes out, that of an exchange key after its answer came.
 */
const APART_MS = 15 * 60 * 1000;

/** Our own operation, by one record. */
export interface OwnOperation {
  readonly operation: Exclude<DomainOperation, "unknown">;
  readonly at: number;
  readonly hsm: string;
  /** Which of the records, and the number of its entry. */
  readonly record: number;
  readonly seq: number;
}

export interface Reconciled<Logged extends LoggedOperation> {
  /** Each logged operation with the entry that explains it. */
  readonly explained: readonly { readonly logged: Logged; readonly own: OwnOperation }[];
  /** Done, and in no record: alarms. */
  readonly unexplained: readonly Logged[];
  /** Refused by Azure, and in no record: somebody tried. */
  readonly tried: readonly Logged[];
  /** In a record, and not in this log: it may not reach that far, or not be whole. */
  readonly unlogged: readonly OwnOperation[];
}

/**
 * Each entry explains one logged operation at most, the nearest in time; so a second download in
 * the minutes of a ceremony is not hidden by the first.
 * @param records each record's entries, from its first on
 */
export function reconcile<Logged extends LoggedOperation>(
  logged: readonly Logged[],
  records: readonly (readonly RecordEntry[])[],
): Reconciled<Logged> {
  const owns = records.flatMap(ownOperations);
  const pairs = logged
    .flatMap((one) =>
      owns
        .map((own) => ({ logged: one, own, apart: apartOf(one, own) }))
        .filter(({ apart }) => apart <= APART_MS),
    )
    // What Azure did is explained before what it refused.
    .sort((a, b) => Number(b.logged.done) - Number(a.logged.done) || a.apart - b.apart);
  const explained: { readonly logged: Logged; readonly own: OwnOperation }[] = [];
  for (const { logged: one, own } of pairs) {
    if (explained.some((known) => known.logged === one || known.own === own)) continue;
    explained.push({ logged: one, own });
  }
  const rest = logged.filter((one) => !explained.some((known) => known.logged === one));
  return {
    explained,
    unexplained: rest.filter(({ done }) => done),
    tried: rest.filter(({ done }) => !done),
    unlogged: owns.filter((own) => !explained.some((known) => known.own === own)),
  };
}

/** What a record says that was done to its HSM's domain; a record holds one ceremony of one HSM. */
function ownOperations(entries: readonly RecordEntry[], record: number): readonly OwnOperation[] {
  const hsm = (entries[0]?.data as EventData["opened"] | undefined)?.hsm ?? "";
  return entries.flatMap(({ type, at, seq }) =>
    Object.entries(TYPES)
      .filter(([, own]) => own === type)
      .map(([operation]) => ({
        operation: operation as OwnOperation["operation"],
        at: Date.parse(at),
        hsm,
        record,
        seq,
      })),
  );
}

/** Milliseconds between the two; infinite where one cannot be the other. */
function apartOf({ operation, at, hsm }: LoggedOperation, own: OwnOperation): number {
  const same = operation === own.operation && hsm.toLowerCase() === own.hsm.toLowerCase();
  return same && at !== null ? Math.abs(at - own.at) : Number.POSITIVE_INFINITY;
}
