// F31: a clock that is set leaves a mark.
import { describe, expect, it } from "vitest";
import { clockJump } from "./clock-jump.ts";

const at = (text: string): Date => new Date(text);
const START = "2026-01-31T09:00:00.000Z";
const record = (last = START) => ({ entries: [{ at: last }] }) as never;

describe("the clock", () => {
  it("that goes with the counter has not jumped", () => {
    const journal = record();
    expect(clockJump(journal, at("2026-01-31T09:00:10.000Z"), 1000)).toBeNull();
    expect(clockJump(journal, at("2026-01-31T09:01:05.000Z"), 56_000)).toBeNull();
  });

  it.each([
    ["an hour back", "2026-01-31T08:00:20.000Z"],
    ["two years ahead", "2028-01-31T09:00:20.000Z"],
  ])("that is set %s has, once", (_, after) => {
    const journal = record();
    clockJump(journal, at("2026-01-31T09:00:10.000Z"), 1000);
    expect(clockJump(journal, at(after), 11_000)).toEqual({
      before: "2026-01-31T09:00:20.000Z",
      after,
    });
    expect(clockJump(journal, new Date(at(after).getTime() + 500), 11_500)).toBeNull();
  });

  it("that was set back while no process ran is told by the record's last entry", () => {
    const after = "2026-01-31T08:00:00.000Z";
    expect(clockJump(record(), at(after), 5)).toEqual({ before: START, after });
    expect(clockJump(record(), at("2026-02-28T08:00:00.000Z"), 5)).toBeNull();
  });
});
