// Minutes, 5: the room, as far as the record knows it: network, projector and cameras, recesses.
import {
  paragraph,
  subheading,
  table,
  type Block,
  type Cell,
} from "../../ceremony-scripts/index.ts";
import {
  bagsIn,
  firstRole,
  networkIn,
  stepNamed,
  type NetworkSummary,
  type RecordEntry,
} from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { stationIn, timeFrom } from "./phrases.ts";
import { allOf, type Reading } from "./reading.ts";

/** Readings of the network, what the witness checked, and recesses. */
export const location = (reading: Reading): readonly Block[] => [
  paragraph(sentence("minutes-room.place")),
  table(
    [
      [sentence("minutes-room.where"), 40],
      [sentence("minutes-room.access"), 30],
      [sentence("minutes-room.camerasLog"), 30],
    ],
    [["", "", ""]],
  ),
  ...network(reading),
  ...witnessed(reading),
  ...recesses(reading),
];

function network({ entries, from }: Reading): readonly Block[] {
  const readings = entries.flatMap((entry): readonly (readonly [RecordEntry, NetworkSummary])[] => {
    const { network: found } = entry.data as { readonly network?: NetworkSummary };
    return found === undefined ? [] : [[entry, found]];
  });
  return [
    subheading(sentence("minutes-room.network")),
    paragraph(sentence("minutes-room.networkRead")),
    table(
      [
        [sentence("paper.entry"), 8],
        [sentence("paper.time"), 12],
        [sentence("paper.station"), 14],
        [sentence("paper.step"), 22],
        [sentence("minutes-room.reading"), 44],
      ],
      readings.map(([{ seq, at, station, data }, found]): readonly Cell[] => [
        [[String(seq)]],
        [[timeFrom(from, at)]],
        [[stationIn(station)]],
        [[stepNamed((data as { readonly step?: string }).step ?? "open")]],
        [[networkIn(found)]],
      ]),
    ),
  ];
}

function witnessed({ entries, from }: Reading): readonly Block[] {
  const looks = allOf(entries, "room-witnessed");
  return [
    subheading(sentence("minutes-room.looked")),
    ...(looks.length === 0
      ? [paragraph(sentence("minutes-room.notLooked"))]
      : [
          table(
            [
              [sentence("paper.entry"), 8],
              [sentence("paper.time"), 14],
              [sentence("paper.step"), 26],
              [sentence("minutes-room.projector"), 24],
              [sentence("minutes-room.cameras"), 28],
            ],
            looks.map(({ seq, at, data }): readonly Cell[] => [
              [[String(seq)]],
              [[timeFrom(from, at)]],
              [[stepNamed(data.step)]],
              [[sentence(data.projector ? "minutes-room.covered" : "minutes-room.notCovered")]],
              [[sentence(data.camera ? "minutes-room.unseen" : "minutes-room.seen")]],
            ]),
          ),
        ]),
  ];
}

function recesses({ entries, from }: Reading): readonly Block[] {
  const rows = entries.filter(({ type }) => type === "recess-began" || type === "recess-ended");
  if (rows.length === 0) return [];
  return [
    subheading(sentence("minutes-room.recesses")),
    table(
      [
        [sentence("paper.entry"), 8],
        [sentence("paper.time"), 14],
        [sentence("paper.what"), 18],
        [sentence("minutes-room.bags"), 42],
        [sentence("paper.confirmedBy"), 18],
      ],
      rows.map(({ seq, at, type, data }): readonly Cell[] => {
        const { seals = [], confirmedBy } = data as {
          readonly seals?: readonly { readonly object: string; readonly seal: string }[];
          readonly confirmedBy?: string;
        };
        return [
          [[String(seq)]],
          [[timeFrom(from, at)]],
          [[sentence(type === "recess-began" ? "minutes-room.began" : "minutes-room.ended")]],
          [seals.length === 0 ? [sentence("minutes-room.nothingOpen")] : [bagsIn(seals)]],
          [[confirmedBy === undefined ? "-" : firstRole(confirmedBy)]],
        ];
      }),
    ),
  ];
}
