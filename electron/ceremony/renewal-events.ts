// What can happen where things without a record are found, and where keys are made anew.
import type { FileOnMedium } from "./events.ts";
import type { KnownOfficer } from "./known.ts";

/**
 * What only an earlier record could tell: whether seals are those that were left, whether these
 * people are the officers, whether a newer domain took this one's place, whose signing keys these
 * are.
 */
export type Unchecked = "seals" | "people" | "newest-domain" | "signing-keys";

/** Data by entry type, a part of `EventData`. */
export interface RenewalEvents {
  /** An older domain is in force no more: its SHA-256 (hex), its file, the media it leaves. */
  "domain-retired": {
    readonly sha256: string;
    readonly file: string;
    readonly media: readonly string[];
  };
  "objects-destroyed": {
    readonly objects: readonly {
      readonly object: string; readonly seal: string; readonly how: string;
    }[];
  };
  /**
   * Without an earlier record: the domain and the keys it names as they lie on the media, whence
   * people say they come, and what could not be checked.
   */
  "domain-found": {
    readonly origin: string;
    readonly sha256: string;
    readonly size: number;
    readonly required: number;
    readonly files: readonly FileOnMedium[];
    readonly officers: readonly KnownOfficer[];
    readonly unchecked: readonly Unchecked[];
    /** Officers whose key lies on its medium without a passphrase; early records lack it. */
    readonly unprotected?: readonly string[];
  };
}
