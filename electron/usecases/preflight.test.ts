// Before the call that cannot be taken back: each point is asked, said, decided upon, recorded, and
// asked again at the last moment. After it: what was downloaded is what was asked for.
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fold, preflightView } from "../ceremony/ceremony.ts";
import type { AskedHsm, SignedIn } from "../hsm/hsm.ts";
import type { HsmFacts } from "../hsm/preflight.ts";
import { acceptPoints } from "./accept-points.ts";
import { judgeBefore } from "./before-activation.ts";
import type { Deps } from "./deps.ts";
import { downloadDomain } from "./download-domain.ts";
import { readActivation } from "./read-activation.ts";
import { codeOf, stageAt, type Stage } from "./stations.fixture.ts";

const BOTH = ["administrator", "witness"];
const ALICE: SignedIn =
  { way: "device-code", tenant: "t", id: "77777777-2222-3333-4444-555555555555", name: "alice" };

/** The connected station, whose HSM answers some things another way. */
const station = (stage: Stage, change: Partial<AskedHsm>): Deps =>
  ({ ...stage.connected, hsm: async () => ({ ...stage.hsm, ...change }) });

const withFacts = (stage: Stage, facts: Partial<HsmFacts>): Partial<AskedHsm> =>
  ({ facts: async () => ({ ...await stage.hsm.facts(), ...facts }) });

/** A point as it was found last. */
const point = (stage: Stage, name: string) =>
  preflightView(stage.state)!.find((one) => one.point === name)!;

/** Points that two people still have to decide. */
const undecided = (stage: Stage) => preflightView(stage.state)!
  .filter(({ verdict, accepted }) => verdict === "decide" && !accepted)
  .map((one) => ({ point: one.point, reason: "It is closed right afterwards." }));

const ask = (stage: Stage, change: Partial<AskedHsm> = {}): Promise<string> =>
  codeOf(() => readActivation(station(stage, change)));

const accept = (stage: Stage, points = undecided(stage), decidedBy: readonly string[] = BOTH) =>
  codeOf(() => acceptPoints(stage.connected, { points, decidedBy }));

