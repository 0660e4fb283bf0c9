// The end: all is in custody, the officers present sign one entry, and the record is closed.
import { cpSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { custodyObjects, type CustodyObject } from "../ceremony/ceremony.ts";
import { custodyOf, QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import { openJournal, readRecord } from "../journal/journal.ts";
import { signaturesOfEnd, verifyRecord } from "../journal/verify.ts";
import { acceptRefusal } from "./accept-refusal.ts";
import { closeCeremony } from "./close-ceremony.ts";
import { confirmStep } from "./confirm-step.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS, type Stations } from "./stations.fixture.ts";
import { recordCustody } from "./record-custody.ts";

beforeAll(() => snapshotOf("activation", "open"));

const verdictOf = (stations: Stations) =>
  verifyRecord(readRecord(stations.offline.record.folder)!.bytes);

describe("custody", () => {
  it("is not recorded until the list will do", async () => {
    const stations = await stationsAt("activation", "record-custody");
    const objects = custodyOf(custodyObjects(stations.state));
    const record = (list: typeof objects) =>
      codeOf(() =>
        recordCustody(stations.offline, { objects: list, deviations: [QUORUM_ACCEPTED] }),
      );
    const all = (change: Partial<CustodyObject>) => objects.map((one) => ({ ...one, ...change }));
    expect(record(objects.slice(1))).toBe("E-CUSTODY-OBJECT");
    expect(record(all({ seal: "1" }))).toBe("E-CUSTODY-SEAL");
    expect(record(all({ custodian: "One" }))).toBe("E-CUSTODY-HOLDER");
    expect(record(all({ place: "One" }))).toBe("E-CUSTODY-APART");
    expect(stations.types()).not.toContain("custody-recorded");
    expect(record(objects)).toBe("nothing thrown");
    expect(stations.step.id).toBe("record-custody");
    confirmStep(stations.offline, "record-custody");
    expect(stations.step.id).toBe("close");
  });
});

describe("the close", () => {
  it("is signed by all officers present over the entry of what they consent to", async () => {
    const stations = await stationsAt("activation", "closed");
    const verdict = verdictOf(stations);
    expect(verdict).toMatchObject({ closed: true, missing: [] });
    expect(signaturesOfEnd(verdict).map(({ officer }) => officer)).toEqual([
      "officer-1",
      "officer-2",
      "officer-3",
    ]);
    const { present, consent } = stations.last("closing");
    expect(present).toEqual(["officer-1", "officer-2", "officer-3"]);
    expect(consent).toMatchObject({
      hsm: HSMS.activation,
      officers: 3,
      required: 2,
      exchangeThumbprint: "",
      exchangeAttested: "",
      accepted: [],
      domainSha256: stations.state.domain!.sha256,
      scriptSha256: stations.script.sha256,
    });
    expect(consent.thumbprints).toHaveLength(3);
    expect(stations.state.closed).toBe(true);
  });

  it("is void with a wrong passphrase after a signature: all sign again", async () => {
    const stations = await stationsAt("activation", "close");
    const invite: typeof stations.invite = async (invitation) => {
      if (invitation.seat === 2) stations.slips.push({ passphrase: "not this one" });
      await stations.invite(invitation);
    };
    const before = stations.entries.length;
    expect(await codeOf(() => stations.act({ invite }))).toBe("E-KEY-PASSPHRASE");
    expect(stations.types(before)).toEqual([
      "step-began",
      "closing",
      "signed",
      "passphrase-refused",
    ]);
    expect(verdictOf(stations).closed).toBe(false);
    await stations.act();
    expect(stations.types(before).slice(4)).toEqual(["closing", "signed", "signed", "signed"]);
    expect(verdictOf(stations)).toMatchObject({ closed: true, missing: [] });
  });

  it("continues after an interruption with the officers who have not signed yet", async () => {
    const stations = await stationsAt("activation", "close");
    const before = stations.entries.length;
    const invite: typeof stations.invite = (invitation) =>
      invitation.seat === 3
        ? Promise.reject(new Error("The lights went out."))
        : stations.invite(invitation);
    await expect(stations.act({ invite })).rejects.toThrow("The lights went out.");
    expect(verdictOf(stations)).toMatchObject({ closed: false, missing: ["officer-3"] });
    await stations.act();
    expect(stations.types(before)).toEqual(["step-began", "closing", "signed", "signed", "signed"]);
    expect(verdictOf(stations).closed).toBe(true);
  });

  it("is not signed with a signing key that is another officer's", async () => {
    const stations = await stationsAt("activation", "close");
    cpSync(stations.on("officer-1", "sign_0.key"), stations.on("officer-2", "sign_1.key"));
    const invite: typeof stations.invite = async (invitation) =>
      stations.invite({ ...invitation, seat: 1 });
    expect(await codeOf(() => stations.act({ invite }))).toBe("E-KEY-CERT-MISMATCH");
    expect(verdictOf(stations).closed).toBe(false);
  });

  it("is the end: nothing may follow", async () => {
    const stations = await stationsAt("activation", "closed");
    const { station, record, clock } = stations.offline;
    const before = readRecord(record.folder)!.head;
    record.open = openJournal({ folder: record.folder, station, clock });
    expect(await codeOf(() => closeCeremony(stations.offline))).toBe("E-STATE-CLOSED");
    expect(readRecord(record.folder)!.head).toBe(before);
  });

  it("of a recovery says for which exchange key, and what was overruled", async () => {
    const stations = await stationsAt("recovery", "close");
    const accepted = { code: "E-SD-VERSION", decidedBy: ["witness", "officer-1"] };
    acceptRefusal(stations.offline, accepted);
    await stations.act();
    expect(verdictOf(stations)).toMatchObject({ closed: true, missing: [] });
    expect(stations.last("closing").consent).toMatchObject({
      exchangeThumbprint: stations.state.exchange!.thumbprint,
      exchangeAttested: "attested",
      accepted: ["E-SD-VERSION"],
    });
  });
});
