// Both stations on one machine: which one has the record, and how an interrupted ceremony continues.
import type { Station } from "../../ceremony-scripts/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { openJournal, readRecord } from "../journal/journal.ts";
import type { Deps } from "../usecases/deps.ts";
import { carryRecord } from "../usecases/hand-over.ts";

export type Stations = Readonly<Record<Station, Deps>>;

/**
 * Opens the record where it was left. In a rehearsal, a record between the stations is written to
 * the transfer medium again from the copy of the station that handed it over; in earnest the medium
 * may have a newer one, and people decide.
 * @param at the station of this computer in earnest, or null
 * @returns true if the ceremony had begun
 */
export function goOn(stations: Stations, at: Station | null = null): boolean {
  const copies = Object.values(stations).map((deps) => {
    const copy = readRecord(deps.record.folder);
    return { deps, copy, state: fold(copy?.entries ?? []) };
  });
  const [a, b] = copies;
  if (a === undefined || b === undefined) return false;
  const latest = (a.copy?.entries.length ?? 0) >= (b.copy?.entries.length ?? 0) ? a : b;
  const last = latest.copy?.entries.at(-1);
  if (last === undefined) return false;
  const { handedTo } = latest.state;
  if (handedTo !== null) {
    if (at === null) carryRecord(stations[handedTo === "offline" ? "connected" : "offline"]);
    return true;
  }
  if (latest.state.closed) return true;
  const holder = stations[last.station as Station];
  const { folder } = holder.record;
  holder.record.open = openJournal({ folder, station: holder.station, clock: holder.clock });
  for (const { code, message } of holder.record.open.warnings)
    holder.notice({ kind: "warned", code, message });
  return true;
}
