// The state of a ceremony: one fold over its record, and nothing else. Each noun of the record has
// its slice of the state beside its entries.
import { folding, type Kind } from "../record/fold.ts";
import type { RecordEntry } from "../record/kind.ts";
import type { Phrase } from "../text/sentence.ts";
import { NO_ABORT, type Abort } from "./entries/abort.ts";
import { NO_BACKUP, type Backup } from "./entries/backup.ts";
import { NOT_CLOSED, voided, type Closing } from "./entries/closing.ts";
import { NO_CUSTODY, type Custody } from "./entries/custody.ts";
import { NO_DOMAIN, type Domain } from "./entries/domain.ts";
import type { WordsOf, Written } from "./entries/entry.ts";
import { NO_EXCHANGE_KEY, type ExchangeKey } from "./entries/exchange-key.ts";
import type { FileOnMedium } from "./entries/forms.ts";
import { NO_INCIDENT, type Incident } from "./entries/incident.ts";
import { ENTRIES, type Changed } from "./entries/index.ts";
import { NO_KEYS, type OfficerKeys } from "./entries/officer-key.ts";
import { isStation, NOT_OPENED, type Opening } from "./entries/opening.ts";
import { NO_PREFLIGHT, type Preflight } from "./entries/preflight.ts";
import { NO_QUORUM, type Quorum } from "./entries/quorum.ts";
import { NO_RECESS, type Recess } from "./entries/recess.ts";
import { NO_REFUSALS, type Refusals } from "./entries/refusal.ts";
import { NO_RESTORE_BLOB, type RestoreBlob } from "./entries/restore-blob.ts";
import { NO_SEALS, type Seals } from "./entries/seal.ts";
import { NO_SEATS, type Seats } from "./entries/seat.ts";
import { NO_SIMULATION, type Simulation } from "./entries/simulation.ts";
import { NO_STEPS, type Steps } from "./entries/step.ts";
import { NO_TRIAL, type Trial } from "./entries/trial.ts";
import { fault } from "./entries/faults.ts";
import { NOTHING, type Standing } from "./entries/standing.ts";

export interface State
  extends
    Opening,
    Steps,
    Recess,
    Incident,
    Abort,
    Trial,
    Simulation,
    Refusals,
    OfficerKeys,
    Domain,
    Quorum,
    Seals,
    Seats,
    Custody,
    Preflight,
    ExchangeKey,
    RestoreBlob,
    Backup,
    Closing {
  /** The medium with our last file under each label, by its id. */
  readonly media: Readonly<Record<string, string>>;
  /** What the ceremony leaves so far; its objects are those in custody now. */
  readonly standing: Standing;
}

/** Everything an entry changes is in the state, or this does not compile. */
export const INITIAL: State & Readonly<Record<Changed, unknown>> = {
  ...NOT_OPENED,
  ...NO_STEPS,
  ...NO_RECESS,
  ...NO_INCIDENT,
  ...NO_ABORT,
  ...NO_TRIAL,
  ...NO_SIMULATION,
  ...NO_REFUSALS,
  ...NO_KEYS,
  ...NO_DOMAIN,
  ...NO_QUORUM,
  ...NO_SEALS,
  ...NO_SEATS,
  ...NO_CUSTODY,
  ...NO_PREFLIGHT,
  ...NO_EXCHANGE_KEY,
  ...NO_RESTORE_BLOB,
  ...NO_BACKUP,
  ...NOT_CLOSED,
  media: {},
  standing: NOTHING,
};

/** An entry's kind as the fold and the sentences use it, with data whose form was checked. */
interface CeremonyKind extends Kind<State>, Pick<Written, "afterAbort"> {
  readonly leaves?: (
    data: never,
    standing: Standing,
    at: string,
    recorded: readonly string[],
  ) => Partial<Standing>;
  readonly minutes: (data: never, wordsOf: WordsOf, by: string) => Phrase;
  readonly facts?: (data: never) => object;
}

/**
 * The fold of a ceremony's record.
 * @throws Fault E-STATE-RECORD if an entry has another form than we write, or is where we never write it
 */
export const { fold, mayStandNext, isOfForm, kindOf } = folding<State, CeremonyKind>({
  entries: ENTRIES,
  initial: INITIAL,
  isRehearsal: ({ opened }) => opened?.mode === "REHEARSAL",
  mayStand,
  every: (state, entry) => ({
    ...(entry.type !== "signed" && state.closing !== null ? voided(state) : {}),
    media: { ...state.media, ...mediaIn(entry.data as object) },
    standing: standingAfter(state.standing, entry, namesOf(state.custody)),
  }),
  refusal: () => fault("E-STATE-RECORD"),
});

/** What a record leaves, including its first entry's `earlier`. Forms are not checked. */
export const standingOf = (entries: readonly RecordEntry[]): Standing =>
  standingsIn(entries).at(-1) ?? NOTHING;

/** The standing after each entry. */
export function standingsIn(entries: readonly RecordEntry[]): readonly Standing[] {
  let [standing, recorded]: [Standing, readonly string[]] = [NOTHING, []];
  return entries.map((entry) => {
    standing = standingAfter(standing, entry, recorded);
    if (entry.type === "custody-recorded") recorded = namesOf(entry.data as Custody["custody"]);
    return standing;
  });
}

/** @param recorded the objects that this record took into custody last, before this entry */
function standingAfter(
  standing: Standing,
  { type, data, at }: RecordEntry,
  recorded: readonly string[],
): Standing {
  const leaves = kindOf(type)?.leaves;
  return leaves === undefined
    ? standing
    : { ...standing, ...leaves(data as never, standing, at, recorded) };
}

const namesOf = (custody: Custody["custody"]): readonly string[] =>
  custody?.objects.map(({ object }) => object) ?? [];

/** Ids by label of the media on which an entry says that there are files. */
function mediaIn(data: object): Readonly<Record<string, string>> {
  const { files = [], media = [] } = data as Readonly<
    Partial<Record<"files" | "media", readonly (FileOnMedium | string)[]>>
  >;
  return Object.fromEntries(
    [...files, ...media].flatMap((file) =>
      typeof file === "string" ? [] : [[file.label, file.medium]],
    ),
  );
}

/** Opened once, as the first entry; then only the station that has the record appends to it. */
function mayStand(
  state: State,
  { type, station }: RecordEntry,
  { afterAbort }: Pick<Written, "afterAbort">,
): boolean {
  if (state.onPaper !== null) return false;
  if (state.aborted !== null && afterAbort === undefined) return false;
  if ((type === "opened") !== (state.opened === null)) return false;
  if ((type === "taken-over") !== (state.handedTo !== null)) return false;
  return type === "opened" ? isStation(station) : station === (state.handedTo ?? state.station);
}
