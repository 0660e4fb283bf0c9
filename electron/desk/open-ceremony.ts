// The open ceremony on the desk: its session, the current step, and its record.
import {
  kindOf,
  recounts,
  type Counts,
  type KindName,
  type Planned,
  type Script,
  type Step,
} from "../../ceremony-scripts/index.ts";
import type { AwayView, CeremonyName, IncidentView } from "../bridge/view.ts";
import type { TrainerView } from "../bridge/trial-views.ts";
import {
  fault as ceremonyFault,
  fold,
  isOver,
  nextStep,
  openingWanted,
  resumptionOf,
  standingOf,
  view,
  type CeremonyView,
  type EventData,
  type Exception,
  type KeyListNamed,
  type NamedScript,
  type NewEvent,
  type RecordEntry,
  type Resumption,
  type Standing,
  type State,
  type UnkeptRule,
} from "../ceremony/ceremony.ts";
import type { KeyList } from "../hsm/key-list.ts";
import type { PhotographFile } from "../session/photographs.ts";
import { folderMedia, type MediaSource } from "../media/media.ts";
import { recordReader } from "../journal/journal.ts";
import { chooseCeremony, closedRecord, countsKnown, versionIn } from "../session/folders.ts";
import { openRehearsal, type RehearsalOptions } from "../rehearse/rehearsal-session.ts";
import type { Session, SessionHooks } from "../session/session.ts";
import {
  openStationSession,
  stationCeremony,
  type StationOptions,
} from "../session/station-session.ts";
import { goOn } from "../session/stations.ts";
import { abortCeremony } from "../usecases/abort-ceremony.ts";
import type { Deps } from "../usecases/deps.ts";
import { countsFound, type CountsFound } from "../usecases/domain-search.ts";
import { carryRecord } from "../usecases/hand-over.ts";
import { noteException } from "../usecases/note-exception.ts";
import { resumeCeremony } from "../usecases/resume-ceremony.ts";
import { headWords, verifyRecord } from "../journal/verify.ts";
import { record } from "../usecases/turn.ts";
import { keySizeIn, keepKeySize, type KeySize } from "./key-size.ts";
import { putEvidence } from "./evidence.ts";
import { fault } from "./faults.ts";
import { scriptOf, scriptWith } from "./scripts.ts";
import { Trainer } from "./trainer.ts";
import { Transfer, type Copy } from "./transfer.ts";
import { Waiting } from "./waiting.ts";
import { incidentsKnown, waitingIncidents } from "../usecases/incident.ts";

/** What runs: a step, or the closing of an aborted ceremony. */
export interface RunningStep {
  readonly id: string;
  readonly kind: KindName;
  readonly seat: number | null;
}

/** A list of the lost HSM's keys, and what is recorded about it. */
export interface KnownKeys extends Pick<KeyList, "keys" | "roles"> {
  readonly list: KeyListNamed;
}

/** A ceremony as people left it for Home. */
export interface LeftCeremony {
  readonly folder: string;
  /** The hash of its record's last entry. */
  readonly head: string;
}

export class OpenCeremony {
  readonly name: CeremonyName;
  readonly media: string;
  readonly script: Script;
  readonly session: Session;
  /** Whether its media are removable drives. */
  readonly isOnDrives: boolean;
  /** Who set trials in it, or null. */
  readonly trainer: Trainer | null;
  bits: KeySize;
  keysBrought: KnownKeys | null = null;
  /** What the plan says that a person chose. */
  planned: Planned | null = null;
  /** Photographs of seals that were brought. */
  photographs: readonly PhotographFile[] = [];
  /** It began earlier: nothing continues until the witness has confirmed what is certain. */
  isStopped: boolean;
  /** It was confirmed while the record was on its way and could not be written. */
  #owesResumption = false;
  readonly #waiting: Waiting;
  /** Opens it again with other numbers of officers; null if those of a custody or record stay. */
  readonly #again: ((counts: Counts) => Promise<OpenCeremony>) | null;
  /** Null in a rehearsal, which has both copies. */
  readonly #transfer: Transfer | null;
  readonly #read = recordReader();
  /** What the record leaves that this ceremony continues, once it was asked. */
  #left: Standing | undefined;

