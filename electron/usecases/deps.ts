// What every use case is given: the station's record, media, vaults, HSM, clock. Nothing is global.
import type { Script, Station } from "../../ceremony-scripts/index.ts";
import type { Mode } from "../ceremony/ceremony.ts";
import type { Hsm } from "../hsm/hsm.ts";
import type { Journal } from "../journal/journal.ts";
import type { NetworkReading } from "../network/network.ts";
import type { Vaults } from "../vault/vault.ts";

/** Why a passphrase is asked for: a new one is typed twice. */
export type PassphrasePurpose = "new" | "open";

/** Brings an officer to type; what is typed goes to the vault's door and to nobody else. */
export interface PassphraseInvitation {
  readonly seat: number;
  readonly purpose: PassphrasePurpose;
  readonly door: string;
}

/** This station's copy of the record; `open` is null before it opens or takes over, and after. */
export interface StationRecord {
  readonly folder: string;
  open: Journal | null;
}

/** One station's side of a ceremony. */
export interface Deps {
  readonly station: Station;
  readonly script: Script;
  readonly mode: Mode;
  readonly record: StationRecord;
  /** The folder under which media appear. */
  readonly mediaRoot: string;
  readonly vaults: Vaults;
  readonly invite: (invitation: PassphraseInvitation) => Promise<void>;
  readonly hsm: () => Promise<Hsm>;
  readonly network: () => NetworkReading;
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  readonly sleep: (seconds: number) => Promise<void>;
  readonly software: {
    readonly version: string;
    readonly commit: string;
    readonly runtime: string;
  };
  /** Tells of progress while a step lasts. Never a secret. */
  readonly tell: (text: string) => void;
  /** Seconds between two questions about a long operation of the HSM. */
  readonly pollSeconds: number;
}

/** The names of the media that are shared by all, and of an officer's own two. */
export const MEDIA = {
  transfer: "transfer",
  domainCopy: "domain-copy",
  own: (seat: number) => `officer-${String(seat)}`,
  backup: (seat: number) => `officer-${String(seat)}-backup`,
} as const;

/** File names as az wants them (`cert_N.key` with `cert_N.cer`), and as we add to them. */
export const FILES = {
  key: (seat: number) => `cert_${String(seat - 1)}.key`,
  certificate: (seat: number) => `cert_${String(seat - 1)}.cer`,
  signingKey: (seat: number) => `sign_${String(seat - 1)}.key`,
  signingCertificate: (seat: number) => `sign_${String(seat - 1)}.cer`,
  domain: (hsm: string) => `${hsm}-SD.json`,
  answer: (hsm: string) => `${hsm}-SD.received`,
  exchangeKey: (hsm: string) => `${hsm}-exchange.pem`,
  exchangeAnswer: (hsm: string) => `${hsm}-exchange.received`,
  blob: (hsm: string) => `${hsm}-restore-blob.json`,
  record: "record.jsonl",
} as const;
