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
  /** The object id of who did it, and from which address; "" where the log does not say. */
  readonly caller: string;
  readonly address: string;
  /** The id of the request, in lower case; "" where the log does not say. */
  readonly request: string;
}

/** A record's entries, from its first on. */
export interface ReconciledRecord {
  readonly entries: readonly RecordEntry[];
  /** It may be relied on. What others tell of explains nothing, and is only named. */
  readonly decides: boolean;
}

/** The entry of a record that says that we did such an operation. */
const TYPES: Readonly<Partial<Record<string, OwnOperation["operation"]>>> = {
  "download-began": "download",
  "upload-began": "upload",
  "exchange-key-fetched": "transfer-key",
} satisfies Partial<Record<keyof EventData, DomainOperation>>;

const MINUTE_MS = 60 * 1000;
/** How far the two clocks may be apart: Azure takes no token where it is more. */
const APART_MS = 5 * MINUTE_MS;
/** How long the request of an operation may be on its way, at most. */
const UNDER_WAY_MS = 10 * MINUTE_MS;

/** Our own operation, by one record. */
export interface OwnOperation {
  readonly operation: Exclude<DomainOperation, "unknown">;
  /** When its entry was written, and between which times Azure may have logged it. */
  readonly at: number;
  readonly from: number;
  readonly until: number;
  readonly hsm: string;
  /** The object id of who had signed in; "" where the record does not say. */
  readonly caller: string;
  /** The id with which it was sent, by an app that sends one. */
  readonly request: string;
  /** Which of the records, and the number of its entry. */
  readonly record: number;
  readonly seq: number;
}

/** What a record and the log do not both say, so that nobody compared it. */
export type NotCompared = "caller" | "address" | "request";

export interface Explained<Logged> {
  readonly logged: Logged;
  readonly own: OwnOperation;
  readonly notCompared: readonly NotCompared[];
}

/**
 * Why an entry does not explain an operation of its kind, HSM and minutes: its record decides
 * nothing by itself (`undecided`); somebody else had signed in, or did the other operations of
 * that record (`caller`); it was another request (`request`); it explains another operation
 * (`used`).
 */
export type NotExplaining = "undecided" | "caller" | "request" | "used";

export interface Unexplained<Logged> {
  readonly logged: Logged;
  /** The nearest entry that tells of such an operation; null where none does. */
  readonly named: { readonly own: OwnOperation; readonly why: NotExplaining } | null;
}

export interface Reconciled<Logged extends LoggedOperation> {
  /** Each logged operation with the entry that explains it. */
  readonly explained: readonly Explained<Logged>[];
  /** Done, and no record that decides explains it: alarms. */
  readonly unexplained: readonly Unexplained<Logged>[];
  /** Refused by Azure, and not explained: somebody tried. */
  readonly tried: readonly Unexplained<Logged>[];
  /** In a record, and not in this log: it may not reach that far, or not be whole. */
  readonly unlogged: readonly OwnOperation[];
}

/**
 * The id with which a ceremony sends a request that touches a domain, a GUID: the beginning of the
 * record's head at that moment. Azure's log has it as `correlationId`.
 * @param head SHA-256, lower-case hex: of the entry by which the operation began, or, of an
 *   exchange key, of the entry before the one that has it
 */
export const requestIdOf = (head: string): string =>
  [0, 8, 12, 16, 20].map((from, i, all) => head.slice(from, all[i + 1] ?? 32)).join("-");

/**
 * Each entry explains one logged operation at most, the nearest in time, and each operation is
 * explained once; so a second download in the minutes of a ceremony is not hidden by the first. The
 * same entry in two copies of a record counts once.
 */
