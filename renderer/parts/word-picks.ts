// The order in which words are picked: it is the order in which they were heard.

/** How many words a line has. */
export const LINE_WORDS = 4;

/**
 * What is picked after the list says what is selected: what was taken back leaves, what is new goes
 * to the end, and a fifth word is not taken.
 */
export function pickedAfter(
  before: readonly number[],
  selected: readonly number[],
): readonly number[] {
  const kept = before.filter((place) => selected.includes(place));
  const fresh = selected.filter((place) => !before.includes(place));
  return [...kept, ...fresh].slice(0, LINE_WORDS);
}
