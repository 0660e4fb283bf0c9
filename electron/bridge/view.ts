// What the window shows, as one plain value: sent whole and replaced whole at every change.
import type { CheckingView } from "./checking-view.ts";
import type {
  Anchoring,
  CeremonyView,
  CustodyAnswers,
  HandOff,
  NetworkSummary,
  ObjectStanding,
  PointView,
  Resumption,
  UnkeptRule,
} from "../ceremony/ceremony.ts";
import type { CeremonyName, Counts, Planned, Step } from "../../ceremony-scripts/index.ts";
import type { Refusal } from "../text/refusal.ts";
import type { Sentence, Value } from "../text/sentence.ts";
import type { Language } from "../text/text.ts";
import type { CrewView } from "./crew-view.ts";
import type { PhotographsView } from "./photograph-views.ts";
import type { BackupSheetView, BackupWantedView, StorageView } from "./backup-views.ts";
import type { AftercheckView, SignInView, SiteView } from "./site-views.ts";
import type { SaidView } from "./said-view.ts";
import type { TrialChoice, TrialScoreView } from "./trial-views.ts";

export type { SaidView } from "./said-view.ts";
export { CEREMONIES, type CeremonyName } from "../../ceremony-scripts/index.ts";
export type { SignInView, SiteView } from "./site-views.ts";

export type Role = "administrator" | "witness" | `officer-${number}`;

/** Something refused, or failed: `code` is `E-...`; one sentence; what to do next. */
export interface RefusalView extends Refusal {
  readonly code: string;
  /** What someone else said about it: shown separately, as theirs. */
  readonly said?: SaidView;
  /** The officer who must act next, or null for the administrator. */
  readonly seat: number | null;
  /** Two people may decide to continue despite it. */
  readonly canBeAccepted: boolean;
}

/** A medium that a step needs: by its label, whether it is inserted, and the known one. */
export interface MediumView {
  readonly label: string;
  readonly state: "in" | "missing" | "wrong";
}

/** A part of a step, as it is done: `id` names a sentence. */
export interface TaskView {
  readonly id: string;
  readonly seat: number | null;
  readonly state: "done" | "running" | "ahead";
  readonly seconds: number | null;
}

/** The words being heard: the lines accepted so far, and the words to pick the next line from. */
export interface HearingView {
  /** Whose words: a certificate's, the domain's, the exchange key's, or the live image's. */
  readonly of: "certificate" | "domain" | "exchange-key" | "image";
  /** `copy`: all words are shown, to be written on paper. `pick`: they are no longer here. */
  readonly phase: "copy" | "pick";
  /** In `copy`: eight lines of four words. In `pick`: the lines heard right so far. */
  readonly lines: readonly (readonly string[])[];
  /** In `pick`: twelve words in no order, four of them the next line's; else empty. */
  readonly choices: readonly string[];
  /** Whether the words can be shown again: they were written from this screen. */
  readonly canShow: boolean;
  /** How often the next line was wrong. */
  readonly misses: number;
  /** All 32 words were heard; a decision or a last button may still be open. */
  readonly heard: boolean;
  /** When the exchange key is compared: whether a genuine Managed HSM made it. */
  readonly attestation: AttestationView | null;
}

/** An attestation as shown: each check by its name. A refused one stops the step. */
export interface AttestationView {
  readonly verdict: "attested" | "not-attested" | "refused";
  readonly checks: readonly { readonly check: CheckName; readonly ok: boolean }[];
  /** What the quote says about its hardware, which identifies Intel's files; null without. */
  readonly hardware: { readonly fmspc: string; readonly pceId: string } | null;
  /** Intel's files that were brought. */
  readonly collateral: readonly CollateralView[];
  /** The files that were not brought, by Intel's names. */
  readonly missing: readonly string[];
}

/** A file of Intel's: days as YYYY-MM-DD, and its age today in days. */
export interface CollateralView {
  readonly file: string;
  readonly issued: string;
  readonly next: string;
  readonly days: number;
  /** False before it was issued, and after Intel should have issued the next. */
  readonly current: boolean;
}

