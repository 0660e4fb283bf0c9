// The timetable: done times as recorded, the others by the plan.
import { describe, expect, it } from "vitest";
import {
  minutesAtPace,
  numberOf,
  overrunOf,
  stepIn,
  timetable,
  type Ceremony,
} from "./timetable.ts";

const minute = 60_000;
const start = Date.parse("2026-11-24T05:00:00Z");

const row = (id: string, minutes: number, doneAt: number | null = null) => ({
  id,
  title: id,
  minutes,
  kind: "open" as const,
  seat: null,
  what: null,
  to: null,
  station: "offline" as const,
  beganAt: null,
  doneAt: doneAt === null ? null : new Date(start + doneAt * minute).toISOString(),
});

function ceremony(now: string | null): Ceremony {
  const acts = [
    { title: "Opening", steps: [row("open", 10, 12)] },
    { title: "Keys", steps: [row("first", 6), row("second", 4)] },
    { title: "Close", steps: [row("close", 8)] },
  ];
  const step = now === null ? null : { id: now };
  return { acts, step } as unknown as Ceremony;
}

describe("the timetable", () => {
  it("shows what was done when it was done, and the rest from there by the plan", () => {
    const acts = timetable(ceremony("first"), start + 13 * minute);
    expect(acts.map(({ progress }) => progress)).toEqual(["done", "now", "ahead"]);
    expect(acts.flatMap(({ steps }) => steps.map(({ at }) => (at - start) / minute))).toEqual([
      12, 12, 18, 22,
    ]);
  });

  it("moves what is ahead when the step that is now takes longer", () => {
    const acts = timetable(ceremony("first"), start + 30 * minute);
    expect((acts[2]?.at ?? 0) - start).toBe(34 * minute);
  });

  it("begins now when nothing was done yet", () => {
    const fresh = { ...ceremony("first"), acts: ceremony("first").acts.slice(1) };
    expect(timetable(fresh, start)[0]?.at).toBe(start);
  });

  it("counts the minutes of each act that has begun", () => {
    const acts = timetable(ceremony("second"), start + 20 * minute);
    expect(acts.map(({ spent, planned }) => [spent, planned])).toEqual([
      [expect.any(Number), 10],
      [8, 10],
      [null, 8],
    ]);
  });

  it("says so when a step takes twice as long as planned, and five minutes more", () => {
    const now = (minutes: number) => overrunOf(ceremony("second"), start + (12 + minutes) * minute);
    expect(now(8)).toBeNull();
    expect(now(9)).toEqual({ spent: 9, planned: 4 });
    expect(overrunOf(ceremony(null), start + 90 * minute)).toBeNull();
  });

  it("takes the time left from the pace so far, within reason", () => {
    const time = (at: number) => new Date(start + at * minute).toISOString();
    const opening = { ...row("open", 10, 20), beganAt: time(0) };
    const at = (steps: readonly object[]) =>
      minutesAtPace(
        { acts: [{ title: "Opening", steps }], minutesLeft: 40 } as unknown as Ceremony,
        start + 20 * minute,
      );
    expect(at([opening])).toBe(80);
    expect(at([{ ...opening, doneAt: time(1) }])).toBe(14);
    expect(at([{ ...opening, minutes: 4 }])).toBe(40);
    expect(at([row("open", 10)])).toBe(40);
  });

  it("numbers a step by act and place", () => {
    expect(numberOf(ceremony(null), "second")).toBe("2.2");
    expect(numberOf(ceremony(null), "unknown")).toBe("");
    expect(stepIn(ceremony(null), "close")?.minutes).toBe(8);
  });
});
