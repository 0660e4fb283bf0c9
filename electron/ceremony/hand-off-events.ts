// What can happen when objects are handed on: their entries, with what their data holds.

/** Data by entry type, a part of `EventData`. */
export interface HandOffEvents {
  /** An object went from one custodian to another, with its seal unbroken. */
  "object-handed-off": {
    readonly object: string;
    readonly seal: string;
    readonly from: string;
    readonly to: string;
    readonly place: string;
  };
  /** Who handed on and who took, by name, said so aloud; who could not hand on, and who decided. */
  "hand-off-acknowledged": {
    readonly gave: readonly string[];
    readonly took: readonly string[];
    readonly absent: readonly string[];
    readonly decidedBy: readonly string[];
  };
}
