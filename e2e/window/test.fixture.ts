// The tests of the window: files in which each test continues from the last, and what is put away
// when a test or a file has ended.
import type { BrowserContext, Page } from "playwright";
import { expect, test as base, type TestInfo } from "playwright/test";
import { PATIENCE_MS } from "../../build/test/patience.mjs";

export { expect };

type PutAway = () => unknown;

/** What is still to be put away, the last first: after the test, and after the file. */
const afterTest: PutAway[] = [];
const afterFile: PutAway[] = [];

/** Puts something away when the test has ended, however it did. */
export const onTestFinished = (putAway: PutAway): void => {
  afterTest.unshift(putAway);
};

/** Puts something away when the tests of `inOrder` or `apart` have ended. */
export const leave = (putAway: PutAway): void => {
  afterFile.unshift(putAway);
};

async function putAll(left: PutAway[]): Promise<void> {
  for (const putAway of left.splice(0)) await putAway();
}

/** An app that is open: what it shows is kept for the report where a test fails. */
interface Shown {
  readonly context: BrowserContext;
  readonly page: Page;
}

const shown = new Set<Shown>();

/** Keeps what this app shows from now on, until it is forgotten. */
export async function watchForReport(one: Shown): Promise<() => void> {
  // To keep the page before and after each action takes a fifth of the time: where people ask.
  await one.context.tracing.start({ snapshots: process.env["SD_PICTURES"] === "1" });
  shown.add(one);
  return () => {
    shown.delete(one);
  };
}

/** A trace and a picture of each app that is open; of one that has ended there is nothing. */
async function report(info: TestInfo): Promise<void> {
  for (const [n, { context, page }] of [...shown].entries()) {
    const [trace, picture] = [`trace-${String(n)}.zip`, `screen-${String(n)}.png`];
    const taken = await Promise.allSettled([
      page.screenshot({ path: info.outputPath(picture), timeout: 5000 }),
      context.tracing.stopChunk({ path: info.outputPath(trace) }),
    ]);
    for (const [at, name] of [picture, trace].entries())
      if (taken[at]?.status === "fulfilled")
        await info.attach(at === 0 ? "screen" : "trace", { path: info.outputPath(name) });
  }
}

export const test = base.extend<{ readonly ended: undefined }>({
  ended: [
    async ({}, use, info) => {
      const before = [...shown];
      for (const { context } of before) await context.tracing.startChunk().catch(() => undefined);
      await use(undefined);
      if (info.status !== info.expectedStatus) await report(info);
      else
        for (const { context } of shown) await context.tracing.stopChunk().catch(() => undefined);
      await putAll(afterTest);
    },
    { auto: true },
  ],
});

/**
 * Tests that continue from one another: after one that fails the rest would say nothing.
 * @param isPassedOver whether this machine lacks what the name says they need
 */
export function inOrder(name: string, isPassedOver: boolean, tests: () => void): void {
  describe(name, "serial", isPassedOver, tests);
}

/** Tests of which each begins by itself. */
export function apart(name: string, isPassedOver: boolean, tests: () => void): void {
  describe(name, "default", isPassedOver, tests);
}

function describe(
  name: string,
  mode: "serial" | "default",
  isPassedOver: boolean,
  tests: () => void,
): void {
  test.describe(name, () => {
    test.describe.configure({ mode });
    test.skip(isPassedOver, "this machine lacks what the name says");
    test.afterAll(() => putAll(afterFile));
    tests();
  });
}

/** How long to ask, and how often; in milliseconds. */
interface Patience {
  readonly timeout?: number;
  readonly interval?: number;
}

/** Asks again and again, at short intervals, until the answer is as expected. */
export function poll<Answer>(
  ask: () => Answer | Promise<Answer>,
  { timeout = PATIENCE_MS.question, interval = 50 }: Patience = {},
): ReturnType<typeof expect.poll<Answer>> {
  return expect.poll(ask, { timeout, intervals: [interval] });
}
