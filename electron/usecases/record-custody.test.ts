// Custody in the record: what deviates from a rule is accepted first, by two people with a reason.
import { beforeAll, describe, expect, it } from "vitest";
import { custodyObjects } from "../ceremony/ceremony.ts";
import { custodyOf, QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import { recordCustody } from "./record-custody.ts";
import { snapshotOf } from "./snapshots.fixture.ts";
import { codeOf, stageAt } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

describe("custody", () => {
  it("is not recorded while nobody accepts the quorum of two", async () => {
    const stage = await stageAt("activation", "record-custody");
    const objects = custodyOf(custodyObjects(stage.state));
    const before = stage.entries.length;
    for (const deviations of [[], [{ ...QUORUM_ACCEPTED, decidedBy: ["witness"] }]])
      expect(await codeOf(() => recordCustody(stage.offline, { objects, deviations })))
        .toBe("E-CUSTODY-RULE");
    expect(stage.types(before)).toEqual(["step-began"]);
    expect(stage.state.custody).toBeNull();
  });

  it("is recorded with what two people accepted, and with nothing that need not be", async () => {
    const stage = await stageAt("activation", "record-custody");
    const objects = custodyOf(custodyObjects(stage.state));
    const spare = { ...QUORUM_ACCEPTED, rule: "sites" as const };
    const before = stage.entries.length;
    recordCustody(stage.offline, { objects, deviations: [spare, QUORUM_ACCEPTED] });
    expect(stage.types(before))
      .toEqual(["step-began", "deviation-accepted", "custody-recorded", "step-performed"]);
    expect(stage.state.deviations).toEqual([QUORUM_ACCEPTED]);
    expect(objects.map(({ object }) => object)).toContain("officer-3 card");
  });

  it("that breaks a rule nobody may deviate from is refused as before", async () => {
    const stage = await stageAt("activation", "record-custody");
    const objects = custodyOf(custodyObjects(stage.state)).map((one) =>
      ({ ...one, custodian: "Ines Okafor" }));
    const deviations = [QUORUM_ACCEPTED];
    expect(await codeOf(() => recordCustody(stage.offline, { objects, deviations })))
      .toBe("E-CUSTODY-HOLDER");
  });
});
