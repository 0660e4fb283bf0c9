// Minutes, 8: what was not as the script says, what the app refused, and what people decided.
import {
  named,
  paragraph,
  subheading,
  table,
  theirs,
  type Block,
  type Cell,
} from "../../ceremony-scripts/index.ts";
import {
  firstRole,
  objectNamed,
  otherwiseOf,
  roleIn,
  stepNamed,
  type EventData,
  type Otherwise,
  type RecordEntry,
} from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { seatsOf, stationIn, timeFrom } from "./phrases.ts";
import { sentenceOf, allOf, type Reading } from "./reading.ts";

const isAs =
  (...kinds: readonly Otherwise[]) =>
  (entry: RecordEntry): boolean => {
    const as = otherwiseOf(entry);
    return as !== null && kinds.includes(as);
  };

/** Exceptions, refusals, decisions, and what an abort left behind. */
export const deviations = (reading: Reading): readonly Block[] => [
  ...incidents(reading),
  ...exceptions(reading),
  ...refusals(reading),
  ...decisions(reading),
  ...aborted(reading),
];

/** What the minutes say of each entry. */
const entryTable = (entries: readonly RecordEntry[], from: string): Block =>
  table(
    [
      [sentence("paper.entry"), 8],
      [sentence("paper.time"), 14],
      [sentence("paper.says"), 78],
    ],
    entries.map((entry): readonly Cell[] => [
      [[String(entry.seq)]],
      [[timeFrom(from, entry.at)]],
      [sentenceOf(entry)],
    ]),
  );

/** Only if there was one: the exception after it says what was decided. */
function incidents({ entries, from }: Reading): readonly Block[] {
  const all = entries.filter(isAs("incidents"));
  return all.length === 0
    ? []
    : [subheading(sentence("minutes-deviations.incidents")), entryTable(all, from)];
}

function exceptions({ entries, from, state }: Reading): readonly Block[] {
  const all = allOf(entries, "exception-noted");
  return [
    subheading(sentence("minutes-deviations.exceptions")),
    ...(all.length === 0
      ? [
          paragraph(
            sentence(
              state.aborted === null ? "minutes-deviations.none" : "minutes-deviations.noneUntil",
            ),
          ),
        ]
      : [
          table(
            [
              [sentence("paper.entryTime"), 12],
              [sentence("paper.step"), 13],
              [sentence("minutes-deviations.expected"), 20],
              [sentence("minutes-deviations.happened"), 20],
              [sentence("minutes-deviations.decided"), 19],
              [sentence("paper.by"), 16],
            ],
            all.map(({ seq, at, data }): readonly Cell[] => [
              [[String(seq)], [timeFrom(from, at)]],
              aboutWhat(data),
              [[theirs(data.expected)]],
              [[theirs(data.happened)]],
              [
                [
                  sentence(`minutes-deviations.decision.${data.decision ?? "continue"}`, {
                    what: theirs(data.decided),
                  }),
                ],
              ],
              [[seatsOf(data.decidedBy)]],
            ]),
          ),
        ]),
  ];
}

/** The step, and the entry of the earlier record that is corrected. */
const aboutWhat = ({ step = "", corrects }: EventData["exception-noted"]): Cell => [
  step === "" ? ["-"] : [stepNamed(step)],
  ...(corrects === undefined
    ? []
    : [[sentence("minutes-deviations.corrects", { entry: corrects.entry })]]),
];

/** A refusal is a control that worked; wrong passphrases are counted with them. */
function refusals({ entries, from }: Reading): readonly Block[] {
  const all = entries.filter(isAs("refusals", "passphrases"));
  return [
    subheading(sentence("minutes-deviations.refusals")),
    paragraph(sentence("minutes-deviations.control")),
    ...(all.length === 0
      ? [paragraph(sentence("minutes-deviations.noRefusal"))]
      : [
          table(
            [
              [sentence("paper.entry"), 8],
              [sentence("paper.time"), 14],
              [sentence("paper.station"), 12],
              [sentence("paper.step"), 30],
              [sentence("minutes-deviations.refused"), 36],
            ],
            all.map(({ seq, at, station, type, data }): readonly Cell[] => {
              const { step, code } = data as { readonly step: string; readonly code?: string };
              const { officer = "" } = data as { readonly officer?: string };
              return [
                [[String(seq)]],
                [[timeFrom(from, at)]],
                [[stationIn(station)]],
                [[stepNamed(step)]],
                [
                  type === "refused"
                    ? [named(code ?? "")]
                    : [sentence("minutes-deviations.passphrase", { officer: roleIn(officer) })],
                ],
              ];
            }),
          ),
        ]),
  ];
}

/** What people decided, and what was interrupted and continued. */
function decisions({ entries, from }: Reading): readonly Block[] {
  const all = entries.filter(isAs("decisions", "interruptions"));
  return [
    subheading(sentence("minutes-deviations.decisions")),
    ...(all.length === 0
      ? [paragraph(sentence("minutes-deviations.noDecision"))]
      : [entryTable(all, from)]),
  ];
}

function aborted({ state }: Reading): readonly Block[] {
  if (state.aborted === null) return [];
  return [
    subheading(sentence("minutes-deviations.left")),
    table(
      [
        [sentence("paper.object"), 24],
        [sentence("minutes-deviations.why"), 24],
        [sentence("minutes-deviations.must"), 24],
        [sentence("paper.by"), 14],
        [sentence("minutes-deviations.byHand"), 14],
      ],
      state.aborted.remains.map(({ object, because, deed, by }): readonly Cell[] => [
        [[objectNamed(object)]],
        [[sentence(`minutes-deviations.because.${because}`)]],
        [[sentence(`minutes-deviations.deed.${deed}`)]],
        [[firstRole(by)]],
        "",
      ]),
    ),
  ];
}
