// Exceptions that people note while the record is on its way: kept, then written, each once.
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { readRecord } from "../journal/journal.ts";
import { meaningOf } from "../meaning/meaning.ts";
import { confirmStep } from "../usecases/confirm-step.ts";
import { takeOver } from "../usecases/take-over.ts";
import { snapshotOf, stationsAt } from "../usecases/snapshots.fixture.ts";
import type { Stations } from "../usecases/stations.fixture.ts";
import { Waiting } from "./waiting.ts";

beforeAll(() => snapshotOf("activation", "at-connected"));

const noted = (happened: string, at = "2026-11-25T10:00:00.000Z") => ({
  expected: "The lift works.",
  happened,
  decided: "We took the stairs.",
  decidedBy: ["administrator", "witness"],
  decision: "continue" as const,
  notedAt: at,
});

describe("an exception on the way", () => {
  it("outlives the app, and is written when a station has the record again", async () => {
    const stations = await stationsAt("activation", "at-connected");
    expect(stations.state.station).toBeNull();
    new Waiting(stations.root).add(stations.state, noted("It stood still."));
    const later = new Waiting(stations.root);
    later.add(stations.state, noted("So did the other.", "2026-11-25T10:01:00.000Z"));
    expect(later.count).toBe(2);
    const before = stations.entries.length;
    await stations.act();
    later.write(stations.connected, stations.entries);
    const written = stations.entries.slice(before).filter(({ type }) => type === "exception-noted");
    expect(written.map(({ data }) => data)).toMatchObject([
      { happened: "It stood still.", notedAt: "2026-11-25T10:00:00.000Z", decision: "continue" },
      { happened: "So did the other.", notedAt: "2026-11-25T10:01:00.000Z" },
    ]);
    expect(later.count).toBe(0);
  });

  it("is written once, also where the power went before it was struck off", async () => {
    const stations = await stationsAt("activation", "at-connected");
    const waiting = new Waiting(stations.root);
    waiting.add(stations.state, noted("It stood still."));
    const file = join(stations.root, "waiting.json");
    copyFileSync(file, join(stations.root, "kept"));
    const before = stations.entries.length;
    await stations.act();
    waiting.write(stations.connected, stations.entries);
    copyFileSync(join(stations.root, "kept"), file);
    waiting.write(stations.connected, stations.entries);
    const written = stations.types(before).filter((type) => type === "exception-noted");
    expect(written).toHaveLength(1);
  });

  /** In the record: what is told, and whether it means what it says. */
  const told = (stations: Stations, from: number) => {
    const entries = readRecord(stations.connected.record.folder)!.entries;
    expect(meaningOf({ entries, closed: false }, stations.script).breaches).toEqual([]);
    const noted = entries.slice(from).filter(({ type }) => type === "exception-noted");
    return {
      types: stations.types(from),
      ahead: noted.some(({ at, data }) => (data as { notedAt: string }).notedAt > at),
      happened: noted.map(({ data }) => (data as { happened: string }).happened),
    };
  };
  const HOUR = 3_600_000;
  const inAnHour = (more = 0): string => new Date(Date.now() + HOUR + more).toISOString();

  it("B178 by a clock that was set back since is written with the moment of writing, and that is told", async () => {
    const stations = await stationsAt("activation", "at-connected");
    const waiting = new Waiting(stations.root);
    for (const [i, what] of ["It stood still.", "So did the other."].entries())
      waiting.add(stations.state, noted(what, inAnHour(i)));
    const before = stations.entries.length;
    await stations.act();
    const file = join(stations.root, "waiting.json");
    const unsettled = readFileSync(file);
    waiting.write(stations.connected, stations.entries);
    const found = told(stations, before);
    expect(found).toMatchObject({
      ahead: false,
      happened: ["It stood still.", "So did the other."],
    });
    expect(found.types).toContain("clock-jumped");
    // The power may go before it is struck off: what was settled is what is found again.
    expect(unsettled.length).toBeGreaterThan(0);
    expect(waiting.count).toBe(0);
  });

  it.each([
    ["knew of it", 1, null],
    ["did not know of it", 0, "E-STATE-INCIDENT"],
  ])(
    "B178 decides about an incident if it %s, whatever both clocks showed",
    async (_, incidents, code) => {
      for (const shift of [0, HOUR, -HOUR]) {
        const stations = await stationsAt("activation", "at-connected");
        const { connected } = stations;
        const waiting = new Waiting(stations.root);
        cpSync(stations.on("officer-1", "cert_0.key"), stations.on("transfer", "notes.txt"));
        const fast = { ...connected, clock: () => new Date(Date.now() + HOUR) };
        expect(await codeOf(() => takeOver(fast))).toBe("E-MEDIA-SECRET");
        rmSync(stations.on("transfer", "notes.txt"));
        const at = new Date(Date.now() + shift).toISOString();
        waiting.add(stations.state, { ...noted("A key.", at), incidents });
        const before = stations.entries.length;
        await takeOver(connected);
        waiting.write(connected, stations.entries);
        expect(told(stations, before).happened).toEqual(["A key."]);
        const confirmed = codeOf(() => confirmStep(connected, "at-connected"));
        expect(confirmed, String(shift)).toBe(code ?? "nothing thrown");
      }
    },
  );

  it("may decide to abort; behind that more is told, and nothing is decided", async () => {
    const stations = await stationsAt("activation", "at-connected");
    const waiting = new Waiting(stations.root);
    waiting.add(stations.state, { ...noted("The HSM burns."), decision: "abort" });
    const later = noted("So does the house.", "2026-11-25T10:01:00.000Z");
    expect(
      codeOf(() => {
        waiting.add(stations.state, { ...later, decision: "abort" });
      }),
    ).toBe("E-STATE-ABORTED");
    waiting.add(stations.state, later);
    await stations.act();
    waiting.write(stations.connected, stations.entries);
    expect(stations.state.abortDecided).toBe(true);
    expect(waiting.count).toBe(0);
  });

  it("is checked like every exception, and an invalid one is not kept", async () => {
    const stations = await stationsAt("activation", "at-connected");
    const waiting = new Waiting(stations.root);
    const judge = (change: object) =>
      codeOf(() => {
        waiting.add(stations.state, { ...noted("A bell."), ...change });
      });
    expect(judge({ decidedBy: ["witness"] })).toBe("E-EXCEPT-FORM");
    expect(judge({ happened: "" })).toBe("E-EXCEPT-FORM");
    expect(judge({ decision: "repeat" })).toBe("E-EXCEPT-NOTHING");
    expect(readdirSync(stations.root)).not.toContain("waiting.json");
    waiting.add(stations.state, noted("A bell."));
    expect(statSync(join(stations.root, "waiting.json")).mode & 0o077).toBe(0);
  });
});
