// The opening of a ceremony: two people accept what the numbers of its officers mean, once.
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { withCounts, type Counts } from "../../ceremony-scripts/index.ts";
import type { Deviation } from "../ceremony/ceremony.ts";
import { PEOPLE, QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import { openCeremony } from "./open-ceremony.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS } from "./stations.fixture.ts";

const hsm = HSMS.activation;
const SPARE: Deviation = { ...QUORUM_ACCEPTED, rule: "spare", reason: "We are three." };
const ALL: Counts = { officers: 3, quorum: 3 };
const TWO: Counts = { officers: 3, quorum: 2 };

beforeAll(() => snapshotOf("activation", "open"));

/** A station before its ceremony is opened with these numbers, and what opens it. */
async function before(counts: Counts) {
  const stations = await stationsAt("activation", "open");
  const deps = { ...stations.offline, script: withCounts(stations.script, counts) };
  const open = (deviations: readonly Deviation[]) =>
    codeOf(() => openCeremony(deps, { hsm, participants: PEOPLE, deviations }));
  return { stations, open };
}

describe("a ceremony in which keys are made", () => {
  it.each<[string, Counts, readonly Deviation[]]>([
    ["every officer is needed", ALL, []],
    ["two are enough", TWO, []],
    ["every officer is needed, and something else was accepted", ALL, [QUORUM_ACCEPTED]],
    ["one person accepted it", ALL, [{ ...SPARE, decidedBy: ["witness"] }]],
    ["one person accepted it twice", ALL, [{ ...SPARE, decidedBy: ["witness", "witness"] }]],
    ["a stranger accepted it", ALL, [{ ...SPARE, decidedBy: ["witness", "officer-4"] }]],
    ["nobody says why", ALL, [{ ...SPARE, reason: " " }]],
  ])("is not opened if %s", async (_, counts, deviations) => {
    const { stations, open } = await before(counts);
    expect(open(deviations)).toBe("E-CUSTODY-RULE");
    expect(stations.offline.record.open).toBeNull();
  });

  it.each([
    [ALL, SPARE],
    [TWO, QUORUM_ACCEPTED],
  ])(
    "is opened with %o if two people accept that, and nothing else is recorded",
    async (counts, one) => {
      const { stations, open } = await before(counts);
      expect(open([SPARE, QUORUM_ACCEPTED])).toBe("nothing thrown");
      const types = stations.types();
      expect(types.slice(0, 3)).toEqual(["opened", "step-began", "deviation-accepted"]);
      expect(types.filter((type) => type === "deviation-accepted")).toHaveLength(1);
      expect(stations.last("deviation-accepted")).toEqual(one);
    },
  );

  it("is opened after a power cut with what was not recorded before", async () => {
    const { stations, open } = await before(ALL);
    const { record } = stations.offline;
    let hasPower = false;
    const clock = () => {
      if (!hasPower && record.open?.entries.length === 2) throw new Error("no power");
      return new Date();
    };
    const deps = { ...stations.offline, clock, script: withCounts(stations.script, ALL) };
    const request = { hsm, participants: PEOPLE, deviations: [SPARE] };
    expect(() => openCeremony(deps, request)).toThrow("no power");
    expect(stations.types()).toEqual(["opened", "step-began"]);
    hasPower = true;
    expect(open([])).toBe("E-CUSTODY-RULE");
    expect(open([SPARE])).toBe("nothing thrown");
    expect(stations.types().filter((type) => type === "deviation-accepted")).toHaveLength(1);
  });
});
