// The SHA-256 of a file of any size.
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

const CHUNK = 4 * 1024 * 1024;

/** @param {string} file @returns {string} hex */
export function sha256Of(file) {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(CHUNK);
  const opened = openSync(file, "r");
  try {
    for (let size = 1; size > 0;) {
      size = readSync(opened, chunk);
      hash.update(chunk.subarray(0, size));
    }
  } finally {
    closeSync(opened);
  }
  return hash.digest("hex");
}
