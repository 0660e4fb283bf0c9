// Azure's log against our records: every operation on a security domain has a ceremony, or is an
// alarm.
import {
  ownOperations,
  type DomainOperation,
  type OwnOperation,
  type ReconciledRecord,
} from "./own-operations.ts";

/** One operation as Azure's log has it. */
export interface LoggedOperation {
  readonly operation: DomainOperation;
  /** Milliseconds since 1970; null where the log does not say when. */
  readonly at: number | null;
  readonly hsm: string;
  /** Azure did it; it did not refuse it. */
  readonly done: boolean;
  /** The object id and address of the caller; "" if the log does not say. */
  readonly caller: string;
  readonly address: string;
  /** The id of the request, in lower case; "" where the log does not say. */
  readonly request: string;
}

/** What the record and the log do not both have, so that it was not compared. */
export type NotCompared = "caller" | "address" | "request";

export interface Explained<Logged> {
  readonly logged: Logged;
  readonly own: OwnOperation;
  readonly notCompared: readonly NotCompared[];
  /**
   * It came from another address than the other operations of its record, but its id shows that it
   * is our request.
   */
  readonly elsewhere: boolean;
}

/**
 * Why an entry does not explain an operation of its kind, HSM and time: its record decides nothing
 * by itself (`undecided`); someone else had signed in, or did the other operations of that record
 * (`caller`); it was another request (`request`); it came from another address than the other
 * operations of that record, and no id shows that it was ours (`address`); it explains another
 * operation (`used`).
 */
export type NotExplaining = "undecided" | "caller" | "request" | "address" | "used";

export interface Unexplained<Logged> {
  readonly logged: Logged;
  /** The nearest entry about such an operation; null if none. */
  readonly named: { readonly own: OwnOperation; readonly why: NotExplaining } | null;
}

export interface Reconciled<Logged extends LoggedOperation> {
  /** Each logged operation with the entry that explains it. */
  readonly explained: readonly Explained<Logged>[];
  /** Done, and not explained by any record that decides: alarms. */
  readonly unexplained: readonly Unexplained<Logged>[];
  /** Refused by Azure, and not explained: an attempt. */
  readonly tried: readonly Unexplained<Logged>[];
  /** In a record, and not in this log, which may be incomplete or end earlier. */
  readonly unlogged: readonly OwnOperation[];
}

/**
 * Each entry explains at most one logged operation, the nearest in time, and each operation is
 * explained once; so a second download in the same minutes is not hidden by the first. The same
 * entry in two copies of a record counts once.
 */
export function reconcile<Logged extends LoggedOperation>(
  logged: readonly Logged[],
  records: readonly ReconciledRecord[],
): Reconciled<Logged> {
  const owns = ownOperations(records);
  const sentAs = ({ operation, request }: Pick<LoggedOperation, "operation" | "request">): string =>
    `${operation} ${request}`;
  const sent = new Set(logged.map(sentAs));
  /** The records of which the log has a request by its id: then it has all of them by theirs. */
  const named = new Set(owns.flatMap((own) => (sent.has(sentAs(own)) ? own.record : [])));
  const isOtherRequest = ({ request }: Logged, own: OwnOperation): boolean =>
    named.has(own.record) && request !== own.request;
  const candidates = candidatesIn(owns);
  const near = logged
    .flatMap((one) =>
      candidates(one)
        .filter((own) => isNear(one, own))
        .map((own) => ({ logged: one, own })),
    )
    // Completed operations are explained before refused ones.
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
  const { isCompared, isElsewhere } = addressesOf(explained);
  const isStrange = (one: Logged): boolean => {
    const own = explained.get(one);
    return own !== undefined && isElsewhere(one, own) && !named.has(own.record);
  };
  const nearest = new Map(near.toReversed().map(({ logged: one, own }) => [one, own]));
  const unexplained = logged
    .filter((one) => !explained.has(one) || isStrange(one))
    .map((one): Unexplained<Logged> => {
      const strange = explained.get(one);
      if (strange !== undefined) return { logged: one, named: { own: strange, why: "address" } };
      const own = nearest.get(one);
      if (own === undefined) return { logged: one, named: null };
      const decides = records[own.record]?.decides === true;
      return { logged: one, named: { own, why: decides ? whyNot(one, own) : "undecided" } };
    });
  const told = new Set([...used, ...unexplained.map((one) => one.named?.own)]);
  return {
    explained: [...explained]
      .filter(([one]) => !isStrange(one))
      .map(([one, own]) => ({
        logged: one,
        own,
        notCompared: notCompared(one, own, isCompared(one, own), named.has(own.record)),
        elsewhere: isElsewhere(one, own),
      })),
    unexplained: unexplained.filter((one) => one.logged.done),
    tried: unexplained.filter((one) => !one.logged.done),
    unlogged: owns.filter((own) => own.saidBy === "entry" && !told.has(own)),
  };
}

