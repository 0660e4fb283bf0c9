// What a process of its own reads of what others wrote, while it does: a person can cancel it.

export interface CheckingView {
  readonly what:
    | "audit"
    | "compare"
    | "papers"
    | "reconcile"
    | "bring"
    | "part"
    | "search"
    | "photographs";
  /** RFC 3339, UTC. */
  readonly since: string;
  /** How much is done of what, in bytes or parts; 0 of 0 where that is not known. */
  readonly done: number;
  readonly of: number;
}
