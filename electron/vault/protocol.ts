// One protocol for every vault: what may be asked, and what comes back. No officer's secret crosses
// here. First of all a vault gets its coordinator's key (socket-key.ts).
import type { DryRun, QuorumProof } from "../../crypto/index.ts";
import type { Medium } from "../media/media.ts";

/** Codes of refusals that two people accepted; the readers know which are possible. */
export type Accepted = readonly string[];

/**
 * What an officer's vault does. Key files are as on the medium: encrypted, or certificates. A key
 * that another tool may have left without a passphrase is not passed as text: with `keyAt` the
 * vault reads it itself, and asks for no passphrase if it is open.
 */
export interface OfficerMethods {
  /** Makes wrapping and signing key; waits for a passphrase typed twice. */
  readonly make: (request: {
    readonly commonName: string;
    readonly rehearsal: boolean;
    readonly bits: number;
    readonly now: number;
  }) => Promise<KeyFileTexts>;
  /** Proves key files as read back; uses the passphrase of this turn, else waits for it. */
  readonly prove: (request: KeyFileTexts & { readonly seat: number }) => Promise<null>;
  /** The new signing key signs the wrapping certificate's thumbprint (hex). Returns base64. */
  readonly bind: (request: {
    readonly keyPem: string;
    readonly certificatePem: string;
    readonly seat: number;
    readonly thumbprint: string;
  }) => Promise<string>;
  /** What kind of key file is there. @throws Fault E-MEDIA-*, E-KEY-*, E-CERT-* */
  readonly look: (request: KeyAt & { readonly accepted?: Accepted }) => Promise<KeyLook>;
  /** Opens a challenge, a compact JWE for their certificate. Returns its content, base64. */
  readonly answer: (request: {
    readonly keyPem?: string;
    readonly keyAt?: KeyAt;
    readonly certificatePem: string;
    readonly seat: number;
    readonly challenge: string;
  }) => Promise<string>;
  /** Opens the officer's share and passes it to the quorum vault's socket, to nobody else. */
  readonly share: (request: {
    readonly keyPem?: string;
    readonly keyAt?: KeyAt;
    readonly certificatePem: string;
    readonly seat: number;
    readonly domain: Uint8Array;
    readonly quorumSocket: string;
    readonly accepted?: Accepted;
  }) => Promise<null>;
  /** Signs the 64 ASCII characters of an entry's hash. Returns base64. */
  readonly sign: (request: {
    readonly keyPem: string;
    readonly certificatePem: string;
    readonly seat: number;
    readonly over: string;
  }) => Promise<string>;
}

/** A key file on a medium, by name. */
export interface KeyAt {
  readonly on: Medium;
  readonly name: string;
}

/** What a key file is, without the key: its SHA-256 is hex. */
export interface KeyLook {
  /** No passphrase is needed. */
  readonly isOpen: boolean;
  /** The file alone gives the key, even if it asks for a passphrase. */
  readonly isExposed: boolean;
  readonly size: number;
  readonly sha256: string;
  /** The certificate in it, PEM; `""` if there is none, null if it needs the passphrase. */
  readonly certificatePem: string | null;
}

/** The four files of one officer, PEM texts. */
export interface KeyFileTexts {
  readonly keyPem: string;
  readonly certificatePem: string;
  readonly signingKeyPem: string;
  readonly signingCertificatePem: string;
}

/** The domain to open, and the commitment to it of the record before; "" if it has none. */
export interface ToOpen {
  readonly domain: Uint8Array;
  readonly before: string;
  readonly accepted: Accepted;
}

/** Hex; the one after `before`, if what was opened is the same. */
export interface Committed {
  readonly commitment: string;
}

/** What the quorum vault does, with the shares that arrived at its socket. */
export interface QuorumMethods {
  /** Proves every subset of these shares; `now` in milliseconds since 1970. */
  readonly prove: (request: ToOpen & { readonly now: number }) => Promise<QuorumProof & Committed>;
  /** The subsets of these seats, with `seat` in them, that open the domain. */
  readonly subsets: (request: {
    readonly domain: Uint8Array;
    readonly seats: readonly number[];
    readonly seat: number;
    readonly accepted: Accepted;
  }) => Promise<readonly (readonly number[])[]>;
  /** A dry run of recovery: exchange key and blob are made, opened and wiped before it returns. */
  readonly dryRun: (request: ToOpen & { readonly now: number }) => Promise<DryRun & Committed>;
  readonly blob: (
    request: ToOpen & { readonly exchangePem: string },
  ) => Promise<Committed & { readonly text: string }>;
}

export type VaultKind = "officer" | "quorum";
