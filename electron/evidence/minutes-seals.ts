// Minutes, 6: seals that were compared, bags that were opened, and the way of what was sealed.
import {
  named,
  paragraph,
  subheading,
  table,
  theirs,
  type Block,
  type Cell,
  type Line,
} from "../../ceremony-scripts/index.ts";
import { timeFrom } from "./phrases.ts";
import { toldOf, type Reading } from "./reading.ts";

/** Seals compared, photographed and opened, and room for what the record does not have. */
export const sealsSection = (reading: Reading): readonly Block[] => [
  ...seals(reading),
  ...photographs(reading),
  ...bags(reading),
  ...ways(reading),
];

function seals({ entries, from }: Reading): readonly Block[] {
  const rows = toldOf(entries, "seals-checked").flatMap((entry) =>
    entry.data.seals.map((seal) => ({ ...seal, seq: entry.seq, at: entry.at })),
  );
  if (rows.length === 0) return [];
  return [
    subheading("Seals compared with the last record"),
    table(
      [
        ["Entry, time", 12],
        ["Object", 24],
        ["In the record", 13],
        ["Found", 13],
        ["Condition", 12],
        ["Place and custodian found", 26],
      ],
      rows.map(({ seq, at, object, expected, found, condition, place, custodian }) => [
        [[String(seq)], [timeFrom(from, at)]],
        [[theirs(object)]],
        [[named(expected)]],
        [found === "" ? ["-"] : [named(found)]],
        [[condition]],
        [place === "" ? ["-"] : [theirs(place), "; ", theirs(custodian)]],
      ]),
    ),
  ];
}

const photographed = ({ entries }: Pick<Reading, "entries">) =>
  toldOf(entries, "seals-photographed").flatMap((entry) =>
    entry.data.photographs.map((one) => ({ ...one, seq: entry.seq, at: entry.at })),
  );

/** The pictures themselves are with people: by its SHA-256 each can be told from any other. */
function photographs(reading: Reading): readonly Block[] {
  const rows = photographed(reading);
  if (rows.length === 0) return [];
  return [
    subheading("Photographs of seals"),
    table(
      [
        ["Entry, time", 12],
        ["Object", 20],
        ["Seal", 12],
        ["SHA-256 of the file", 38],
        ["Compared with", 18],
      ],
      rows.map(({ seq, at, object, seal, sha256, before }): readonly Cell[] => [
        [[String(seq)], [timeFrom(reading.from, at)]],
        [[theirs(object)]],
        [[named(seal)]],
        [[named(sha256.slice(0, 32))], [named(sha256.slice(32))]],
        [[before === "" ? "-" : "the photograph of last time"]],
      ]),
    ),
  ];
}

function bags({ entries, from }: Reading): readonly Block[] {
  const rows = toldOf(entries, "bags-opened");
  if (rows.length === 0) return [];
  return [
    subheading("Bags opened in front of the witness"),
    table(
      [
        ["Entry", 8],
        ["Time UTC", 16],
        ["Objects and the numbers on their bags", 76],
      ],
      rows.map(({ seq, at, data }): readonly Cell[] => [
        [[String(seq)]],
        [[timeFrom(from, at)]],
        data.objects.map(({ object, seal }): Line => [theirs(object), " ", named(seal)]),
      ]),
    ),
  ];
}

/** What this ceremony sealed or handed off: how it gets to its place is not in the record. */
function ways(reading: Reading): readonly Block[] {
  const { after, from } = reading;
  const rows = after.objects.filter(({ seenAt }) => seenAt >= from);
  if (rows.length === 0) return [];
  const taken = photographed(reading);
  const of = (object: string): number => taken.filter((one) => one.object === object).length;
  return [
    subheading("On the way to their places"),
    paragraph(
      taken.length === 0
        ? "Photographs of the seals, who carries an object, and who receives it at its place "
            + "are not in the record; fill them in by hand:"
        : "Who carries an object, and who receives it at its place, are not in the record; fill "
            + "them in by hand:",
    ),
    table(
      [
        ["Object", 27],
        ["Seal", 13],
        ["Photographs", 18],
        ["Courier, time", 21],
        ["Receipt, time", 21],
      ],
      rows.map(({ object, seal }): readonly Cell[] => [
        [[theirs(object)]],
        [[named(seal)]],
        of(object) === 0 ? "" : `${String(of(object))} in the record`,
        "",
        "",
      ]),
    ),
  ];
}
