// What every use case depends on: the station's record, media, vaults, HSM, clock. No globals.
import type { Script, Station, Task } from "../../ceremony-scripts/index.ts";
import type { Mode, Software } from "../ceremony/ceremony.ts";
import type { AskedHsm, Progress } from "../hsm/hsm.ts";
import type { Journal } from "../journal/journal.ts";
import type { ScriptsElsewhere } from "../meaning/reliance.ts";
import type { Medium, MediaSource, Searched, SearchHints } from "../media/media.ts";
import type { NetworkReading, Traces } from "../network/network.ts";
import type { Value } from "../text/sentence.ts";
import type { Vaults } from "../vault/vault.ts";

/** Why a passphrase is asked for: a new one is typed twice. */
export type PassphrasePurpose = "new" | "open";

/**
 * Calls an officer to the seat, with their medium; nobody types before they report that they are there.
 */
export interface OfficerCall {
  readonly seat: number;
  readonly purpose: PassphrasePurpose;
}

/** Invites an officer to type; the passphrase goes only to the vault's socket. */
export interface PassphraseInvitation extends OfficerCall {
  readonly socket: string;
  /** The previous passphrase was wrong. */
  readonly again: boolean;
  /** How often it may be typed, including this time, before the step is refused. */
  readonly tries: number;
}

/** A long operation of the HSM that is polled until it ends. */
export type LongWork =
  | "activation"
  | "domain-restore"
  | "backup"
  | "restore-wait"
  | "restore"
  | "role";

/** Who may be silent when an answer is expected. */
export type Silent = "officer-vault" | "quorum-vault" | "hsm";

/** Notices during a step. Never a secret. */
export type Notice =
  | { readonly kind: "task"; readonly task: Task; readonly seat?: number }
  | { readonly kind: "share-opened"; readonly seat: number }
  | { readonly kind: "subset-proven"; readonly seats: readonly number[] }
  | {
      readonly kind: "asked";
      readonly what: LongWork;
      readonly state: Progress["state"];
      /** The HSM's own words; may be empty. */
      readonly details: string;
      /** Why there are none, or what is awaited; may be empty. */
      readonly note: Value;
      readonly seconds: number;
      /** Its earliest end: RFC 3339, UTC. */
      readonly until?: string;
    }
  | { readonly kind: "warned"; readonly code: string; readonly message: string }
  /** It has been silent for so many seconds; with 0 it answers again. */
  | { readonly kind: "silent"; readonly who: Silent; readonly seconds: number };

/** This station's copy of the record; `open` is null before it opens or takes over, and after. */
export interface StationRecord {
  readonly folder: string;
  open: Journal | null;
  /** What two people decided before this station has a record for it. */
  despite?: readonly Overruled[];
  /** The head of the record that was refused last, because too few officers closed it. */
  refused?: string;
}

/** Two or more people continue despite a refusal. */
export interface Overruled {
  /** The code of the refusal. */
  readonly code: string;
  /** The roles of the people who decided it. */
  readonly decidedBy: readonly string[];
  /** The head of the record that it is about, if it is about one. */
  readonly record?: string;
}

/** One station's side of a ceremony. */
export interface Deps {
  readonly station: Station;
  readonly script: Script;
  /** Scripts of ceremonies on this computer, for records that name one which the app lacks. */
  readonly scripts?: ScriptsElsewhere;
  readonly mode: Mode;
  readonly record: StationRecord;
  /** Where media are searched: folders, or removable drives; production has only drives. */
  readonly media: MediaSource;
  /** Searches a medium for private keys and shares; by default in this process. */
  readonly search?: (medium: Medium, hints: SearchHints) => Promise<Searched>;
  readonly vaults: Vaults;
  /** Resolves when the officer is there with their medium. @throws Fault if they are not ready */
  readonly call: (call: OfficerCall) => Promise<void>;
  /** An officer's turn has ended, well or not: the next one may be called. */
  readonly leave: (seat: number) => void;
  /** This officer's turn has already refused the step: nobody else is called. */
  readonly dismiss: (seat: number) => void;
  readonly invite: (invitation: PassphraseInvitation) => Promise<void>;
  readonly hsm: () => Promise<AskedHsm>;
  readonly network: () => NetworkReading;
  /** Where this process's memory could be written to a disk. */
  readonly traces: () => Traces;
  /** SHA-256 (hex) of the root key of valid quotes: Intel's, or the rehearsal's own. */
  readonly sgxRoot: () => string;
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  readonly sleep: (seconds: number) => Promise<void>;
  readonly software: Software;
  /** How many wrong passphrases a turn allows before the step is refused. */
  readonly patience: number;
  /** Roles that the simulated crew of a rehearsal has now; omitted if there is none. */
  readonly simulated?: () => readonly string[];
  readonly notice: (notice: Notice) => void;
  /** Seconds for which a step's result stays on the screen before it ends. */
  readonly seeSeconds: number;
  /** Seconds between two questions about a long operation of the HSM. */
  readonly pollSeconds: number;
  /** How long a rehearsal waits before a restore; production waits as Azure requires. */
  readonly restoreWaitSeconds: number;
}

/** The names of the shared media, and of an officer's own two. */
export const MEDIA = {
  transfer: "transfer",
  domainCopy: "domain-copy",
  own: (seat: number) => `officer-${String(seat)}`,
  backup: (seat: number) => `officer-${String(seat)}-backup`,
} as const;

/** File names as az wants them (a key's name is its certificate's), and our additions. */
export const FILES = {
  keyNamed: (name: string) => `${name}.key`,
  certificateNamed: (name: string) => `${name}.cer`,
  domain: (name: string) => `${name}.json`,
  answer: (name: string) => `${name}.received`,
  exchangeKey: (hsm: string) => `${hsm}-exchange.pem`,
  exchangeAnswer: (hsm: string) => `${hsm}-exchange.received`,
  blob: (hsm: string) => `${hsm}-restore-blob.json`,
  record: "record.jsonl",
  script: (name: string, sha256: string) => `${name}-${sha256.slice(0, 8)}.yaml`,
} as const;
