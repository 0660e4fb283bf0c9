// Custody in the record: what deviates from a rule is accepted first, by two people with a reason.
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { custodyObjects, type Deviation, type State } from "../ceremony/ceremony.ts";
import { custodyOf, QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import { recordCustody } from "./record-custody.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";

const SITES: Deviation = { ...QUORUM_ACCEPTED, rule: "sites", reason: "There is one house." };
const atOneSite = (state: State) =>
  custodyOf(custodyObjects(state)).map((one) => ({ ...one, place: `Here, ${one.object}` }));

beforeAll(() => snapshotOf("activation", "open"));

describe("custody", () => {
  it("is not recorded while nobody accepts that all is at one site", async () => {
    const stations = await stationsAt("activation", "record-custody");
    const objects = atOneSite(stations.state);
    const before = stations.entries.length;
    for (const deviations of [[], [QUORUM_ACCEPTED], [{ ...SITES, decidedBy: ["witness"] }]])
      expect(codeOf(() => recordCustody(stations.offline, { objects, deviations }))).toBe(
        "E-CUSTODY-RULE",
      );
    expect(stations.types(before)).toEqual(["step-began"]);
    expect(stations.state.custody).toBeNull();
  });

  it("is recorded with what two people accepted, and with nothing that need not be", async () => {
    const stations = await stationsAt("activation", "record-custody");
    const objects = atOneSite(stations.state);
    const before = stations.entries.length;
    // The quorum of two was accepted when it was chosen.
    recordCustody(stations.offline, { objects, deviations: [QUORUM_ACCEPTED, SITES] });
    expect(stations.types(before)).toEqual([
      "step-began",
      "deviation-accepted",
      "custody-recorded",
      "step-performed",
    ]);
    expect(stations.state.deviations.map(({ rule }) => rule)).toEqual(["quorum", "sites"]);
    expect(stations.state.deviations.at(-1)).toEqual(SITES);
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
