// In a rehearsal with folders: what people do by hand with the media of an officer whose key is
// made anew. The old ones are laid aside, new ones take their labels, the old ones are destroyed.
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { random } from "../../crypto/index.ts";
import { officerOf, type State } from "../ceremony/ceremony.ts";
import { prepareMedium } from "../media/media.ts";
import { MEDIA } from "../usecases/deps.ts";
import { makeFolder, type CeremonyFolder } from "../session/folders.ts";

/**
 * Brings the folders to where the record says that things are; done as often as one likes. An old
 * medium's own folder stays when it is destroyed: it says that the label's medium is the new one.
 * @throws Fault E-REHEARSE-FOLDER, E-MEDIA-*
 */
export function settleOldMedia(
  media: string,
  ceremony: CeremonyFolder,
  { opened, destroyed }: State,
): void {
  for (const seat of opened?.renewed ?? [])
    for (const [label, object] of [
      [MEDIA.own(seat), "medium"],
      [MEDIA.backup(seat), "backup medium"],
    ] as const) {
      const aside = join(ceremony.folder, "old-media", label);
      if (!existsSync(aside)) layAside(media, label, aside);
      if (destroyed.includes(`${officerOf(seat)} ${object}`)) empty(aside);
    }
}

function layAside(media: string, label: string, aside: string): void {
  makeFolder(join(aside, ".."));
  if (existsSync(join(media, label))) renameSync(join(media, label), aside);
  else makeFolder(aside);
  prepareMedium(media, label, "REHEARSAL", random);
}

function empty(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}
