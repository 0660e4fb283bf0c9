// A domain with something new from Azure: refused, and restored once two people decided so.
import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "../../crypto/index.ts";
import { fold, type State } from "../ceremony/ceremony.ts";
import { acceptRefusal } from "./accept-refusal.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { codeOf, HSMS, stageAt, type Stage } from "./stations.fixture.ts";
import { snapshotOf } from "./snapshots.fixture.ts";

beforeAll(() => snapshotOf("recovery", "open"));

const SD = `${HSMS.activation}-SD.json`;
const CODE = "E-SD-UNKNOWN-MEMBER";
const TWO = ["witness", "officer-1"];

/** The domain on both media with a new member, as if the activation had recorded it so. */
function grow(stage: Stage): void {
  const text = readFileSync(stage.on("transfer", SD), "utf8").replace("{", '{"new":"of Azure",');
  for (const label of ["transfer", "domain-copy"]) writeFileSync(stage.on(label, SD), text);
  const { open } = stage.offline.record;
  const data = open?.entries[0]?.data as unknown as { earlier: { domainSha256: string }[] };
  data.earlier[0]!.domainSha256 = sha256Hex(new TextEncoder().encode(text));
}

describe("a refusal that is not about cryptography", () => {
  it("is overruled by two people, for every reading of the recovery from then on", async () => {
    const stage = await stageAt("recovery", "make-restore-blob");
    grow(stage);
    expect(await codeOf(() => stage.act())).toBe(CODE);
    acceptRefusal(stage.offline, { code: CODE, decidedBy: TWO });
    expect(stage.last("refusal-accepted")).toEqual({ code: CODE, decidedBy: TWO });
    await stage.act();
    const { officers, overruled } = stage.last("blob-made");
    expect({ officers, overruled })
      .toEqual({ officers: ["officer-1", "officer-2"], overruled: [CODE] });
  });

  it("is not overruled by one person, by one twice, nor by somebody who is not there", async () => {
    const stage = await stageAt("recovery", "make-restore-blob");
    for (const decidedBy of [[], ["witness"], ["witness", "witness"], ["witness", "officer-9"],
      ["witness", "officer-1", "somebody"]])
      expect(await codeOf(() => acceptRefusal(stage.offline, { code: CODE, decidedBy })))
        .toBe("E-ACCEPT-DECISION");
    expect(stage.types()).not.toContain("refusal-accepted");
  });

  it.each(["E-JWE-AUTH", "E-JWE-TAG-LENGTH", "E-SD-DUPKEY", "E-QUORUM-SHORT", "", "anything"])(
    "is not %j: that is never overruled", async (code) => {
      const stage = await stageAt("recovery", "make-restore-blob");
      expect(await codeOf(() => acceptRefusal(stage.offline, { code, decidedBy: TWO })))
        .toBe("E-ACCEPT-NEVER");
    });

  it("is overruled in a recovery alone, and where the record is", async () => {
    const activation = await stageAt("activation", "prove-quorum");
    expect(await codeOf(() => acceptRefusal(activation.offline, { code: CODE, decidedBy: TWO })))
      .toBe("E-ACCEPT-NEVER");
    const recovery = await stageAt("recovery", "make-restore-blob");
    expect(await codeOf(() => acceptRefusal(recovery.connected, { code: CODE, decidedBy: TWO })))
      .toBe("E-STATE-STATION");
  });

  it("overruled where it was not needed changes nothing", async () => {
    const stage = await stageAt("recovery", "make-restore-blob");
    acceptRefusal(stage.offline, { code: CODE, decidedBy: TWO });
    const state: State = fold(stage.entries);
    expect(state.accepted).toEqual([CODE]);
    expect(domainOnMedia(stage.offline, state).files).toHaveLength(2);
    await stage.act();
    expect(stage.step.id).toBe("sign-blob");
    expect(stage.last("exchange-key-judged").overruled).toEqual([]);
    expect(stage.last("blob-made").overruled).toEqual([]);
  });
});
