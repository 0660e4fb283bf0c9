// Minutes, 4: every step with who did it, who confirmed it and when; then what was made.
import {
  paragraph, table, theirs, type Block, type Cell, type Line,
} from "../../ceremony-scripts/index.ts";
import type { RecordEntry } from "../ceremony/ceremony.ts";
import { made } from "./minutes-made.ts";
import { personOf, roleOf, stepOf, timeFrom } from "./phrases.ts";
import { peopleAt, type Reading } from "./reading.ts";
import { sentenceOf } from "./sentences.ts";
import { stepRows, type StepRow } from "./step-rows.ts";

/** The mark of an entry: on its page stands the step it belongs to. */
export const entryMark = (seq: number): string => `entry-${String(seq)}`;

/** All steps, and then keys, domain, proof and recovery. */
export function stepsSection(reading: Reading): readonly Block[] {
  const rows = stepRows(reading.entries);
  const numbers = new Map(rows.filter(({ step }) => step !== null).map((row, i) => [row, i + 1]));
  return [
    paragraph("Each entry of the record stands here once, under its number in the record. "
      + "\u201cConfirmed\u201d is another person's: the app takes it from nobody else."),
    {
      ...table(
        [["No.", 4], ["Step and station", 16], ["Done by", 13], ["Confirmed by", 13],
          ["Time UTC", 14], ["What the record says", 40]],
        rows.map((row) => cells(reading, row, numbers.get(row)))),
      marks: rows.map(({ entries }) => entries.map(({ seq }) => entryMark(seq))),
    },
    ...made(reading),
  ];
}

function cells(reading: Reading, row: StepRow, number: number | undefined): readonly Cell[] {
  const { step, again, station, entries } = row;
  return [
    [[number === undefined ? "\u2013" : String(number)]],
    step === null ? [["Between steps"], [`at the ${station} station`]]
      : [[theirs(stepOf(step))], [`${again ? "again, " : ""}at the ${station} station`]],
    doneBy(reading, row), confirmedBy(reading, row), times(reading, row),
    said(entries),
  ];
}

/** Entries that say little stand side by side on one line. */
const QUIET = ["step-performed", "step-done", "handed-over", "taken-over"];

const said = (entries: readonly RecordEntry[]): readonly Line[] =>
  entries.reduce<readonly Line[]>((lines, entry, i) => {
    const line: Line = [`${String(entry.seq)} `, ...sentenceOf(entry)];
    const last = lines.at(-1);
    const joins = last !== undefined && QUIET.includes(entry.type)
      && QUIET.includes(entries[i - 1]?.type ?? "");
    return joins ? [...lines.slice(0, -1), [...last, "  ", ...line]] : [...lines, line];
  }, []);

/** A closing has no other doer than those who signed. */
function doneBy(reading: Reading, { doneBy: by, entries, step }: StepRow): Cell {
  const people = peopleAt(reading, entries[0]?.seq ?? 0);
  if (by !== "") return [personOf(by, people)];
  const signers = entries.filter(({ type }) => type === "signed").map((entry) => entry.by);
  if (signers.length > 0) return signers.map((role): Line => [`${roleOf(role)} (signed)`]);
  const last = entries.findLast(({ type }) => type === "closing-on-paper");
  if (last !== undefined) return [personOf(last.by, people)];
  return [[step === null ? "-" : "not performed"]];
}

function confirmedBy(reading: Reading, row: StepRow): Cell {
  const people = peopleAt(reading, row.entries[0]?.seq ?? 0);
  if (row.confirmedBy !== "") return [personOf(row.confirmedBy, people)];
  if (row.entries.some(({ type }) => type === "signed")) return [["by these signatures"]];
  if (row.entries.some(({ type }) => type === "closing-on-paper")) return [["on paper"]];
  return [[row.step === null ? "-" : "not confirmed"]];
}

function times({ from }: Reading, { beganAt, performedAt, confirmedAt, entries }: StepRow): Cell {
  if (beganAt === "") return [[timeFrom(from, entries[0]?.at ?? "")]];
  const end = entries.at(-1)?.at ?? "";
  return [
    [`began ${timeFrom(from, beganAt)}`],
    ...performedAt === "" ? [] : [[`done ${timeFrom(from, performedAt)}`]],
    confirmedAt === "" ? [`ended ${timeFrom(from, end)}`]
      : [`confirmed ${timeFrom(from, confirmedAt)}`],
  ];
}
