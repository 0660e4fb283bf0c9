// What Azure's log says was done to a security domain, held against the records of this computer.

/** One operation of the log, or (`unlogged`) of a record that is not in it. Texts are printable. */
export interface OperationView {
  /** `alarm`: done, and in no record. `tried`: refused by Azure, and in no record. */
  readonly verdict: "alarm" | "tried" | "explained" | "unlogged";
  readonly operation: "download" | "upload" | "transfer-key" | "unknown";
  /** RFC 3339, UTC; "" where the log does not say. */
  readonly at: string;
  readonly hsm: string;
  /** Object id and address of who did it, by the log; "" where it does not say. */
  readonly caller: string;
  readonly address: string;
  /** The ceremony that explains it, and its entry; null where none does. */
  readonly ceremony: {
    readonly script: string;
    readonly openedAt: string;
    readonly entry: number;
  } | null;
}

export interface ReconcileView {
  /** The records are those of rehearsals: they explain nothing that was real. */
  readonly rehearsal: boolean;
  readonly records: number;
  /** Events in the log, of every kind. */
  readonly events: number;
  /** Alarms first. */
  readonly operations: readonly OperationView[];
}
