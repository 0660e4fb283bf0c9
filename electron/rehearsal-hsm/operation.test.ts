// Long operations by the clock, also one that jumps.
import { expect, it } from "vitest";
import { begin, settleOperation } from "./operation.ts";

const pending = begin(10_000, 2000);

it("ends when its time has come, and not before", () => {
  for (const now of [10_000, 11_999]) expect(settleOperation(pending, now)).toBe(pending);
  for (const now of [12_000, 99_000]) expect(settleOperation(pending, now).ended).toBe(true);
});

it("ends when the clock was set back to before its start, so that nothing waits for hours", () => {
  expect(settleOperation(pending, 9_999).ended).toBe(true);
});

it("stays ended whatever the clock says then", () => {
  const ended = settleOperation(pending, 12_000);
  expect(settleOperation(ended, 10_500)).toBe(ended);
});
