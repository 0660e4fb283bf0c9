// Before the irreversible call: each point is asked, said, decided, recorded, and asked again at
// the last moment. After it: what was downloaded is what was requested.
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fold, preflightView } from "../ceremony/ceremony.ts";
import { english } from "../text/text.ts";
import type { AskedHsm, SignedIn, HsmFacts } from "../hsm/hsm.ts";
import { acceptPoints } from "./accept-points.ts";
import { checkBefore } from "./before-activation.ts";
import type { Deps } from "./deps.ts";
import { downloadDomain } from "./download-domain.ts";
import { readActivation } from "./read-activation.ts";
import { stationsAt } from "./snapshots.fixture.ts";
import type { Stations } from "./stations.fixture.ts";

const BOTH = ["administrator", "witness"];
const ALICE: SignedIn = {
  way: "device-code",
  tenant: "t",
  id: "77777777-2222-3333-4444-555555555555",
  name: "alice",
};

/** The connected station, whose HSM answers some things another way. */
const station = (stations: Stations, change: Partial<AskedHsm>): Deps => ({
  ...stations.connected,
  hsm: async () => ({ ...stations.hsm, ...change }),
});

const withFacts = (stations: Stations, facts: Partial<HsmFacts>): Partial<AskedHsm> => ({
  facts: async () => ({ ...(await stations.hsm.facts()), ...facts }),
});

/** A point as it was found last. */
const point = (stations: Stations, name: string) =>
  preflightView(stations.state)!.find((one) => one.point === name)!;

/** Points that two people still have to decide. */
const undecided = (stations: Stations) =>
  preflightView(stations.state)!
    .filter(({ verdict, accepted }) => verdict === "decide" && !accepted)
    .map((one) => ({ point: one.point, reason: "It is closed right afterwards." }));

const ask = (stations: Stations, change: Partial<AskedHsm> = {}): Promise<string> =>
  codeOf(() => readActivation(station(stations, change)));

const accept = (
  stations: Stations,
  points = undecided(stations),
  decidedBy: readonly string[] = BOTH,
) => codeOf(() => acceptPoints(stations.connected, { points, decidedBy }));

