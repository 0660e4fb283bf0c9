// Where a deployment is kept: one folder with its record and the files that it names by SHA-256.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../../crypto/index.ts";
import { makeFolder, readIfThere, writeNew } from "../disk/disk.ts";
import { fault } from "./faults.ts";

/** The station's name in every entry: the offline station has no deployment. */
export const STATION = "connected";

const PLAN_MAX = 256 * 1024;
const RUNBOOKS_MAX = 1024 * 1024;
const ANSWER_MAX = 16 * 1024 * 1024;

/** The kinds of files that a record names. */
const SORTS = {
  plans: { ending: "yaml", max: PLAN_MAX },
  runbooks: { ending: "json", max: RUNBOOKS_MAX },
  answers: { ending: "json", max: ANSWER_MAX },
} as const;
export type Sort = keyof typeof SORTS;

/** The path of a file in a deployment's folder. */
export const pathOf = (sort: Sort, sha256: string): string =>
  `${sort}/${sha256}.${SORTS[sort].ending}`;

/** The folders of all deployments, the newest last. */
export function deploymentsIn(root: string): readonly string[] {
  makeFolder(root);
  return readdirSync(root)
    .filter((name) => /^\d{3,6}$/.test(name))
    .toSorted()
    .map((name) => join(root, name));
}

/** The name of the next folder. */
export const folderAfter = (root: string, folders: readonly string[]): string =>
  join(root, String(folders.length + 1).padStart(3, "0"));

/** Stores a file under its SHA-256; it is on the disk when this returns. @returns the SHA-256, in hex */
export function keep(folder: string, sort: Sort, bytes: Uint8Array): string {
  const sha256 = sha256Hex(bytes);
  const inner = join(folder, sort);
  makeFolder(inner);
  writeNew(inner, `${sha256}.${SORTS[sort].ending}`, bytes);
  return sha256;
}

/** Reads a file that the record names. @throws Fault E-DEPLOY-FILE if it is missing or differs */
export function kept(folder: string, sort: Sort, sha256: string): Uint8Array {
  const bytes = readIfThere(join(folder, pathOf(sort, sha256)), SORTS[sort].max);
  if (bytes === null || sha256Hex(bytes) !== sha256)
    throw fault("E-DEPLOY-FILE", { name: pathOf(sort, sha256) });
  return bytes;
}
