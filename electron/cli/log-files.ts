// Azure's log as it was exported: files, and folders of them as a storage account has them, with a
// file for each hour.
import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import {
  eachOnce,
  LOG_LIMITS,
  logTooLarge,
  readAzureLog,
  type AzureLog,
} from "../evidence/azure-log.ts";
import { usage } from "./arguments.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";

/** What was read, and how many files in the folders were passed over. */
export interface LogsRead {
  readonly files: number;
  readonly passedOver: number;
  readonly logs: AzureLog;
  /** How many operations on a domain were there more than once: of one event in several exports. */
  readonly repeated: number;
}

/**
 * Reads each file, and every `.json` and `.jsonl` below each folder, one after the other. No link
 * is followed.
 * @throws Fault E-USAGE, E-FILE-*, E-AUDIT-*
 */
export function readLogs(places: readonly string[]): LogsRead {
  if (places.length === 0) throw usage("Give at least one exported file of Azure's log.");
  const found = places.flatMap(filesAt);
  const paths = found.filter(isLog);
  if (paths.length === 0) throw fault("E-FILE-MISSING", { flag: "the log" });
  if (paths.length > LOG_LIMITS.files) throw logTooLarge("files");
  const logs = paths.map(({ path }) =>
    readAzureLog(readInput(path, "the log", LOG_LIMITS.bytes, () => logTooLarge("bytes"))),
  );
  const { operations, repeated } = eachOnce(logs.flatMap((one) => one.operations));
  return {
    files: paths.length,
    passedOver: found.length - paths.length,
    logs: { events: logs.reduce((sum, { events }) => sum + events, 0), operations },
    repeated,
  };
}

interface Found {
  readonly path: string;
  /** It was named itself, or is a plain file in a folder. */
  readonly isNamed: boolean;
  readonly isFile: boolean;
}

const isLog = ({ path, isNamed, isFile }: Found): boolean =>
  isNamed || (isFile && /\.jsonl?$/i.test(path));

function filesAt(place: string): readonly Found[] {
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() !== true)
    return [{ path: place, isNamed: true, isFile: true }];
  return entriesOf(place)
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: join(entry.parentPath, entry.name),
      isNamed: false,
      isFile: entry.isFile(),
    }));
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    throw fault("E-FILE-READ", { flag: "the log" });
  }
}
