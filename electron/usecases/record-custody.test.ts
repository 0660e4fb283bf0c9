// Custody in the record: what deviates from a rule is accepted first, by two people with a reason.
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { custodyObjects } from "../ceremony/ceremony.ts";
import { custodyOf, QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import { recordCustody } from "./record-custody.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

describe("custody", () => {
  it("is not recorded while nobody accepts the quorum of two", async () => {
    const stations = await stationsAt("activation", "record-custody");
    const objects = custodyOf(custodyObjects(stations.state));
    const before = stations.entries.length;
    for (const deviations of [[], [{ ...QUORUM_ACCEPTED, decidedBy: ["witness"] }]])
      expect(codeOf(() => recordCustody(stations.offline, { objects, deviations }))).toBe(
        "E-CUSTODY-RULE",
      );
    expect(stations.types(before)).toEqual(["step-began"]);
    expect(stations.state.custody).toBeNull();
  });

  it("is recorded with what two people accepted, and with nothing that need not be", async () => {
    const stations = await stationsAt("activation", "record-custody");
    const objects = custodyOf(custodyObjects(stations.state));
    const spare = { ...QUORUM_ACCEPTED, rule: "sites" as const };
    const before = stations.entries.length;
    recordCustody(stations.offline, { objects, deviations: [spare, QUORUM_ACCEPTED] });
    expect(stations.types(before)).toEqual([
      "step-began",
      "deviation-accepted",
      "custody-recorded",
      "step-performed",
    ]);
    expect(stations.state.deviations).toEqual([QUORUM_ACCEPTED]);
    expect(objects.map(({ object }) => object)).toContain("officer-3 card");
  });

  it("that breaks a rule nobody may deviate from is refused as before", async () => {
    const stations = await stationsAt("activation", "record-custody");
    const objects = custodyOf(custodyObjects(stations.state)).map((one) => ({
      ...one,
      custodian: "Ines Okafor",
    }));
    const deviations = [QUORUM_ACCEPTED];
    expect(codeOf(() => recordCustody(stations.offline, { objects, deviations }))).toBe(
      "E-CUSTODY-HOLDER",
    );
  });
});
