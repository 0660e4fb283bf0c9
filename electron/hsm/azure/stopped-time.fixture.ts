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
  const set = vi.spyOn(globalThis, "setTimeout");
  onTestFinished(() => {
    set.mockRestore();
    vi.useRealTimers();
  });
  return {
    timers: (seconds) => set.mock.calls.filter(([, ms]) => ms === seconds * 1000).length,
    pass: async (seconds, isSo) => {
      while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(seconds * 1000);
    },
  };
}
