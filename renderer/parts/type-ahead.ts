// Finds a word by its first letters. Picking a word clears them, so that fast typists can begin the
// next one at once.

const FORGET_MS = 1500;

/** The letters typed so far. */
export class TypeAhead {
  #typed = "";
  #at = 0;

  /**
   * Takes one letter.
   * @param now in milliseconds, from any monotonic clock
   * @returns the index of the first word that begins with all letters so far, or null
   */
  take(letter: string, words: readonly string[], now: number): number | null {
    const before = now - this.#at > FORGET_MS ? "" : this.#typed;
    this.#at = now;
    this.#typed = before + letter.toLowerCase();
    const place = words.findIndex((word) => word.toLowerCase().startsWith(this.#typed));
    return place < 0 ? null : place;
  }

  /** A word was picked or undone. */
  forget(): void {
    this.#typed = "";
  }
}
