// Typed letters lead to a word. They are forgotten once a word is picked: whoever types fast begins
// the next word at once.

const FORGET_MS = 1500;

/** The letters typed so far. */
export class TypeAhead {
  #typed = "";
  #at = 0;

  /**
   * Takes one letter.
   * @param now in milliseconds, of any clock that only goes forward
   * @returns the place of the first word that begins with all letters so far, or null
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
