// Blocks that every paper of a deployment has.
import { table, type Cell, type Table } from "../../../ceremony-scripts/paper.ts";

/** What is said about something, each with its name. */
export const facts = (rows: readonly (readonly [name: string, says: Cell])[]): Table =>
  table(
    [
      ["", 1],
      ["", 4],
    ],
    rows,
  );

/** A table with empty rows, to be filled in by hand. */
export const toFillIn = (heads: readonly string[], rows = 1): Table =>
  table(
    heads.map((head) => [head, 1]),
    Array.from({ length: rows }, () => heads.map(() => "")),
  );
