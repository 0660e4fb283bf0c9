// What a ceremony has come to: one fold over its record, and nothing else.
import type { Station } from "../../ceremony-scripts/index.ts";
import type { EventData, EventType, FileOnMedium, RecordEntry } from "./events.ts";
import { fault } from "./faults.ts";

/** What is known of one officer's key. */
export interface OfficerState {
  readonly making: EventData["key-making-began"] | null;
  readonly made: EventData["key-made"] | null;
  readonly confirmedAt: readonly Station[];
}

export interface State {
  readonly opened: EventData["opened"] | null;
  readonly station: Station | null;
  readonly handedTo: Station | null;
  readonly began: string | null;
  readonly done: readonly string[];
  readonly officers: Readonly<Record<string, OfficerState>>;
  readonly exported: readonly FileOnMedium[];
  readonly download: "none" | "began" | "again" | "received" | "written" | "ended";
  readonly answer: EventData["answer-received"] | null;
  readonly domain: EventData["domain-written"] | null;
  readonly proof: EventData["quorum-proven"] | null;
  readonly backup: EventData["backup-known"] | null;
  readonly exchange: EventData["exchange-key-fetched"] | null;
  readonly blob: EventData["blob-made"] | null;
  readonly upload: "none" | "began" | "ended";
  readonly custody: EventData["custody-recorded"] | null;
  readonly signers: Readonly<Record<string, string>>;
  readonly closing: { readonly hash: string; readonly present: readonly string[] } | null;
  readonly signed: readonly string[];
  readonly closed: boolean;
}

export const INITIAL: State = {
  opened: null, station: null, handedTo: null, began: null, done: [], officers: {}, exported: [],
  download: "none", answer: null, domain: null, proof: null, backup: null, exchange: null,
  blob: null, upload: "none", custody: null, signers: {}, closing: null, signed: [], closed: false,
};

/** Folds a record. @throws Fault E-STATE-RECORD when an entry has another form than we write */
export function fold(entries: readonly RecordEntry[]): State {
  try {
    return entries.reduce(evolve, INITIAL);
  } catch {
    throw fault("E-STATE-RECORD");
  }
}

/** The state after one more entry. */
export function evolve(state: State, entry: RecordEntry): State {
  if (entry.type === "signed") return afterSignature(state, entry.data as { officer: string });
  const change = CHANGES[entry.type as EventType] as Change<EventType> | undefined;
  // Anything after a closing that is no signature voids it: all sign again at the end.
  const open = state.closing === null ? state : { ...state, closing: null, signed: [] };
  return change === undefined ? open : { ...open, ...change(entry.data as never, open, entry) };
}

type Change<Type extends EventType> =
  (data: EventData[Type], state: State, entry: RecordEntry) => Partial<State>;

const done = (step: string, state: State): Partial<State> =>
  ({ done: [...state.done, step], began: null });

const NO_OFFICER: OfficerState = { making: null, made: null, confirmedAt: [] };

function ofOfficer(state: State, officer: string, change: Partial<OfficerState>): Partial<State> {
  const before = state.officers[officer] ?? NO_OFFICER;
  return { officers: { ...state.officers, [officer]: { ...before, ...change } } };
}

const CHANGES: { readonly [Type in EventType]?: Change<Type> } = {
  "opened": (data) => ({ opened: data }),
  "step-began": ({ step }) => ({ began: step }),
  "step-done": ({ step }, state) => done(step, state),
  "key-making-began": (data, state) => ofOfficer(state, data.officer, { making: data }),
  "key-made": (data, state) => ({
    ...ofOfficer(state, data.officer, { made: data }),
    signers: { ...state.signers, [data.officer]: data.signingCertificate },
  }),
  "signer-known": (data, state) =>
    ({ signers: { ...state.signers, [data.officer]: data.certificate } }),
  "thumbprint-confirmed": ({ officer, station }, state) => ofOfficer(state, officer, {
    confirmedAt: [...(state.officers[officer]?.confirmedAt ?? []), station],
  }),
  "certificates-exported": ({ files }) => ({ exported: files }),
  "handed-over": ({ step, to }, state) => ({ ...done(step, state), station: null, handedTo: to }),
  "taken-over": ({ step }, state) =>
    ({ ...done(step, state), station: state.handedTo, handedTo: null }),
  "download-began": () => ({ download: "began" }),
  "download-again-decided": () => ({ download: "again" }),
  "answer-received": (data) => ({ download: "received", answer: data }),
  "domain-written": (data) => ({ download: "written", domain: data }),
  "download-ended": () => ({ download: "ended" }),
  "quorum-proven": (data) => ({ proof: data }),
  "custody-recorded": (data) => ({ custody: data }),
  "backup-known": (data) => ({ backup: data }),
  "exchange-key-fetched": (data) => ({ exchange: data }),
  "blob-made": (data) => ({ blob: data }),
  "upload-began": () => ({ upload: "began" }),
  "upload-ended": () => ({ upload: "ended" }),
  "closing": ({ present }, _, entry) => ({ closing: { hash: entry.hash, present }, signed: [] }),
};

function afterSignature(state: State, { officer }: { officer: string }): State {
  const signed = [...state.signed, officer];
  const closed = state.closing?.present.every((present) => signed.includes(present)) ?? false;
  return closed && state.began !== null
    ? { ...state, signed, closed, ...done(state.began, state) }
    : { ...state, signed, closed };
}
