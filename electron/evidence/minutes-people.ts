// Minutes, 1: who was there, in which role, and what each role answers for.
import { paragraph, table, theirs, type Block, type Cell } from "../../ceremony-scripts/index.ts";
import { roleOf, type Participant } from "../ceremony/ceremony.ts";
import { timeFrom } from "./phrases.ts";
import { toldOf, type Reading } from "./reading.ts";

const DUTIES = {
  administrator: "leads and operates; never has a key",
  witness: "watches, compares and confirms; never confirms their own actions",
  officer: "makes, keeps and brings one key, and types its passphrase alone",
} as const;

/** Everyone, including those who left or came during the ceremony. */
export function people(reading: Reading): readonly Block[] {
  const all = attendance(reading);
  return [
    table(
      [
        ["Role", 16],
        ["Name", 24],
        ["Duties", 36],
        ["Present from, to (UTC)", 24],
      ],
      all.map(({ role, name, since, until }): readonly Cell[] => [
        [[roleOf(role)]],
        [[theirs(name)]],
        [[DUTIES[role.startsWith("officer-") ? "officer" : (role as "witness")]]],
        [[`${timeFrom(reading.from, since)} to ${timeFrom(reading.from, until)}`]],
      ]),
    ),
    paragraph(
      "No person had two roles at one time, and nobody confirmed their own step: the app prevents "
        + "both. The following is not in the record; fill it in by hand:",
    ),
    table(
      [
        ["Name", 24],
        ["Organisation", 24],
        ["Identity document, seen by", 28],
        ["Acknowledgement signed on", 24],
      ],
      [...new Set(all.map(({ name }) => name))].map((name) => [[[theirs(name)]], "", "", ""]),
    ),
  ];
}

interface Attendance extends Participant {
  readonly since: string;
  readonly until: string;
}

/** Everyone from the opening to the end, or until another took the seat. */
const attendance = ({ entries, opened, from, until }: Reading): readonly Attendance[] =>
  toldOf(entries, "seat-changed").reduce<readonly Attendance[]>(
    (all, { at, data }) => [
      ...all.map((one) =>
        one.role === data.role && one.name === data.from && one.until === until
          ? { ...one, until: at }
          : one,
      ),
      { role: data.toRole, name: data.to, since: at, until },
    ],
    opened.participants.map((person) => ({ ...person, since: from, until })),
  );