describe("the pre-flight", () => {
  it("stands whole in the record, and is passed when two people decided what may be", async () => {
    const stage = await stageAt("activation", "read-activation");
    expect(await ask(stage)).toBe("E-PREFLIGHT-DECIDE");
    expect(point(stage, "certificates").sentence).toMatch(/^3 different certificates/);
    expect(point(stage, "quorum").sentence).toMatch(/^2 of 3 officers/);
    expect(point(stage, "medium-domain-copy").verdict).toBe("good");
    expect(point(stage, "private-endpoint")).toMatchObject({ verdict: "decide", accepted: false });
    expect(await accept(stage)).toBe("nothing thrown");
    expect(await ask(stage)).toBe("nothing thrown");
    expect(stage.last("point-accepted")).toMatchObject(
      { reason: "It is closed right afterwards.", decidedBy: BOTH });
    expect(stage.state.performed).toBe("read-activation");
    // What was found again as it was is not written twice.
    expect(stage.types().filter((type) => type === "preflight-judged")).toHaveLength(1);
  });

  it.each([
    ["purge-protection", { purgeProtection: false }], ["soft-delete", { softDelete: false }],
    ["provisioned", { provisioning: "Updating" }],
  ] as const)("that finds %s missing lets nobody decide: it is put right, and checked again",
    async (name, facts) => {
      const stage = await stageAt("activation", "read-activation");
      expect(await ask(stage, withFacts(stage, facts))).toBe("E-PREFLIGHT");
      expect(point(stage, name)).toMatchObject({ verdict: "wrong" });
      expect(point(stage, name).next).not.toBe("");
      expect(await accept(stage, [{ point: name, reason: "Never mind." }]))
        .toBe("E-PREFLIGHT-FORM");
      expect(await ask(stage)).toBe("E-PREFLIGHT-DECIDE");
      expect(point(stage, name).verdict).toBe("good");
    });

  it("finds a medium that is not there", async () => {
    const stage = await stageAt("activation", "read-activation");
    rmSync(stage.on("domain-copy", ""), { recursive: true });
    expect(await ask(stage)).toBe("E-PREFLIGHT");
    expect(point(stage, "medium-domain-copy")).toMatchObject({ verdict: "wrong" });
  });

  it("says of who signed in that he is no administrator, and who that is", async () => {
    const stage = await stageAt("activation", "read-activation");
    expect(await ask(stage, { signIn: async () => ALICE })).toBe("E-PREFLIGHT");
    expect(point(stage, "administrator").sentence).toMatch(/^You are not one of its first/);
    expect(stage.last("signed-in")).toEqual(ALICE);
    await ask(stage, { signIn: async () => ALICE });
    expect(stage.types().filter((type) => type === "signed-in")).toHaveLength(1);
    await ask(stage, { signIn: async () => ({ ...ALICE, name: "bob" }) });
    expect(stage.last("signed-in").name).toBe("bob");
  });

  it("has people decide whether a rehearsal may have a real HSM", async () => {
    const stage = await stageAt("activation", "read-activation");
    expect(await ask(stage, { isMicrosofts: true })).toBe("E-PREFLIGHT-DECIDE");
    expect(point(stage, "real-hsm").sentence).toMatch(/^This is a rehearsal, and the HSM/);
    await ask(stage);
    expect(preflightView(stage.state)!.map((one) => one.point)).not.toContain("real-hsm");
  });

  it("has people decide in earnest whether an HSM outside Microsoft's is meant", async () => {
    const stage = await stageAt("activation", "read-activation");
    const judged = (change: Partial<AskedHsm>) => codeOf(() =>
      judgeBefore({ ...stage.connected, mode: "PRODUCTION" }, { ...stage.hsm, ...change }));
    // A rehearsal's media are refused in earnest, beside that.
    expect(await judged({})).toBe("E-PREFLIGHT");
    expect(point(stage, "strange-hsm").verdict).toBe("decide");
    expect(point(stage, "medium-transfer").verdict).toBe("wrong");
    await judged({ isMicrosofts: true });
    expect(preflightView(stage.state)!.map((one) => one.point)).not.toContain("strange-hsm");
  });

  it("wants a reason and two people who are in the room", async () => {
    const stage = await stageAt("activation", "read-activation");
    await ask(stage);
    const points = undecided(stage);
    expect(await accept(stage, points, ["administrator"])).toBe("E-ACCEPT-DECISION");
    expect(await accept(stage, points, ["administrator", "officer-7"])).toBe("E-ACCEPT-DECISION");
    expect(await accept(stage, points.map((one) => ({ ...one, reason: " " }))))
      .toBe("E-PREFLIGHT-FORM");
    expect(await accept(stage, [])).toBe("E-PREFLIGHT-FORM");
    expect(stage.types()).not.toContain("point-accepted");
  });
});

describe("at the last moment", () => {
  it("what has changed since is found before the call, and a decision holds for its finding alone",
    async () => {
      const stage = await stageAt("activation", "download-domain");
      const download = (facts: Partial<HsmFacts>) =>
        codeOf(() => downloadDomain(station(stage, withFacts(stage, facts)), {}));
      expect(await download({ purgeProtection: false })).toBe("E-PREFLIGHT");
      expect(await download({ endpoints: 2 })).toBe("E-PREFLIGHT-DECIDE");
      expect(stage.types()).not.toContain("download-began");
      expect(await stage.hsm.activation()).toBe("NotActivated");
      acceptPoints(stage.connected, { points: undecided(stage), decidedBy: BOTH },
        "download-domain");
      expect(await download({ endpoints: 2 })).toBe("nothing thrown");
    });

  it("after it: the HSM is active, and the domain names these certificates and this quorum",
    async () => {
      const stage = await stageAt("activation", "download-domain");
      await stage.act();
      expect(stage.last("aftercheck-judged").points).toMatchObject([
        { point: "active", verdict: "good" }, { point: "domain", verdict: "good" },
        { point: "role", verdict: "good" },
      ]);
    });

  it("after it: an HSM that does not say so is told, and the step still counts", async () => {
    const stage = await stageAt("activation", "download-domain");
    let asked = 0;
    await stage.act(station(stage, {
      activation: async () => (asked++ === 0 ? stage.hsm.activation() : "Unknown"),
    }));
    expect(stage.last("aftercheck-judged").points[0]).toMatchObject({ verdict: "wrong" });
    expect(fold(stage.entries).done).toContain("download-domain");
  });
});
