// What a picture of the quorum shows.

/** A subset that opened the domain, and when (null if the time is unimportant). */
export interface Proven {
  readonly seats: readonly number[];
  readonly at: string | null;
}

export interface QuorumProps {
  /** All officers of the quorum, with their names. */
  readonly officers: readonly { readonly seat: number; readonly name: string }[];
  /** The number of officers needed; by default that of a proven subset. */
  readonly quorum?: number;
  readonly proven: readonly Proven[];
  /** Seats whose share is open now. */
  readonly opened?: readonly number[];
  /** Seats whose share is unavailable. */
  readonly lost?: readonly number[];
  /** `large` has names and the count; `small` is a mark. */
  readonly size?: "large" | "small";
  /** Shows at what time of the day a pair was proven. */
  readonly times?: boolean;
}
