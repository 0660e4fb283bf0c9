// The end of an act: the officers present sign one entry, over what was made so far.
import { cpSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { noteException } from "./note-exception.ts";
import { codeOf, HSMS, stageAt, type Stage } from "./stations.fixture.ts";
import { snapshotOf } from "./snapshots.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

const ALL = ["officer-1", "officer-2", "officer-3"];
const ACT = "The officers' keys";
const verdictOf = (stage: Stage) => verifyRecord(readRecord(stage.offline.record.folder)!.bytes);

/** A stop before the third officer types. */
const stopped = (stage: Stage): typeof stage.invite => (invitation) => invitation.seat === 3
  ? Promise.reject(new Error("The lights went out.")) : stage.invite(invitation);

describe("the end of an act", () => {
  it("is signed by all officers present over the entry of what they consent to", async () => {
    const stage = await stageAt("activation", "to-connected");
    const { act, present, consent } = stage.last("act-signing");
    expect({ act, present }).toEqual({ act: ACT, present: ALL });
    expect(consent).toMatchObject({
      hsm: HSMS.activation, officers: 3, required: 2, domainSha256: "",
      scriptSha256: stage.script.sha256,
    });
    expect(consent.thumbprints).toHaveLength(3);
    expect(consent.signers?.map(({ officer }) => officer)).toEqual(ALL);
    const { acts, signatures, unvouched } = verdictOf(stage);
    expect(acts).toMatchObject([{ act: ACT, by: "signatures", present: ALL, missing: [] }]);
    expect({ signed: signatures.map(({ officer }) => officer), unvouched })
      .toEqual({ signed: ALL, unvouched: [] });
    expect(stage.types().slice(-3)).toEqual(["signed", "step-performed", "step-done"]);
  });

  it("bears a wrong passphrase within the turn, and no signature is void", async () => {
    const stage = await stageAt("activation", "sign-keys");
    const before = stage.entries.length;
    const invite: typeof stage.invite = async (invitation) => {
      if (invitation.seat === 2 && !invitation.again)
        stage.slips.push({ passphrase: "not this one" });
      await stage.invite(invitation);
    };
    await stage.act({ invite, patience: 2 });
    expect(stage.types(before)).toEqual([
      "step-began", "act-signing", "seat-taken", "signed", "seat-taken", "passphrase-refused",
      "signed", "seat-taken", "signed", "step-performed", "step-done",
    ]);
    expect(verdictOf(stage).acts).toMatchObject([{ missing: [] }]);
  });

  it("goes on after a stop with the officers who have not signed yet", async () => {
    const stage = await stageAt("activation", "sign-keys");
    const before = stage.entries.length;
    await expect(stage.act({ invite: stopped(stage) })).rejects.toThrow("The lights went out.");
    expect(verdictOf(stage).acts).toMatchObject([{ present: ALL, missing: ["officer-3"] }]);
    await stage.act();
    const types = stage.types(before);
    expect(types.filter((type) => ["act-signing", "signed"].includes(type)))
      .toEqual(["act-signing", "signed", "signed", "signed"]);
    expect(verdictOf(stage).acts).toMatchObject([{ missing: [] }]);
  });

  it("is signed anew by all when people decide to do the step again", async () => {
    const stage = await stageAt("activation", "sign-keys");
    await expect(stage.act({ invite: stopped(stage) })).rejects.toThrow("The lights went out.");
    noteException(stage.offline, {
      expected: "That all sign.", happened: "Officer 3 asks to begin again.",
      decided: "All sign again.", decidedBy: ["administrator", "witness"], decision: "repeat",
    });
    await stage.act();
    expect(verdictOf(stage).acts)
      .toMatchObject([{ missing: ["officer-3"] }, { present: ALL, missing: [] }]);
  });

  it("is not signed with a signing key that is another officer's", async () => {
    const stage = await stageAt("activation", "sign-keys");
    cpSync(stage.on("officer-1", "sign_0.key"), stage.on("officer-2", "sign_1.key"));
    const invite: typeof stage.invite = async (invitation) =>
      stage.invite({ ...invitation, seat: 1 });
    expect(await codeOf(() => stage.act({ invite }))).toBe("E-KEY-CERT-MISMATCH");
    expect(stage.step.id).toBe("sign-keys");
    expect(verdictOf(stage).acts).toMatchObject([{ missing: ["officer-2", "officer-3"] }]);
  });

  it("of a recovery takes only the signing certificates of the activation", async () => {
    const stage = await stageAt("recovery", "sign-blob");
    cpSync(stage.on("officer-3", "sign_2.cer"), stage.on("officer-2", "sign_1.cer"));
    expect(await codeOf(() => stage.act())).toBe("E-SIGNER-OTHER");
    expect(stage.types()).not.toContain("act-signing");
    cpSync(stage.on("officer-2-backup", "sign_1.cer"), stage.on("officer-2", "sign_1.cer"));
    await stage.act();
    expect(stage.last("act-signing").consent).toMatchObject({
      exchangeThumbprint: stage.state.exchange!.thumbprint, exchangeAttested: "attested",
    });
    expect(verdictOf(stage)).toMatchObject({ unvouched: [], acts: [{ missing: [] }] });
  });
});
