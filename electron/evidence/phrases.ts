// How papers write times, people and digests, beside what the sentences of entries need.
import {
  named,
  table,
  theirs,
  type Block,
  type Cell,
  type Line,
  type Span,
  type Words,
} from "../../ceremony-scripts/index.ts";
import { roleOf, timeOf, type Participant } from "../ceremony/ceremony.ts";
import { allWordsOf, wordsOf } from "./reading.ts";

/** The time alone on the day of `from`, else with its day. */
export const timeFrom = (from: string, at: string): string =>
  at.slice(0, 10) === from.slice(0, 10) ? at.slice(11, 19) : timeOf(at);

/** "2026-11-25"; "never" where there is none. */
export const dayOf = (at: string): string => (at === "" ? "never" : at.slice(0, 10));

/** "Officer 2, Jonas Lind". */
export function personOf(role: string, people: readonly Participant[]): Line {
  const name = people.find((person) => person.role === role)?.name;
  return name === undefined ? [roleOf(role)] : [`${roleOf(role)}, `, theirs(name)];
}

/** A digest in a cell: hex, and its ten words. */
export const digestCell = (hex: string): Cell =>
  hex === "" ? [["-"]] : [[named(hex)], [wordsOf(hex)]];

/** A digest within a line. */
export const digestIn = (hex: string): Span => named(hex);

/** A digest to be compared: 32 words as on the screen, the hex, and its QR code. */
export const digestWords = (hex: string, large = false): Words => ({
  sort: "words",
  words: allWordsOf(hex),
  hex,
  large,
});

/** Two columns: what, and what the record says of it. */
export const facts = (rows: readonly (readonly [string, readonly Line[]])[]): Block =>
  table(
    [
      ["What", 25],
      ["As recorded", 75],
    ],
    rows.map(([what, value]) => [[[what]], value]),
  );