/** Our operations that may match a logged one: by time, or by id alone. */
function candidatesIn(owns: readonly OwnOperation[]) {
  const byMinutes = owns.filter(({ saidBy }) => saidBy !== "request");
  const byRequest = new Map<string, readonly OwnOperation[]>();
  // A head belongs to one entry: its id is sent only after that one.
  for (const own of owns) if (own.saidBy === "request") byRequest.set(own.request, [own]);
  return ({ request }: LoggedOperation): readonly OwnOperation[] => [
    ...byMinutes,
    ...(byRequest.get(request) ?? []),
  ];
}

/** Without the port, and an IPv4 address as such; "" if the log does not say. */
const addressOf = ({ address }: LoggedOperation): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, "")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");

/**
 * The addresses of what each record explains, compared with each other. No record has the address
 * from which the HSM was asked: Azure sees a translated one.
 */
function addressesOf(explained: ReadonlyMap<LoggedOperation, OwnOperation>) {
  const all = new Map<number, string[]>();
  for (const [one, { record }] of explained) {
    if (addressOf(one) === "") continue;
    const others = all.get(record);
    if (others === undefined) all.set(record, [addressOf(one)]);
    else others.push(addressOf(one));
  }
  const alikeIn = (one: LoggedOperation, { record }: OwnOperation) => {
    const [mine, others] = [addressOf(one), all.get(record) ?? []];
    return { alike: others.filter((other) => other === mine).length, of: others.length };
  };
  return {
    isCompared: (one: LoggedOperation, own: OwnOperation): boolean =>
      addressOf(one) !== "" && alikeIn(one, own).of > 1,
    /** Another than that of most; all, if no address is that of most. */
    isElsewhere: (one: LoggedOperation, own: OwnOperation): boolean => {
      const { alike, of } = alikeIn(one, own);
      return alike > 0 && alike * 2 <= of;
    },
  };
}

const notCompared = (
  { caller }: LoggedOperation,
  own: OwnOperation,
  isByAddress: boolean,
  isNamed: boolean,
): readonly NotCompared[] => [
  ...(caller === "" || own.caller === "" ? (["caller"] as const) : []),
  ...(isByAddress ? [] : (["address"] as const)),
  ...(isNamed ? [] : (["request"] as const)),
];

/** Of one kind, at one HSM, within the time. */
function isNear({ operation, at, hsm }: LoggedOperation, own: OwnOperation): boolean {
  const isSame = operation === own.operation && hsm.toLowerCase() === own.hsm.toLowerCase();
  return isSame && at !== null && own.from <= at && at <= own.until;
}

const apartOf = ({ logged, own }: { logged: LoggedOperation; own: OwnOperation }): number =>
  Math.abs((logged.at ?? 0) - own.at);

/** Two known object ids that differ. */
const areOthers = (one: string, other: string): boolean =>
  one !== "" && other !== "" && one.toLowerCase() !== other.toLowerCase();
