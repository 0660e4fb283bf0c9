// At the new HSM of a recovery: nothing that may have begun is sent again, the half hour is waited
// for, who lists the keys is named and loses the role again, and what came back is compared.
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fold, keysSeenIn, mayRun, remainsOf, standingOf } from "../ceremony/ceremony.ts";
import { fault } from "../hsm/faults.ts";
import type { Hsm } from "../hsm/hsm.ts";
import { CRYPTO_AUDITOR } from "../hsm/key-reader.ts";
import { record } from "./turn.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import type { Stations } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("recovery", "open"));

const withHsm = (stations: Stations, change: Partial<Hsm>) => ({
  hsm: async () => ({ ...stations.hsm, ...change }),
});
const never = (what: string) => () => Promise.reject(new Error(`${what} was sent again`));
const dark = () => Promise.reject(new Error("dark"));
const count = (stations: Stations, type: string): number =>
  stations.types().filter((one) => one === type).length;
const readersAt = async ({ hsm }: Stations): Promise<number> =>
  (await hsm.roleAssignments()).filter(({ role }) => role === CRYPTO_AUDITOR).length;

describe.each([
  ["backup-empty", "backupStatus", "startBackup", "backup-started", "restore-backup"],
  ["restore-backup", "restoreStatus", "startRestore", "restore-started", "compare-keys"],
] as const)("%s", (step, status, start, started, next) => {
  it("asks for the job that began before a stop, and begins no other", async () => {
    const stations = await stationsAt("recovery", step);
    await expect(stations.act(withHsm(stations, { [status]: dark }))).rejects.toThrow("dark");
    expect(count(stations, started)).toBe(1);
    await stations.act(withHsm(stations, { [start]: never(start) }));
    expect([count(stations, started), stations.step.id]).toEqual([1, next]);
  });

  it("begins another one if that one failed, or the HSM no longer knows it", async () => {
    for (const answer of [
      async () => ({ state: "failed" as const, details: "" }),
      () => Promise.reject(fault("E-HSM-NONE")),
    ]) {
      const stations = await stationsAt("recovery", step);
      await expect(stations.act(withHsm(stations, { [status]: dark }))).rejects.toThrow("dark");
      // While one runs, the HSM itself refuses another.
      const { job } = stations.last(started);
      await expect.poll(async () => (await stations.hsm[status](job)).state).toBe("succeeded");
      let asked = 0;
      const ask = (of: string) => (asked++ === 0 ? answer() : stations.hsm[status](of));
      await stations.act(withHsm(stations, { [status]: ask }));
      expect([count(stations, started), stations.step.id]).toEqual([2, next]);
    }
  });
});

describe.each([
  ["backup-empty", "checkBackup", "backup-began", "restore-backup"],
  ["restore-backup", "checkRestore", "restore-began", "compare-keys"],
] as const)("%s, of which the HSM is asked first", (step, check, began, next) => {
  it("is not begun if the HSM says that it would fail, and says why", async () => {
    const stations = await stationsAt("recovery", step);
    const checkStatus = async () => ({ state: "failed" as const, details: "StorageError: no" });
    await expect(stations.act(withHsm(stations, { checkStatus }))).rejects.toMatchObject({
      code: "E-HSM-FORETOLD",
      said: { by: "server", words: "StorageError: no" },
    });
    expect(count(stations, began)).toBe(0);
    await stations.act();
    expect([count(stations, began), stations.step.id]).toEqual([1, next]);
  });

  it("is begun if the HSM knows no such question, which is mentioned", async () => {
    const stations = await stationsAt("recovery", step);
    const codes: string[] = [];
    await stations.act({
      ...withHsm(stations, { [check]: async () => null, checkStatus: never("the check") }),
      notice: (notice) => {
        if (notice.kind === "warned") codes.push(notice.code);
      },
    });
    expect([codes, stations.step.id]).toEqual([["E-HSM-UNSAID"], next]);
  });
});

