// A process that reads what others wrote: its progress, and a person can cancel it.

export interface CheckingView {
  readonly what:
    | "audit"
    | "compare"
    | "beside"
    | "papers"
    | "reconcile"
    | "bring"
    | "part"
    | "search"
    | "photographs";
  /** RFC 3339, UTC. */
  readonly since: string;
  /** How much is done of what, in bytes or parts; 0 of 0 if unknown. */
  readonly done: number;
  readonly of: number;
}
