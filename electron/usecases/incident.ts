// A private key or a share on the medium between the stations: an incident. It is stored durably
// before it is reported, and recorded as soon as a record can be written.
import type { EventData, RecordEntry } from "../ceremony/ceremony.ts";
import { addNote, forgetNotes, readNotes, replaceNotes } from "../journal/journal.ts";
import { checkSearched, searchMedium, type Medium, type SearchHints } from "../media/media.ts";
import type { Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { isAhead, tellAhead } from "./future-times.ts";
import { searchHints } from "./search-hints.ts";
import { journalOf, record } from "./turn.ts";

/** An incident that waits beside the record of the station that found it. */
export type WaitingIncident = Omit<EventData["incident-found"], "step">;

/** More are not named: one is enough to stop. */
const FILES_MAX = 20;
const PATH_MAX = 120;

/**
 * Stops if the medium has a private key or a share, or an officer's own is inserted beside it. The
 * incident is stored beside the record, and recorded at once if this station has the record. Also
 * stops if something was not searched: an archive, or another partition of the stick.
 * @param came the entries of the record that this medium brings, if any: see `searchHints`
 * @throws Fault E-MEDIA-SECRET, E-MEDIA-OFFICER, E-MEDIA-ARCHIVE, E-MEDIA-PARTITION, and E-MEDIA-*,
 * E-LOG-*
 */
export async function checkClean(
  deps: Deps,
  on: Medium,
  step: string,
  came: readonly RecordEntry[] = [],
): Promise<void> {
  const found = (medium: string, paths: readonly string[]): void => {
    const files = paths.slice(0, FILES_MAX).map((path) => path.slice(0, PATH_MAX));
    keep(deps, { medium, files, foundAt: deps.clock().toISOString() });
    if (deps.record.open !== null) writeIncidents(deps, step);
  };
  for (const label of officersMedia(deps)) {
    found(label, [MARKER]);
    throw fault("E-MEDIA-OFFICER");
  }
  const { search = async (medium: Medium, hints: SearchHints) => searchMedium(medium, hints) } =
    deps;
  checkSearched(await search(on, searchHints(deps, came)), (paths) => found(on.label, paths));
  // What was not searched must not look clean.
  if (deps.media.hasNeighbour(on)) throw fault("E-MEDIA-PARTITION");
}

/** As named by `MEDIA.own` and `MEDIA.backup`. */
const OFFICERS = /^officer-\d+(-backup)?$/;

/** The file that is named of an officer's medium, without reading its others. */
const MARKER = "medium.json";

/**
 * Officers' own media in a connected computer: anyone could read them there. In a rehearsal both
 * stations are one computer, and all media are in it.
 */
function officersMedia({ station, mode, media }: Deps): readonly string[] {
  if (station !== "connected" || mode !== "PRODUCTION") return [];
  return media
    .labels()
    .flatMap(({ label }) => (label !== null && OFFICERS.test(label) ? [label] : []));
}

/**
 * Writes waiting incidents into the record, each once, even after a crash. A clock that was set
 * back since is reported, and the moment is the one of writing.
 */
export function writeIncidents(deps: Deps, step: string): void {
  const { folder } = deps.record;
  const written = foundIn(journalOf(deps).entries);
  settle(deps, written);
  for (const incident of waitingIncidents(folder))
    if (!written.has(incident.foundAt))
      record(deps, { type: "incident-found", by: "app", data: { step, ...incident } });
  forgetNotes(folder);
}

/** When the incidents in a record were found: no two have the same time. */
const foundIn = (entries: readonly RecordEntry[]): ReadonlySet<string> =>
  new Set(
    entries
      .filter(({ type }) => type === "incident-found")
      .map(({ data }) => (data as EventData["incident-found"]).foundAt),
  );

/** How many incidents are known: in the record, and waiting beside it in these folders. */
export const incidentsKnown = (
  entries: readonly RecordEntry[],
  folders: readonly string[],
): number =>
  new Set([...foundIn(entries), ...folders.flatMap(waitingIncidents).map(({ foundAt }) => foundAt)])
    .size;

/** Notes are identified by their times, which are fixed durably before any is written. */
function settle(deps: Deps, written: ReadonlySet<string>): void {
  const { folder } = deps.record;
  const waiting = waitingIncidents(folder);
  const now = deps.clock();
  const ahead = waiting.filter(({ foundAt }) => !written.has(foundAt) && isAhead(foundAt, now));
  const [first] = ahead;
  if (first === undefined) return;
  tellAhead(deps, first.foundAt);
  let time = now.getTime() - ahead.length;
  const settled = waiting.map((incident) => {
    if (!ahead.includes(incident)) return incident;
    // Each has a time of its own, in order.
    do time += 1;
    while (written.has(new Date(time).toISOString()));
    return { ...incident, foundAt: new Date(time).toISOString() };
  });
  replaceNotes(
    folder,
    settled.map((incident) => ({ ...incident })),
  );
}

/** The incidents that wait beside this record. @param folder the station's */
export const waitingIncidents = (folder: string): readonly WaitingIncident[] =>
  // Our own bytes; each is checked again when it is written.
  readNotes(folder) as unknown as readonly WaitingIncident[];

/** The same key still there is the same incident. */
function keep({ record: { folder } }: Deps, incident: WaitingIncident): void {
  const isSame = ({ medium, files }: WaitingIncident): boolean =>
    medium === incident.medium && files.join("\0") === incident.files.join("\0");
  if (!waitingIncidents(folder).some(isSame)) addNote(folder, { ...incident });
}
