// What a ceremony has come to: one fold over its record, and nothing else.
import { isFault } from "../../crypto/errors.ts";
import type { Station } from "../../ceremony-scripts/index.ts";
import type { ActSigning } from "./act-signing.ts";
import type {
  EventData, EventType, FileOnMedium, NewEvent, RecordEntry, SealFound,
} from "./events.ts";
import { fault } from "./faults.ts";
import { isWellFormed, type Signed } from "./forms.ts";
import { NO_RECOVERY, RECOVERY, type RecoveryState } from "./recovery-state.ts";
import type { Seal } from "./running-events.ts";
import { AFTER_ABORT, RUNNING } from "./running-state.ts";
import { afterSignature, SIGNING, voided } from "./signing-state.ts";
import { STATION, STATION_FIRST, type StationState } from "./station-state.ts";
import { mergedObjects, type ObjectStanding } from "./standing.ts";

/** What is known of one officer's key. */
export interface OfficerState {
  readonly making: EventData["key-making-began"] | null;
  readonly made: EventData["key-made"] | null;
  readonly confirmedAt: readonly Station[];
  /** His signing key has signed the thumbprint of his wrapping key. */
  readonly isBound: boolean;
}

/** A blob that was sent: in which step, its SHA-256 and its exchange key's, when, how it ended. */
export interface UploadState {
  readonly step: string;
  readonly sha256: string;
  readonly exchangeThumbprint: string;
  readonly at: string;
  readonly ended: string | null;
}

export interface State extends StationState {
  readonly opened: EventData["opened"] | null;
  readonly station: Station | null;
  readonly handedTo: Station | null;
  readonly began: string | null;
  /** Every step that ever began, done or not. */
  readonly tried: readonly string[];
  /** The step that was performed, and waits for who confirms it. */
  readonly performed: string | null;
  /** As `performed`, of a take-over: it cannot be done again, only its words compared again. */
  readonly arrived: string | null;
  readonly done: readonly string[];
  /** By the id of a step that chooses: the id of the step that was gone to. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly officers: Readonly<Record<string, OfficerState>>;
  readonly exported: readonly FileOnMedium[];
  /** The medium that last held a file of ours under each label, by its id. */
  readonly media: Readonly<Record<string, string>>;
  readonly download: "none" | "began" | "again" | "received" | "written" | "ended";
  readonly answer: EventData["answer-received"] | null;
  readonly domain: EventData["domain-written"] | null;
  /** What was found without an earlier record. */
  readonly found: EventData["domain-found"] | null;
  readonly proof: EventData["quorum-proven"] | null;
  readonly backup: EventData["backup-known"] | null;
  readonly exchange: EventData["exchange-key-fetched"] | null;
  /** What the offline station found of the exchange key. */
  readonly judged: EventData["exchange-key-judged"] | null;
  readonly blob: EventData["blob-made"] | null;
  readonly recovery: RecoveryState;
  readonly upload: "none" | "began" | "ended";
  /** Every upload that began, with the exchange key it was for; the last may not have ended. */
  readonly uploads: readonly UploadState[];
  /** Codes of refusals that people overruled. */
  readonly accepted: readonly string[];
  readonly custody: EventData["custody-recorded"] | null;
  /** What is in custody as far as this record knows: from the earlier one, parts, and itself. */
  readonly objects: readonly ObjectStanding[];
  /** What the seals were found to be, by object, where they were compared; null where not. */
  readonly seals: Readonly<Record<string, SealFound>> | null;
  /** Objects whose bag was opened in this ceremony. */
  readonly bags: readonly string[];
  /** Objects that were destroyed in this ceremony, and officers whose keys opened a challenge. */
  readonly destroyed: readonly string[];
  readonly checked: readonly string[];
  /** Officers whose part was taken over, or of whose key a trouble was reported. */
  readonly heardOf: readonly string[];
  /** Deviations that were accepted, the last of each rule. */
  readonly deviations: readonly EventData["deviation-accepted"][];
  readonly signers: Readonly<Record<string, string>>;
  /** The numbers of the bags while a recess lasts, and whether an exception was noted in it. */
  readonly recess: { readonly seals: readonly Seal[]; readonly excepted: boolean } | null;
  /** A key was found where none may be, and nobody has decided yet how it goes on. */
  readonly incident: EventData["incident-found"] | null;
  /** People decided to abort; what remains is not recorded yet. */
  readonly abortDecided: boolean;
  readonly aborted: EventData["aborted"] | null;
  /** Whether a trainer set trials in this rehearsal, and has told which. */
  readonly trial: "none" | "begun" | "told";
  /** Within a step that signs an act; null outside. */
  readonly actSigning: ActSigning | null;
  readonly closing: { readonly hash: string; readonly present: readonly string[] } | null;
  readonly signed: readonly string[];
  readonly closed: boolean;
  /** Who signed a paper instead of the record; null unless it was closed so. Nothing may follow. */
  readonly onPaper: readonly string[] | null;
}

