// A station's clock may be set back; but not so that the record's times contradict each other unsaid.

/** Milliseconds that a clock may go back unsaid: as much as one is put right while it runs. */
const UNSAID = 60_000;

/** Entries that tell of a break themselves: another station's clock, a pause, or people. */
const BREAKS: readonly string[] = ["taken-over", "resumed", "exception-noted", "recess-ended"];

/**
 * Whether an entry of this type would stand at a time that contradicts the one before it.
 * @param at of the entry, and `before` of the one before it: RFC 3339
 */
export const goesBack = (type: string, at: string, before: string): boolean =>
  !BREAKS.includes(type) && Date.parse(before) - Date.parse(at) > UNSAID;
