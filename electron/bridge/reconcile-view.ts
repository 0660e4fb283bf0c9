// Operations on security domains in Azure's log, compared with the records of this computer.

/** A ceremony of this computer: its script, and when it was opened (RFC 3339, UTC). */
export interface ReconciledCeremony {
  readonly script: string;
  readonly openedAt: string;
}

/** One operation of the log, or (`unlogged`) of a record but not in the log. Texts are printable. */
export interface OperationView {
  /** `alarm`: done, and not explained. `tried`: refused by Azure, and not explained. */
  readonly verdict: "alarm" | "tried" | "explained" | "unlogged";
  readonly operation: "download" | "upload" | "transfer-key" | "unknown";
  /** RFC 3339, UTC; "" where the log does not say. */
  readonly at: string;
  readonly hsm: string;
  /** Object id and address of the caller, by the log; "" if it does not say. */
  readonly caller: string;
  readonly address: string;
  /**
   * The ceremony that explains it, and its entry. If unexplained: one that mentions such an
   * operation at that time; null if none does.
   */
  readonly ceremony: (ReconciledCeremony & { readonly entry: number }) | null;
  /** Why that ceremony does not explain it: `NotExplaining`; "" if it does, or there is none. */
  readonly why: "" | "undecided" | "caller" | "request" | "address" | "used";
  /** What the log or the record does not say, so that it was not compared. */
  readonly notCompared: readonly ("caller" | "address" | "request")[];
  /** It is explained, but came from another address than other operations of that ceremony. */
  readonly elsewhere: boolean;
}

/** A record that explains nothing by itself, and why: `Lack`, or its reading is refused. */
export interface UndecidedRecord extends ReconciledCeremony {
  readonly lack: "open" | "aborted" | "signers" | "paper" | "anchor" | "refused";
  /** The code of the refusal, or "". */
  readonly code: string;
}

/** What people chose for a comparison: a file, a folder, or several files at once. */
export interface ChosenLogView {
  readonly kind: "file" | "folder";
  /** Its name and that of its folder: printable, at most 100 characters. */
  readonly name: string;
  readonly more: number;
}

export interface ReconcileView {
  /** How many files were read, and how many others in the folders were not. */
  readonly files: number;
  readonly passedOver: number;
  /** The records are those of rehearsals: they explain nothing that was real. */
  readonly rehearsal: boolean;
  readonly records: number;
  readonly undecided: readonly UndecidedRecord[];
  /** Events in the log, of every kind. */
  readonly events: number;
  /** Alarms first. */
  readonly operations: readonly OperationView[];
}
