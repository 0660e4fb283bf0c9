// For tests: no time passes for a client before something is so, however slow the machine is.
import { onTestFinished, vi } from "vitest";

export interface StoppedTime {
  /** How many timers of so many seconds were set by now. */
  readonly timers: (seconds: number) => number;
  /** Waits until it is so; then lets so many seconds pass. */
  readonly pass: (seconds: number, isSo: () => boolean) => Promise<void>;
}

/** Stops the timers of this process until the test has ended. */
export function stopTime(): StoppedTime {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const set = globalThis.setTimeout;
  const waits: (number | undefined)[] = [];
  // By hand: a spy that vitest restores later would bring the stopped time back into other files.
  const noted = (work: () => void, ms?: number) => {
    waits.push(ms);
    return set(work, ms);
  };
  globalThis.setTimeout = Object.assign(noted, set);
  onTestFinished(() => {
    globalThis.setTimeout = set;
    vi.useRealTimers();
  });
  return {
    timers: (seconds) => waits.filter((ms) => ms === seconds * 1000).length,
    pass: async (seconds, isSo) => {
      while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(seconds * 1000);
    },
  };
}