describe("the pre-flight", () => {
  it("is complete in the record, and is passed when two people decided what they may decide", async () => {
    const stations = await stationsAt("activation", "read-activation");
    expect(await ask(stations)).toBe("E-PREFLIGHT-DECIDE");
    expect(english(point(stations, "certificates").sentence)).toMatch(/^3 different certificates/);
    expect(english(point(stations, "quorum").sentence)).toMatch(/^2 of 3 officers/);
    expect(point(stations, "medium-domain-copy").verdict).toBe("good");
    expect(point(stations, "private-endpoint")).toMatchObject({
      verdict: "decide",
      accepted: false,
    });
    expect(accept(stations)).toBe("nothing thrown");
    expect(await ask(stations)).toBe("nothing thrown");
    expect(stations.last("point-accepted")).toMatchObject({
      reason: "It is closed right afterwards.",
      decidedBy: BOTH,
    });
    expect(stations.state.performed).toBe("read-activation");
    // What was found again as it was is not written twice.
    expect(stations.types().filter((type) => type === "preflight-judged")).toHaveLength(1);
  });

  it.each([
    ["purge-protection", { purgeProtection: false }],
    ["soft-delete", { softDelete: false }],
    ["provisioned", { provisioning: "Updating" }],
  ] as const)(
    "that finds %s missing lets nobody decide: it is put right, and checked again",
    async (name, facts) => {
      const stations = await stationsAt("activation", "read-activation");
      expect(await ask(stations, withFacts(stations, facts))).toBe("E-PREFLIGHT");
      expect(point(stations, name)).toMatchObject({ verdict: "wrong" });
      expect(point(stations, name).next).not.toBe("");
      expect(accept(stations, [{ point: name, reason: "Never mind." }])).toBe("E-PREFLIGHT-FORM");
      expect(await ask(stations)).toBe("E-PREFLIGHT-DECIDE");
      expect(point(stations, name).verdict).toBe("good");
    },
  );

  it("finds a medium that is not there", async () => {
    const stations = await stationsAt("activation", "read-activation");
    rmSync(stations.on("domain-copy", ""), { recursive: true });
    expect(await ask(stations)).toBe("E-PREFLIGHT");
    expect(point(stations, "medium-domain-copy")).toMatchObject({ verdict: "wrong" });
  });

  it("says of who signed in that they are no administrator, and who that is", async () => {
    const stations = await stationsAt("activation", "read-activation");
    expect(await ask(stations, { signIn: async () => ALICE })).toBe("E-PREFLIGHT");
    expect(english(point(stations, "administrator").sentence)).toMatch(
      /^You are not one of its first/,
    );
    expect(stations.last("signed-in")).toEqual(ALICE);
    await ask(stations, { signIn: async () => ALICE });
    expect(stations.types().filter((type) => type === "signed-in")).toHaveLength(1);
    await ask(stations, { signIn: async () => ({ ...ALICE, name: "bob" }) });
    expect(stations.last("signed-in").name).toBe("bob");
  });

  it("has people decide whether a rehearsal may have a real HSM", async () => {
    const stations = await stationsAt("activation", "read-activation");
    expect(await ask(stations, { isMicrosofts: true })).toBe("E-PREFLIGHT-DECIDE");
    expect(english(point(stations, "real-hsm").sentence)).toMatch(
      /^This is a rehearsal, and the HSM/,
    );
    await ask(stations);
    expect(preflightView(stations.state)!.map((one) => one.point)).not.toContain("real-hsm");
  });

  it("has people decide in earnest whether an HSM outside Microsoft's is meant", async () => {
    const stations = await stationsAt("activation", "read-activation");
    const judged = (change: Partial<AskedHsm>) =>
      codeOf(() =>
        checkBefore({ ...stations.connected, mode: "PRODUCTION" }, { ...stations.hsm, ...change }),
      );
    // A rehearsal's media are refused in earnest, beside that.
    expect(await judged({})).toBe("E-PREFLIGHT");
    expect(point(stations, "strange-hsm").verdict).toBe("decide");
    expect(point(stations, "medium-transfer").verdict).toBe("wrong");
    await judged({ isMicrosofts: true });
    expect(preflightView(stations.state)!.map((one) => one.point)).not.toContain("strange-hsm");
  });

  it("names the site's own CA, in a rehearsal and in earnest", async () => {
    const ca = "ab".repeat(32);
    const stations = await stationsAt("activation", "read-activation");
    const signIn = async () => ({ ...ALICE, ca });
    await ask(stations, { signIn });
    expect(english(point(stations, "site-ca").sentence)).toContain(`SHA-256 ${ca}.`);
    await codeOf(() =>
      checkBefore({ ...stations.connected, mode: "PRODUCTION" }, { ...stations.hsm, signIn }),
    );
    expect(english(point(stations, "strange-hsm").sentence)).toContain(`SHA-256 ${ca}.`);
    expect(stations.last("signed-in")).toEqual(ALICE);
  });

  it("wants a reason and two people who are in the room", async () => {
    const stations = await stationsAt("activation", "read-activation");
    await ask(stations);
    const points = undecided(stations);
    expect(accept(stations, points, ["administrator"])).toBe("E-ACCEPT-DECISION");
    expect(accept(stations, points, ["administrator", "officer-7"])).toBe("E-ACCEPT-DECISION");
    expect(
      accept(
        stations,
        points.map((one) => ({ ...one, reason: " " })),
      ),
    ).toBe("E-PREFLIGHT-FORM");
    expect(accept(stations, [])).toBe("E-PREFLIGHT-FORM");
    expect(stations.types()).not.toContain("point-accepted");
  });
});

describe("at the last moment", () => {
  it("what has changed since is found before the call, and a decision counts only for its finding", async () => {
    const stations = await stationsAt("activation", "download-domain");
    const download = (facts: Partial<HsmFacts>) =>
      codeOf(() => downloadDomain(station(stations, withFacts(stations, facts)), {}));
    expect(await download({ purgeProtection: false })).toBe("E-PREFLIGHT");
    expect(await download({ endpoints: 2 })).toBe("E-PREFLIGHT-DECIDE");
    expect(stations.types()).not.toContain("download-began");
    expect(await stations.hsm.activation()).toBe("NotActivated");
    acceptPoints(
      stations.connected,
      { points: undecided(stations), decidedBy: BOTH },
      "download-domain",
    );
    expect(await download({ endpoints: 2 })).toBe("nothing thrown");
  });

  it("after it: the HSM is active, and the domain names these certificates and this quorum", async () => {
    const stations = await stationsAt("activation", "download-domain");
    await stations.act();
    expect(stations.last("aftercheck-judged").points).toMatchObject([
      { point: "active", verdict: "good" },
      { point: "domain", verdict: "good" },
      { point: "role", verdict: "good" },
    ]);
  });

  it("after it: an HSM that does not say so is reported, and the step still counts", async () => {
    const stations = await stationsAt("activation", "download-domain");
    let asked = 0;
    await stations.act(
      station(stations, {
        activation: async () => (asked++ === 0 ? stations.hsm.activation() : "Unknown"),
      }),
    );
    expect(stations.last("aftercheck-judged").points[0]).toMatchObject({ verdict: "wrong" });
    expect(fold(stations.entries).done).toContain("download-domain");
  });
});
