// Who confirms an opening acknowledges what differs from the last ceremony.
import { beforeAll, expect, it } from "vitest";
import { snapshotOf } from "./snapshots.fixture.ts";
import { stageAt } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("recovery", "open"));

it("nothing where people and program are the same, and also that is recorded", async () => {
  const stage = await stageAt("recovery", "know-backup");
  const [first] = stage.entries;
  expect(stage.types().slice(0, 5)).toEqual(
    ["opened", "step-began", "step-performed", "differences-acknowledged", "step-done"]);
  expect(stage.last("differences-acknowledged")).toEqual({ since: first!.prev, differences: [] });
});

it("another program, with what it was and what it is", async () => {
  const stage = await stageAt("recovery", "open");
  const { software } = stage.connected;
  await stage.act({ software: { ...software, version: "9" } });
  expect(stage.last("differences-acknowledged").differences)
    .toEqual([{ kind: "version", of: "", before: software.version, now: "9" }]);
  expect(stage.entries.findLast(({ type }) => type === "differences-acknowledged")!.by)
    .toBe("witness");
});
