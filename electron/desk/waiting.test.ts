// Exceptions that people note while the record is on its way: kept, then written, each once.
import { copyFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf, stageAt } from "../usecases/stations.fixture.ts";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { Waiting } from "./waiting.ts";

beforeAll(() => snapshotOf("activation", "at-connected"));

const noted = (happened: string, at = "2026-11-25T10:00:00.000Z") => ({
  expected: "The lift works.", happened, decided: "We took the stairs.",
  decidedBy: ["administrator", "witness"], decision: "continue" as const, notedAt: at,
});

describe("an exception on the way", () => {
  it("outlives the app, and is written when a station has the record again", async () => {
    const stage = await stageAt("activation", "at-connected");
    expect(stage.state.station).toBeNull();
    new Waiting(stage.root).add(stage.state, noted("It stood still."));
    const later = new Waiting(stage.root);
    later.add(stage.state, noted("So did the other.", "2026-11-25T10:01:00.000Z"));
    expect(later.count).toBe(2);
    const before = stage.entries.length;
    await stage.act();
    later.write(stage.connected, stage.entries);
    const written = stage.entries.slice(before).filter(({ type }) => type === "exception-noted");
    expect(written.map(({ data }) => data)).toMatchObject([
      { happened: "It stood still.", notedAt: "2026-11-25T10:00:00.000Z", decision: "continue" },
      { happened: "So did the other.", notedAt: "2026-11-25T10:01:00.000Z" },
    ]);
    expect(later.count).toBe(0);
  });

  it("is written once, also where the power went before it was struck off", async () => {
    const stage = await stageAt("activation", "at-connected");
    const waiting = new Waiting(stage.root);
    waiting.add(stage.state, noted("It stood still."));
    const file = join(stage.root, "waiting.json");
    copyFileSync(file, join(stage.root, "kept"));
    const before = stage.entries.length;
    await stage.act();
    waiting.write(stage.connected, stage.entries);
    copyFileSync(join(stage.root, "kept"), file);
    waiting.write(stage.connected, stage.entries);
    const written = stage.types(before).filter((type) => type === "exception-noted");
    expect(written).toHaveLength(1);
  });

  it("may decide to abort; behind that more is told, and nothing is decided", async () => {
    const stage = await stageAt("activation", "at-connected");
    const waiting = new Waiting(stage.root);
    waiting.add(stage.state, { ...noted("The HSM burns."), decision: "abort" });
    const later = noted("So does the house.", "2026-11-25T10:01:00.000Z");
    expect(await codeOf(() => { waiting.add(stage.state, { ...later, decision: "abort" }); }))
      .toBe("E-STATE-ABORTED");
    waiting.add(stage.state, later);
    await stage.act();
    waiting.write(stage.connected, stage.entries);
    expect(stage.state.abortDecided).toBe(true);
    expect(waiting.count).toBe(0);
  });

  it("is judged like every exception, and nothing is kept of one that is none", async () => {
    const stage = await stageAt("activation", "at-connected");
    const waiting = new Waiting(stage.root);
    const judge = (change: object) => codeOf(() => {
      waiting.add(stage.state, { ...noted("A bell."), ...change });
    });
    expect(await judge({ decidedBy: ["witness"] })).toBe("E-EXCEPT-FORM");
    expect(await judge({ happened: "" })).toBe("E-EXCEPT-FORM");
    expect(await judge({ decision: "repeat" })).toBe("E-EXCEPT-NOTHING");
    expect(readdirSync(stage.root)).not.toContain("waiting.json");
    waiting.add(stage.state, noted("A bell."));
    expect(statSync(join(stage.root, "waiting.json")).mode & 0o077).toBe(0);
  });
});
