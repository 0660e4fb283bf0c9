// Picks words at random, all equally likely.

/** Fills an array with random numbers, as `crypto.getRandomValues` does. */
export type Fill = (numbers: Uint32Array<ArrayBuffer>) => void;

const NUMBERS = 2 ** 32;

/** Words that every keyboard types alike: without y and z, which layouts swap. */
export const plainWords = (list: readonly string[]): readonly string[] =>
  [...new Set(list)].filter((word) => /^[a-x]{3,}$/.test(word));

/** Picks this many words, with repetition, without bias. @throws RangeError on an empty list */
export function pickWords(list: readonly string[], count: number, fill: Fill): readonly string[] {
  if (list.length === 0) throw new RangeError("no words to draw from");
  // Numbers above the last full multiple would favour the list's first words.
  const limit = NUMBERS - (NUMBERS % list.length);
  const drawn: string[] = [];
  while (drawn.length < count) {
    const numbers = new Uint32Array(count - drawn.length);
    fill(numbers);
    for (const number of numbers) {
      const word = list[number % list.length];
      if (number < limit && word !== undefined) drawn.push(word);
    }
    numbers.fill(0);
  }
  return drawn;
}

/** The strength in bits, rounded down: log2 of the number of possible results. */
export const strengthOfPick = (listLength: number, count: number): number =>
  Math.floor(count * Math.log2(listLength));
