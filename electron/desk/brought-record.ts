// A closed record that was written on another computer, brought here so that ceremonies go on from
// it: verified, and kept as if this computer had written it.
import { join } from "node:path";
import { fold } from "../ceremony/ceremony.ts";
import { adoptRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { markDelivered } from "../session/deliver.ts";
import {
  deliveredMarker,
  hiddenIn,
  makeFolder,
  stationFolder,
  type CeremonyFolder,
} from "../session/folders.ts";
import { fault } from "./faults.ts";
import { nameOf, newFolder, storedCeremonies } from "./ceremony-store.ts";

/**
 * Puts it into a folder of its own. Its evidence stays where it came from.
 * @param root the folder of all records held in earnest
 * @throws Fault E-POST-BRING, E-LOG-*, E-REHEARSE-FOLDER
 */
export function bringRecord(root: string, bytes: Uint8Array): void {
  const { entries, head, closed } = verifyRecord(bytes);
  const { opened, aborted } = fold(entries);
  const all = storedCeremonies(root);
  const script = opened?.script ?? "";
  const isHere = all.some((one) => one.entries.at(-1)?.hash === head);
  const isWhole = closed && aborted === null && opened?.mode === "PRODUCTION";
  // Nothing may come between an unfinished ceremony and its end.
  const mayCome = !isHere && all.at(-1)?.state.closed !== false;
  if (!isWhole || !mayCome || nameOf(script) === null) throw fault("E-POST-BRING");
  const ceremony: CeremonyFolder = {
    number: 1,
    script,
    folder: join(hiddenIn(newFolder(root)), `1-${script}`),
  };
  makeFolder(ceremony.folder);
  makeFolder(stationFolder(ceremony, "offline"));
  adoptRecord(stationFolder(ceremony, "offline"), bytes);
  markDelivered(deliveredMarker(ceremony));
}
