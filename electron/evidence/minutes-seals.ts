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
import { objectNamed } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { timeFrom } from "./phrases.ts";
import { allOf, type Reading } from "./reading.ts";

/** Seals compared, photographed and opened, and room for what the record does not have. */
export const sealsSection = (reading: Reading): readonly Block[] => [
  ...seals(reading),
  ...photographs(reading),
  ...bags(reading),
  ...ways(reading),
];

function seals({ entries, from }: Reading): readonly Block[] {
  const rows = allOf(entries, "seals-checked").flatMap((entry) =>
    entry.data.seals.map((seal) => ({ ...seal, seq: entry.seq, at: entry.at })),
  );
  if (rows.length === 0) return [];
  return [
    subheading(sentence("minutes-seals.compared")),
    table(
      [
        [sentence("paper.entryTime"), 12],
        [sentence("paper.object"), 24],
        [sentence("paper.inRecord"), 13],
        [sentence("paper.found"), 13],
        [sentence("minutes-seals.condition"), 12],
        [sentence("minutes-seals.whereFound"), 26],
      ],
      rows.map(({ seq, at, object, expected, found, condition, place, custodian }) => [
        [[String(seq)], [timeFrom(from, at)]],
        [[objectNamed(object)]],
        [[named(expected)]],
        [found === "" ? ["-"] : [named(found)]],
        [[sentence(`custody-check.seals.conditions.${condition}`)]],
        [place === "" ? ["-"] : [theirs(place), "; ", theirs(custodian)]],
      ]),
    ),
  ];
}

const photographed = ({ entries }: Pick<Reading, "entries">) =>
  allOf(entries, "seals-photographed").flatMap((entry) =>
    entry.data.photographs.map((one) => ({ ...one, seq: entry.seq, at: entry.at })),
  );

/** People keep the pictures themselves: its SHA-256 identifies each. */
function photographs(reading: Reading): readonly Block[] {
  const rows = photographed(reading);
  if (rows.length === 0) return [];
  return [
    subheading(sentence("minutes-seals.photographs")),
    table(
      [
        [sentence("paper.entryTime"), 12],
        [sentence("paper.object"), 20],
        [sentence("paper.seal"), 12],
        [sentence("minutes-seals.fileDigest"), 38],
        [sentence("paper.comparedWith"), 18],
      ],
      rows.map(({ seq, at, object, seal, sha256, before }): readonly Cell[] => [
        [[String(seq)], [timeFrom(reading.from, at)]],
        [[objectNamed(object)]],
        [[named(seal)]],
        [[named(sha256.slice(0, 32))], [named(sha256.slice(32))]],
        [[before === "" ? "-" : sentence("minutes-seals.lastTime")]],
      ]),
    ),
  ];
}

function bags({ entries, from }: Reading): readonly Block[] {
  const rows = allOf(entries, "bags-opened");
  if (rows.length === 0) return [];
  return [
    subheading(sentence("minutes-seals.bags")),
    table(
      [
        [sentence("paper.entry"), 8],
        [sentence("paper.time"), 16],
        [sentence("minutes-seals.numbers"), 76],
      ],
      rows.map(({ seq, at, data }): readonly Cell[] => [
        [[String(seq)]],
        [[timeFrom(from, at)]],
        data.objects.map(({ object, seal }): Line => [objectNamed(object), " ", named(seal)]),
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
    subheading(sentence("minutes-seals.ways")),
    paragraph(
      sentence(taken.length === 0 ? "minutes-seals.carriedUnseen" : "minutes-seals.carried"),
    ),
    table(
      [
        [sentence("paper.object"), 27],
        [sentence("paper.seal"), 13],
        [sentence("minutes-seals.taken"), 18],
        [sentence("minutes-seals.courier"), 21],
        [sentence("minutes-seals.receipt"), 21],
      ],
      rows.map(({ object, seal }): readonly Cell[] => [
        [[objectNamed(object)]],
        [[named(seal)]],
        of(object) === 0 ? "" : sentence("minutes-seals.inRecord", { n: of(object) }),
        "",
        "",
      ]),
    ),
  ];
}
