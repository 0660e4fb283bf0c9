// Minutes, 5: the room, as far as the record knows it: network, projector and cameras, recesses.
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
import {
  joined,
  networkIn,
  roleOf,
  stepOf,
  type NetworkSummary,
  type RecordEntry,
} from "../ceremony/ceremony.ts";
import { timeFrom } from "./phrases.ts";
import { toldOf, type Reading } from "./reading.ts";

/** Readings of the network, what the witness checked, and recesses. */
export const location = (reading: Reading): readonly Block[] => [
  paragraph("The place is not in the record; fill it in by hand:"),
  table(
    [
      ["Place, building, room", 40],
      ["Who controls access", 30],
      ["Cameras, log book", 30],
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
    subheading("Network"),
    paragraph(
      "Read from the system when the ceremony was opened and before each step that handles "
        + "a secret. In production the app refuses such a step while any interface is up.",
    ),
    table(
      [
        ["Entry", 8],
        ["Time UTC", 12],
        ["Station", 14],
        ["Step", 22],
        ["Reading", 44],
      ],
      readings.map(([{ seq, at, station, data }, found]): readonly Cell[] => [
        [[String(seq)]],
        [[timeFrom(from, at)]],
        [[station]],
        [[theirs(stepOf((data as { readonly step?: string }).step ?? "open"))]],
        [networkIn(found)],
      ]),
    ),
  ];
}

function witnessed({ entries, from }: Reading): readonly Block[] {
  const looks = toldOf(entries, "room-witnessed");
  return [
    subheading("Projector and cameras"),
    ...(looks.length === 0
      ? [
          paragraph(
            "The record does not say that the witness checked the "
              + "projector and cameras before a passphrase was typed.",
          ),
        ]
      : [
          table(
            [
              ["Entry", 8],
              ["Time UTC", 14],
              ["Step", 26],
              ["Projector", 24],
              ["Cameras", 28],
            ],
            looks.map(({ seq, at, data }): readonly Cell[] => [
              [[String(seq)]],
              [[timeFrom(from, at)]],
              [[theirs(stepOf(data.step))]],
              [[data.projector ? "covered" : "NOT covered"]],
              [[data.camera ? "none sees the keyboard" : "ONE MAY SEE the keyboard"]],
            ]),
          ),
        ]),
  ];
}

function recesses({ entries, from }: Reading): readonly Block[] {
  const rows = entries.filter(({ type }) => type === "recess-began" || type === "recess-ended");
  if (rows.length === 0) return [];
  return [
    subheading("Recesses"),
    table(
      [
        ["Entry", 8],
        ["Time UTC", 14],
        ["What", 18],
        ["Bags", 42],
        ["Confirmed by", 18],
      ],
      rows.map(({ seq, at, type, data }): readonly Cell[] => {
        const { seals = [], confirmedBy } = data as {
          readonly seals?: readonly { readonly object: string; readonly seal: string }[];
          readonly confirmedBy?: string;
        };
        return [
          [[String(seq)]],
          [[timeFrom(from, at)]],
          [[type === "recess-began" ? "began" : "ended"]],
          [
            seals.length === 0
              ? ["nothing was open"]
              : joined(seals.map(({ object, seal }): Line => [theirs(object), " ", named(seal)])),
          ],
          [[confirmedBy === undefined ? "-" : roleOf(confirmedBy)]],
        ];
      }),
    ),
  ];
}
