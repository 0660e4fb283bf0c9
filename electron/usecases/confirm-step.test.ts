// The person who confirms an opening acknowledges what differs from the last ceremony, and has
// heard the words of the live image.
import { beforeAll, expect, it } from "vitest";
import { toWords } from "../../crypto/index.ts";
import { systemWithImage } from "../ceremony/ceremony.ts";
import { confirmStep } from "./confirm-step.ts";
import { QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import { openCeremony } from "./open-ceremony.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";

beforeAll(() => snapshotOf("recovery", "open"));

it("nothing if people and program are the same, and also that is recorded", async () => {
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

const IMAGE = "5d".repeat(32);
const live = {
  version: "0",
  commit: "0",
  runtime: "test",
  system: systemWithImage("Linux", IMAGE),
};

it("the words of the live image that the station was started from", async () => {
  const stations = await stationsAt("recovery", "open");
  await stations.act({ software: live });
  expect(stations.last("image-heard")).toEqual({ sha256: IMAGE });
  expect(stations.types().slice(0, 6)).toEqual([
    "opened",
    "step-began",
    "step-performed",
    "image-heard",
    "differences-acknowledged",
    "step-done",
  ]);
});

it("nothing before the words of the live image are those of its paper", async () => {
  const stations = await stationsAt("activation", "open");
  const { offline, step } = stations;
  const roles = ["administrator", "witness", "officer-1", "officer-2", "officer-3"] as const;
  const participants = roles.map((role) => ({ role, name: `A ${role}` }));
  openCeremony(
    { ...offline, software: live },
    { hsm: "contoso-hsm", participants, deviations: [QUORUM_ACCEPTED] },
  );
  const count = stations.entries.length;
  for (const [heard, code] of [
    ["", "E-WORDS-DIFFER"],
    ["no words", "E-WORDS"],
    [toWords(new Uint8Array(32)).join(" "), "E-WORDS-DIFFER"],
  ] as const)
    expect(() => confirmStep(offline, step.id, heard)).toThrow(expect.objectContaining({ code }));
  expect(stations.entries).toHaveLength(count);
});
