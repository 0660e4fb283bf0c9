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

/** Seals compared and opened, and room for photographs, couriers and receipts. */
export const sealsSection = (reading: Reading): readonly Block[] => [
  ...seals(reading),
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
function ways({ after, from }: Reading): readonly Block[] {
  const rows = after.objects.filter(({ seenAt }) => seenAt >= from);
  if (rows.length === 0) return [];
  return [
    subheading("On the way to their places"),
    paragraph(
      "Photographs of the seals, who carries an object, and who receives it at its place "
        + "are not in the record; fill them in by hand:",
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
        "",
        "",
        "",
      ]),
    ),
  ];
}
