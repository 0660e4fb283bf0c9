// The custody form as data: proposals, duplicates, and empty fields.
import { seatOf } from "../text/objects.ts";
import { folded } from "./open-form.ts";

/** The entries for one object. */
export interface CustodyRow {
  readonly object: string;
  readonly seal: string;
  readonly place: string;
  readonly custodian: string;
}

/** A field of a row. */
export type CustodyField = "seal" | "place" | "custodian";

/** The fields, in the order in which they are read aloud. */
export const FIELDS: readonly CustodyField[] = ["seal", "place", "custodian"];

/** The number of empty fields. */
export const emptyFields = (rows: readonly CustodyRow[]): number =>
  rows.reduce((sum, row) => sum + FIELDS.filter((field) => row[field].trim() === "").length, 0);

/** The number of complete rows. */
export const filledRows = (rows: readonly CustodyRow[]): number =>
  rows.filter((row) => emptyFields([row]) === 0).length;

/** Whether a field breaks a custody rule, given the other rows. Main checks it again. */
export function isWrong(rows: readonly CustodyRow[], at: number, field: CustodyField): boolean {
  const row = rows[at];
  if (row === undefined || row[field].trim() === "") return false;
  const others = rows.filter((_, index) => index !== at);
  const same = others.filter((other) => folded(other[field]) === folded(row[field]));
  if (field === "seal") return same.length > 0;
  const seat = seatOf(row.object);
  if (seat === null) return false;
  if (field === "custodian")
    return (
      isMedium(row)
      && same.some(
        (other) =>
          isMedium(other) && seatOf(other.object) !== null && seatOf(other.object) !== seat,
      )
    );
  // An envelope is kept apart from the same officer's media.
  const apart = isMedium(row) ? isEnvelope : isEnvelope(row) ? isMedium : () => false;
  return same.some((other) => seatOf(other.object) === seat && apart(other));
}

/** Whether anything is wrong. */
export const anyWrong = (rows: readonly CustodyRow[]): boolean =>
  rows.some((_, at) => FIELDS.some((field) => isWrong(rows, at, field)));

/**
 * The value an empty field takes on Enter: the nearest above of its own sort. Envelopes take from
 * envelopes, so that they do not end up beside the media. A seal number is never copied.
 */
export function takenOver(rows: readonly CustodyRow[], at: number, field: CustodyField): string {
  const row = rows[at];
  if (row === undefined || field === "seal" || row[field].trim() !== "") return "";
  return (
    rows
      .slice(0, at)
      .findLast((above) => isMedium(above) === isMedium(row) && above[field].trim() !== "")?.[field]
    ?? ""
  );
}

const isMedium = ({ object }: CustodyRow): boolean => object.endsWith("medium");
const isEnvelope = ({ object }: CustodyRow): boolean => object.endsWith("envelope");
