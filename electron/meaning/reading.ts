// What a record has said up to an entry: who is there, which step is current, what was made and named.
// Every rule reads this; `advance` in `advance.ts` changes it after an entry's rules were checked.
import {
  pathOf,
  type Actor,
  type Counts,
  type Script,
  type Station,
  type Step,
} from "../../ceremony-scripts/index.ts";
import type { Attestation } from "../../crypto/index.ts";
import type {
  CustodyObject,
  Earlier,
  EventData,
  EventType,
  RecordEntry,
} from "../ceremony/ceremony.ts";
import { mayComeAndGo, officerOf } from "../ceremony/ceremony.ts";
import { since, type Breach, type RuleCode } from "./breach.ts";
import { ownCertificateIn, type OwnPem } from "./certificates.ts";
import { areObjectsOf } from "./objects.ts";
import { versionIn } from "./version.ts";

/** An entry of a verified chain: with the hash of the one before it. */
export interface Entry extends RecordEntry {
  readonly prev: string;
}

/** Data by type, including a signature's, whose form is the record's own. */
export interface DataOf extends EventData {
  readonly signed: {
    readonly officer: string;
    readonly over: string;
    readonly certificate: string;
  };
}
export type Type = EventType | "signed";

/** An entry whose form was checked. */
export interface Typed<Of extends Type = Type> extends Omit<Entry, "data"> {
  readonly data: DataOf[Of];
}

/** What one file of rules checks in entries, by their type. */
export type Rules = { readonly [Of in Type]?: (reading: Reading, entry: Typed<Of>) => void };

/** Something that an exception of two people excused. */
export interface Excused {
  readonly code: RuleCode;
  readonly entry: number;
  /** The exception. */
  readonly by: number;
}

/** An officer's key that is older than this ceremony. */
export type KeptKey = Pick<
  Earlier["officers"][number],
  "thumbprint" | "signingThumbprint" | "keyName"
> & { readonly officer: string };

/** A closing in progress, or the end of an act: who signs it, and who has. */
export interface Signing {
  readonly entry: Typed;
  readonly present: readonly string[];
  readonly signed: Set<string>;
}

/** An object in custody, and the last entry that said so. */
export interface Kept extends CustodyObject {
  readonly entry: number;
}

/** Whether both are the same role for reading keys. */
export const isReader = (
  one: DataOf["key-reader-removed"],
  other: DataOf["key-reader-removed"],
): boolean => one.name === other.name && one.scope === other.scope;

export class Reading {
  readonly script: Script;
  readonly opening: Typed<"opened">;
  readonly earlier: Earlier | null;
  /** Of the rules: later ones are not asked. */
  readonly version: number;
  people: readonly { readonly role: Actor; readonly name: string }[];
  station: Station | null;
  handedTo: Station | null = null;
  done: string[] = [];
  begun: { readonly entry: Typed; readonly step: string; arrived: boolean } | null = null;
  performed: Typed | null = null;
  /** An exception whose decision was to abort. */
  abortDecided: Typed | null = null;
  aborted: Typed<"aborted"> | null = null;
  recess: { readonly entry: Typed<"recess-began">; exception: Typed | null } | null = null;
  incident: Typed<"incident-found"> | null = null;
  closing: Signing | null = null;
  acts = new Map<string, Signing>();
  closings = new Map<string, Typed>();
  /** The last exceptions of the step in progress. */
  exceptions: Typed<"exception-noted">[] = [];
  /** Officers who took the seat in the step in progress. */
  seated = new Set<string>();
  /** Officers who took the seat in any step. */
  everSeated = new Set<string>();
  /** Exceptions to rules that were accepted in it, by rule. */
  deviations = new Map<string, Typed<"deviation-accepted">>();
  /** The same for the record, the last of each rule. */
  allDeviations = new Map<string, Typed<"deviation-accepted">>();
  accepted: string[] = [];
  /** Points that people accepted, each with what was found. */
  pointsAccepted = new Set<string>();
  made = new Map<string, Typed<"key-made">>();
  bound = new Set<string>();
  making = new Map<string, Typed<"key-making-began">>();
  moduli = new Map<string, number>();
  confirmed = new Map<string, Set<Station>>();
  /** The first commitment to what was opened of each domain, by the domain's SHA-256. */
  opened = new Map<string, { readonly commitment: string; readonly entry: number }>();
  /** Entries by the test message that a key opened. */
  challenges = new Map<string, number>();
  /** Officers whose backups were opened in the step in progress. */
  backups = new Set<string>();
  heardOf = new Set<string>();
  parts = new Map<string, number>();
  uploads = new Map<string, number>();
  read = new Map<string, Typed<"read-aloud">>();
  custody = new Map<string, Kept>();
  /** Seals by object as the earlier record left them, of what was not destroyed here. */
  old = new Map<string, string>();
  /** The objects that were taken into custody here. */
  recorded = new Set<string>();
  /** As it was when an unfinished step of hand-offs first began; null if there is none. */
  custodyBefore: ReadonlyMap<string, Kept> | null = null;
  /** Who said that they hand off, or receive, in the step in progress; names are folded. */
  handingOff: {
    readonly entry: Typed;
    readonly gave: ReadonlySet<string>;
    readonly took: ReadonlySet<string>;
  } | null = null;
  troubles = new Map<string, string>();
  /** Seals that were compared here, by object, with the entry. */
  seals = new Map<
    string,
    { readonly found: string; readonly isMissing: boolean; readonly entry: number }
  >();
  /** The last bag number read here, by object, with the entry. */
  numbers = new Map<string, { readonly seal: string; readonly entry: number }>();
  bags = new Set<string>();
  media = new Map<string, { readonly id: string; readonly entry: number }>();
  labels = new Map<string, { readonly label: string; readonly entry: number }>();
  files = new Map<
    string,
    { readonly sha256: string; readonly size: number; readonly entry: number }
  >();
  chosen: Readonly<Record<string, string>> = {};
  /** Roles for reading keys that were granted, and not removed. */
  readers: Typed<"key-reader-named">[] = [];
  /** Signing certificates by their thumbprint, with the entry that has them. */
  signers = new Map<string, { readonly certificate: OwnPem; readonly entry: number }>();
  /** Entries more than a day after the one before. */
  readonly gaps: number[] = [];
  /** What clocks showed before they were set right. */
  jumpedFrom = new Set<string>();
  handOver = 0;
  seatChange = 0;
  /** Where the time went back by a second or more. */
  readonly wentBack: number[] = [];
  readonly excused: Excused[] = [];
  readonly breaches: Breach[] = [];
  /** The own attestations of exchange keys' certificates, by request. */
  readonly attestations = new Map<string, Attestation | null>();
  readonly #certificates = new Map<string, OwnPem | null>();
  readonly #last = new Map<string, Typed>();
  #path: readonly Step[] | null = null;

