// Reads a medium's files and lists them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fault } from "./faults.ts";
import { statOf } from "./folder.ts";
import { atMedium, type Medium } from "./medium.ts";
import { isAllowed, isPart, judgeName, MARKER } from "./name.ts";
import { readBytes } from "./read-bytes.ts";

/**
 * A file's bytes, read twice, the second time past the cache.
 * @param bytesMax in bytes; judged before reading
 * @throws Fault E-MEDIA-NAME, -FILE-MISSING (also for an empty file), -KIND (link, folder, device,
 *   pipe, more than one name), -SIZE, -CHANGING, -GONE, -OTHER, -MARKER, -READONLY, -IO, E-RESOURCE
 */
export function readFile(medium: Medium, name: string, bytesMax: number): Uint8Array {
  judgeName(name);
  return atMedium(medium, (device) => {
    const reading = readBytes(join(medium.folder, name), bytesMax);
    if (reading.device !== device) throw fault("E-MEDIA-GONE");
    return reading.bytes;
  });
}

/**
 * The names of the files that are there, sorted: regular, with content, of an allowed name, without
 * the marker and without what was being written. Answers that never became whole are among them,
 * as NAME.partial.
 * @throws Fault E-MEDIA-GONE, -OTHER, -MARKER, -IO, E-RESOURCE
 */
export function listFiles(medium: Medium): readonly string[] {
  return atMedium(medium, () => readdirSync(medium.folder).filter((name) => {
    if (!isAllowed(name) || name === MARKER || isPart(name)) return false;
    const there = statOf(join(medium.folder, name));
    return there !== null && there.isFile() && there.size > 0n;
  }).sort());
}
