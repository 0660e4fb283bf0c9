// Operations on a security domain by our records: which of our requests Azure may have logged,
// between which times, and with which id.
import type { RecordEntry } from "../record/kind.ts";
import type { EventData } from "./entries/index.ts";

/** Operations on the security domain. `unknown`: Azure names an operation that we do not know. */
export type DomainOperation = "download" | "upload" | "transfer-key" | "unknown";

/** A record's entries, from its first on. */
export interface ReconciledRecord {
  readonly entries: readonly RecordEntry[];
  /** It may be relied on. Others explain nothing, and are only named. */
  readonly decides: boolean;
}

/** The entry of a record that mentions such an operation of ours. */
const TYPES: Readonly<Partial<Record<string, OwnOperation["operation"]>>> = {
  "download-began": "download",
  "upload-began": "upload",
  "exchange-key-fetched": "transfer-key",
} satisfies Partial<Record<keyof EventData, DomainOperation>>;

const MINUTE_MS = 60 * 1000;
/** How far the two clocks may differ: Azure refuses tokens beyond it. */
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
  /** The object id of the person signed in; "" if the record does not say. */
  readonly caller: string;
  /** The id with which it was sent, by an app that sends one. */
  readonly request: string;
  /** Which of the records, and the number of its entry. */
  readonly record: number;
  readonly seq: number;
  /**
   * `entry`: an entry says that it was sent. `refusal`: an entry says that the answer was refused,
   * or requested after a refusal. `request`: no entry says it; only its id shows that it is ours.
   */
  readonly saidBy: "entry" | "refusal" | "request";
}

/**
 * The id of a ceremony's request that concerns a domain, a GUID: the beginning of the record's head
 * at that moment. In Azure's log it is `correlationId`.
 * @param head SHA-256, lower-case hex: of the entry by which the operation began, or, of an
 * exchange key, of the entry before the one that has it
 */
export const requestIdOf = (head: string): string =>
  [0, 8, 12, 16, 20].map((from, i, all) => head.slice(from, all[i + 1] ?? 32)).join("-");

/** The operations on HSMs' domains in the records, each entry once. */
export function ownOperations(records: readonly ReconciledRecord[]): readonly OwnOperation[] {
  const all = records.flatMap(operationsOf);
  // If an entry is in several copies of a record, the one that decides counts.
  const decides = ({ own }: Found): number => Number(records[own.record]?.decides === true);
  const keyOf = ({ hash, own }: Found): string => `${own.saidBy} ${hash}`;
  const counted = new Map(
    all.toSorted((a, b) => decides(a) - decides(b)).map((one) => [keyOf(one), one.own]),
  );
  return all.flatMap((one) => (counted.get(keyOf(one)) === one.own ? one.own : []));
}

interface Found {
  readonly hash: string;
  readonly own: OwnOperation;
}

/** Of one record, which has one ceremony of one HSM. */
function operationsOf({ entries }: ReconciledRecord, record: number): readonly Found[] {
  const hsm = (entries[0]?.data as EventData["opened"] | undefined)?.hsm ?? "";
  let caller = "";
  return entries.flatMap((entry, i): readonly Found[] => {
    const { type, data, at: written, seq, hash } = entry;
    if (type === "signed-in") caller = (data as EventData["signed-in"]).id;
    const [before, next] = [entries[i - 1], entries[i + 1]];
    const common = { at: Date.parse(written), hsm, caller, record, seq };
    const operation = TYPES[type] ?? (hasAsked(entry) ? "transfer-key" : undefined);
    const told: readonly Found[] =
      operation === undefined
        ? []
        : [
            {
              hash,
              own: {
                ...common,
                operation,
                request: requestIdOf(operation === "transfer-key" ? (before?.hash ?? "") : hash),
                ...spanOf(operation, common.at, before, next),
                saidBy: TYPES[type] === undefined ? "refusal" : "entry",
              },
            },
          ];
    const isTold = next !== undefined && (TYPES[next.type] === "transfer-key" || hasAsked(next));
    return entry.station !== "connected" || isTold ? told : [...told, asked(entry, next, common)];
  });
}

/**
 * A refusal before which our client had requested the exchange key: of that key, or of an upload
 * that the HSM refused.
 */
const hasAsked = ({ type, data, station }: RecordEntry): boolean =>
  type === "refused"
  && station === "connected"
  && /^E-(XK-|UPLOAD-FAILED$)/.test((data as EventData["refused"]).code);

/**
 * A request for the exchange key that was sent after this entry, and that no entry mentions: the
 * step was refused for another reason, or interrupted. The key is public; nothing was changed.
 */
function asked(
  { hash }: RecordEntry,
  next: RecordEntry | undefined,
  common: Pick<OwnOperation, "at" | "hsm" | "caller" | "record" | "seq">,
): Found {
  const until = next === undefined ? common.at + UNDER_WAY_MS : Date.parse(next.at);
  const span = { from: common.at - APART_MS, until: until + APART_MS };
  const request = requestIdOf(hash);
  return {
    hash,
    own: { ...common, ...span, operation: "transfer-key", request, saidBy: "request" },
  };
}

/**
 * When Azure may have logged it. An entry is written before the request is sent, and the next one
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
