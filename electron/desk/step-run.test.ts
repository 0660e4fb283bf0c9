// What waits while a step runs: it ends when people stop the step, and leaves nothing behind.
import { setImmediate } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import type { DeskOptions } from "./options.ts";
import { StepRun } from "./step-run.ts";

const HOUR = 3600;
/** What Node calls it when more than ten listen for one signal. */
const TOO_MANY = "MaxListenersExceededWarning";

const stepRun = (): StepRun =>
  new StepRun({ hooks: {}, clock: () => new Date() } as unknown as DeskOptions, () => undefined);

describe("what waits while a step runs", () => {
  it("leaves nothing behind, however often an HSM is asked", async () => {
    let warned = 0;
    const warn = ({ name }: Error): void => void (warned += Number(name === TOO_MANY));
    process.on("warning", warn);
    onTestFinished(() => void process.off("warning", warn));
    const { sleep } = stepRun().hooks();
    for (let asked = 0; asked < 20; asked++) await sleep?.(0);
    await setImmediate();
    expect(warned).toBe(0);
  });

  it("ends at once when people stop the step", async () => {
    const run = stepRun();
    const waits = run.hooks().sleep?.(HOUR);
    run.stop();
    await expect(waits).rejects.toMatchObject({ code: "E-STATE-AGAIN" });
  });
});