  constructor(opening: Typed<"opened">, script: Script) {
    const { data, station } = opening;
    this.script = script;
    this.opening = opening;
    this.earlier = data.earlier[0] ?? null;
    this.version = versionIn(opening);
    this.people = data.participants;
    this.station = station === "connected" ? "connected" : "offline";
    const officers = this.allSeats.map(officerOf);
    for (const { object, seal, place, custodian } of this.earlier?.objects ?? []) {
      this.old.set(object, seal);
      // Of an officer who leaves for good there is no seat any more.
      if (areObjectsOf(officers, [{ object }]))
        this.custody.set(object, { object, seal, place, custodian, entry: 0 });
    }
    for (const { officer, trouble } of this.earlier?.officers ?? [])
      this.troubles.set(officer, trouble);
  }

  /** The last entry of a type before the current one. */
  last<Of extends Type>(type: Of): Typed<Of> | undefined {
    return this.#last.get(type) as Typed<Of> | undefined;
  }

  note(entry: Typed): void {
    this.#last.set(entry.type, entry);
  }

  /** The last of these types, else the first entry. */
  latest(...types: readonly Type[]): number {
    return Math.max(0, ...types.map((type) => this.last(type)?.seq ?? 0));
  }

  /** The last entry of a type in the run of the step in progress. */
  inRun<Of extends Type>(type: Of): Typed<Of> | undefined {
    const last = this.last(type);
    return last !== undefined && last.seq > (this.begun?.entry.seq ?? 0) ? last : undefined;
  }

  /** Breaks a rule unless this holds. */
  must(code: RuleCode, holds: boolean, { seq }: Pick<Entry, "seq">, against = 0): void {
    if (!holds && since(code) <= this.version) this.breaches.push({ code, entry: seq, against });
  }

  /** Breaks a rule unless an exception in this step names it. */
  excuse(code: RuleCode, named: string, entry: Pick<Entry, "seq">, against: number): void {
    const exception = this.exceptions.find(({ data: { expected } }) => expected.includes(named));
    this.must(code, exception !== undefined, entry, against);
    if (exception !== undefined && since(code) <= this.version)
      this.excused.push({ code, entry: entry.seq, by: exception.seq });
  }

  get isRehearsal(): boolean {
    return this.opening.data.mode === "REHEARSAL";
  }

  get isOver(): boolean {
    return this.aborted !== null || this.abortDecided !== null;
  }

