// How papers write what records hold: times, roles, seats, lists, sentences of people.
import { named, theirs, type Line } from "../../../ceremony-scripts/index.ts";
import type { FileOnMedium, NetworkSummary, Seal } from "./forms.ts";
import type { WordsOf } from "./entry.ts";

/** "2026-11-25 09:59:20", of a time in UTC; a dash where there is none. */
export const timeOf = (at: string): string =>
  at === "" ? "-" : `${at.slice(0, 10)} ${at.slice(11, 19)}`;

/** "Officer 2", of "officer-2"; "The app" of what nobody did by hand. */
export const roleOf = (role: string): string => capital(inText(role));

/** "officer 2", within a sentence. */
export const inText = (role: string): string =>
  role === "app" ? "the app" : role.replace("-", " ");

/** "Officer 1 and witness", at the beginning of a sentence. */
export const rolesOf = (roles: readonly string[]): string => capital(listed(roles.map(inText)));

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
export const allNamed = (names: readonly string[]): Line =>
  joined(names.map((name) => [named(name)]));

/** The beginning of a digest. */
export const shortDigest = (hex: string): Line => ["SHA-256 ", named(`${hex.slice(0, 16)}\u2026`)];

/** The words of a digest, as they are read aloud. */
export const spoken = (hex: string, wordsOf: WordsOf): Line => ["words ", named(wordsOf(hex))];

/** Files, each on its medium. */
export const onMedia = (files: readonly FileOnMedium[]): Line =>
  joined(files.map(({ name, label }): Line => [named(name), " on ", named(label)]));

/** Objects with the numbers of their bags. */
export const bagsOf = (seals: readonly Seal[]): Line =>
  seals.length === 0
    ? ["none"]
    : joined(seals.map(({ object, seal }): Line => [theirs(object), " ", named(seal)]));

/** A reading of the network as a sentence; an interface is called as its system calls it. */
export function networkIn({ up, wasOnline }: NetworkSummary): Line {
  const before = {
    yes: "the machine has had a network since its start",
    no: "the machine has had none since its start",
    unknown: "the system cannot tell whether the machine has had one since its start",
  }[wasOnline];
  return up.length === 0
    ? [`No interface was up; ${before}.`]
    : ["Up: ", ...allTheirs(up), `; ${before}.`];
}
