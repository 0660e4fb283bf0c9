// The end: all is in custody, the officers present sign one entry, and the record is closed.
import { cpSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { custodyObjects, type CustodyObject } from "../ceremony/ceremony.ts";
import { custodyOf, QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import { openJournal, readRecord } from "../journal/journal.ts";
import { signaturesOfEnd, verifyRecord } from "../journal/verify.ts";
import { acceptRefusal } from "./accept-refusal.ts";
import { closeCeremony } from "./close-ceremony.ts";
import { confirmStep } from "./confirm-step.ts";
import { codeOf, HSMS, stageAt, type Stage } from "./stations.fixture.ts";
import { snapshotOf } from "./snapshots.fixture.ts";
import { recordCustody } from "./record-custody.ts";

beforeAll(() => snapshotOf("activation", "open"));

const verdictOf = (stage: Stage) => verifyRecord(readRecord(stage.offline.record.folder)!.bytes);

describe("custody", () => {
  it("is not recorded until the list will do", async () => {
    const stage = await stageAt("activation", "record-custody");
    const objects = custodyOf(custodyObjects(stage.state));
    const record = (list: typeof objects) =>
      codeOf(() => recordCustody(stage.offline, { objects: list, deviations: [QUORUM_ACCEPTED] }));
    const all = (change: Partial<CustodyObject>) => objects.map((one) => ({ ...one, ...change }));
    expect(await record(objects.slice(1))).toBe("E-CUSTODY-OBJECT");
    expect(await record(all({ seal: "1" }))).toBe("E-CUSTODY-SEAL");
    expect(await record(all({ custodian: "One" }))).toBe("E-CUSTODY-HOLDER");
    expect(await record(all({ place: "One" }))).toBe("E-CUSTODY-APART");
    expect(stage.types()).not.toContain("custody-recorded");
    expect(await record(objects)).toBe("nothing thrown");
    expect(stage.step.id).toBe("record-custody");
    confirmStep(stage.offline, "record-custody");
    expect(stage.step.id).toBe("close");
  });
});

describe("the close", () => {
  it("is signed by all officers present over the entry of what they consent to", async () => {
    const stage = await stageAt("activation", "closed");
    const verdict = verdictOf(stage);
    expect(verdict).toMatchObject({ closed: true, missing: [] });
    expect(signaturesOfEnd(verdict).map(({ officer }) => officer))
      .toEqual(["officer-1", "officer-2", "officer-3"]);
    const { present, consent } = stage.last("closing");
    expect(present).toEqual(["officer-1", "officer-2", "officer-3"]);
    expect(consent).toMatchObject({
      hsm: HSMS.activation, officers: 3, required: 2, exchangeThumbprint: "",
      exchangeAttested: "", accepted: [],
      domainSha256: stage.state.domain!.sha256, scriptSha256: stage.script.sha256,
    });
    expect(consent.thumbprints).toHaveLength(3);
    expect(stage.state.closed).toBe(true);
  });

  it("is void with a wrong passphrase after a signature: all sign anew", async () => {
    const stage = await stageAt("activation", "close");
    const invite: typeof stage.invite = async (invitation) => {
      if (invitation.seat === 2) stage.slips.push({ passphrase: "not this one" });
      await stage.invite(invitation);
    };
    const before = stage.entries.length;
    expect(await codeOf(() => stage.act({ invite }))).toBe("E-KEY-PASSPHRASE");
    expect(stage.types(before)).toEqual(["step-began", "closing", "signed", "passphrase-refused"]);
    expect(verdictOf(stage).closed).toBe(false);
    await stage.act();
    expect(stage.types(before).slice(4)).toEqual(["closing", "signed", "signed", "signed"]);
    expect(verdictOf(stage)).toMatchObject({ closed: true, missing: [] });
  });

  it("goes on after a stop with the officers who have not signed yet", async () => {
    const stage = await stageAt("activation", "close");
    const before = stage.entries.length;
    const invite: typeof stage.invite = (invitation) => invitation.seat === 3
      ? Promise.reject(new Error("The lights went out.")) : stage.invite(invitation);
    await expect(stage.act({ invite })).rejects.toThrow("The lights went out.");
    expect(verdictOf(stage)).toMatchObject({ closed: false, missing: ["officer-3"] });
    await stage.act();
    expect(stage.types(before)).toEqual(["step-began", "closing", "signed", "signed", "signed"]);
    expect(verdictOf(stage).closed).toBe(true);
  });

  it("is not signed with a signing key that is another officer's", async () => {
    const stage = await stageAt("activation", "close");
    cpSync(stage.on("officer-1", "sign_0.key"), stage.on("officer-2", "sign_1.key"));
    const invite: typeof stage.invite = async (invitation) =>
      stage.invite({ ...invitation, seat: 1 });
    expect(await codeOf(() => stage.act({ invite }))).toBe("E-KEY-CERT-MISMATCH");
    expect(verdictOf(stage).closed).toBe(false);
  });

  it("is the end: nothing may follow", async () => {
    const stage = await stageAt("activation", "closed");
    const { station, record, clock } = stage.offline;
    const before = readRecord(record.folder)!.head;
    record.open = openJournal({ folder: record.folder, station, clock });
    expect(await codeOf(() => closeCeremony(stage.offline))).toBe("E-STATE-CLOSED");
    expect(readRecord(record.folder)!.head).toBe(before);
  });

  it("of a recovery says for which exchange key, and what was overruled", async () => {
    const stage = await stageAt("recovery", "close");
    const accepted = { code: "E-SD-VERSION", decidedBy: ["witness", "officer-1"] };
    acceptRefusal(stage.offline, accepted);
    await stage.act();
    expect(verdictOf(stage)).toMatchObject({ closed: true, missing: [] });
    expect(stage.last("closing").consent).toMatchObject({
      exchangeThumbprint: stage.state.exchange!.thumbprint, exchangeAttested: "attested",
      accepted: ["E-SD-VERSION"],
    });
  });
});
