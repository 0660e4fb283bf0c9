// Closed records in the order of their days: what each continues, and how it left the custody.
import type { TimelineRow } from "../bridge/audit-views.ts";
import { custodyHealth, differencesOf, fold, standingOf } from "../ceremony/ceremony.ts";
import { NOTHING_BEFORE, type Entry } from "../journal/journal.ts";
import { continuationAmong } from "../session/chain.ts";
import type { Sentence } from "../text/sentence.ts";
import { PART_SCRIPT } from "../usecases/take-part.ts";

/** A closed record, and whether it was chosen by hand. */
export interface Placed {
  readonly entries: readonly Entry[];
  readonly byHand: boolean;
}

/** The rows of these records, the oldest first; of two with the same head only the first. */
export function timelineOf(records: readonly Placed[]): readonly TimelineRow[] {
  const rows = records.map(rowOf);
  const once = rows.filter(
    ({ row: { head } }, i) => rows.findIndex(({ row }) => row.head === head) === i,
  );
  return once
    .map(({ row, prev, entries }): TimelineRow => ({
      ...row,
      follows:
        prev === NOTHING_BEFORE
          ? "nothing"
          : once.some((one) => one.row.head === prev)
            ? "here"
            : "elsewhere",
      differs: whatContradicts(entries, records),
      isForked:
        !isAside(row)
        && once.some(
          (other) =>
            other.row !== row
            && other.prev === prev
            && prev !== NOTHING_BEFORE
            && !isAside(other.row),
        ),
      continuedAt:
        once.find((other) => other.prev === row.head && !isAside(other.row))?.row.closedAt ?? null,
    }))
    .toSorted((a, b) => (a.closedAt < b.closedAt ? -1 : a.closedAt > b.closedAt ? 1 : 0));
}

function whatContradicts(entries: readonly Entry[], records: readonly Placed[]): Sentence | null {
  const found = continuationAmong(
    entries,
    records.map((one) => one.entries),
  );
  return found.kind === "differs" ? found.what : null;
}

type Row = Omit<TimelineRow, "follows" | "isForked" | "continuedAt" | "differs">;

/** Others may continue the same record: a part of an attestation, and an aborted one. */
const isAside = ({ script, aborted }: Row): boolean => script === PART_SCRIPT || aborted;

function rowOf({ entries, byHand }: Placed): {
  readonly row: Row;
  readonly prev: string;
  readonly entries: readonly Entry[];
} {
  const { opened, aborted, onPaper } = fold(entries);
  const last = entries.at(-1);
  const standing = standingOf(entries);
  const at = last?.at ?? "";
  return {
    entries,
    prev: entries[0]?.prev ?? "",
    row: {
      head: last?.hash ?? "",
      script: opened?.script ?? "",
      hsm: opened?.hsm ?? "",
      closedAt: at,
      closedBy: onPaper === null ? "signatures" : "paper",
      aborted: aborted !== null,
      exceptions: entries.filter(({ type }) => type === "exception-noted").length,
      differences: differencesOf(entries).length,
      health:
        standing.domainSha256 === "" || standing.objects.length === 0
          ? null
          : custodyHealth(standing, at),
      byHand,
    },
  };
}
