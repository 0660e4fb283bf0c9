// Named JSON files, and those in named folders, because a storage account has a log folder for each
// hour.
import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";

export interface JsonFiles {
  /** In the order in which they were named. */
  readonly paths: readonly string[];
  /** How many other files were in the folders. */
  readonly passedOver: number;
}

/**
 * Each named file, and every `.json` and `.jsonl` in each named folder and below. In folders links
 * are not followed.
 * @throws the system's errors, if a folder cannot be read
 */
export function jsonFilesAt(places: readonly string[]): JsonFiles {
  const found = places.flatMap(filesAt);
  const paths = found.filter(isMeant).map(({ path }) => path);
  return { paths, passedOver: found.length - paths.length };
}

interface Found {
  readonly path: string;
  /** It was named itself. */
  readonly isNamed: boolean;
  readonly isFile: boolean;
}

const isMeant = ({ path, isNamed, isFile }: Found): boolean =>
  isNamed || (isFile && /\.jsonl?$/i.test(path));

function filesAt(place: string): readonly Found[] {
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() !== true)
    return [{ path: place, isNamed: true, isFile: true }];
  return entriesIn(place)
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: join(entry.parentPath, entry.name),
      isNamed: false,
      isFile: entry.isFile(),
    }));
}

const entriesIn = (folder: string): readonly Dirent[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true });
