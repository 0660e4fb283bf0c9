// Small files that are kept in a ceremony's folder. What the disk refuses there is one to people.
import { join } from "node:path";
import { readIfThere, replace } from "../disk/disk.ts";
import { fault } from "./faults.ts";

/** Puts a file in its place, durably. @throws Fault E-REHEARSE-FOLDER */
export const keepFile = (folder: string, name: string, bytes: Uint8Array): void =>
  inFolder(() => replace(folder, name, bytes));

/** A file's bytes, or null where there is none. @throws Fault E-REHEARSE-FOLDER */
export const keptFile = (folder: string, name: string): Uint8Array | null =>
  inFolder(() => readIfThere(join(folder, name)));

/** Does what needs such a folder. @throws Fault E-REHEARSE-FOLDER, whatever fails */
export function inFolder<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw fault("E-REHEARSE-FOLDER");
  }
}
