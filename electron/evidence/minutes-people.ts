// Minutes, 1: who was there, in which role, and what each role is responsible for.
import {
  paragraph,
  table,
  theirs,
  type Block,
  type Cell,
  type Span,
} from "../../ceremony-scripts/index.ts";
import type { Participant } from "../ceremony/ceremony.ts";
import { oddNamesSaid } from "../meaning/meaning.ts";
import { known } from "../text/english.ts";
import { sentence } from "../text/sentence.ts";
import { timeFrom } from "./phrases.ts";
import { allOf, type Reading } from "./reading.ts";
import { firstRole } from "../ceremony/ceremony.ts";

/** Everyone, including those who left or came during the ceremony. */
export function people(reading: Reading): readonly Block[] {
  const all = attendance(reading);
  const { names } = reading;
  return [
    table(
      [
        [sentence("paper.role"), 16],
        [sentence("paper.name"), 24],
        [sentence("minutes-people.duties"), 36],
        [sentence("minutes-people.present"), 24],
      ],
      all.map(({ role, name, since, until }): readonly Cell[] => [
        [[firstRole(role)]],
        [[theirs(name)]],
        [[dutiesOf(role)]],
        [
          [
            sentence("minutes.fromTo", {
              from: timeFrom(reading.from, since),
              to: timeFrom(reading.from, until),
            }),
          ],
        ],
      ]),
    ),
    ...(names === null ? [] : oddNamesSaid(names, theirs).map((line) => paragraph(line))),
    paragraph(sentence("minutes-people.apart")),
    table(
      [
        [sentence("paper.name"), 24],
        [sentence("minutes-people.organisation"), 24],
        [sentence("minutes-people.identity"), 28],
        [sentence("minutes-people.acknowledgement"), 24],
      ],
      [...new Set(all.map(({ name }) => name))].map((name) => [[[theirs(name)]], "", "", ""]),
    ),
  ];
}

const dutiesOf = (role: string): Span =>
  known(`minutes-people.duties.${role.startsWith("officer-") ? "officer" : role}`) ?? "-";

interface Attendance extends Participant {
  readonly since: string;
  readonly until: string;
}

/** Everyone from the opening to the end, or until another person took the seat. */
const attendance = ({ entries, opened, from, until }: Reading): readonly Attendance[] =>
  allOf(entries, "seat-changed").reduce<readonly Attendance[]>(
    (all, { at, data }) => [
      ...all.map((one) =>
        one.role === data.role && one.name === data.from && one.until === until
          ? { ...one, until: at }
          : one,
      ),
      ...(data.to === "" ? [] : [{ role: data.toRole, name: data.to, since: at, until }]),
    ],
    opened.participants.map((person) => ({ ...person, since: from, until })),
  );
