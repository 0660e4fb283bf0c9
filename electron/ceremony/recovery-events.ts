// What happens at the new HSM of a recovery: its own backup, the waiting, the restore, and what of
// the lost HSM came back.

/** A role assignment that is expected: Azure's GUIDs of person and role, the role's name, where. */
export interface ExpectedRole {
  readonly principal: string;
  readonly role: string;
  readonly roleName: string;
  /** "/", "/keys" or "/keys/NAME". */
  readonly scope: string;
}

/** A version of a key, without its public half. */
export interface KeyVersion {
  readonly name: string;
  readonly version: string;
}

/** Data by entry type, a part of `EventData`. */
export interface RecoveryEvents {
  /** Before the call. How the HSM reaches the storage: no secret of a storage passes through us. */
  "backup-began": { readonly container: string; readonly storage: "managed-identity" };
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