  get path(): readonly Step[] {
    this.#path ??= pathOf(this.script, {
      seats: this.seats,
      renewed: this.opening.data.renewed ?? [],
      before: this.earlier?.officers.length ?? 0,
      chosen: this.chosen,
      ...(this.areFree ? { done: [...this.done] } : {}),
    });
    return this.#path;
  }

  /** Whether officers may come late, and leave while enough stay. */
  get areFree(): boolean {
    return mayComeAndGo(this.script, this.version);
  }

  /** The way changes: another person has come, or a choice was made. */
  turn(): void {
    this.#path = null;
  }

  /** The current step. */
  get now(): Step | null {
    return this.isOver ? null : (this.path[this.done.length] ?? null);
  }

  /** The officer of the current step; "" if it is no officer's. */
  get officer(): string {
    const seat = this.now?.seat;
    return seat === undefined ? "" : officerOf(seat);
  }

  /** Whether the steps that are done begin the way. */
  get isOnPath(): boolean {
    return this.done.every((id, i) => this.path[i]?.id === id);
  }

  get roles(): readonly string[] {
    return this.people.map(({ role }) => role);
  }

  /** The seats present, ascending. */
  get seats(): readonly number[] {
    return this.allSeats.filter((seat) => this.roles.includes(officerOf(seat)));
  }

  get allSeats(): readonly number[] {
    return Array.from({ length: this.script.officers }, (_, i) => i + 1);
  }

  /** Whether these are all groups of as many seats as the quorum, each once, in any order. */
  isEverySubset(
    subsets: readonly (readonly number[])[],
    { officers, quorum }: Counts = this.script,
  ): boolean {
    const named = subsets.map((subset) => subset.toSorted((a, b) => a - b).join());
    const seats = Array.from({ length: officers }, (_, i) => i + 1);
    const wanted = subsetsOf(seats, quorum).map((subset) => subset.join());
    return named.length === wanted.length && wanted.every((subset) => named.includes(subset));
  }

  /** At least two people, all different, all present. */
  areTwo = (decidedBy: readonly string[], among = this.roles): boolean =>
    decidedBy.length >= 2
    && new Set(decidedBy).size === decidedBy.length
    && decidedBy.every((role) => among.includes(role));

  isRenewed = (seat: number): boolean => this.opening.data.renewed?.includes(seat) === true;

  /** Officers with their keys, from the earlier record, or found. */
  get known(): readonly KeptKey[] {
    return this.earlier?.officers ?? this.last("domain-found")?.data.officers ?? [];
  }

  keptKey(seat: number): KeptKey | null {
    if (this.isRenewed(seat)) return null;
    return this.known.find(({ officer }) => officer === officerOf(seat)) ?? null;
  }

  thumbprint = (seat: number): string | undefined =>
    this.made.get(officerOf(seat))?.data.thumbprint ?? this.keptKey(seat)?.thumbprint;

  /** The known thumbprints of all seats' keys, in order. */
  get thumbprints(): readonly string[] {
    return this.allSeats.flatMap((seat) => this.thumbprint(seat) ?? []);
  }

  /** The domain that is in force; `size` if this record knows it. */
  get domain(): {
    readonly sha256: string;
    readonly name: string;
    readonly size: number | null;
    readonly entry: number;
  } {
    const own =
      this.last("domain-written")
      ?? (this.earlier === null ? this.last("domain-found") : undefined);
    if (own !== undefined) {
      const { sha256, size, files } = own.data;
      return { sha256, size, name: files[0]?.name ?? "", entry: own.seq };
    }
    const { domainSha256: sha256 = "", domainFile: name = "" } = this.earlier ?? {};
    return { sha256, name, size: null, entry: 0 };
  }

  /** Who signs the end: those present with a signing key for which a record vouches. */
  get signingSeats(): readonly number[] {
    return this.seats.filter(
      (seat) =>
        this.made.has(officerOf(seat)) || (this.keptKey(seat)?.signingThumbprint ?? "") !== "",
    );
  }

  /** Who signs an act: of these, those whose key was not only found. */
  get actSeats(): readonly number[] {
    const isFound = this.last("domain-found") !== undefined;
    return this.signingSeats.filter((seat) => !isFound || this.made.has(officerOf(seat)));
  }

  /** An officer's certificate; null if it does not count. Each text is read once. */
  certificate(pem: string): OwnPem | null {
    const known = this.#certificates.get(pem);
    if (known !== undefined) return known;
    const read = ownCertificateIn(pem);
    this.#certificates.set(pem, read);
    return read;
  }
}

/** Every group of so many, in order. */
function subsetsOf(seats: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return seats.flatMap((seat, i) =>
    subsetsOf(seats.slice(i + 1), size - 1).map((rest) => [seat, ...rest]),
  );
}
