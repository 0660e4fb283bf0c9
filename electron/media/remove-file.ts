// Removes a file that this ceremony wrote and never counted.
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { fault } from "./faults.ts";
import { statOf, syncFolder } from "./folder.ts";
import { atMedium, judgeHere, type Medium } from "./medium.ts";
import { judgeOwnName } from "./name.ts";

/**
 * Removes a file, durably. Only for files that this ceremony wrote, and whose removal it records.
 * @throws Fault E-MEDIA-NAME, -FILE-MISSING, -KIND, -READONLY, -GONE, -OTHER, -MARKER, -IO
 */
export function removeFile(medium: Medium, name: string): void {
  judgeOwnName(name);
  atMedium(medium, (device) => {
    const path = join(medium.folder, name);
    const there = statOf(path);
    if (there === null) throw fault("E-MEDIA-FILE-MISSING");
    if (!there.isFile()) throw fault("E-MEDIA-KIND");
    if (there.dev !== device) throw fault("E-MEDIA-GONE");
    unlinkSync(path);
    syncFolder(medium.folder);
    judgeHere(medium);
  });
}
