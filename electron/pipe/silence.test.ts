// A silent process: reported in time, and not if it only waits or the computer slept.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pipe } from "./pipe.fixture.ts";
import { callsOver, serveCalls } from "./pipe.ts";
import { watchQuestion, watchSilence } from "./silence.ts";

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout"],
    }),
);
afterEach(() => void vi.useRealTimers());

/** Both ends of a watched pipe, and its reports. */
function watched() {
  const { near, far, close } = pipe();
  const told: number[] = [];
  const late = vi.fn();
  watchSilence(near, { told: (seconds) => void told.push(seconds), late });
  return { near, far, close, told, late };
}
/** Lets this many seconds pass, with messages arriving after each check. */
async function pass(seconds: number): Promise<void> {
  for (let at = 0; at < seconds; at += 5) {
    vi.advanceTimersByTime(5000);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a process at the other end of a pipe", () => {
  it("that never answers is reported less and less often, and is late once", async () => {
    const { told, late } = watched();
    await pass(590);
    expect(told).toEqual([15, 30, 60, 120, 240, 480]);
    expect(late).not.toHaveBeenCalled();
    await pass(60);
    expect(late).toHaveBeenCalledOnce();
  });

  it("that works through its calls, or waits for a person, is not reported", async () => {
    const { near, far, told, late } = watched();
    const methods = { wait: () => new Promise<never>(() => undefined) };
    const calls = callsOver<typeof methods>(near, ["wait"]);
    serveCalls(far, methods, "hello");
    await pass(5);
    void (await calls).call.wait();
    await pass(3600);
    expect(told).toEqual([]);
    expect(late).not.toHaveBeenCalled();
  });

  it("that answers again says so", async () => {
    const { far, told } = watched();
    await pass(40);
    serveCalls(far, {}, "hello");
    await pass(20);
    expect(told).toEqual([15, 30, 0]);
  });

  it("is no longer watched once it is gone", async () => {
    const { close, told } = watched();
    close();
    await pass(600);
    expect(told).toEqual([]);
  });
});

it("a call is reported until it is answered, and then no longer", () => {
  const told: number[] = [];
  const end = watchQuestion((seconds) => void told.push(seconds));
  vi.advanceTimersByTime(70_000);
  end();
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual([15, 30, 60]);
});
