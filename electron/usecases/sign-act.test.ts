// The end of an act: the officers present sign one entry, over what was made so far.
import { cpSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { noteException } from "./note-exception.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS, type Stations } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));

const ALL = ["officer-1", "officer-2", "officer-3"];
const ACT = "The officers' keys";
const verdictOf = (stations: Stations) =>
  verifyRecord(readRecord(stations.offline.record.folder)!.bytes);

/** A stop before the third officer types. */
const stopped =
  (stations: Stations): typeof stations.invite =>
  (invitation) =>
    invitation.seat === 3
      ? Promise.reject(new Error("The lights went out."))
      : stations.invite(invitation);

describe("the end of an act", () => {
  it("is signed by all officers present over the entry of what they consent to", async () => {
    const stations = await stationsAt("activation", "to-connected");
    const { act, present, consent } = stations.last("act-signing");
    expect({ act, present }).toEqual({ act: ACT, present: ALL });
    expect(consent).toMatchObject({
      hsm: HSMS.activation,
      officers: 3,
      required: 2,
      domainSha256: "",
      scriptSha256: stations.script.sha256,
    });
    expect(consent.thumbprints).toHaveLength(3);
    expect(consent.signers?.map(({ officer }) => officer)).toEqual(ALL);
    const { acts, signatures, unvouched } = verdictOf(stations);
    expect(acts).toMatchObject([{ act: ACT, by: "signatures", present: ALL, missing: [] }]);
    expect({ signed: signatures.map(({ officer }) => officer), unvouched }).toEqual({
      signed: ALL,
      unvouched: [],
    });
    expect(stations.types().slice(-3)).toEqual(["signed", "step-performed", "step-done"]);
  });

  it("bears a wrong passphrase within the turn, and no signature is void", async () => {
    const stations = await stationsAt("activation", "sign-keys");
    const before = stations.entries.length;
    const invite: typeof stations.invite = async (invitation) => {
      if (invitation.seat === 2 && !invitation.again)
        stations.slips.push({ passphrase: "not this one" });
      await stations.invite(invitation);
    };
    await stations.act({ invite, patience: 2 });
    expect(stations.types(before)).toEqual([
      "step-began",
      "act-signing",
      "seat-taken",
      "signed",
      "seat-taken",
      "passphrase-refused",
      "signed",
      "seat-taken",
      "signed",
      "step-performed",
      "step-done",
    ]);
    expect(verdictOf(stations).acts).toMatchObject([{ missing: [] }]);
  });

  it("continues after an interruption with the officers who have not signed yet", async () => {
    const stations = await stationsAt("activation", "sign-keys");
    const before = stations.entries.length;
    await expect(stations.act({ invite: stopped(stations) })).rejects.toThrow(
      "The lights went out.",
    );
    expect(verdictOf(stations).acts).toMatchObject([{ present: ALL, missing: ["officer-3"] }]);
    await stations.act();
    const types = stations.types(before);
    expect(types.filter((type) => ["act-signing", "signed"].includes(type))).toEqual([
      "act-signing",
      "signed",
      "signed",
      "signed",
    ]);
    expect(verdictOf(stations).acts).toMatchObject([{ missing: [] }]);
  });

  it("is signed again by all when people decide to repeat the step", async () => {
    const stations = await stationsAt("activation", "sign-keys");
    await expect(stations.act({ invite: stopped(stations) })).rejects.toThrow(
      "The lights went out.",
    );
    noteException(stations.offline, {
      expected: "That all sign.",
      happened: "Officer 3 asks to begin again.",
      decided: "All sign again.",
      decidedBy: ["administrator", "witness"],
      decision: "repeat",
    });
    await stations.act();
    expect(verdictOf(stations).acts).toMatchObject([
      { missing: ["officer-3"] },
      { present: ALL, missing: [] },
    ]);
  });

  it("is not signed under a certificate that has expired until two people note it (B188)", async () => {
    const stations = await stationsAt("activation", "sign-keys");
    const later = new Date(Date.now() + 30 * 365 * 86_400_000);
    const clock = () => later;
    const before = stations.entries.length;
    expect(await codeOf(() => stations.act({ clock }))).toBe("E-SIGNER-EXPIRED");
    expect(stations.types(before)).not.toContain("signed");
    noteException(stations.offline, {
      expected: "That the certificates are valid.",
      happened: "They have expired.",
      decided: "Sign all the same.",
      decidedBy: ["administrator", "witness"],
      decision: "continue",
    });
    await stations.act({ clock });
    expect(verdictOf(stations).acts).toMatchObject([{ present: ALL, missing: [] }]);
  });

  it("is not signed with a signing key that is another officer's", async () => {
    const stations = await stationsAt("activation", "sign-keys");
    cpSync(stations.on("officer-1", "sign_0.key"), stations.on("officer-2", "sign_1.key"));
    const invite: typeof stations.invite = async (invitation) =>
      stations.invite({ ...invitation, seat: 1 });
    expect(await codeOf(() => stations.act({ invite }))).toBe("E-KEY-CERT-MISMATCH");
    expect(stations.step.id).toBe("sign-keys");
    expect(verdictOf(stations).acts).toMatchObject([{ missing: ["officer-2", "officer-3"] }]);
  });

  it("of a recovery takes only the signing certificates of the activation", async () => {
    const stations = await stationsAt("recovery", "sign-blob");
    cpSync(stations.on("officer-3", "sign_2.cer"), stations.on("officer-2", "sign_1.cer"));
    expect(await codeOf(() => stations.act())).toBe("E-SIGNER-OTHER");
    expect(stations.types()).not.toContain("act-signing");
    cpSync(stations.on("officer-2-backup", "sign_1.cer"), stations.on("officer-2", "sign_1.cer"));
    await stations.act();
    expect(stations.last("act-signing").consent).toMatchObject({
      exchangeThumbprint: stations.state.exchange!.thumbprint,
      exchangeAttested: "attested",
    });
    expect(verdictOf(stations)).toMatchObject({ unvouched: [], acts: [{ missing: [] }] });
  });
});
