// A station's clock may be set back; but the record must explain times that contradict each other.

/** Milliseconds that two clocks may differ, or one be corrected, without an entry about it. */
export const CLOCKS_DIFFER_MS = 60_000;

/** Entries that explain a break themselves: another station's clock, a jump, a pause, or people. */
const BREAKS: readonly string[] = [
  "taken-over",
  "clock-jumped",
  "resumed",
  "exception-noted",
  "recess-ended",
];

/**
 * Whether an entry of this type would have a time that contradicts the one before it.
 * @param at of the entry, and `before` of the one before it: RFC 3339
 */
export const goesBack = (type: string, at: string, before: string): boolean =>
  !BREAKS.includes(type) && Date.parse(before) - Date.parse(at) > CLOCKS_DIFFER_MS;
