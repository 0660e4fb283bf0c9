// Whether the clock was set since it was last read, by a counter that cannot be set, and by the
// record's last entry.
import { CLOCKS_DIFFER_MS } from "../ceremony/ceremony.ts";
import type { Entry, Journal } from "../journal/journal.ts";

/**
 * How much time may pass between the stations without being reported: half a day. Beyond that, only
 * the people know whether so much time passed or a clock is wrong.
 */
const BETWEEN_STATIONS_MS = 12 * 3_600_000;

/** From what time to what the clock jumped: RFC 3339, UTC. */
export interface ClockJump {
  readonly before: string;
  readonly after: string;
}

interface Seen {
  readonly wall: number;
  readonly counter: number;
}

/** By record: the last reading of its clock in this process. */
const seen = new WeakMap<object, Seen>();

/**
 * How the clock jumped since the last reading for this record, or null. A computer that slept looks
 * the same as one whose clock was set ahead.
 * @param counter milliseconds that only ever grow
 */
export function clockJump(
  journal: Pick<Journal, "entries">,
  now: Date,
  counter = performance.now(),
): ClockJump | null {
  const wall = now.getTime();
  const before = seen.get(journal);
  seen.set(journal, { wall, counter });
  const last = Date.parse(journal.entries.at(-1)?.at ?? "");
  // The first reading of a process has no counter; but no entry is from the future.
  const expected = before === undefined ? last : before.wall + (counter - before.counter);
  const isJump =
    before === undefined
      ? wall < last - CLOCKS_DIFFER_MS
      : Math.abs(wall - expected) > CLOCKS_DIFFER_MS;
  return isJump ? { before: new Date(expected).toISOString(), after: now.toISOString() } : null;
}

/**
 * How the clocks of the two stations differ, by the record's last take-over; null if they agree, as
 * far as can be seen, or if it is in the record already. Theirs is the time of the entry before,
 * assumed to continue since.
 */
export function jumpBetweenStations(
  entries: readonly Pick<Entry, "type" | "at">[],
  now: Date,
): ClockJump | null {
  const at = entries.findLastIndex(({ type }) => type === "taken-over");
  const [theirs, ours] = [entries[at - 1], entries[at]];
  if (theirs === undefined || ours === undefined) return null;
  if (entries.slice(at).some(({ type }) => type === "clock-jumped")) return null;
  const apart = Date.parse(ours.at) - Date.parse(theirs.at);
  if (apart >= -CLOCKS_DIFFER_MS && apart <= BETWEEN_STATIONS_MS) return null;
  return { before: new Date(now.getTime() - apart).toISOString(), after: now.toISOString() };
}