/** The checks of an exchange key's attestation, in order; the last five by Intel's files. */
export type CheckName =
  | "self-signature"
  | "certificate"
  | "quote-form"
  | "quote-signature"
  | "qe-report-signature"
  | "qe-report-data"
  | "qe-identity"
  | "qe-isv-svn"
  | "pck-chain"
  | "pck-root"
  | "report-data"
  | "debug"
  | "signer"
  | "isv-prod-id"
  | "isv-svn"
  | "root-crl"
  | "pck-crl"
  | "tcb-level"
  | "qe-match"
  | "qe-level";

/** A long operation of the HSM that is polled. Seconds count from its beginning. */
export interface WaitingView {
  readonly what: "activation" | "domain-restore" | "backup" | "restore-wait" | "restore" | "role";
  readonly since: string;
  readonly asked: number;
  /** The HSM's last known state: `unknown` is shown as unknown. */
  readonly lastState: "running" | "succeeded" | "failed" | "unknown" | null;
  readonly lastAt: string | null;
  /** The HSM's own words; may be empty. */
  readonly said: string;
  /** Why there are none, or what is awaited; may be empty. */
  readonly sentence: Value;
  /** Its earliest end; null if unknown. */
  readonly until: string | null;
  readonly everySeconds: number;
}

/** Who has not answered, and for how many seconds when last checked. */
export interface SilentView {
  readonly who: "officer-vault" | "quorum-vault" | "hsm";
  readonly seconds: number;
}

/** What happens inside the current step. */
export type ActivityView =
  | { readonly kind: "idle" }
  /** The curtain: this officer is called to the seat. */
  | { readonly kind: "calling"; readonly seat: number; readonly purpose: "new" | "open" }
  /** The passphrase window is open for this officer. */
  | { readonly kind: "typing"; readonly seat: number; readonly purpose: "new" | "open" }
  | {
      readonly kind: "working";
      readonly since: string;
      readonly tasks: readonly TaskView[];
      readonly waiting: WaitingView | null;
      /** Present while a person who was asked does not answer. */
      readonly silent?: SilentView;
    }
  | ({ readonly kind: "hearing" } & HearingView);

/** Shares opened and pairs proven in the current step; empty outside it. */
export interface QuorumView {
  readonly opened: readonly number[];
  readonly proven: readonly { readonly seats: readonly number[]; readonly at: string }[];
}

/** A ceremony on this computer. */
export interface KnownCeremony {
  readonly number: number;
  readonly name: CeremonyName;
  readonly hsm: string;
  /**
   * "aborted": people ended it, and its record is closed. "away": at the connected station in
   * earnest, its record was handed back. "parked": an unfinished rehearsal that blocks nothing.
   */
  readonly progress: "unfinished" | "parked" | "closed" | "aborted" | "away";
  /** Steps done, and all steps. */
  readonly done: number;
  readonly steps: number;
  /** When it was opened, and when it was closed (or null). */
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** A rehearsal whose media are real sticks; omitted if they are folders of this computer. */
  readonly onDrives?: boolean;
}

/** A record here that cannot be read: nothing can begin until it is set aside. */
export interface DamagedView {
  /** Null for a ceremony unknown to this app. */
  readonly name: CeremonyName | null;
  /** Absolute. */
  readonly folder: string;
  /** Why: mostly `E-LOG-...`. */
  readonly code: string;
}

/** A rehearsal that people discarded: kept complete, and restored by one press. */
export interface DiscardedView {
  /** Null for a ceremony unknown to this app. */
  readonly name: CeremonyName | null;
  /** Empty if its record cannot be read. */
  readonly hsm: string;
  /** Steps done, and all steps. */
  readonly done: number;
  readonly steps: number;
  /** Absolute. */
  readonly folder: string;
  /** When it was discarded, and until when it is kept at least: "2026-12-31", in UTC. */
  readonly day: string;
  readonly until: string;
  /** That day is over by this computer's clock: people may remove it for good. */
  readonly isOver: boolean;
  /** False once another ceremony was opened with its media, or wrote to its sticks. */
  readonly mayUndo: boolean;
  /** Its media are real sticks: their contents are neither kept nor restored, nor wiped. */
  readonly onDrives: boolean;
}

