// In a rehearsal with folders: what people do by hand with the media of officers' keys that end. They
// are laid aside, new ones get their labels, the old ones are destroyed.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { random } from "../../crypto/index.ts";
import { officerOf, seatsOf, type State } from "../ceremony/ceremony.ts";
import { renameFolder } from "../disk/disk.ts";
import { prepareMedium } from "../media/media.ts";
import { MEDIA } from "../usecases/deps.ts";
import { makeFolder, mediumAside, type CeremonyFolder } from "../session/folders.ts";
import { removeTree } from "../disk/remove.ts";

/**
 * Brings the folders to the state that the record describes; it can be repeated. An old medium's
 * own folder stays when it is destroyed: it says that the label's medium is the new one.
 * @throws Fault E-REHEARSE-FOLDER, E-MEDIA-*
 */
export function settleOldMedia(
  media: string,
  ceremony: CeremonyFolder,
  { opened, destroyed, officers }: State,
): void {
  if (opened?.renewed === undefined) return;
  const { renewed, officers: now, earlier } = opened;
  const left = seatsOf(earlier[0]?.officers.length ?? 0).filter((seat) => seat > now);
  for (const seat of [...renewed, ...left])
    for (const [label, object] of [
      [MEDIA.own(seat), "medium"],
      [MEDIA.backup(seat), "backup medium"],
    ] as const) {
      const aside = mediumAside(media, "old", ceremony, label);
      if (!existsSync(aside)) layAside(join(media, label), aside);
      // After an interruption; once it has keys, a missing one is an error.
      if (renewed.includes(seat) && officers[officerOf(seat)]?.making == null)
        prepareMedium(media, label, "REHEARSAL", random);
      if (destroyed.includes(`${officerOf(seat)} ${object}`)) empty(aside);
    }
}

/** Beside those in use: one atomic change of one folder. */
function layAside(medium: string, aside: string): void {
  if (existsSync(medium)) renameFolder(medium, aside);
  else makeFolder(aside);
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) removeTree(join(folder, name));
}