  private constructor(
    name: CeremonyName,
    media: string,
    script: Script,
    session: Session,
    isOnDrives: boolean,
    isStopped: boolean,
    trainer: Trainer | null,
    again: ((counts: Counts) => Promise<OpenCeremony>) | null,
  ) {
    this.name = name;
    this.media = media;
    this.script = script;
    this.session = session;
    this.isOnDrives = isOnDrives;
    this.isStopped = isStopped;
    this.trainer = trainer;
    this.#again = again;
    this.#waiting = new Waiting(session.ceremony.folder);
    this.#transfer = session.at === null ? null : new Transfer(session.stations[session.at]);
    this.bits = keySizeIn(session.ceremony);
  }

  /**
   * Opens a ceremony: the unfinished one on these media, or a new one.
   * @param counts of the officers, if neither record nor custody has them
   * @param trials a trainer's choice, for a new one
   * @param chosen the numbers that people chose instead of those
   * @throws E-REHEARSE-*
   */
  static async open(
    name: CeremonyName,
    media: string,
    hooks: SessionHooks,
    options: RehearsalOptions,
    counts: Counts,
    trials: readonly string[] = [],
    chosen: Counts | null = null,
  ): Promise<OpenCeremony> {
    const ceremony = chooseCeremony(media, scriptOf(name));
    const { folder } = ceremony;
    const { known, areFree } = countsFor(name, media, options.drives);
    const script = versionIn(ceremony, scriptWith(name, chosen ?? known ?? counts));
    const isOnDrives = options.drives !== undefined;
    const trainer = Trainer.prepare({ folder, media, isOnDrives, script }, trials);
    const session = await openRehearsal(script, media, trainer?.hooks(hooks) ?? hooks, options);
    const begun = goOn(session.stations);
    const again = (other: Counts): Promise<OpenCeremony> =>
      OpenCeremony.open(name, media, hooks, options, counts, trials, other);
    // What an adoption finds in folders was made for these officers.
    const isMade = script.finds && !isOnDrives;
    return new OpenCeremony(
      name,
      media,
      script,
      session,
      isOnDrives,
      begun,
      trainer,
      areFree && !isMade ? again : null,
    );
  }

  /**
   * Opens a ceremony in earnest, at this computer's station.
   * @param arrived the first entry of the record that came, if any
   * @param chosen as in `open`
   * @throws E-POST-*
   */
  static async openAt(
    name: CeremonyName,
    media: string,
    hooks: SessionHooks,
    options: StationOptions,
    counts: Counts,
    arrived: NamedScript | null,
    chosen: Counts | null = null,
  ): Promise<OpenCeremony> {
    const ceremony = stationCeremony(options.at, media, scriptOf(name));
    const { known, areFree } = countsFor(name, media, options.drives);
    const counted = scriptWith(name, chosen ?? known ?? counts);
    const script = versionIn(ceremony, counted, arrived, options.drives);
    const session = await openStationSession(script, media, hooks, options);
    const begun = goOn(session.stations, options.at);
    const again = (other: Counts): Promise<OpenCeremony> =>
      OpenCeremony.openAt(name, media, hooks, options, counts, arrived, other);
    const isFree = areFree && arrived === null;
    return new OpenCeremony(name, media, script, session, true, begun, null, isFree ? again : null);
  }

  /** Whether people may still choose the numbers of its officers. */
  get mayCount(): boolean {
    return this.script.chosen && this.#again !== null && this.entries.length === 0;
  }

  /** The numbers of the security domain on the media, while people choose those of what they found. */
  get countsFound(): CountsFound | null {
    return this.mayCount && this.script.finds
      ? countsFound(this.session.stations.offline.media)
      : null;
  }

  /** Whether they may take them from a plan: a domain that it finds has its own. */
  get mayPlan(): boolean {
    return this.mayCount && !this.script.finds;
  }

  get countsPlanned(): Planned | null {
    return this.mayPlan ? this.planned : null;
  }

  /** The HSM's name that its form has first. */
  get proposedHsm(): string {
    const { earlier, hsm } = this.session.plan;
    return earlier === null ? (this.planned?.hsm ?? hsm) : hsm;
  }

  /** What people must still accept of these numbers, as long as it is being opened. */
  get countsWanted(): readonly UnkeptRule[] {
    const { step, script, state } = this;
    if (step === null || !kindOf(step.action.kind).opens) return [];
    const { earlier } = this.session.plan;
    if (earlier !== null) this.#left ??= standingOf(verifyRecord(earlier).entries);
    return openingWanted(script, this.#left).filter(
      ({ rule }) => !state.deviations.some((one) => one.rule === rule),
    );
  }

