// How papers write what records hold: times, roles, seats, lists, sentences of people.
import { theirs, type Line } from "../../../ceremony-scripts/index.ts";

/** "2026-11-25 09:59:20", of a time in UTC; a dash where there is none. */
export const timeOf = (at: string): string =>
  at === "" ? "-" : `${at.slice(0, 10)} ${at.slice(11, 19)}`;

/** "Officer 2", of "officer-2"; "The app" of what nobody did by hand. */
export const roleOf = (role: string): string => capital(inText(role));

/** "officer 2", within a sentence. */
export const inText = (role: string): string =>
  role === "app" ? "the app" : role.replace("-", " ");

/** "1 + 2". */
export const pairOf = (seats: readonly number[]): string => seats.map(String).join(" + ");

/** "a", "a and b", "a, b and c"; "nobody" of none. */
export const listed = (texts: readonly string[], none = "nobody"): string =>
  texts.length === 0
    ? none
    : texts.length === 1
      ? (texts[0] ?? "")
      : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;

/** "3 officers", "1 officer". */
export const counted = (count: number, what: string): string =>
  `${String(count)} ${what}${count === 1 ? "" : "s"}`;

/** "18 885 bytes". */
export const bytesOf = (size: number): string =>
  `${String(size).replace(/\B(?=(\d{3})+$)/g, " ")} bytes`;

/** A sentence as people wrote it, with one full stop at its end. */
export const whole = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A step's id as words: "Make key 1". */
export const stepOf = (id: string): string => capital(id.replaceAll("-", " "));

/** Lines with this between them. */
export const joined = (lines: readonly Line[], between = ", "): Line =>
  lines.flatMap((line, i) => (i === 0 ? line : [between, ...line]));

/** What people wrote or are called, one behind the other; names of ours. */
export const allTheirs = (texts: readonly string[]): Line =>
  joined(texts.map((text) => [theirs(text)]));
