// Whether a process at the other end of a pipe is alive: one that waits for a person answers, a
// stopped one does not.
import { PING, type Channel } from "./pipe.ts";

/** Between two pings, in seconds. */
const EVERY = 5;
/** When it is reported, in seconds; and how long it is waited for. */
const TOLD: readonly number[] = [15, 30, 60, 120, 240, 480];
const LIMIT = 600;

export interface Silence {
  /** Gets the seconds of silence; 0 when it answers again. */
  readonly told: (seconds: number) => void;
  /** It has been silent for ten minutes. */
  readonly late: () => void;
}

/**
 * Pings while the channel is open. Time is counted in pings, so that a computer that slept, or a
 * stopped process of ours, blames nobody.
 */
export function watchSilence(channel: Channel, { told, late }: Silence): void {
  let silent = 0;
  channel.onMessage(() => {
    if (silent > (TOLD[0] ?? 0)) told(0);
    silent = 0;
  });
  const timer = setInterval(() => {
    if (TOLD.includes(silent)) told(silent);
    if (silent === LIMIT) late();
    silent += EVERY;
    channel.send(PING);
  }, EVERY * 1000);
  timer.unref();
  channel.onClose(() => clearInterval(timer));
}

/** Reports a call that is not answered yet, at the same times. @returns what ends it */
export function watchQuestion(told: (seconds: number) => void): () => void {
  const timers = TOLD.map((seconds) => setTimeout(told, seconds * 1000, seconds).unref());
  return () => timers.forEach((timer) => clearTimeout(timer));
}
