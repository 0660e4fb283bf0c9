// Why a reading of Azure does not get on at this moment, by the clock: the question was put off, or is
// not answered yet. It changes every 15 seconds, so that whoever is told of it is not told all the time.

/** Seconds between two signs of life. */
export const TOLD_EVERY = 15;

/** `seconds`: until a question that was put off is asked again; or how long one has had no answer. */
export interface Quiet {
  readonly why: "put-off" | "unanswered";
  readonly seconds: number;
}

export class QuietWatch {
  /** Milliseconds of a clock that is never set; null where nothing is asked. */
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

  /** Null for the first 15 seconds of a question, and where nothing is asked. */
  get view(): Quiet | null {
    if (this.#putOff !== null) {
      const { since, seconds } = this.#putOff;
      return { why: "put-off", seconds: Math.max(1, seconds - toldSince(since)) };
    }
    const seconds = this.#asked === null ? 0 : toldSince(this.#asked);
    return seconds === 0 ? null : { why: "unanswered", seconds };
  }
}

/** Whole steps of 15 seconds. */
const toldSince = (began: number): number =>
  Math.floor((performance.now() - began) / (TOLD_EVERY * 1000)) * TOLD_EVERY;
