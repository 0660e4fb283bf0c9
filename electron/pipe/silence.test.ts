// A process that says nothing: told of in time, and not where it only waits or the computer slept.
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

/** Both ends of a watched pipe, and what was told of it. */
function watched() {
  const { near, far, close } = pipe();
  const told: number[] = [];
  const late = vi.fn();
  watchSilence(near, { told: (seconds) => void told.push(seconds), late });
  return { near, far, close, told, late };
}
/** So many seconds go by, and whatever is on its way arrives after each look. */
async function pass(seconds: number): Promise<void> {
  for (let at = 0; at < seconds; at += 5) {
    vi.advanceTimersByTime(5000);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a process at the other end of a pipe", () => {
  it("that never answers is told of more and more seldom, and is late once", async () => {
    const { told, late } = watched();
    await pass(590);
    expect(told).toEqual([15, 30, 60, 120, 240, 480]);
    expect(late).not.toHaveBeenCalled();
    await pass(60);
    expect(late).toHaveBeenCalledOnce();
  });

  it("that works off its calls, or waits for a person in one, is not told of", async () => {
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

  it("is watched no more once it is gone", async () => {
    const { close, told } = watched();
    close();
    await pass(600);
    expect(told).toEqual([]);
  });
});

it("a question is told of while it is not answered, and then no more", () => {
  const told: number[] = [];
  const end = watchQuestion((seconds) => void told.push(seconds));
  vi.advanceTimersByTime(70_000);
  end();
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual([15, 30, 60]);
});