  /**
   * The same with other numbers of officers, in place of this one, which has ended.
   * @param planned of the plan from which they were taken
   * @throws Fault E-DESK-STALE if they are not to be chosen any longer, and as `open`
   */
  async counted(counts: Counts, planned = this.planned): Promise<OpenCeremony> {
    if (!this.mayCount || this.#again === null) throw fault("E-DESK-STALE");
    await this.session.end();
    const again = await this.#again(counts);
    again.planned = planned;
    return again;
  }

  /**
   * The longest copy of the record: at the station that has it, or gave it away last. In earnest
   * also what the transfer medium brings to this station.
   */
  get entries(): readonly RecordEntry[] {
    return this.#copy().entries;
  }

  get state(): State {
    return fold(this.entries);
  }

  get step(): Step | null {
    const { state } = this;
    return isOver(state) ? null : nextStep(state, this.script);
  }

  /** The step as it is run. @throws Fault E-DESK-STALE if nothing is left to do */
  get runningStep(): RunningStep {
    const { step } = this;
    if (step === null) throw fault("E-DESK-STALE");
    return { id: step.id, kind: step.action.kind, seat: step.seat ?? null };
  }

  /**
   * The station of the step.
   * @throws Fault E-DESK-STALE if nothing is left to do, E-STATE-STATION elsewhere
   */
  get deps(): Deps {
    const { step, session } = this;
    if (step === null) throw fault("E-DESK-STALE");
    if (session.at !== null && session.at !== step.station) throw ceremonyFault("E-STATE-STATION");
    return session.stations[step.station];
  }

  /** Null if this station has the record or can take it over now, and in a rehearsal. */
  get away(): AwayView | null {
    return this.#transfer === null || this.#writer !== undefined ? null : this.#transfer.away;
  }

  /** Checks again what may come on the transfer medium. */
  look(): void {
    this.#transfer?.look();
  }

  /** Writes this station's copy to the transfer medium again. @throws Fault E-STATE, E-MEDIA-* */
  carry(): void {
    const transfer = this.#transfer;
    if (transfer === null || this.away?.medium !== "without") throw fault("E-DESK-STALE");
    carryRecord(transfer.deps);
  }

  get view(): CeremonyView {
    const { entries, head } = this.#copy();
    return view(this.state, this.script, entries, head, headWords);
  }

  /** The station that may write. @throws Fault E-STATE-TRANSIT while the record is on its way */
  get writer(): Deps {
    const writer = this.#writer;
    if (writer === undefined) throw ceremonyFault("E-STATE-TRANSIT");
    return writer;
  }

  get #writer(): Deps | undefined {
    return Object.values(this.session.stations).find(({ record: copy }) => copy.open !== null);
  }

  /** Itself, once the witness has confirmed how it continues. @throws Fault E-DESK-RESUME */
  get resumed(): this {
    if (this.isStopped) throw fault("E-DESK-RESUME");
    return this;
  }

  /** What is certain after an interruption, until the witness has confirmed it; else null. */
  get resumption(): Resumption | null {
    const { state } = this;
    return this.isStopped && !state.closed ? resumptionOf(state, this.script) : null;
  }

  /** As it is left for Home; null if the witness has not confirmed how it continues, or it is over. */
  get left(): LeftCeremony | null {
    const { isStopped, state, session } = this;
    const { head } = this.#copy();
    return isStopped || state.closed || head === ""
      ? null
      : { folder: session.ceremony.folder, head };
  }

