// Removal with the system's own error: node's rmSync tries a file that may not be removed as a
// folder, and then reports ENOTDIR.
import { lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "./refusal.ts";

/**
 * Removes a file or a link, if there is one. It is durable once the folder around it is forced to
 * the disk.
 * @throws errors of the system, also for a folder
 */
export function removeFile(path: string): void {
  ifThere(() => unlinkSync(path));
}

/** As `removeFile`, but a folder is removed with its contents. @throws errors of the system */
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
