// Exceptions that people noted while the record was on its way between the stations. It cannot be
// written then: they are stored on this computer's disk, and are written first when a station has
// the record again.
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import {
  checkException,
  type Exception,
  type RecordEntry,
  type State,
} from "../ceremony/ceremony.ts";
import { readIfThere, replace } from "../disk/disk.ts";
import { listIn } from "../journal/journal.ts";
import type { Deps } from "../usecases/deps.ts";
import { incidentsKnown } from "../usecases/incident.ts";
import { isAhead, tellAhead } from "../usecases/future-times.ts";
import { noteException } from "../usecases/note-exception.ts";
import { journalOf, refuse, stateOf } from "../usecases/turn.ts";
import { removeFile } from "../disk/remove.ts";

const FILE = "waiting.json";

/**
 * @property notedAt RFC 3339, UTC: no two have the same
 * @property incidents how many were known when it was noted, and decided by it; early files lack it
 */
interface Noted extends Exception {
  readonly notedAt: string;
  readonly incidents?: number;
}

export class Waiting {
  readonly #folder: string;

  /** @param folder the ceremony's own, on this computer */
  constructor(folder: string) {
    this.#folder = folder;
  }

  get count(): number {
    return this.#all().length;
  }

  /** The last one; null if none waits. */
  get last(): Pick<Noted, "notedAt" | "incidents"> | null {
    return this.#all().at(-1) ?? null;
  }

  /**
   * Durably stores one. After a waiting abort nothing else is decided.
   * @throws Fault E-EXCEPT-*, E-STATE-ABORTED
   */
  add(state: State, noted: Noted): void {
    const all = this.#all();
    const aborts = all.some(({ decision }) => decision === "abort");
    refuse(checkException(aborts ? { ...state, abortDecided: true } : state, noted));
    this.#keep([...all, noted]);
  }

  /**
   * Writes all into the record, each once, even after a crash. One whose time is not possible there
   * first gets another, durably.
   */
  write(deps: Deps, entries: readonly RecordEntry[]): void {
    const written = new Set(
      entries
        .filter(({ type }) => type === "exception-noted")
        .map(({ data }) => (data as { readonly notedAt?: string }).notedAt),
    );
    for (const [i, noted] of this.#all().entries()) {
      if (written.has(noted.notedAt)) continue;
      const notedAt = entryTime(deps, noted, written);
      if (notedAt !== noted.notedAt) this.#settle(deps, i, notedAt);
      noteException(deps, noted, notedAt);
      written.add(notedAt);
    }
    removeFile(join(this.#folder, FILE));
  }

  /** A clock that was set back since is recorded before the time is replaced. */
  #settle(deps: Deps, at: number, notedAt: string): void {
    const all = this.#all();
    const before = all[at]?.notedAt ?? "";
    if (isAhead(before, deps.clock())) tellAhead(deps, before);
    this.#keep(all.map((one, i) => (i === at ? { ...one, notedAt } : one)));
  }

  #keep(all: readonly Noted[]): void {
    replace(this.#folder, FILE, utf8(JSON.stringify(all)));
  }

  #all(): readonly Noted[] {
    const bytes = readIfThere(join(this.#folder, FILE));
    // Our own bytes; each is checked again when it is written.
    return bytes === null ? [] : (listIn(bytes) as unknown as readonly Noted[]);
  }
}

/**
 * The time under which it is written: its own, unless the clock was set back since. Then the order is
 * kept: an exception decides about the incidents that were known when it was noted, and no others.
 */
function entryTime(
  deps: Deps,
  { notedAt, incidents }: Noted,
  written: ReadonlySet<string | undefined>,
): string {
  const now = deps.clock();
  const found = stateOf(deps).incident?.foundAt ?? "";
  const all = incidentsKnown(journalOf(deps).entries, []);
  const decides = incidents !== undefined && incidents >= all;
  if (!isAhead(notedAt, now) && !(decides && notedAt < found)) return notedAt;
  const isLater = found === "" || decides;
  let time = now.getTime();
  if (found !== "")
    time = isLater ? Math.max(time, Date.parse(found)) : Math.min(time, Date.parse(found) - 1);
  // Each has a time of its own, which shows whether it was written.
  while (written.has(new Date(time).toISOString())) time += isLater ? 1 : -1;
  return new Date(time).toISOString();
}
