// Times in words.
import { describe, expect, it } from "vitest";
import { timeLeft } from "./frame.ts";
import { nextLines } from "./refusal.ts";
import {
  ago,
  clockTime,
  dayBeside,
  localTime,
  dayUntil,
  dayOrTime,
  lasted,
  secondsSince,
} from "./times.ts";

const now = Date.parse("2026-11-24T05:40:09Z");

describe("times", () => {
  it("are said in UTC", () => {
    expect(clockTime(now)).toBe("05:40:09");
    expect(dayOrTime("2027-01-03T21:00:00Z")).toBe("3 January 2027, 21:00 UTC");
  });

  it("count whole days, not hours", () => {
    expect(ago("2026-11-23T23:59:00Z", now)).toBe("yesterday");
    expect(ago("2026-10-14T05:00:00Z", now)).toBe("41 days ago");
    expect(dayUntil("2027-01-14T00:00:00Z", now)).toBe("14 January 2027, in 51 days");
    expect(dayUntil("2026-11-12T00:00:00Z", now)).toBe("12 November 2026, 12 days overdue");
  });

  it("name the place outside by the name it has today", () => {
    expect(localTime(now, "Asia/Calcutta")).toBe("11:10:09 in Kolkata");
    expect(localTime(now, "UTC")).toBe("24 November 2026");
  });

  it("have their date once: by UTC the clock has it", () => {
    expect([dayBeside(now, "UTC"), dayBeside(now, "Asia/Calcutta")]).toEqual([
      "",
      "24 November 2026",
    ]);
  });

  it("that are left are said in hours and minutes", () => {
    expect(timeLeft(190)).toBe("About 3 h 10 min left");
    expect(timeLeft(45)).toBe("About 45 min left");
    expect(timeLeft(120)).toBe("About 2 h left");
  });

  it("that have passed are said in minutes and seconds", () => {
    expect(lasted(0)).toBe("0:00");
    expect(lasted(402.9)).toBe("6:42");
    expect(lasted(4002)).toBe("1:06:42");
  });

  it("are not negative if a clock runs behind", () => {
    expect(secondsSince("2026-11-24T09:00:10Z", Date.parse("2026-11-24T09:00:00Z"))).toBe(0);
  });
});

describe("what to do next", () => {
  it("is a line for each sentence", () => {
    expect(nextLines("Stop. Note an incident, and keep both.")).toEqual([
      "Stop.",
      "Note an incident, and keep both.",
    ]);
    expect(nextLines("Put it in.")).toEqual(["Put it in."]);
  });
});
