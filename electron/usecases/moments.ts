// Moments that an entry tells of beside its own time: none is written that has not been yet, by the
// clock of whoever writes. Clocks are set back, and a record that told of the future would be refused.

/** Two clocks may differ by so much, and by no more without the record saying so. */
const CLOCKS_DIFFER_MS = 60_000;

/** Whether a moment (RFC 3339, or "") is later than clocks may differ by. */
export const isAhead = (moment: string, now: Date): boolean =>
  moment !== "" && Date.parse(moment) - now.getTime() > CLOCKS_DIFFER_MS;
