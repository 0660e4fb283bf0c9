// Small files in a ceremony's folder. All disk errors there are one refusal.
import { join } from "node:path";
import { readIfThere, replace } from "../disk/disk.ts";
import { fault } from "./faults.ts";

/** Durably replaces a file. @throws Fault E-REHEARSE-FOLDER */
export const keepFile = (folder: string, name: string, bytes: Uint8Array): void =>
  inFolder(() => replace(folder, name, bytes));

/** A file's bytes, or null if there is none. @throws Fault E-REHEARSE-FOLDER */
export const keptFile = (folder: string, name: string): Uint8Array | null =>
  inFolder(() => readIfThere(join(folder, name)));

/** Works in such a folder. @throws Fault E-REHEARSE-FOLDER, whatever fails */
export function inFolder<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw fault("E-REHEARSE-FOLDER");
  }
}
