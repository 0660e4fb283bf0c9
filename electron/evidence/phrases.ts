// How papers write what records hold: times, roles, seats, digests, lists.
import {
  named, theirs, type Cell, type Line, type Span,
} from "../../ceremony-scripts/index.ts";
import type { Difference, NetworkSummary, Participant } from "../ceremony/ceremony.ts";
import { allWordsOf, wordsOf } from "./reading.ts";

/** "2026-11-25 09:59:20", of a time in UTC; a dash where there is none. */
export const timeOf = (at: string): string =>
  at === "" ? "-" : `${at.slice(0, 10)} ${at.slice(11, 19)}`;

/** The time alone on the day of `from`, else with its day. */
export const timeFrom = (from: string, at: string): string =>
  at.slice(0, 10) === from.slice(0, 10) ? at.slice(11, 19) : timeOf(at);

/** "2026-11-25"; "never" where there is none. */
export const dayOf = (at: string): string => at === "" ? "never" : at.slice(0, 10);

/** "Officer 2", of "officer-2"; "The app" of what nobody did by hand. */
export const roleOf = (role: string): string =>
  role === "app" ? "The app" : capital(role.replace("-", " "));

/** "officer 2", within a sentence. */
export const inText = (role: string): string => role === "app" ? "the app" : role.replace("-", " ");

/** "Officer 2, Jonas Lind". */
export function personOf(role: string, people: readonly Participant[]): Line {
  const name = people.find((person) => person.role === role)?.name;
  return name === undefined ? [roleOf(role)] : [`${roleOf(role)}, `, theirs(name)];
}

/** "1 + 2". */
export const pairOf = (seats: readonly number[]): string => seats.map(String).join(" + ");

/** "a", "a and b", "a, b and c"; "nobody" of none. */
export const listed = (texts: readonly string[], none = "nobody"): string =>
  texts.length === 0 ? none
    : texts.length === 1 ? (texts[0] ?? "")
      : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;

/** "3 officers", "1 officer". */
export const counted = (count: number, what: string): string =>
  `${String(count)} ${what}${count === 1 ? "" : "s"}`;

/** "18 885 bytes". */
export const bytesOf = (size: number): string =>
  `${String(size).replace(/\B(?=(\d{3})+$)/g, " ")} bytes`;

/** A digest in a cell: hex, and its ten words. */
export const digestCell = (hex: string): Cell => hex === "" ? [["-"]]
  : [[named(hex)], [wordsOf(hex)]];

/** A digest within a line. */
export const digestIn = (hex: string): Span => named(hex);

/** A digest to be compared: 32 words in lines of eight, and the hex. */
export const digestLines = (hex: string): readonly string[] => {
  const words = allWordsOf(hex);
  return [
    ...Array.from({ length: Math.ceil(words.length / 8) }, (_, i) =>
      words.slice(i * 8, (i + 1) * 8).join(" ")),
    hex,
  ];
};

/** A sentence as people wrote it, with one full stop at its end. */
export const whole = (text: string): string => /[.!?]$/.test(text) ? text : `${text}.`;

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A step's id as words: "Make key 1". */
export const stepOf = (id: string): string => capital(id.replaceAll("-", " "));

/** Lines with this between them. */
export const joined = (lines: readonly Line[], between = ", "): Line =>
  lines.flatMap((line, i) => i === 0 ? line : [between, ...line]);

/** A reading of the network as a sentence. */
export function networkIn({ up, wasOnline }: NetworkSummary): string {
  const now = up.length === 0 ? "No interface was up" : `Up: ${up.join(", ")}`;
  const before = {
    yes: "the machine has had a network since its start",
    no: "the machine has had none since its start",
    unknown: "the system cannot tell whether the machine has had one since its start",
  }[wasOnline];
  return `${now}; ${before}.`;
}

const DIFFERS: Readonly<Record<Difference["kind"], string>> = {
  person: "", script: "script", version: "version of the app", commit: "commit of the app",
  runtime: "runtime", system: "operating system", program: "SHA-256 of the program",
  seal: "seal of",
};

/** A difference: what, what it was, and what it is. */
export const differenceIn = ({ kind, of, before, now }: Difference): Line => [
  `${DIFFERS[kind]} `.trimStart(), theirs(kind === "person" ? inText(of) : of),
  of === "" ? "was " : " was ", theirs(before), ", is ", theirs(now),
];
