// The timetable: done times as recorded, the others by the plan.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUILT_IN, readScript } from "../../ceremony-scripts/index.ts";
import { timetableStepOf } from "../../electron/ceremony/ceremony.ts";
import { numberOf, overrunOf, stepIn, timetable, type Ceremony } from "./timetable.ts";

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
    const { acts } = timetable(ceremony("first"), start + 13 * minute);
    expect(acts.map(({ progress }) => progress)).toEqual(["done", "now", "ahead"]);
    expect(acts.flatMap(({ steps }) => steps.map(({ at }) => (at - start) / minute))).toEqual([
      12, 12, 18, 22,
    ]);
  });

  it("moves what is ahead when the step that is now takes longer", () => {
    const { acts } = timetable(ceremony("first"), start + 30 * minute);
    expect((acts[2]?.at ?? 0) - start).toBe(34 * minute);
  });

  it("begins now when nothing was done yet", () => {
    const fresh = { ...ceremony("first"), acts: ceremony("first").acts.slice(1) };
    expect(timetable(fresh, start).acts[0]?.at).toBe(start);
  });

  it("counts the minutes of each act that has begun", () => {
    const { acts } = timetable(ceremony("second"), start + 20 * minute);
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

  it("takes its times from the pace so far, which grows out of the plan's and never jumps", () => {
    const time = (at: number) => new Date(start + at * minute).toISOString();
    const left = (took: number, minutes = 10) => {
      const opening = { ...row("open", minutes, took), beganAt: time(0) };
      const acts = [{ title: "Opening", steps: [opening, row("rest", 40)] }];
      return timetable({ acts, step: { id: "rest" } } as unknown as Ceremony, start + took * minute)
        .minutesLeft;
    };
    expect([left(10), left(20), left(1), left(4, 4)]).toEqual([40, 50, 31, 40]);
    // A night between two steps is no pace.
    expect(left(900)).toBe(60);
  });

  it("begins the current step when it was taken up again, and has nothing left at the end", () => {
    const late = ceremony("first");
    const resumed = row("first", 6);
    const acts = late.acts.map((act) => ({
      ...act,
      steps: act.steps.map((step) =>
        step.id === "first"
          ? { ...resumed, beganAt: new Date(start + 600 * minute).toISOString() }
          : step,
      ),
    })) as unknown as Ceremony["acts"];
    const told = timetable({ ...late, acts }, start + 601 * minute);
    expect(told.acts[1]?.steps.map(({ at }) => (at - start) / minute)).toEqual([600, 606]);
    expect(told.minutesLeft).toBe(17);
    expect(timetable(ceremony(null), start).minutesLeft).toBe(0);
  });

  it("numbers a step by act and place", () => {
    expect(numberOf(ceremony(null), "second")).toBe("2.2");
    expect(numberOf(ceremony(null), "unknown")).toBe("");
    expect(stepIn(ceremony(null), "close")?.minutes).toBe(8);
  });
});

describe.each([...BUILT_IN.keys()])("the minutes left of the ceremony %s", (name) => {
  const { steps: all } = readScript(BUILT_IN.get(name) ?? "", "0".repeat(64));
  const titles = [...new Set(all.map(({ act }) => act))];

  it("end when the times beside the steps do, at every step and every pace", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 4 * 3600 }), { minLength: all.length, maxLength: all.length }),
        fc.nat({ max: 3600 }),
        (seconds, since) => {
          let at = start;
          const times = seconds.map((one) => (at += one * 1000));
          for (const [n, step] of all.entries()) {
            const doneAt = (i: number) =>
              i < n ? new Date(times[i] ?? start).toISOString() : undefined;
            const rows = all.map((one, i) => ({
              act: one.act,
              row: timetableStepOf(
                one,
                i === 0 ? new Date(start).toISOString() : undefined,
                doneAt(i),
              ),
            }));
            const acts = titles.map((title) => ({
              title,
              steps: rows.flatMap(({ act, row: one }) => (act === title ? [one] : [])),
            }));
            const now = (n === 0 ? start : (times[n - 1] ?? start)) + since * 1000;
            const told = timetable({ acts, step: { id: step.id } } as unknown as Ceremony, now);
            const ahead = told.acts
              .flatMap((act) => act.steps)
              .filter(({ progress }) => progress === "ahead");
            // What the shown times say: two of them give the pace, the last one gives the end.
            const [first, second] = ahead;
            const last = ahead.at(-1);
            if (first === undefined || second === undefined || last === undefined) continue;
            const pace = (second.at - first.at) / first.step.minutes;
            const end = last.at + last.step.minutes * pace;
            expect(Math.abs((end - now) / minute - told.minutesLeft)).toBeLessThanOrEqual(1.001);
            expect(first.at).toBeGreaterThanOrEqual(now - since * 1000);
          }
        },
      ),
      { numRuns: 5 },
    );
  });
});
