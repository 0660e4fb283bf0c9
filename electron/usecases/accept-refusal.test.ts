// A domain with something new from Azure: refused, and restored once two people decided so.
import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex } from "../../crypto/index.ts";
import { fold, type State } from "../ceremony/ceremony.ts";
import { acceptRefusal } from "./accept-refusal.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { heldOtherwise } from "../beliefs/contact.fixture.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS, type Stations } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("recovery", "open"));

const SD = `${HSMS.activation}-SD.json`;
const CODE = "E-SD-UNKNOWN-MEMBER";
const TWO = ["witness", "officer-1"];

/** The domain on both media with a new member, as if the activation had recorded it so, before version 2. */
function grow(stations: Stations): void {
  const text = readFileSync(stations.on("transfer", SD), "utf8").replace("{", '{"new":"of Azure",');
  for (const label of ["transfer", "domain-copy"]) writeFileSync(stations.on(label, SD), text);
  const { open } = stations.offline.record;
  const data = open?.entries[0]?.data as unknown as {
    earlier: { domainSha256: string; commitment?: string }[];
  };
  delete data.earlier[0]!.commitment;
  data.earlier[0]!.domainSha256 = sha256Hex(new TextEncoder().encode(text));
}

describe("a refusal that is not about cryptography", () => {
  it("is overruled by two people, for every reading of the recovery from then on", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    grow(stations);
    expect(await codeOf(() => stations.act())).toBe(CODE);
    acceptRefusal(stations.offline, { code: CODE, decidedBy: TWO });
    expect(stations.last("refusal-accepted")).toEqual({ code: CODE, decidedBy: TWO });
    await stations.act();
    const { officers, overruled } = stations.last("blob-made");
    expect({ officers, overruled }).toEqual({
      officers: ["officer-1", "officer-2"],
      overruled: [CODE],
    });
  });

  it("is not overruled by one person, by one twice, or by someone who is not there", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    for (const decidedBy of [
      [],
      ["witness"],
      ["witness", "witness"],
      ["witness", "officer-9"],
      ["witness", "officer-1", "somebody"],
    ])
      expect(codeOf(() => acceptRefusal(stations.offline, { code: CODE, decidedBy }))).toBe(
        "E-ACCEPT-DECISION",
      );
    expect(stations.types()).not.toContain("refusal-accepted");
  });

  it.each(["E-JWE-AUTH", "E-JWE-TAG-LENGTH", "E-SD-DUPKEY", "E-QUORUM-SHORT", "", "anything"])(
    "is not %j: that is never overruled",
    async (code) => {
      const stations = await stationsAt("recovery", "make-restore-blob");
      expect(codeOf(() => acceptRefusal(stations.offline, { code, decidedBy: TWO }))).toBe(
        "E-ACCEPT-NEVER",
      );
    },
  );

  it("is overruled in an activation whose HSM gave something new, which is then proven", async () => {
    const { refusal, after } = await heldOtherwise("activation", ["domain-members"], {
      to: "record-custody",
    });
    expect(refusal).toMatchObject({ step: "match-domain", code: CODE });
    expect(after).toBeNull();
  });

  it("is not overruled in an activation without a domain, nor away from the record", async () => {
    const activation = await stationsAt("activation", "download-domain");
    expect(codeOf(() => acceptRefusal(activation.connected, { code: CODE, decidedBy: TWO }))).toBe(
      "E-ACCEPT-NEVER",
    );
    const recovery = await stationsAt("recovery", "make-restore-blob");
    expect(codeOf(() => acceptRefusal(recovery.connected, { code: CODE, decidedBy: TWO }))).toBe(
      "E-STATE-STATION",
    );
  });

  it("overruled where it was not needed changes nothing", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    acceptRefusal(stations.offline, { code: CODE, decidedBy: TWO });
    const state: State = fold(stations.entries);
    expect(state.accepted).toEqual([CODE]);
    expect(domainOnMedia(stations.offline, state).files).toHaveLength(2);
    await stations.act();
    expect(stations.step.id).toBe("sign-blob");
    expect(stations.last("exchange-key-judged").overruled).toEqual([]);
    expect(stations.last("blob-made").overruled).toEqual([]);
  });
});
