// How papers write the contents of records: times, roles, seats, lists, sentences of people.
/** "2026-11-25 09:59:20", from a time in UTC; a dash if there is none. */
export const timeOf = (at: string): string =>
  at === "" ? "-" : `${at.slice(0, 10)} ${at.slice(11, 19)}`;

/** "1 + 2". */
export const pairOf = (seats: readonly number[]): string => seats.map(String).join(" + ");

/** "3 officers", "1 officer". */
export const counted = (count: number, what: string): string =>
  `${String(count)} ${what}${count === 1 ? "" : "s"}`;

/** A sentence as people wrote it, with exactly one full stop at its end. */
export const withFullStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** A step's id as words: "Make key 1". */
export const stepOf = (id: string): string =>
  (id.slice(0, 1).toUpperCase() + id.slice(1)).replaceAll("-", " ");
