// What happens at the new HSM of a recovery: its own backup, the waiting, the restore, and what of
// the lost HSM came back.
import type { ExpectedKey } from "./events.ts";

/** A role assignment that is expected: Azure's GUIDs of person and role, the role's name, where. */
export interface ExpectedRole {
  readonly principal: string;
  readonly role: string;
  readonly roleName: string;
  /** "/", "/keys" or "/keys/NAME". */
  readonly scope: string;
}

/** As the HSM itself, or by a shared access signature that was made for this. */
export type StorageWay = "managed-identity" | "sas";

/** A version of a key, without its public half. */
export interface KeyVersion {
  readonly name: string;
  readonly version: string;
}

/**
 * A key list: a file, with its own SHA-256, or what an earlier record found, with that record's
 * head. `hsm` and `listedAt` say whose it is, and of when.
 */
export interface KeyListNamed {
  readonly from: "file" | "record";
  readonly sha256: string;
  readonly hsm: string;
  readonly listedAt: string;
}

/** Data by entry type, a part of `EventData`. */
export interface RecoveryEvents {
  "backup-known": {
    readonly container: string;
    readonly folder: string;
    readonly keys: readonly ExpectedKey[];
    /** Early records lack it; it also is where nobody listed them: then they are not compared. */
    readonly roles?: readonly ExpectedRole[];
    /** Where keys and roles stand; a rehearsal's own HSM is asked, and has no list. */
    readonly list?: KeyListNamed;
    /** Two people went on without a list: `keys` is empty, and nothing will be called found. */
    readonly unknown?: { readonly reason: string; readonly decidedBy: readonly string[] };
  };
  /** Before the call. How the HSM reaches the storage; of a token nothing else is recorded. */
  "backup-began": { readonly container: string; readonly storage: StorageWay };
  /** The job's name: its status is asked before anything is sent again. */
  "backup-started": { readonly job: string };
  /**
   * Azure restores no earlier than `advised` seconds after the empty HSM's backup ended (`since`);
   * a rehearsal waits less. `waited`: the seconds from there to the restore.
   */
  "restore-waited": {
    readonly since: string; readonly advised: number; readonly waited: number;
  };
  "restore-started": { readonly job: string };
  /**
   * Who lists the keys, and by which role assignment. A temporary one is recorded before it is
   * made, and must be gone before the ceremony is closed.
   */
  "key-reader-named": {
    readonly principal: string; readonly role: string; readonly name: string;
    readonly scope: string; readonly temporary: boolean;
  };
  "key-reader-removed": { readonly name: string; readonly scope: string };
  /** What is there after the restore, where no list says what should be: nothing was compared. */
  "keys-not-compared": { readonly keys: readonly KeyVersion[] };
  /** What came back, what is missing of what was expected, and what nobody expected. */
  "recovery-compared": {
    readonly keysBack: number;
    readonly keysMissing: readonly KeyVersion[];
    readonly keysMore: readonly KeyVersion[];
    readonly rolesBack: number;
    readonly rolesMissing: readonly ExpectedRole[];
    readonly rolesMore: readonly ExpectedRole[];
  };
}
