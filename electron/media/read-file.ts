// A file of a medium, read twice. A vault reads one so; it writes none and looks for no medium.
import { join } from "node:path";
import { fault } from "./shared/faults.ts";
import { atMedium, type Medium } from "./medium.ts";
import { checkName } from "./name.ts";
import { readBytes } from "./read-bytes.ts";

/**
 * A file's bytes, read twice, the second time past the cache.
 * @param bytesMax in bytes; checked before reading
 * @throws Fault E-MEDIA-NAME, -FILE-MISSING (also for an empty file), -KIND (link, folder, device,
 * pipe, more than one name), -SIZE, -CHANGING, -GONE, -OTHER, -MARKER, -READONLY, -IO, E-RESOURCE
 */
export function readFile(medium: Medium, name: string, bytesMax: number): Uint8Array {
  checkName(name);
  return atMedium(medium, (device) => {
    const reading = readBytes(join(medium.folder, name), bytesMax, medium.label);
    if (reading.device !== device) throw fault("E-MEDIA-GONE");
    return reading.bytes;
  });
}