/** What is known of custody by the last closed record; "recoverable" is never shown alone. */
export interface CustodyKnown extends CustodyAnswers {
  readonly hsm: string;
  readonly subsets: readonly (readonly number[])[];
  /** When every subset opened the domain; null for never. */
  readonly provenAt: string | null;
  /** When custody was last attested. */
  readonly attestedAt: string | null;
  /** A restore that found every key again, and the newest full backup; null for never. */
  readonly lastDrill: string | null;
  readonly lastBackup: string | null;
  readonly objects: readonly ObjectStanding[];
  readonly handOffs: readonly HandOff[];
  /** How certain it is that this record is the one that people closed, and what it lacks. */
  readonly anchoring: Anchoring;
  /** How many officers closed this record, of how many, where more were due; else null. */
  readonly closedShort: ClosedShort | null;
}

/** Officers who closed a record, and how many had to. */
export interface ClosedShort {
  readonly signed: number;
  readonly of: number;
  readonly due: number;
}

/** The first step of a script. */
export interface OpeningView {
  readonly title: Sentence;
  readonly say: readonly Value[];
  readonly station: "offline" | "connected";
  readonly minutes: number;
}

/** The current step: what is read aloud, sentence by sentence, and what people may choose. */
export interface StepView extends Omit<Step, "act" | "say" | "action"> {
  readonly act: Value;
  readonly say: readonly Value[];
  readonly action: Omit<Step["action"], "choices">;
  readonly choices: readonly { readonly when: Value; readonly goTo: string }[];
}

/** What Home shows. */
export interface HomeView {
  /** At the connected station in earnest: what came, or null. */
  readonly arrival: ArrivalView | null;
  readonly ceremonies: readonly KnownCeremony[];
  readonly damaged: readonly DamagedView[];
  /** Of rehearsals alone; oldest media first. */
  readonly discarded: readonly DiscardedView[];
  readonly custody: CustodyKnown | null;
  /** Which ceremonies may begin; if not, what is missing. */
  readonly may: Readonly<Record<CeremonyName, boolean>>;
  /** Seats of the officers whose parts of an attestation wait to be put together. */
  readonly partsWaiting: readonly number[];
  /** The people of the last ceremony here, or those of a rehearsal: proposed when one opens. */
  readonly proposedPeople: readonly { readonly role: Role; readonly name: string }[];
  readonly proposedHsm: string;
  /** How many officers a first ceremony has unless people choose others, and its quorum. */
  readonly proposedCounts: Counts;
  /**
   * Whether custody here is an example by the simulated crew; "may-be-made": there is none, and
   * ceremonies that need one can be tried on an example.
   */
  readonly example: "no" | "is" | "may-be-made";
  /** The trials that a trainer may choose for each ceremony. */
  readonly trials: Readonly<Record<CeremonyName, readonly TrialChoice[]>>;
  /** How each ceremony begins, before it has a record: its first step. */
  readonly opening: Readonly<Record<CeremonyName, OpeningView>>;
  /** How long each ceremony is planned to take. */
  readonly minutes: Readonly<Record<CeremonyName, number>>;
}

/** A removable drive, as the system reports it now. Sizes in bytes. */
export interface DriveView {
  /** Identifies this volume. */
  readonly volume: string;
  /** What a person named it; may be empty. */
  readonly name: string;
  readonly fileSystem: string;
  readonly bytes: number;
  readonly freeBytes: number | null;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  /** The medium that it is, or null; "twice" and "damaged" are never used. */
  readonly medium: { readonly label: string; readonly mode: string } | null;
  readonly state: "ready" | "read-only" | "twice" | "blank" | "damaged" | "closed";
}

