// Linux: which file systems are mounted where, from findmnt.
import { readObject, rowsOf, textIn, stringOf } from "./form.ts";
import { fault } from "../shared/faults.ts";
import type { DriveSources } from "./tools.ts";

/** One mounted file system, or a part of one. */
export interface Mount {
  readonly source: string;
  readonly folder: string;
  /** The folder within the file system that is mounted: "/" except for bind mounts. */
  readonly root: string;
  readonly type: string;
  /** Major and minor number of the device, "8:17". */
  readonly number: string;
  readonly readOnly: boolean;
}

// Sizes are not requested: that would wait for every file server that does not answer.
const COLUMNS = "SOURCE,TARGET,FSROOT,FSTYPE,MAJ:MIN,OPTIONS";

/** All mounts, in the order they were made. @throws Fault E-DRIVES-TOOL, E-DRIVES-FORM */
export async function readMounts(sources: DriveSources): Promise<readonly Mount[]> {
  const { exit, output } = await sources.run("findmnt", ["-J", "-l", "-v", "-o", COLUMNS]);
  if (exit !== 0) throw fault("E-DRIVES-TOOL");
  return rowsOf(readObject(output)["filesystems"]).map((row) => ({
    source: textIn(row, "source") ?? "",
    folder: stringOf(row, "target"),
    root: textIn(row, "fsroot") ?? "",
    type: textIn(row, "fstype") ?? "",
    number: stringOf(row, "maj:min").trim(),
    readOnly: (textIn(row, "options") ?? "").split(",").includes("ro"),
  }));
}

/** A path that means the same to every program: absolute, complete, in plain characters. */
export const isPlainPath = (path: string): boolean =>
  path.startsWith("/") && !/[\p{Cc}\uFFFD]/u.test(path) && !path.split("/").includes("..");
