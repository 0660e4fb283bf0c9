// What ceremonies leave standing: how the custody is when a record is closed. The next ceremony's
// first entry holds it, so that each record can be read without the ones before it. No member is
// ever null: "" is a date or a digest that there is not.
import type { CustodyObject } from "./events.ts";

/**
 * What has befallen an officer's key: "" nothing; its media are lost, or cannot be read; the officer
 * has left; nobody knows the passphrase; the seal was broken or is another than the record's.
 */
export type Trouble = "" | "lost" | "damaged" | "left" | "forgotten" | "seal-broken";

/** One officer. Thumbprints: SHA-256 (hex) of the certificates' DER. */
export interface OfficerStanding {
  readonly officer: string;
  readonly name: string;
  readonly thumbprint: string;
  /** "" for a key that was made elsewhere, with which nothing can be signed. */
  readonly signingThumbprint: string;
  readonly trouble: Trouble;
  /** When the seals of his objects were last compared, and when his key last opened something. */
  readonly sealsSeenAt: string;
  readonly keyOpenedAt: string;
}

/** An object in custody, and when its seal, place and custodian were last recorded. */
export interface ObjectStanding extends CustodyObject {
  readonly seenAt: string;
}

/** One hand-off of an object from one custodian to another. */
export interface HandOff {
  readonly object: string;
  readonly seal: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly at: string;
}

/** All that is known of an HSM's security domain and its custody. */
export interface Standing {
  readonly hsm: string;
  readonly required: number;
  /** SHA-256 (hex) of the security domain that is in force. */
  readonly domainSha256: string;
  readonly officers: readonly OfficerStanding[];
  readonly objects: readonly ObjectStanding[];
  /** Hand-offs since the objects were last recorded all together. */
  readonly handOffs: readonly HandOff[];
  /** Which subsets of officers' seats opened the domain, and when. */
  readonly subsets: readonly (readonly number[])[];
  readonly provenAt: string;
  /** The last custody attestation, and the last recovery that found every key again. */
  readonly attestedAt: string;
  readonly drilledAt: string;
  /** The newest full backup that is known, and when it was recorded. */
  readonly backup: { readonly container: string; readonly folder: string; readonly at: string };
  /** Rules of Microsoft's from which two people decided to deviate, with the reason they gave. */
  readonly deviations: readonly { readonly rule: string; readonly reason: string }[];
}
