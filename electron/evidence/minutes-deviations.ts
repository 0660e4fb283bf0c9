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
  capital,
  inText,
  listed,
  roleOf,
  stepOf,
  type EventData,
  type EventType,
  type RecordEntry,
} from "../ceremony/ceremony.ts";
import { timeFrom } from "./phrases.ts";
import { sentenceOf, toldOf, type Reading } from "./reading.ts";

/** Exceptions, refusals, decisions, and what an abort left behind. */
export const deviations = (reading: Reading): readonly Block[] => [
  ...incidents(reading),
  ...exceptions(reading),
  ...refusals(reading),
  ...decisions(reading),
  ...aborted(reading),
];

/** Only where there was one: the exception behind it says what was decided. */
function incidents({ entries, from }: Reading): readonly Block[] {
  const all = entries.filter(({ type }) => type === "incident-found");
  return all.length === 0
    ? []
    : [
        subheading("Incidents"),
        table(
          [
            ["Entry", 8],
            ["Time UTC", 14],
            ["What the record says", 78],
          ],
          all.map((entry): readonly Cell[] => [
            [[String(entry.seq)]],
            [[timeFrom(from, entry.at)]],
            [sentenceOf(entry)],
          ]),
        ),
      ];
}

const DECISIONS = { continue: "continue", repeat: "repeat the step", abort: "abort" } as const;

function exceptions({ entries, from, state }: Reading): readonly Block[] {
  const all = toldOf(entries, "exception-noted");
  return [
    subheading("Exceptions"),
    ...(all.length === 0
      ? [
          paragraph(
            state.aborted === null
              ? "None was noted: the ceremony followed its script."
              : "None was noted: the ceremony followed its script until it was aborted.",
          ),
        ]
      : [
          table(
            [
              ["Entry, time", 12],
              ["Step", 13],
              ["Expected", 20],
              ["Happened", 20],
              ["Decided", 19],
              ["By", 16],
            ],
            all.map(({ seq, at, data }): readonly Cell[] => [
              [[String(seq)], [timeFrom(from, at)]],
              aboutWhat(data),
              [[theirs(data.expected)]],
              [[theirs(data.happened)]],
              [[`${capital(DECISIONS[data.decision ?? "continue"])}: `, theirs(data.decided)]],
              [[listed(data.decidedBy.map(roleOf))]],
            ]),
          ),
        ]),
  ];
}

/** The step, and what of the earlier record is corrected. */
const aboutWhat = ({ step = "", corrects }: EventData["exception-noted"]): Cell => [
  step === "" ? ["-"] : [theirs(stepOf(step))],
  ...(corrects === undefined
    ? []
    : [[`Corrects entry ${String(corrects.entry)} of the earlier record`]]),
];

/** A refusal is a control that worked; passphrases that were wrong are counted with them. */
function refusals({ entries, from }: Reading): readonly Block[] {
  const all = entries.filter(({ type }) => type === "refused" || type === "passphrase-refused");
  return [
    subheading("Refusals"),
    paragraph("A refusal by the app is not an exception: it is a control that worked."),
    ...(all.length === 0
      ? [paragraph("The app refused nothing.")]
      : [
          table(
            [
              ["Entry", 8],
              ["Time UTC", 14],
              ["Station", 12],
              ["Step", 30],
              ["Refused", 36],
            ],
            all.map(({ seq, at, station, type, data }): readonly Cell[] => {
              const { step, code } = data as { readonly step: string; readonly code?: string };
              const { officer = "" } = data as { readonly officer?: string };
              return [
                [[String(seq)]],
                [[timeFrom(from, at)]],
                [[station]],
                [[theirs(stepOf(step))]],
                [
                  type === "refused"
                    ? [named(code ?? "")]
                    : [`a passphrase of ${inText(officer)} that was wrong`],
                ],
              ];
            }),
          ),
        ]),
  ];
}

/** What two people decided, and what stopped and went on. */
const DECIDED: readonly EventType[] = [
  "refusal-accepted",
  "deviation-accepted",
  "download-again-decided",
  "exchange-key-accepted",
  "trouble-reported",
  "seat-changed",
  "differences-acknowledged",
  "resumed",
  "unrecorded-removed",
  "clock-jumped",
  "network-seen",
  "aborted",
];

function decisions({ entries, from }: Reading): readonly Block[] {
  const isOf = ({ type, data }: RecordEntry): boolean =>
    (DECIDED as readonly string[]).includes(type)
    && !(type === "exchange-key-accepted" && (data as { readonly attested: boolean }).attested);
  const all = entries.filter(isOf);
  return [
    subheading("Decisions, interruptions and changes of people"),
    ...(all.length === 0
      ? [paragraph("None.")]
      : [
          table(
            [
              ["Entry", 8],
              ["Time UTC", 14],
              ["What the record says", 78],
            ],
            all.map((entry): readonly Cell[] => [
              [[String(entry.seq)]],
              [[timeFrom(from, entry.at)]],
              [sentenceOf(entry)],
            ]),
          ),
        ]),
  ];
}

type Deed = EventData["aborted"]["remains"][number]["deed"];
const DEEDS: Readonly<Record<Deed, string>> = {
  destroy: "destroy before witnesses",
  seal: "seal and put away",
  erase: "erase",
  delete: "delete in Azure",
  ask: "ask the HSM for its state",
  none: "nothing",
};

function aborted({ state }: Reading): readonly Block[] {
  if (state.aborted === null) return [];
  return [
    subheading("What the aborted ceremony left behind, and what must be done with it"),
    table(
      [
        ["Object", 24],
        ["Why", 24],
        ["What must be done", 24],
        ["By", 14],
        ["Done (by hand)", 14],
      ],
      state.aborted.remains.map(({ object, because, deed, by }): readonly Cell[] => [
        [[theirs(object)]],
        [[theirs(because.replaceAll("-", " "))]],
        [[DEEDS[deed]]],
        [[roleOf(by)]],
        "",
      ]),
    ),
  ];
}
