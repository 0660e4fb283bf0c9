// F31: a clock that is set leaves a mark.
import { describe, expect, it } from "vitest";
import { clockJump, jumpBetweenStations } from "./clock-jump.ts";

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

describe("the clocks of two stations", () => {
  const HANDED = "2026-01-31T09:00:00.000Z";
  const taken = (atText: string, ...more: readonly { type: string; at: string }[]) => [
    { type: "handed-over", at: HANDED },
    { type: "taken-over", at: atText },
    ...more,
  ];

  it.each(["2026-01-31T08:59:30.000Z", "2026-01-31T09:20:00.000Z", "2026-01-31T20:59:00.000Z"])(
    "agree if the record is taken over at %s",
    (text) => {
      expect(jumpBetweenStations(taken(text), at(text))).toBeNull();
    },
  );

  it.each([
    [
      "ten years ahead",
      "2036-01-31T09:05:00.000Z",
      "2036-01-31T09:06:00.000Z",
      "2026-01-31T09:01:00.000Z",
    ],
    ["a day ahead", "2026-02-01T09:05:00.000Z", "2026-02-01T09:05:00.000Z", HANDED],
    ["two minutes behind", "2026-01-31T08:58:00.000Z", "2026-01-31T08:58:00.000Z", HANDED],
    ["ten years behind", "2016-01-31T09:05:00.000Z", "2016-01-31T09:05:00.000Z", HANDED],
  ])("differ if this one is %s", (_, ours, now, before) => {
    expect(jumpBetweenStations(taken(ours), at(now))).toEqual({
      before,
      after: new Date(now).toISOString(),
    });
  });

  it("are reported once, and not if no record was taken over", () => {
    const ours = "2036-01-31T09:05:00.000Z";
    const told = { type: "clock-jumped", at: ours };
    expect(jumpBetweenStations(taken(ours, told), at(ours))).toBeNull();
    expect(jumpBetweenStations([{ type: "opened", at: HANDED }], at(ours))).toBeNull();
  });
});
