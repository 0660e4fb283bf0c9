// Two columns: what, and what the record says of it.
import { table, type Block, type Line } from "../../ceremony-scripts/index.ts";

export const facts = (rows: readonly (readonly [string, readonly Line[]])[]): Block =>
  table([["What", 25], ["As recorded", 75]], rows.map(([what, value]) => [[[what]], value]));
