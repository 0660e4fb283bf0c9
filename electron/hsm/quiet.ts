// Why a reading of Azure makes no progress now: the question was postponed, or is not answered yet.
// It changes only every 15 seconds, to limit the notices.

/** Seconds between two notices. */
export const TOLD_EVERY = 15;

/** `seconds`: until a postponed question is asked again; or how long one has been unanswered. */
export interface Quiet {
  readonly why: "put-off" | "unanswered";
  readonly seconds: number;
}

export class QuietWatch {
  /** Milliseconds of a monotonic clock; null if nothing is asked. */
  #asked: number | null = null;
  #putOff: { readonly since: number; readonly seconds: number } | null = null;

  /** A question is sent. */
  asked(): void {
    this.#asked = performance.now();
    this.#putOff = null;
  }

  /** @param seconds how long Azure asks to wait; null when the question is sent again */
  putOff(seconds: number | null): void {
    if (this.#asked === null) return;
    const since = performance.now();
    this.#asked = since;
    this.#putOff = seconds === null ? null : { since, seconds };
  }

  /** Nothing is asked, or a person signs in. */
  rests(): void {
    this.#asked = null;
    this.#putOff = null;
  }

  /** Null for the first 15 seconds of a question, and if nothing is asked. */
  get view(): Quiet | null {
    if (this.#putOff !== null) {
      const { since, seconds } = this.#putOff;
      return { why: "put-off", seconds: Math.max(1, seconds - toldSince(since)) };
    }
    const seconds = this.#asked === null ? 0 : toldSince(this.#asked);
    return seconds === 0 ? null : { why: "unanswered", seconds };
  }
}

/** Full steps of 15 seconds. */
const toldSince = (began: number): number =>
  Math.floor((performance.now() - began) / (TOLD_EVERY * 1000)) * TOLD_EVERY;
