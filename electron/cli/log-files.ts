// Exported files of Azure's log, and folders of them as in a storage account, with a file for each
// hour.
import { jsonFilesAt, type JsonFiles } from "../disk/json-files.ts";
import {
  eachOnce,
  LOG_LIMITS,
  logTooLarge,
  readAzureLog,
  type AzureLog,
} from "../evidence/azure-log.ts";
import { usage } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";
import { readInput } from "./shared/files.ts";

/** What was read, and how many files in the folders were ignored. */
export interface LogsRead {
  readonly files: number;
  readonly passedOver: number;
  readonly logs: AzureLog;
  /** How many operations on a domain were duplicates: of one event in several exports. */
  readonly repeated: number;
}

/**
 * Reads each file, and every `.json` and `.jsonl` below each folder, one after the other. Links are
 * not followed.
 * @throws Fault E-USAGE, E-FILE-*, E-AUDIT-*
 */
export function readLogs(places: readonly string[]): LogsRead {
  if (places.length === 0) throw usage("Give at least one exported file of Azure's log.");
  const { paths, passedOver } = filesAt(places);
  if (paths.length === 0) throw fault("E-FILE-MISSING", { flag: "the log" });
  if (paths.length > LOG_LIMITS.files) throw logTooLarge("files");
  const logs = paths.map((path) =>
    readAzureLog(readInput(path, "the log", LOG_LIMITS.bytes, () => logTooLarge("bytes"))),
  );
  const { operations, repeated } = eachOnce(logs.flatMap((one) => one.operations));
  return {
    files: paths.length,
    passedOver,
    logs: { events: logs.reduce((sum, { events }) => sum + events, 0), operations },
    repeated,
  };
}

/** @throws Fault E-FILE-READ */
function filesAt(places: readonly string[]): JsonFiles {
  try {
    return jsonFilesAt(places);
  } catch {
    throw fault("E-FILE-READ", { flag: "the log" });
  }
}
