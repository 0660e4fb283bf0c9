// Draws words by chance, each with the same one.

/** Fills an array with random numbers, as `crypto.getRandomValues` does. */
export type Fill = (numbers: Uint32Array<ArrayBuffer>) => void;

const NUMBERS = 2 ** 32;

/** Words that are plain on every keyboard: no y and no z, which often change places. */
export const plainWords = (list: readonly string[]): readonly string[] =>
  [...new Set(list)].filter((word) => /^[a-x]{3,}$/.test(word));

/** Draws so many words, with repetition, without bias. @throws RangeError on an empty list */
export function drawWords(list: readonly string[], count: number, fill: Fill): readonly string[] {
  if (list.length === 0) throw new RangeError("no words to draw from");
  // Numbers above the last whole multiple would favour the first words of the list.
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

/** The bits of such a drawing, rounded down: how many drawings there are, as a power of two. */
export const bitsOfDrawing = (listLength: number, count: number): number =>
  Math.floor(count * Math.log2(listLength));