  /** Someone who only was at Home meanwhile, with nothing written since, interrupted nothing. */
  cameBack({ folder, head }: LeftCeremony): void {
    if (folder === this.session.ceremony.folder && head === this.#copy().head)
      this.isStopped = false;
  }

  /** The witness confirms it. @throws Fault E-LOG-* */
  resume(): void {
    this.#owesResumption = this.isStopped;
    this.isStopped = false;
    this.settle();
  }

  /**
   * Notes an exception; while the record is on its way, it waits until it can be written.
   * @param now RFC 3339, UTC
   * @throws Fault E-STATE*, E-EXCEPT-*
   */
  except(exception: Exception, now: string): void {
    const writer = this.#writer;
    if (writer !== undefined) noteException(writer, exception);
    else {
      const incidents = incidentsKnown(this.entries, this.#folders);
      this.#waiting.add(this.state, { ...exception, notedAt: now, incidents });
    }
  }

  /** How many exceptions wait to be written. */
  get waiting(): number {
    return this.#waiting.count;
  }

  /** The current step may be done: it was not, and no key is where none may be. */
  requireUndone(): void {
    if (this.state.performed !== null) throw fault("E-DESK-STALE");
    if (this.incident !== null) throw ceremonyFault("E-STATE-INCIDENT");
  }

  /** A key on a medium about which people have not decided yet, recorded or not. */
  get incident(): IncidentView | null {
    const { last } = this.#waiting;
    const knew = last?.incidents;
    const known = incidentsKnown(this.entries, this.#folders);
    // By the count of incidents, because the clock may have been set between the two.
    if (this.state.incident === null && knew !== undefined && knew >= known) return null;
    return incidentOf(this.state, this.#folders, knew === undefined ? (last?.notedAt ?? "") : "");
  }

  /** Of both stations' records. */
  get #folders(): readonly string[] {
    const { offline, connected } = this.session.stations;
    return [offline.record.folder, connected.record.folder];
  }

  /** Writes what waited: a resumption, exceptions, or a decided abort. */
  settle(): void {
    this.session.settleMedia();
    const writer = this.#writer;
    if (writer === undefined) return;
    if (this.#owesResumption) resumeCeremony(writer);
    this.#owesResumption = false;
    this.trainer?.begin(writer, this.script, this.state);
    if (!this.state.closed) this.#waiting.write(writer, this.entries);
    if (!this.state.abortDecided || this.isStopped) return;
    const { decided: reason, decidedBy } = this.#abort;
    abortCeremony(writer, { reason, decidedBy });
  }

  /** The exception that decided to abort; later ones may follow it. */
  get #abort(): EventData["exception-noted"] {
    const noted = this.entries
      .filter(({ type }) => type === "exception-noted")
      .map(({ data }) => data as EventData["exception-noted"])
      .findLast(({ decision }) => decision === "abort");
    if (noted === undefined) throw ceremonyFault("E-STATE-RECORD");
    return noted;
  }

  /** Before its step is done: a trial is set, or, before the last one, all are revealed. */
  before(): void {
    const { step, state } = this;
    if (step === null) return;
    if (kindOf(step.action.kind).ends) this.tell();
    else this.trainer?.before(step, state);
  }

  /** As `Trainer.look`; null if no trials were set. */
  lookAsTrainer(done: string): TrainerView | null {
    return this.trainer?.look(done, this.script) ?? null;
  }

  /** Before the record is closed: which trials there were. */
  tell(): void {
    const writer = this.#writer;
    if (writer !== undefined) this.trainer?.tell(writer, this.state);
  }

  /**
   * Appends what happened around a step, if the record is open and no closing would be voided.
   * @returns whether it was recorded
   */
  note(event: NewEvent): boolean {
    const deps = this.#writer;
    if (deps === undefined || this.state.closing !== null || this.state.opened === null)
      return false;
    record(deps, event);
    return true;
  }

  /** The size of the officers' keys from now on, also after a restart. */
  chooseKeySize(bits: KeySize): void {
    this.bits = bits;
    keepKeySize(this.session.ceremony, bits);
  }

  /** The bytes of the record, once it is closed. */
  get closed(): Uint8Array | null {
    return closedRecord(this.session.ceremony);
  }

  /** Writes the evidence of a closed record to its place. @returns whether it is closed */
  async deliver(): Promise<boolean> {
    return putEvidence(this.media, this.session.ceremony, this.script);
  }

  #copy(): Copy {
    const copies: readonly (Copy | null)[] = [
      ...Object.values(this.session.stations).map(
        ({ record: copy }) => copy.open ?? this.#read(copy.folder),
      ),
      this.#transfer?.arrived ?? null,
    ];
    return copies
      .map((copy) => copy ?? { entries: [], head: "" })
      .reduce((longest, other) =>
        other.entries.length > longest.entries.length ? other : longest,
      );
  }
}

/** The numbers that custody or a domain on the media has, or null; and whether people may choose others. */
function countsFor(name: CeremonyName, folder: string, drives?: MediaSource) {
  const script = scriptOf(name);
  const known = countsKnown(folder, script, drives ?? folderMedia(folder));
  const isFound = script.finds && drives !== undefined;
  return { known, areFree: known === null || isFound || recounts(script.steps) };
}

/**
 * The one about which two people have not decided yet.
 * @param folders of both stations' records
 * @param decidedAt when the last waiting exception was noted, or ""
 */
function incidentOf(
  { incident }: State,
  folders: readonly string[],
  decidedAt: string,
): IncidentView | null {
  if (incident !== null) {
    const { medium, files, foundAt } = incident;
    return { medium, files, foundAt, isRecorded: true };
  }
  const waits = folders.flatMap(waitingIncidents).findLast(({ foundAt }) => foundAt > decidedAt);
  return waits === undefined ? null : { ...waits, isRecorded: false };
}
