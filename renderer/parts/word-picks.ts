// The order of the picked words: the order in which they were heard.

/** How many words a line has. */
export const LINE_WORDS = 4;

/**
 * The picks after the list's selection changed: deselected ones are removed, new ones appended, and
 * a fifth word is ignored.
 */
export function pickedAfter(
  before: readonly number[],
  selected: readonly number[],
): readonly number[] {
  const kept = before.filter((place) => selected.includes(place));
  const fresh = selected.filter((place) => !before.includes(place));
  return [...kept, ...fresh].slice(0, LINE_WORDS);
}
