// What can happen in a ceremony: each type of entry in the record, with what its data holds.
import type { Actor, ReadAloud, Station } from "../../ceremony-scripts/index.ts";
import type { DifferenceEvents, LastCeremony, Software } from "./differences.ts";
import type { HandOffEvents } from "./hand-off-events.ts";
import type { RecoveryEvents, StorageWay } from "./recovery-events.ts";
import type { RenewalEvents } from "./renewal-events.ts";
import type { RunningEvents } from "./running-events.ts";
import type { SignerEvents, SignerNamed } from "./signer-events.ts";
import type { Standing, Trouble } from "./standing.ts";
import type { StationEvents } from "./station-events.ts";

export type Mode = "REHEARSAL" | "PRODUCTION";

/** Whether a genuine Managed HSM made an exchange key. One that is refused is never recorded so. */
export type AttestationVerdict = "attested" | "not-attested";

/** Somebody in the room. Officers have a seat, 1 to N. */
export interface Participant {
  readonly role: Actor;
  readonly name: string;
}

/** A file as it was written and read back: on which medium, its size in bytes, SHA-256 in hex. */
export interface FileOnMedium {
  readonly medium: string;
  readonly label: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** An object taken into custody. */
export interface CustodyObject {
  readonly object: string;
  readonly seal: string;
  readonly place: string;
  readonly custodian: string;
}

/** A key of the HSM: SHA-256 (hex) of its public half. */
export interface ExpectedKey {
  readonly name: string;
  readonly version: string;
  readonly publicSha256: string;
}

/** What the earlier ceremony left standing, and the head of its record. */
export type Earlier = Omit<Standing, "last"> & {
  readonly head: string;
  /** Early records lack it. */
  readonly last?: LastCeremony;
};

/** A bag or envelope as it was found: its number beside the one of the last record. */
export interface SealFound {
  readonly object: string;
  readonly expected: string;
  readonly found: string;
  readonly condition: "intact" | "broken" | "missing";
  readonly place: string;
  readonly custodian: string;
}

/** The station's interfaces, in short. `wasOnline` is null where the system cannot tell. */
export interface NetworkSummary {
  readonly up: readonly string[];
  readonly wasOnline: "yes" | "no" | "unknown";
}

/** Data by entry type. Entries of type `signed` have the form of the record's own FORMAT.md. */
export interface EventData extends
  RunningEvents, RenewalEvents, RecoveryEvents, SignerEvents, HandOffEvents, DifferenceEvents,
  StationEvents {
  opened: {
    readonly ceremony: string;
    readonly mode: Mode;
    readonly script: string;
    readonly scriptSha256: string;
    readonly hsm: string;
    readonly officers: number;
    readonly required: number;
    readonly participants: readonly Participant[];
    /** Seats of the officers whose keys are made anew; left out where there are none. */
    readonly renewed?: readonly number[];
    readonly clock: string;
    readonly network: NetworkSummary;
    readonly software: Software;
    readonly earlier: readonly Earlier[];
    /** A step is confirmed apart from being performed; in early records both were one entry. */
    readonly confirmation?: "apart";
  };
  /** A use case refused; `code` is its fault's. */
  refused: { readonly step: string; readonly code: string };
  /** What the witness saw before a secret is typed. */
  "room-witnessed": {
    readonly step: string; readonly projector: boolean; readonly camera: boolean;
  };
  /** An officer took the seat, alone at the screen. */
  "seat-taken": { readonly officer: string; readonly step: string };
  "step-began": { readonly step: string; readonly network?: NetworkSummary };
  /** One of several choices was taken: the id of the step that is gone to. */
  chosen: { readonly step: string; readonly goTo: string };
  "step-done": { readonly step: string; readonly confirmedBy: string };
  "key-making-began": {
    readonly officer: string;
    readonly media: readonly string[];
    readonly files: readonly string[];
  };
  "unrecorded-removed": { readonly officer: string; readonly files: readonly string[] };
  "key-made": {
    readonly officer: string;
    readonly bits: number;
    readonly certificate: string;
    readonly thumbprint: string;
    readonly signingCertificate: string;
    readonly signingThumbprint: string;
    readonly files: readonly FileOnMedium[];
  };
  "key-opened": { readonly officer: string; readonly media: readonly string[] };
  "passphrase-refused": { readonly officer: string; readonly step: string };
  "thumbprint-confirmed": {
    readonly officer: string; readonly station: Station; readonly thumbprint: string;
  };
  "certificates-exported": { readonly files: readonly FileOnMedium[] };
  "handed-over": { readonly step: string; readonly to: Station };
  "taken-over": { readonly step: string; readonly from: Station; readonly head: string };
  "activation-read": { readonly state: string };
  "download-began": { readonly required: number; readonly thumbprints: readonly string[] };
  "download-again-decided": { readonly reason: string; readonly decidedBy: readonly string[] };
  "answer-received": {
    readonly sha256: string;
    readonly size: number;
    readonly files: readonly FileOnMedium[];
  };
  "domain-written": {
    readonly sha256: string;
    readonly size: number;
    readonly files: readonly FileOnMedium[];
  };
  "download-ended": { readonly state: string };
  "read-aloud": { readonly what: ReadAloud; readonly sha256: string };
  "domain-matched": {
    readonly sha256: string;
    readonly required: number;
    readonly thumbprints: readonly string[];
  };
  "quorum-proven": {
    readonly domainSha256: string;
    readonly required: number;
    readonly entries: number;
    readonly subsets: readonly (readonly number[])[];
    /** SHA-256 of each entry's compact JWE that every subset opened; early records lack it. */
    readonly opened?: readonly { readonly tag: string; readonly sha256: string }[];
    readonly media: readonly FileOnMedium[];
  };
  /** The seals of one officer's objects, or ("") of what is shared, compared with the record. */
  "seals-checked": { readonly officer: string; readonly seals: readonly SealFound[] };
  "bags-opened": {
    readonly objects: readonly { readonly object: string; readonly seal: string }[];
  };
  /** An officer's key opened a challenge: SHA-256 (hex) of what it was. */
  "key-checked": {
    readonly officer: string;
    readonly medium: string;
    readonly thumbprint: string;
    readonly challengeSha256: string;
  };
  "domain-rehashed": {
    readonly sha256: string;
    readonly size: number;
    readonly files: readonly FileOnMedium[];
  };
  "trouble-reported": {
    readonly officer: string;
    readonly trouble: Exclude<Trouble, "">;
    readonly happened: string;
    readonly decidedBy: readonly string[];
  };
  /** A custodian's part, held elsewhere: its head, how it was closed, what it left standing. */
  "part-taken": {
    readonly officer: string;
    readonly head: string;
    readonly closed: "signed" | "on-paper";
    readonly closedAt: string;
    readonly standing: Pick<Standing, "officers" | "objects" | "handOffs">;
  };
  /** The newest full backup as its report says; `takenAt` is a day. */
  "backup-named": {
    readonly container: string; readonly folder: string; readonly takenAt: string;
  };
  "custody-attested": {
    readonly health: "whole" | "degraded" | "would-fail";
    readonly healthy: readonly string[];
    readonly troubled: readonly string[];
    readonly unseen: readonly string[];
  };
  "custody-recorded": { readonly objects: readonly CustodyObject[] };
  /** Two people decided to deviate from one of Microsoft's rules of custody, and why. */
  "deviation-accepted": {
    readonly rule: "quorum" | "sites";
    readonly reason: string;
    readonly decidedBy: readonly string[];
  };
  "exchange-key-fetched": {
    readonly thumbprint: string;
    /** The connected station's own; offline it is judged again. */
    readonly verdict: AttestationVerdict;
    readonly certificate: string;
    readonly files: readonly FileOnMedium[];
  };
  /** The attestation, judged offline: which checks held, and what its quote says. Hex, or "". */
  "exchange-key-judged": {
    readonly thumbprint: string;
    readonly verdict: AttestationVerdict;
    readonly held: readonly string[];
    readonly failed: readonly string[];
    readonly mrsigner: string;
    readonly mrenclave: string;
    readonly root: string;
    /** Codes that people accepted and that reading this key needed; early records lack it. */
    readonly overruled?: readonly string[];
  };
  "exchange-key-compared": { readonly thumbprint: string };
  "exchange-key-accepted": { readonly attested: boolean; readonly decidedBy: readonly string[] };
  /** A refusal that is not about cryptography is overruled from here on. */
  "refusal-accepted": { readonly code: string; readonly decidedBy: readonly string[] };
  "blob-made": {
    readonly sha256: string;
    readonly size: number;
    readonly exchangeThumbprint: string;
    readonly domainSha256: string;
    readonly officers: readonly string[];
    readonly files: readonly FileOnMedium[];
    /** As above, of the domain, the exchange key and these officers' certificates. */
    readonly overruled?: readonly string[];
  };
  "upload-began": { readonly sha256: string };
  "upload-ended": { readonly state: string };
  "backup-ended": { readonly folder: string };
  /** Records of the time before SAS tokens have no `storage`: it was the managed identity. */
  "restore-began": { readonly folder: string; readonly storage?: StorageWay };
  "restore-ended": { readonly folder: string };
  "keys-compared": { readonly keys: readonly ExpectedKey[] };
  /** The last entry where no signing key is at hand: the roles of who signs a paper instead. */
  "closing-on-paper": { readonly present: readonly string[]; readonly consent: Consent };
  closing: { readonly present: readonly string[]; readonly consent: Consent };
}

/** What the officers put their signature to, in one place. */
export interface Consent {
  readonly ceremony: string;
  readonly scriptSha256: string;
  readonly hsm: string;
  readonly officers: number;
  readonly required: number;
  readonly thumbprints: readonly string[];
  /** Whose signing certificates hold from now on; early records lack it. */
  readonly signers?: readonly SignerNamed[];
  readonly domainSha256: string;
  readonly exchangeThumbprint: string;
  /** What the offline station found of the exchange key, "" without one; early records lack it. */
  readonly exchangeAttested?: AttestationVerdict | "";
  /** Codes of refusals that people overruled; the record says who. Early records lack it. */
  readonly accepted?: readonly string[];
}

export type EventType = keyof EventData;

/** An event before it is in the record. */
export type NewEvent = {
  readonly [Type in EventType]: {
    readonly type: Type;
    readonly by: string;
    readonly data: EventData[Type];
  };
}[EventType];

/** An entry of the record, as far as the ceremony reads it. */
export interface RecordEntry {
  readonly type: string;
  readonly by: string;
  readonly at: string;
  readonly hash: string;
  readonly seq: number;
  readonly station: string;
  readonly data: unknown;
}

/** The name of an officer's seat in the record. */
export const officerOf = (seat: number): `officer-${number}` => `officer-${seat}`;
