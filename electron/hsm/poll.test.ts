// Waiting: what ends it, what it bears, and what it never takes for success.
import { describe, expect, it } from "vitest";
import { anyFault } from "../../crypto/any-fault.fixture.ts";
import { LaterFault } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import type { Progress } from "./hsm.ts";
import { waitFor, type WaitOptions } from "./poll.ts";

const running: Progress = { state: "running", details: "being confirmed" };
const unknown: Progress = { state: "unknown", details: "" };
const succeeded: Progress = { state: "succeeded", details: "active" };
const failed: Progress = { state: "failed", details: "out of order" };

/** Gives the answers one by one, the last for ever; records sleeps and reports. */
function room(answers: readonly (Progress | Error)[], limitSeconds = 600) {
  const slept: number[] = [];
  const told: [string, number, string | undefined][] = [];
  let at = 0;
  const ask = async (): Promise<Progress> => {
    const answer = answers[Math.min(at++, answers.length - 1)]!;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const options: WaitOptions = {
    everySeconds: 10,
    limitSeconds,
    sleep: async (seconds) => void slept.push(seconds),
    onProgress: (progress, seconds, trouble) =>
      void told.push([progress.state, seconds, trouble?.code]),
  };
  return { slept, told, wait: () => waitFor(ask, options), asked: () => at, ask, options };
}

describe("waitFor", () => {
  it("returns when the HSM says succeeded, and tells every step with its seconds", async () => {
    const { wait, told, slept } = room([running, unknown, succeeded]);
    expect(await wait()).toBe(succeeded);
    expect(slept).toEqual([10, 10]);
    expect(told).toEqual([
      ["running", 0, undefined],
      ["unknown", 10, undefined],
      ["succeeded", 20, undefined],
    ]);
  });

  it("stops with E-HSM-FAILED and the HSM's own words when it failed", async () => {
    await expect(room([running, failed]).wait()).rejects.toMatchObject({
      code: "E-HSM-FAILED",
      said: { by: "server", words: "out of order" },
    });
  });

  it("stops with E-HSM-STILL-RUNNING at the limit, and sleeps not beyond it", async () => {
    const { wait, slept } = room([running], 35);
    await expect(wait()).rejects.toMatchObject({ code: "E-HSM-STILL-RUNNING" });
    expect(slept).toEqual([10, 10, 10]);
  });

  it("never takes an unknown state for success", async () => {
    await expect(room([unknown], 100).wait()).rejects.toMatchObject({
      code: "E-HSM-STILL-RUNNING",
    });
  });

  it("waits as long as a busy HSM asks, and continues", async () => {
    const busy = new LaterFault(fault("E-HSM-BUSY", { seconds: 60 }), 60);
    const { wait, slept, told } = room([busy, new LaterFault(busy, 1), succeeded]);
    await wait();
    expect(slept).toEqual([60, 10]);
    expect(told[0]).toEqual(["unknown", 0, "E-HSM-BUSY"]);
  });

  it.each(["E-HSM-SERVER", "E-HSM-NET", "E-HSM-TIMEOUT", "E-HSM-SLOW", "E-HSM-BODY"] as const)(
    "asks again after %s",
    async (code) => {
      expect(await room([anyFault(code), running, anyFault(code), succeeded]).wait()).toBe(
        succeeded,
      );
    },
  );

  it("gives up at the limit with the trouble itself when no answer came last", async () => {
    await expect(room([running, fault("E-HSM-NET")], 50).wait()).rejects.toMatchObject({
      code: "E-HSM-NET",
    });
  });

  const lasting = [
    "E-HSM-AUTH",
    "E-HSM-TLS",
    "E-HSM-REDIRECT",
    "E-HSM-CHALLENGE",
    "E-HSM-STATUS",
    "E-HSM-UNKNOWN-OUTCOME",
  ] as const;
  it.each(lasting)("stops at once on %s, which asking again does not cure", async (code) => {
    const { wait, asked } = room([anyFault(code), succeeded]);
    await expect(wait()).rejects.toMatchObject({ code });
    expect(asked()).toBe(1);
  });

  it("stops at once on an error that is not a fault", async () => {
    await expect(room([new TypeError("ours")]).wait()).rejects.toThrow(TypeError);
  });

  it("goes by a monotonic clock where one is given", async () => {
    let seconds = 0;
    const { ask, options } = room([running]);
    const elapsed = (): number => (seconds += 100);
    await expect(waitFor(ask, { ...options, limitSeconds: 450, elapsed })).rejects.toMatchObject({
      code: "E-HSM-STILL-RUNNING",
    });
    expect(seconds).toBe(600);
  });
});