/** The removable drives while they are watched; "unknown" if the system does not report them. */
export interface DrivesView {
  readonly state: "known" | "unknown";
  readonly drives: readonly DriveView[];
  /** The media of as many officers, in the order of their preparation. */
  readonly labels: readonly MediaLabel[];
  /** Labels that no inserted drive has yet. */
  readonly free: readonly MediaLabel[];
  /** The last changes: the names of inserted and removed drives. */
  readonly inserted: readonly string[];
  readonly removed: readonly string[];
}

/** Where a rehearsal's media are: folders on this computer, or real removable drives. */
export type MediaPlace = "folders" | "drives";

type Seat = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
const SEATS: readonly Seat[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Labels a drive may be prepared under. */
export const MEDIA_LABELS: readonly MediaLabel[] = [
  ...SEATS.flatMap((seat) => [`officer-${seat}`, `officer-${seat}-backup`] as const),
  "transfer",
  "domain-copy",
];
export type MediaLabel = `officer-${Seat}` | `officer-${Seat}-backup` | "transfer" | "domain-copy";

/** A private key or a share on a medium, until people have decided how to continue. */
export interface IncidentView {
  readonly medium: string;
  readonly files: readonly string[];
  readonly foundAt: string;
  /** It is in the record; else it waits on this computer's disk until that is possible. */
  readonly isRecorded: boolean;
}

/** The whole window. Times are RFC 3339, UTC. */
export interface WindowView {
  /** Grows with every view that is sent. */
  readonly revision: number;
  /** How long a performed step is shown before it can be confirmed, in ms. */
  readonly confirmMs: number;
  /** The language of all texts. */
  readonly language: Language;
  readonly mode: "REHEARSAL" | "PRODUCTION";
  readonly stationRole: StationRoleView;
  readonly network: NetworkSummary;
  /** Where this program's memory could be written to a disk: by a crash, and to these swaps. */
  readonly traces: { readonly cores: boolean; readonly swaps: readonly string[] };
  readonly home: HomeView;
  /** The ceremony that is open in the window, or null at Home. */
  readonly ceremony: (Omit<CeremonyView, "step"> & { readonly step: StepView | null }) | null;
  /** Which ceremony is open, even before its first entry. */
  readonly open: CeremonyName | null;
  /** How many officers come to it, at least and at most; null if none is open. */
  readonly coming: { readonly least: number; readonly most: number } | null;
  /** It has no record yet, and continues no custody or renews it: people choose its numbers of officers. */
  readonly mayCount: boolean;
  /** While they may: those in the file of the security domain that is on a medium, by its label. */
  readonly countsFound:
    | (Readonly<Record<"officers" | "quorum", number>> & Readonly<Record<"label" | "name", string>>)
    | null;
  /** They may take them from a plan: no domain was found that has its own. */
  readonly mayPlan: boolean;
  /** While they may: what the plan says that a person chose. */
  readonly countsPlanned: Planned | null;
  /** What two people must accept of these numbers before it is opened. */
  readonly countsWanted: readonly UnkeptRule[];
  /** Size of the officers' keys in this ceremony, in bits. */
  readonly bits: 2048 | 3072 | 4096;
  readonly mediaPlace: MediaPlace;
  readonly media: readonly MediumView[];
  /** Null while nobody watches them. */
  readonly drives: DrivesView | null;
  readonly activity: ActivityView;
  readonly quorum: QuorumView;
  readonly refusal: RefusalView | null;
  /** A trainer has set trials in this ceremony; the score once the record is closed. */
  readonly trial: { readonly score: TrialScoreView | null } | null;
  /** How many ceremonies of an example custody are made, of how many; else null. */
  readonly making: { readonly done: number; readonly of: number } | null;
  /** The current reading of what others wrote; null if none. */
  readonly checking: CheckingView | null;
  /** The simulated crew; null if no rehearsal is open. */
  readonly crew: CrewView | null;
  /** After an interruption, until the witness has confirmed it: what is certain. */
  readonly resumption: Resumption | null;
  /** Null if this station has the record, or can take it over now. */
  readonly away: AwayView | null;
  /** The HSM of a site file: of the open ceremony, else the one chosen for the next; or null. */
  readonly site: SiteView | null;
  readonly signIn: SignInView;
  /** The last findings before the activation, and after it; null before it was asked. */
  readonly preflight: readonly PointView[] | null;
  readonly aftercheck: AftercheckView | null;
  readonly incident: IncidentView | null;
  /** How many exceptions wait until the travelling record can be written. */
  readonly waiting: number;
  /** Photographs of seals; null before the number of a bag was read in this ceremony. */
  readonly photographs: PhotographsView | null;
  /** In `know-backup`: what a rehearsal knows of its own HSM, else what people must say. */
  readonly backup: BackupSheetView | null;
  readonly backupWanted: BackupWantedView | null;
  /** If the HSM's storage is needed. */
  readonly storage: StorageView | null;
  /** If seals are compared: the objects, as they were left; never the numbers of their seals. */
  readonly sealsWanted: readonly {
    readonly object: string;
    readonly place: string;
    readonly custodian: string;
  }[];
  /** In `hand-off`: the objects that are present, and with whom and where they were last seen. */
  readonly handOffWanted: WindowView["sealsWanted"];
  /** In `take-part`: whether the part is on this computer, and how it was closed. */
  readonly partHere: PartHere;
  /** In `record-custody`: the objects that must be named, and a proposed custodian for each. */
  readonly custodyWanted: readonly { readonly object: string; readonly custodian: string }[];
}

/** Whether an officer's part is on this computer, and how it was closed. */
export type PartHere = "no" | "signed" | "on-paper";

/** Evidence that was written for people to take away. */
export interface SavedView {
  /** The new folder's name. */
  readonly folder: string;
}

/** A paper that was printed, or saved as a PDF. */
export interface PrintedView {
  readonly pages: number;
  /** The name under which it was saved; null if it went to the printer. */
  readonly file: string | null;
}

/** What this computer is for: rehearsals of both stations, or one station in earnest. */
export type StationRoleName = "rehearsal" | "offline" | "connected";

/** Why a program is only for rehearsals. */
export type RehearsalOnly =
  | "not-packaged"
  | "runtime-strange"
  | "files-changed"
  | "unsigned"
  | "other-copy"
  | "no-place";

export interface StationRoleView {
  readonly role: StationRoleName;
  /** Null if the program may be used in earnest. */
  readonly rehearsalOnly: RehearsalOnly | null;
  /** Files of the package that are not as released: "changed PATH", "missing PATH", "added PATH". */
  readonly differences: readonly string[];
  /** Of a signed package: ten words of its release key, and ten of its own list of files. */
  readonly release: { readonly key: readonly string[]; readonly package: readonly string[] } | null;
  /** All 32 words of the live image that this computer was started from; null if none. */
  readonly image: readonly string[] | null;
  /** The station at which ceremonies were held here in earnest: this computer stays it. */
  readonly kept: "offline" | "connected" | null;
}

/** What the transfer medium brings to the connected station. */
export interface ArrivalView {
  readonly ceremony: CeremonyName;
  readonly hsm: string;
  /** RFC 3339, UTC. */
  readonly openedAt: string;
  /**
   * Its script: of this version of the app, or stored here (`known`); one that came with it
   * (`brought`); or none that can be used (`missing`).
   */
  readonly script: "known" | "brought" | "missing";
}

/** The open ceremony's record is at the other station, or on its way. */
export interface AwayView {
  readonly at: "offline" | "connected";
  /**
   * Why it is not taken over. "without": the medium has no record, or an older one, and can get
   * this station's copy again. "other": it is another ceremony's, or a rehearsal's. "damaged": its
   * record does not verify. "forked": it contradicts this station's copy, which is an incident.
   * "as-it-left": nobody has continued it.
   */
  readonly medium: "missing" | "without" | "other" | "damaged" | "forked" | "as-it-left";
}
