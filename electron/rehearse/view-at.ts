// The view of a rehearsal without a window.
import { fold, view, type CeremonyView } from "../ceremony/ceremony.ts";
import type { Script } from "../../ceremony-scripts/index.ts";
import { readRecord } from "../journal/journal.ts";
import { headWords } from "../journal/verify.ts";
import { stationFolder, type CeremonyFolder } from "../session/folders.ts";
import type { Stations } from "../session/stations.ts";

/** The view of the longer of both copies. */
export function viewAt(stations: Stations, script: Script): CeremonyView {
  const copies = Object.values(stations).map(({ record }) => readRecord(record.folder));
  return viewOfCopy(
    script,
    copies.reduce(
      (longest, copy) =>
        (copy?.entries.length ?? 0) > (longest?.entries.length ?? 0) ? copy : longest,
      null,
    ),
  );
}

/** The view of a closed ceremony. */
export const viewOf = (ceremony: CeremonyFolder, script: Script): CeremonyView =>
  viewOfCopy(script, readRecord(stationFolder(ceremony, "offline")));

function viewOfCopy(script: Script, copy: ReturnType<typeof readRecord>): CeremonyView {
  const head = copy?.head ?? "";
  const entries = copy?.entries ?? [];
  return view(fold(entries), script, entries, head, headWords);
}
