// What a recovery shows about the newest full backup, and how its storage is reached.
/** Role assignments that are expected: the role, and where. */
interface RoleShown {
  readonly roleName: string;
  readonly scope: string;
}

interface KeyShown {
  readonly name: string;
  readonly version: string;
}

/** Backup and keys for the recovery, before they are recorded. */
export interface BackupSheetView {
  readonly container: string;
  readonly folder: string;
  readonly keys: readonly KeyShown[];
  readonly roles: readonly RoleShown[];
}

/** A list of the lost HSM's keys: a file, or from an earlier record. */
export interface KeyListView {
  readonly from: "file" | "record";
  readonly sha256: string;
  readonly hsm: string;
  readonly listedAt: string;
  readonly keys: readonly KeyShown[];
  /** Null if it has none: then no role assignments are compared. */
  readonly roles: readonly RoleShown[] | null;
}

/** If people must say which backup it is: what the last record named, or "", and the lists. */
export interface BackupWantedView {
  readonly container: string;
  readonly folder: string;
  readonly lists: readonly KeyListView[];
}

/** How the HSM reaches the storage: by its identity, or by a SAS token in a chosen file. */
export type StorageView = "managed-identity" | "sas";
