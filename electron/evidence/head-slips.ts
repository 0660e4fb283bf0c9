// A slip with the head for each person in the room: copies with people who gain nothing by another history are
// what all officers together cannot take back (docs/heads.md).
import {
  named,
  paragraph,
  table,
  theirs,
  type Cell,
  type Paper,
} from "../../ceremony-scripts/index.ts";
import type { Participant } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { dayOf, roleOf } from "./phrases.ts";
import { headWordsOf, peopleAt, type Reading } from "./reading.ts";

const ACROSS = 2;
const WORDS_A_LINE = 4;

/** Null while the record is open: its head is not yet one to keep. */
export function headSlips(reading: Reading): Paper | null {
  const { closedBy, entries, opened } = reading;
  if (closedBy === null) return null;
  const people = peopleAt(reading, entries.length);
  const rows = Array.from({ length: Math.ceil(people.length / ACROSS) }, (_, row) =>
    Array.from({ length: ACROSS }, (__, at): Cell => {
      const person = people[row * ACROSS + at];
      return person === undefined ? [] : slip(reading, person);
    }),
  );
  return {
    title: sentence("head-slips.title", { hsm: opened.hsm }),
    blocks: [
      paragraph(sentence("head-slips.cut")),
      table(
        Array.from({ length: ACROSS }, () => ["", 10] as const),
        rows,
      ),
    ],
  };
}

function slip(reading: Reading, { role, name }: Participant): Cell {
  const words = headWordsOf(reading).split(" ");
  const lines = Array.from({ length: Math.ceil(words.length / WORDS_A_LINE) }, (_, line) =>
    words.slice(line * WORDS_A_LINE, (line + 1) * WORDS_A_LINE).join(" "),
  );
  return [
    [sentence("head-slips.for", { who: roleOf(role), name: theirs(name) })],
    [sentence("head-slips.record", { hsm: theirs(reading.opened.hsm), day: dayOf(reading.until) })],
    ...lines.map((line) => [named(line)]),
    [sentence("head-slips.keep")],
  ];
}
