// The records in a folder that people chose, such as a stick with bundles of several ceremonies.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { RECORD_FILE } from "../journal/journal.ts";

/** How far below the folder. */
const DEPTH = 4;

/**
 * The paths of all records in a folder and those below it; of anything else its own path. Hidden
 * folders are left out, and what cannot be listed.
 */
export function recordsUnder(place: string): readonly string[] {
  const found = isFolder(place) ? [...records(place, DEPTH)] : [place];
  // A folder without a record is refused by its name, as a file is that is none.
  return found.length === 0 ? [join(place, RECORD_FILE)] : found;
}

function* records(folder: string, depth: number): Iterable<string> {
  const inside = listed(folder);
  if (inside.some((one) => one.isFile() && one.name === RECORD_FILE))
    yield join(folder, RECORD_FILE);
  const below = inside.filter((one) => one.isDirectory() && !one.name.startsWith("."));
  for (const { name } of depth === 0 ? [] : below) yield* records(join(folder, name), depth - 1);
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    return [];
  }
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
