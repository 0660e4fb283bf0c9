// Minutes, 4: every step with who did it, who confirmed it and when, every entry under its number;
// then what was made.
import {
  paragraph,
  table,
  theirs,
  type Band,
  type Block,
  type Cell,
  type Line,
  type Span,
} from "../../ceremony-scripts/index.ts";
import { firstRole, stepNamed, type RecordEntry } from "../ceremony/ceremony.ts";
import { known } from "../text/english.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import { made } from "./minutes-made.ts";
import { personOf, timeFrom } from "./phrases.ts";
import { peopleAt, sentenceOf, type Reading } from "./reading.ts";

/** The mark of an entry, by which its page is found. */
export const entryMark = (seq: number): string => `entry-${String(seq)}`;

/** All steps, and then keys, domain, proof and recovery. */
export function stepsSection(reading: Reading): readonly Block[] {
  const rows = stepRows(reading.entries);
  const numbers = new Map(rows.filter(({ step }) => step !== null).map((row, i) => [row, i + 1]));
  const entries = rows.flatMap((row) => row.entries);
  return [
    paragraph(sentence("minutes-steps.headers")),
    {
      ...table(
        [
          [sentence("paper.entry"), 7],
          [sentence("paper.time"), 13],
          [sentence("paper.says"), 80],
        ],
        entries.map((entry): readonly Cell[] => [
          [[String(entry.seq)]],
          [[timeFrom(reading.from, entry.at)]],
          [sentenceOf(entry)],
        ]),
      ),
      bands: rows.flatMap((row) =>
        row.entries.map((_, i) => (i === 0 ? bandOf(reading, row, numbers.get(row)) : null)),
      ),
      marks: entries.map(({ seq }) => [entryMark(seq)]),
    },
    ...made(reading),
  ];
}

const SHARES = [35, 17, 24, 24] as const;

function bandOf(reading: Reading, row: StepRow, number: number | undefined): Band {
  const { step, again, station } = row;
  const name =
    step === null || number === undefined
      ? sentence("minutes-steps.between")
      : named(reading, step, number, again);
  return {
    shares: SHARES,
    cells: [
      [[name]],
      [[stationOf(station)], ...began(reading, row)],
      doneBy(reading, row),
      confirmedBy(reading, row),
    ],
    again: [[[sentence("paper.continued", { what: name })]], [[stationOf(station)]], [], []],
  };
}

/** A station that no version of ours has is shown as recorded. */
const stationOf = (station: string): Span =>
  known(`paper.station.${station}`) ?? theirs(`${station} station`);

/** With the window's name; a step of an unknown script only has its id. */
function named({ steps }: Reading, step: string, number: number, again: boolean): Sentence {
  const name = steps.get(step) ?? sentence("walkthrough.step", { number, title: stepNamed(step) });
  return again ? sentence("minutes-steps.again", { step: name }) : name;
}

const began = ({ from }: Reading, { beganAt }: StepRow): readonly Line[] =>
  beganAt === "" ? [] : [[sentence("minutes-steps.began", { time: timeFrom(from, beganAt) })]];

/** A closing is done by those who signed. */
function doneBy(reading: Reading, { doneBy: by, performedAt, entries, step }: StepRow): Cell {
  const people = peopleAt(reading, entries[0]?.seq ?? 0);
  if (by !== "") {
    const time = timeFrom(reading.from, performedAt);
    return [[sentence("minutes-steps.doneAt", { time })], personOf(by, people)];
  }
  const signers = entries.filter(({ type }) => type === "signed").map((entry) => entry.by);
  if (signers.length > 0)
    return signers.map((role): Line => [
      sentence("minutes-steps.signed", { who: firstRole(role) }),
    ]);
  const last = entries.findLast(({ type }) => type === "closing-on-paper");
  if (last !== undefined) return [[sentence("minutes-steps.doneBy")], personOf(last.by, people)];
  return step === null ? [] : [[sentence("minutes-steps.notDone")]];
}

function confirmedBy(reading: Reading, row: StepRow): Cell {
  const people = peopleAt(reading, row.entries[0]?.seq ?? 0);
  if (row.confirmedBy !== "") {
    const time = timeFrom(reading.from, row.confirmedAt);
    return [[sentence("minutes-steps.confirmedAt", { time })], personOf(row.confirmedBy, people)];
  }
  if (row.entries.some(({ type }) => type === "signed"))
    return [[sentence("minutes-steps.bySignatures")]];
  if (row.entries.some(({ type }) => type === "closing-on-paper"))
    return [[sentence("minutes-steps.onPaper")]];
  return row.step === null ? [] : [[sentence("minutes-steps.notConfirmed")]];
}

/** One attempt of a step, or (without a step) what is between two of them. */
interface StepRow {
  /** The step's id, or null. */
  readonly step: string | null;
  /** It had begun before, and was started again. */
  readonly again: boolean;
  readonly station: string;
  /** Roles; "" if nobody did so, or not yet. */
  readonly doneBy: string;
  readonly confirmedBy: string;
  /** RFC 3339, UTC; "" if it did not happen. */
  readonly beganAt: string;
  readonly performedAt: string;
  readonly confirmedAt: string;
  readonly entries: readonly RecordEntry[];
}

/** All rows; every entry is in exactly one. */
function stepRows(entries: readonly RecordEntry[]): readonly StepRow[] {
  const rows: (StepRow & { entries: RecordEntry[] })[] = [];
  const tried = new Set<string>();
  let isOpen = false;
  const begin = (step: string | null, { station, at }: RecordEntry): void => {
    const again = step !== null && tried.has(step);
    if (step !== null) tried.add(step);
    const beganAt = step === null ? "" : at;
    rows.push({ step, again, station, beganAt, ...NOBODY, entries: [] });
  };
  for (const entry of entries) {
    const begins = entry.type === "step-began" || entry.type === "taken-over";
    if (begins || !isOpen) begin(begins ? stepIn(entry) : null, entry);
    const row = rows.at(-1);
    if (row === undefined) continue;
    row.entries.push(entry);
    Object.assign(row, changedBy(row, entry));
    isOpen = !ENDS.includes(entry.type);
  }
  return rows;
}

const NOBODY = { doneBy: "", confirmedBy: "", performedAt: "", confirmedAt: "" } as const;

/** After these an entry belongs to no step, until the next one begins. */
const ENDS = ["opened", "step-done", "handed-over", "aborted"];

const stepIn = ({ data }: RecordEntry): string => (data as { readonly step: string }).step;

function changedBy(row: StepRow, { type, by, at, data }: RecordEntry): Partial<StepRow> {
  switch (type) {
    case "step-performed":
      return { doneBy: by, performedAt: at };
    case "taken-over":
      return { doneBy: by, performedAt: at };
    case "step-done": {
      const { confirmedBy } = data as { readonly confirmedBy: string };
      return { confirmedBy, confirmedAt: at, ...(row.doneBy === "" ? early(by, at) : {}) };
    }
    case "handed-over":
      return { confirmedBy: by, confirmedAt: at };
    default:
      return {};
  }
}

/** Early records only said that a step was done and confirmed. */
const early = (by: string, at: string): Partial<StepRow> => ({ doneBy: by, performedAt: at });
