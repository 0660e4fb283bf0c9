// Days in UTC: when something is due, and how many days it is overdue. No clock of its own.

const DAY_MS = 86_400_000;

/** When something is due, RFC 3339; "" if it was never done, so that there is no day to count from. */
export interface Due {
  readonly at: string;
  /** Whole days since that day, 0 on the day itself and before. */
  readonly overdueDays: number;
}

/** What is due this many days after it was last done. @param last RFC 3339, or "" for never */
export function dueAfter(last: string, days: number, now: string): Due {
  const done = Date.parse(last);
  if (Number.isNaN(done)) return { at: "", overdueDays: 0 };
  const at = done + days * DAY_MS;
  const late = wholeDays(Date.parse(now)) - wholeDays(at);
  return { at: new Date(at).toISOString(), overdueDays: Math.max(0, late) };
}

/** Whether it should have been done by now. */
export const isLate = ({ at, overdueDays }: Due): boolean => at === "" || overdueDays > 0;

/** The later of two times; "" is the earliest. */
export const later = (one: string, other: string): string =>
  (Date.parse(one) || 0) >= (Date.parse(other) || 0) ? one : other;

const wholeDays = (at: number): number => Math.floor(at / DAY_MS);