describe.each([
  ["upload-blob", "uploadStatus", "upload", "backup-empty"],
  ["restore-backup", "restoreStatus", "startRestore", "compare-keys"],
] as const)("%s, while it is waited for", (step, status, start, next) => {
  const running = async () => ({ state: "running" as const, details: "" });

  it("F38: bears an HSM that is busy again and again, and then succeeds", async () => {
    const stations = await stationsAt("recovery", step);
    let busy = 0;
    const ask = (job: string) =>
      busy++ < 20 ? Promise.reject(fault("E-HSM-BUSY", { seconds: 1 })) : stations.hsm[status](job);
    await stations.act(withHsm(stations, { [status]: ask }));
    expect([busy > 20, stations.step.id]).toEqual([true, next]);
  });

  it("F39: a sign-in that ends stops it; when continued, nothing is sent again", async () => {
    const stations = await stationsAt("recovery", step);
    let asked = 0;
    const ask = (): Promise<never> => {
      asked += 1;
      return Promise.reject(fault("E-HSM-AUTH", { why: "" }));
    };
    expect(await codeOf(() => stations.act(withHsm(stations, { [status]: ask })))).toBe(
      "E-HSM-AUTH",
    );
    await stations.act(withHsm(stations, { [start]: never(start) }));
    expect([asked, stations.step.id]).toEqual([1, next]);
  });

  it("F40: that never ends stops after an hour, and is continued later", async () => {
    const stations = await stationsAt("recovery", step);
    // What is asked first has ended, however quickly it is asked again.
    const checkStatus = async () => ({ state: "succeeded" as const, details: "" });
    const hsm = withHsm(stations, { [status]: running, checkStatus });
    const change = { ...hsm, sleep: async () => undefined };
    expect(await codeOf(() => stations.act({ ...change, pollSeconds: 600 }))).toBe(
      "E-HSM-STILL-RUNNING",
    );
    await stations.act(withHsm(stations, { [start]: never(start) }));
    expect(stations.step.id).toBe(next);
  });
});

describe("before a restore", () => {
  it("Azure's half hour is waited for, told with its end, and recorded once", async () => {
    const stations = await stationsAt("recovery", "restore-backup");
    const at = Date.parse(stations.state.recovery.emptyBackupAt);
    let now = at + 60_000;
    const told: string[] = [];
    await stations.act({
      restoreWaitSeconds: 1800,
      pollSeconds: 600,
      clock: () => new Date(now),
      sleep: async (seconds) => {
        now += seconds * 1000;
        await setTimeout(40);
      },
      notice: (notice) => {
        if (notice.kind === "asked" && notice.what === "restore-wait")
          told.push(notice.until ?? "");
      },
    });
    expect(now - at).toBeGreaterThanOrEqual(1_800_000);
    expect(told).toEqual(Array.from({ length: 3 }, () => new Date(at + 1_800_000).toISOString()));
    expect(stations.last("restore-waited")).toMatchObject({ advised: 1800, waited: 1800 });
    expect(count(stations, "restore-waited")).toBe(1);
  });

  it("a stop in between begins no new half hour", async () => {
    const stations = await stationsAt("recovery", "restore-backup");
    const at = Date.parse(stations.state.recovery.emptyBackupAt);
    const change = { restoreWaitSeconds: 1800, clock: () => new Date(at + 1_000_000) };
    await expect(stations.act({ ...change, sleep: dark })).rejects.toThrow("dark");
    expect(count(stations, "restore-began")).toBe(0);
    await stations.act({ ...change, clock: () => new Date(at + 1_900_000) });
    expect(stations.last("restore-waited").waited).toBe(1900);
  });
});