export function reconcile<Logged extends LoggedOperation>(
  logged: readonly Logged[],
  records: readonly ReconciledRecord[],
): Reconciled<Logged> {
  const owns = ownOperations(records);
  const sent = new Set(logged.map(({ request }) => request));
  /** The records of which the log has a request by its id: then it has all of them by theirs. */
  const named = new Set(owns.flatMap((own) => (sent.has(own.request) ? own.record : [])));
  const isOtherRequest = ({ request }: Logged, own: OwnOperation): boolean =>
    named.has(own.record) && request !== own.request;
  const near = logged
    .flatMap((one) => owns.filter((own) => isNear(one, own)).map((own) => ({ logged: one, own })))
    // What Azure did is explained before what it refused.
    .toSorted(
      (a, b) =>
        Number(b.logged.done) - Number(a.logged.done)
        || Number(isOtherRequest(a.logged, a.own)) - Number(isOtherRequest(b.logged, b.own))
        || apartOf(a) - apartOf(b),
    );
  const whyNot = (one: Logged, own: OwnOperation): NotExplaining =>
    isOther(one, own) ? "caller" : isOtherRequest(one, own) ? "request" : "used";
  const explained = new Map<Logged, OwnOperation>();
  const used = new Set<OwnOperation>();
  /** Who did what a record explains that does not say who had signed in. */
  const callers = new Map<number, string>();
  const isOther = ({ caller }: Logged, own: OwnOperation): boolean =>
    areOthers(caller, own.caller === "" ? (callers.get(own.record) ?? "") : own.caller);
  for (const { logged: one, own } of near) {
    const decides = records[own.record]?.decides === true;
    if (!decides || explained.has(one) || used.has(own)) continue;
    if (isOther(one, own) || isOtherRequest(one, own)) continue;
    explained.set(one, own);
    used.add(own);
    if (one.caller !== "") callers.set(own.record, one.caller);
  }
  const nearest = new Map(near.toReversed().map(({ logged: one, own }) => [one, own]));
  const unexplained = logged
    .filter((one) => !explained.has(one))
    .map((one): Unexplained<Logged> => {
      const own = nearest.get(one);
      if (own === undefined) return { logged: one, named: null };
      const decides = records[own.record]?.decides === true;
      return { logged: one, named: { own, why: decides ? whyNot(one, own) : "undecided" } };
    });
  const told = new Set([...used, ...unexplained.map((one) => one.named?.own)]);
  return {
    explained: [...explained].map(([one, own]) => ({
      logged: one,
      own,
      notCompared: notCompared(one, own, named.has(own.record)),
    })),
    unexplained: unexplained.filter((one) => one.logged.done),
    tried: unexplained.filter((one) => !one.logged.done),
    unlogged: owns.filter((own) => !told.has(own)),
  };
}

/** No record says from which address the HSM was asked: what Azure sees is behind a translation. */
const notCompared = (
  { caller }: LoggedOperation,
  own: OwnOperation,
  isNamed: boolean,
): readonly NotCompared[] => [
  ...(caller === "" || own.caller === "" ? (["caller"] as const) : []),
  "address",
  ...(isNamed ? [] : (["request"] as const)),
];

/** What the records say that was done to their HSMs' domains, each entry once. */
function ownOperations(records: readonly ReconciledRecord[]): readonly OwnOperation[] {
  const all = records.flatMap(operationsOf);
  // Of an entry that is in several copies of a record, the one that decides counts.
  const decides = ({ own }: Found): number => Number(records[own.record]?.decides === true);
  const byHash = new Map(
    all.toSorted((a, b) => decides(a) - decides(b)).map(({ hash, own }) => [hash, own]),
  );
  return all.flatMap(({ hash, own }) => (byHash.get(hash) === own ? own : []));
}

interface Found {
  readonly hash: string;
  readonly own: OwnOperation;
}

/** Of one record, which has one ceremony of one HSM. */
function operationsOf({ entries }: ReconciledRecord, record: number): readonly Found[] {
  const hsm = (entries[0]?.data as EventData["opened"] | undefined)?.hsm ?? "";
  let caller = "";
  return entries.flatMap(({ type, data, at: written, seq, hash }, i) => {
    if (type === "signed-in") caller = (data as EventData["signed-in"]).id;
    const operation = TYPES[type];
    if (operation === undefined) return [];
    const at = Date.parse(written);
    const head = operation === "transfer-key" ? (entries[i - 1]?.hash ?? "") : hash;
    const own = { operation, at, hsm, caller, request: requestIdOf(head), record, seq };
    return [{ hash, own: { ...own, ...spanOf(operation, at, entries[i - 1], entries[i + 1]) } }];
  });
}

/**
 * When Azure may have logged it. An entry is written before the request goes out, and the next one
 * after its answer came; that of an exchange key is written after the answer.
 */
function spanOf(
  operation: OwnOperation["operation"],
  at: number,
  before: RecordEntry | undefined,
  next: RecordEntry | undefined,
): Pick<OwnOperation, "from" | "until"> {
  const isAfter = operation === "transfer-key";
  const other = Date.parse((isAfter ? before : next)?.at ?? "");
  const long = Number.isNaN(other) ? UNDER_WAY_MS : (isAfter ? -1 : 1) * (other - at);
  const underWay = Math.min(Math.max(long, 0), UNDER_WAY_MS);
  return {
    from: at - APART_MS - (isAfter ? underWay : 0),
    until: at + APART_MS + (isAfter ? 0 : underWay),
  };
}

/** Of one kind, at one HSM, within the minutes. */
function isNear({ operation, at, hsm }: LoggedOperation, own: OwnOperation): boolean {
  const isSame = operation === own.operation && hsm.toLowerCase() === own.hsm.toLowerCase();
  return isSame && at !== null && own.from <= at && at <= own.until;
}

const apartOf = ({ logged, own }: { logged: LoggedOperation; own: OwnOperation }): number =>
  Math.abs((logged.at ?? 0) - own.at);

/** Two object ids, both known, of two. */
const areOthers = (one: string, other: string): boolean =>
  one !== "" && other !== "" && one.toLowerCase() !== other.toLowerCase();
