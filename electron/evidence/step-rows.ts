// The steps of a record in the order in which they were gone through: who did each, who confirmed
// it, when, and the entries that belong to it.
import type { RecordEntry } from "../ceremony/ceremony.ts";

/** One try of a step, or (with no step) what stands between two of them. */
export interface StepRow {
  /** The step's id, or null. */
  readonly step: string | null;
  /** It had begun before, and was begun again. */
  readonly again: boolean;
  readonly station: string;
  /** Roles; "" where nobody did so, or not yet. */
  readonly doneBy: string;
  readonly confirmedBy: string;
  /** RFC 3339, UTC; "" of what did not happen. */
  readonly beganAt: string;
  readonly performedAt: string;
  readonly confirmedAt: string;
  readonly entries: readonly RecordEntry[];
}

/** All rows; every entry stands in exactly one. */
export function stepRows(entries: readonly RecordEntry[]): readonly StepRow[] {
  const rows: StepRow[] = [];
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
    rows[rows.length - 1] = { ...row, ...changedBy(row, entry), entries: [...row.entries, entry] };
    isOpen = !ENDS.includes(entry.type);
  }
  return rows;
}

const NOBODY = { doneBy: "", confirmedBy: "", performedAt: "", confirmedAt: "" } as const;

/** After these an entry belongs to no step any more, until the next one begins. */
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

/** Early records said of a step only that it was done and confirmed. */
const early = (by: string, at: string): Partial<StepRow> => ({ doneBy: by, performedAt: at });