export const INITIAL: State = {
  opened: null,
  station: null,
  handedTo: null,
  began: null,
  tried: [],
  performed: null,
  arrived: null,
  done: [],
  chosen: {},
  officers: {},
  exported: [],
  media: {},
  download: "none",
  answer: null, domain: null, found: null, proof: null,
  ...STATION_FIRST,
  backup: null, exchange: null, judged: null, blob: null, recovery: NO_RECOVERY,
  upload: "none", uploads: [], accepted: [],
  custody: null,
  objects: [],
  seals: null,
  bags: [], destroyed: [], checked: [],
  heardOf: [], deviations: [],
  signers: {},
  recess: null, incident: null,
  abortDecided: false,
  aborted: null,
  trial: "none",
  actSigning: null,
  closing: null,
  signed: [],
  closed: false,
  onPaper: null,
};

/**
 * Folds a record. @throws Fault E-STATE-RECORD when an entry has another form than we write, or
 * stands where we never write it
 */
export function fold(entries: readonly RecordEntry[]): State {
  return entries.reduce(evolve, INITIAL);
}

/** Whether the fold would take this event as the next entry: what it would not is never written. */
export function mayStandNext(state: State, event: NewEvent, station: Station): boolean {
  try {
    evolve(state, { ...event, station, at: "", hash: "", seq: 0 });
    return true;
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}

/** The state after one more entry. @throws Fault E-STATE-RECORD */
export function evolve(state: State, entry: RecordEntry): State {
  const { type, data } = entry;
  if (!isWellFormed(type, data) || !mayStand(state, entry)) throw fault("E-STATE-RECORD");
  if (type === "signed") return afterSignature(state, data as Signed);
  const change = CHANGES[type] as Change<EventType> | undefined;
  const open = state.closing === null ? state : voided(state);
  const media = { ...open.media, ...mediaIn(data as EventData[EventType]) };
  return { ...open, media, ...change?.(data as never, open, entry) };
}

/** Ids by label of the media on which an entry says that files lie. */
function mediaIn(data: EventData[EventType]): Readonly<Record<string, string>> {
  const lists = ["files" in data ? data.files : [], "media" in data ? data.media : []];
  return Object.fromEntries(
    lists.flat().flatMap((file) => (typeof file === "string" ? [] : [[file.label, file.medium]])),
  );
}

/** Opened once, as the first entry; then only the station that has the record appends to it. */
function mayStand(state: State, { type, station }: RecordEntry): boolean {
  if (state.onPaper !== null) return false;
  if (state.aborted !== null && !AFTER_ABORT.includes(type)) return false;
  if ((type === "opened") !== (state.opened === null)) return false;
  if ((type === "taken-over") !== (state.handedTo !== null)) return false;
  return type === "opened" ? isStation(station) : station === (state.handedTo ?? state.station);
}

const isStation = (station: string): station is Station =>
  station === "offline" || station === "connected";

export type Change<Type extends EventType> = (
  data: EventData[Type],
  state: State,
  entry: RecordEntry,
) => Partial<State>;

const NO_OFFICER: OfficerState =
  { making: null, made: null, confirmedAt: [], isBound: false };

function ofOfficer(state: State, officer: string, change: Partial<OfficerState>): Partial<State> {
  const before = state.officers[officer] ?? NO_OFFICER;
  return { officers: { ...state.officers, [officer]: { ...before, ...change } } };
}

const CHANGES: { readonly [Type in EventType]?: Change<Type> } = {
  ...RUNNING, ...SIGNING, ...RECOVERY,
  opened: (data, _, { station }) => ({
    opened: data,
    station: isStation(station) ? station : null,
    objects: data.earlier[0]?.objects ?? [],
  }),
  chosen: ({ step, goTo }, { chosen }) => ({ chosen: { ...chosen, [step]: goTo } }),
  "key-making-began": (data, state) => ofOfficer(state, data.officer, { making: data }),
  "key-made": (data, state) => ({
    ...ofOfficer(state, data.officer, { made: data, isBound: false }),
    signers: { ...state.signers, [data.officer]: data.signingCertificate },
  }),
  "signer-bound": ({ officer }, state) => ofOfficer(state, officer, { isBound: true }),
  "signer-known": (data, state) => ({
    signers: { ...state.signers, [data.officer]: data.certificate },
  }),
  "thumbprint-confirmed": ({ officer, station }, state) =>
    ofOfficer(state, officer, {
      confirmedAt: [...(state.officers[officer]?.confirmedAt ?? []), station],
    }),
  "certificates-exported": ({ files }) => ({ exported: files }),
  "download-began": () => ({ download: "began" }),
  "download-again-decided": () => ({ download: "again" }),
  "answer-received": (data) => ({ download: "received", answer: data }),
  "domain-written": (data) => ({ download: "written", domain: data }),
  "download-ended": () => ({ download: "ended" }),
  ...STATION,
  "domain-found": (data) => ({ found: data }),
  "quorum-proven": (data) => ({ proof: data }),
  "seals-checked": ({ seals: found }, { seals, objects }, { at }) => ({
    seals: { ...seals, ...Object.fromEntries(found.map((seal) => [seal.object, seal])) },
    objects: objects.map((object) => {
      const seen = found.find((seal) => seal.object === object.object);
      return seen === undefined || seen.condition === "missing" ? object
        : { ...object, place: seen.place, custodian: seen.custodian, seenAt: at };
    }),
  }),
  "object-handed-off": ({ object: name, seal, to, place }, { objects }, { at }) => ({
    objects: objects.map((object) => object.object !== name ? object
      : { ...object, seal, place, custodian: to, seenAt: at }),
  }),
  "bags-opened": ({ objects }, { bags }) => ({
    bags: [...new Set([...bags, ...objects.map(({ object }) => object)])],
  }),
  "objects-destroyed": ({ objects: gone }, { objects, destroyed }) => ({
    destroyed: [...new Set([...destroyed, ...gone.map(({ object }) => object)])],
    objects: objects.filter(({ object }) => !gone.some((one) => one.object === object)),
  }),
  "key-checked": ({ officer }, { checked }) =>
    ({ checked: [...new Set([...checked, officer])] }),
  "part-taken": ({ officer, standing }, { heardOf, objects }) => ({
    heardOf: [...new Set([...heardOf, officer])],
    objects: mergedObjects(objects, standing.objects),
  }),
  "trouble-reported": ({ officer }, { heardOf }) =>
    ({ heardOf: [...new Set([...heardOf, officer])] }),
  "custody-recorded": (data, { objects }, { at }) => ({
    custody: data,
    objects: mergedObjects(objects, data.objects.map((object) => ({ ...object, seenAt: at }))),
  }),
  "deviation-accepted": (data, { deviations }) => ({
    deviations: [...deviations.filter(({ rule }) => rule !== data.rule), data],
  }),
  "backup-known": (data) => ({ backup: data }),
  "exchange-key-fetched": (data) => ({ exchange: data, judged: null }),
  "exchange-key-judged": (data) => ({ judged: data }),
  "blob-made": (data) => ({ blob: data }),
  "upload-began": ({ sha256 }, state, { at }) => ({
    upload: "began",
    uploads: [...state.uploads, {
      step: state.began ?? "", sha256, at, ended: null,
      exchangeThumbprint: state.exchange?.thumbprint ?? "",
    }],
  }),
  "upload-ended": ({ state: ended }, { uploads }) => ({
    upload: "ended",
    uploads: uploads.map((upload, i) => i === uploads.length - 1 ? { ...upload, ended } : upload),
  }),
  "refusal-accepted": ({ code }, { accepted }) => ({
    accepted: [...new Set([...accepted, code])],
  }),
};