describe("who lists the keys", () => {
  it("may not as administrator: is given the role, recorded before, and loses it", async () => {
    const stations = await stationsAt("recovery", "compare-keys");
    expect(await codeOf(() => stations.hsm.keys())).toBe("E-HSM-AUTH");
    const before = stations.entries.length;
    await stations.act();
    expect(stations.types(before)).toEqual([
      "step-began",
      "key-reader-named",
      "key-reader-removed",
      "recovery-compared",
      "keys-compared",
      "step-performed",
      "step-done",
    ]);
    expect(stations.last("key-reader-named")).toMatchObject({
      role: CRYPTO_AUDITOR,
      scope: "/keys",
      temporary: true,
      principal: await stations.hsm.signedInAs(),
    });
    expect(await readersAt(stations)).toBe(0);
    expect(await codeOf(() => stations.hsm.keys())).toBe("E-HSM-AUTH");
  });

  it("and has the right already, keeps it", async () => {
    const stations = await stationsAt("recovery", "compare-keys");
    const principal = (await stations.hsm.signedInAs())!;
    const name = "11111111-2222-4333-8444-555555555555";
    await stations.hsm.assignRole({ name, role: CRYPTO_AUDITOR, principal, scope: "/keys" });
    await stations.act(withHsm(stations, { removeAssignment: never("the removal") }));
    expect(stations.last("key-reader-named")).toMatchObject({ name, temporary: false });
    expect(await readersAt(stations)).toBe(1);
  });

  it("is nobody that the sign-in does not name", async () => {
    const stations = await stationsAt("recovery", "compare-keys");
    expect(
      await codeOf(() => stations.act(withHsm(stations, { signedInAs: async () => null }))),
    ).toBe("E-READER-UNKNOWN");
  });

  it.each([
    ["before it was given", { assignRole: dark }],
    ["while the keys were listed", { keys: dark, removeAssignment: dark }],
    ["before it was taken back", { removeAssignment: dark }],
  ])("gets it once and loses it, even if a stop came %s", async (_, change) => {
    const stations = await stationsAt("recovery", "compare-keys");
    await expect(stations.act(withHsm(stations, change))).rejects.toThrow("dark");
    const { reader } = stations.state.recovery;
    expect(reader).not.toBeNull();
    expect(remainsOf(stations.state, stations.script)).toContainEqual({
      object: "role-assignment",
      because: "key-reader",
      deed: "delete",
      by: "administrator",
    });
    await stations.act();
    expect(count(stations, "key-reader-named")).toBe(1);
    expect(stations.last("key-reader-removed").name).toBe(reader!.name);
    expect([await readersAt(stations), stations.state.recovery.reader]).toEqual([0, null]);
  });

  it("keeps the record from being closed while the role may exist", async () => {
    const stations = await stationsAt("recovery", "close");
    const { state } = stations;
    expect(mayRun(state, stations.script, "close", "offline")).toBeNull();
    record(stations.offline, {
      type: "key-reader-named",
      by: "administrator",
      data: { principal: "p", role: "r", name: "n", scope: "/keys", temporary: true },
    });
    expect(mayRun(fold(stations.entries), stations.script, "close", "offline")?.code).toBe(
      "E-READER-STANDS",
    );
  });
});

describe("what came back", () => {
  it("is everything: keys, versions and role assignments as the sheet has them", async () => {
    const stations = await stationsAt("recovery", "compare-keys");
    const { keys, roles = [] } = stations.state.backup!;
    expect(roles.map(({ scope }) => scope)).toContain("/keys");
    await stations.act();
    expect(stations.last("recovery-compared")).toEqual({
      keysBack: keys.length,
      keysMissing: [],
      keysMore: [],
      rolesBack: roles.length,
      rolesMissing: [],
      rolesMore: [],
    });
  });

  it("is recorded if a key is missing, before the step is refused", async () => {
    const stations = await stationsAt("recovery", "compare-keys");
    const [first, ...rest] = stations.state.backup!.keys;
    const found = rest.map((key) => ({ ...key, enabled: true }));
    expect(await codeOf(() => stations.act(withHsm(stations, { keys: async () => found })))).toBe(
      "E-KEYS-DIFFER",
    );
    expect(stations.last("recovery-compared")).toMatchObject({
      keysMissing: [{ name: first!.name, version: first!.version }],
    });
    expect(await readersAt(stations)).toBe(0);
  });

  it("is not compared if nobody knew what to expect: nothing is found, and it is no drill", async () => {
    const stations = await stationsAt("recovery", "compare-keys");
    const { container, folder } = stations.last("backup-known");
    const unknown = { reason: "Nobody made a list.", decidedBy: ["administrator", "witness"] };
    record(stations.connected, {
      type: "backup-known",
      by: "administrator",
      data: { container, folder, keys: [], unknown },
    });
    await stations.act();
    expect(stations.last("keys-not-compared").keys).toHaveLength(3);
    expect(stations.types()).not.toContain("keys-compared");
    expect(stations.types()).not.toContain("recovery-compared");
    expect(standingOf(stations.entries).drilledAt).toBe("");
    expect(keysSeenIn(stations.entries)).toBeNull();
    expect(stations.step.id).not.toBe("compare-keys");
  });

  it("may lack a role assignment, or have one more: both are reported, and neither stops", async () => {
    const stations = await stationsAt("recovery", "compare-keys");
    const [gone] = (await stations.hsm.roleAssignments()).filter(({ scope }) => scope === "/keys");
    await stations.hsm.removeAssignment(gone!.scope, gone!.name);
    const strange = { ...gone!, name: "11111111-2222-4333-8444-555555555555", scope: "/" };
    await stations.hsm.assignRole(strange);
    await stations.act();
    expect(stations.last("recovery-compared")).toMatchObject({
      rolesMissing: [{ principal: gone!.principal, scope: "/keys" }],
      rolesMore: [{ principal: gone!.principal, scope: "/" }],
    });
    expect(stations.step.id).not.toBe("compare-keys");
  });
});
