// Who confirms an opening acknowledges what differs from the last ceremony.
import { beforeAll, expect, it } from "vitest";
import { snapshotOf } from "./snapshots.fixture.ts";
import { stationsAt } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("recovery", "open"));

it("nothing where people and program are the same, and also that is recorded", async () => {
  const stations = await stationsAt("recovery", "know-backup");
  const [first] = stations.entries;
  expect(stations.types().slice(0, 5)).toEqual([
    "opened",
    "step-began",
    "step-performed",
    "differences-acknowledged",
    "step-done",
  ]);
  expect(stations.last("differences-acknowledged")).toEqual({
    since: first!.prev,
    differences: [],
  });
});

it("another program, with what it was and what it is", async () => {
  const stations = await stationsAt("recovery", "open");
  const { software } = stations.connected;
  await stations.act({ software: { ...software, version: "9" } });
  expect(stations.last("differences-acknowledged").differences).toEqual([
    { kind: "version", of: "", before: software.version, now: "9" },
  ]);
  expect(stations.entries.findLast(({ type }) => type === "differences-acknowledged")!.by).toBe(
    "witness",
  );
});
