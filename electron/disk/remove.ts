// What is removed, with the system's own word where that fails: node's rmSync tries a file that may
// not be removed as a folder, and then says that it is none.
import { lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "./refusal.ts";

/**
 * Removes a file or a link; nothing where nothing is there. It is not durable before the folder around
 * it is forced to the disk.
 * @throws errors of the system, of a folder too
 */
export function removeFile(path: string): void {
  ifThere(() => unlinkSync(path));
}

/** As `removeFile`, but a folder goes with all that is in it. @throws errors of the system */
export function removeTree(path: string): void {
  ifThere(() => {
    if (lstatSync(path).isDirectory()) {
      for (const name of readdirSync(path)) removeTree(join(path, name));
      rmdirSync(path);
    } else unlinkSync(path);
  });
}

function ifThere(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
}
