// At the desk: a refused step, two people who overrule the refusal, and the same step done.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { fromUtf8, utf8 } from "../../crypto/index.ts";
import type { RoomView } from "../bridge/room.ts";
import { passphraseOf, PROGRAM } from "../usecases/stations.fixture.ts";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { nodeVaults } from "../vault/node-vaults.ts";
import { sendSecret, type Vaults } from "../vault/vault.ts";
import { Desk } from "./desk.ts";

const STEP = "make-restore-blob";
const CODE = "E-SD-UNKNOWN-MEMBER";
const DECISION = { decidedBy: ["witness", "officer-1"] };
const witnessed = { projector: true, camera: true };

beforeAll(() => snapshotOf("recovery", STEP));

/** What the quorum vault is given in place of the domain. */
type Change = (text: string) => string;

/** Vaults whose quorum is given a domain that somebody changed: their readers judge it. */
function vaultsWith(change: Change): Vaults {
  const vaults = nodeVaults(PROGRAM);
  return {
    ...vaults,
    openQuorumVault: async () => {
      const vault = await vaults.openQuorumVault();
      const { call } = vault;
      return {
        ...vault,
        call: {
          ...call,
          blob: (request) =>
            call.blob({ ...request, domain: utf8(change(fromUtf8(request.domain))) }),
        },
      };
    },
  };
}

/** A desk on which the recovery is open, just before its blob is made. */
async function deskAtBlob(change: Change): Promise<Desk> {
  const from = await snapshotOf("recovery", STEP);
  const root = mkdtempSync(join(tmpdir(), "desk-"));
  const [media, hidden] = [join(root, "1"), join(root, "1", ".ceremonies")];
  cpSync(join(from, "media"), media, { recursive: true });
  for (const [kept, here] of [
    ["activation", "1-activation"],
    ["recovery", "2-recovery"],
    ["sheet.json", "2-recovery/backup-sheet.json"],
    ["hsm", "hsm"],
    ["store", "store"],
  ] as const)
    cpSync(join(from, kept), join(hidden, here), { recursive: true });
  const desk = new Desk({
    roots: { rehearsals: root, production: join(root, "production") },
    rehearsalOnly: "not-packaged",
    hooks: {
      vaults: vaultsWith(change),
      patience: 1,
      restoreWaitSeconds: 0,
      pollSeconds: 0.02,
      seeSeconds: 0,
      software: { version: "0", commit: "0", runtime: "test" },
      startHsm: () => Promise.reject(new Error("No HSM is asked in this step.")),
    },
    type: async ({ seat, socket }) => {
      await sendSecret(socket, { passphrase: passphraseOf(seat) });
      return true;
    },
    chooseKeyList: async () => null,
    chooseSas: async () => null,
    drives: { list: async () => [], eject: async () => undefined },
    chooseRecord: async () => null,
    chooseLogs: async () => null,
    chooseSite: async () => null,
    chooseFolder: async () => null,
    copy: () => undefined,
    save: async () => false,
    clock: () => new Date(),
    pause: async () => undefined,
    show: () => undefined,
  });
  onTestFinished(async () => {
    await desk.shut();
    rmSync(root, { recursive: true, force: true });
  });
  await desk.begin({ ceremony: "recovery", on: "folders" });
  await desk.resume({});
  return desk;
}

/** Acts the step; every officer who is called is there. @returns the room when it ended */
async function act(desk: Desk): Promise<RoomView> {
  await desk.perform({ step: STEP, input: {}, witnessed });
  for (;;) {
    const room = await desk.look();
    const { activity } = room;
    if (activity.kind === "idle") return room;
    if (activity.kind === "calling") await desk.answer({ seat: activity.seat, here: true });
    await setTimeout(5);
  }
}

describe("a refusal at the desk", () => {
  it("is overruled by two people, and then the step is done", async () => {
    const desk = await deskAtBlob((text) => text.replace("{", '{"new":"of Azure",'));
    const refused = await act(desk);
    expect(refused).toMatchObject({
      refusal: { code: CODE, canBeAccepted: true },
      ceremony: { step: { id: STEP } },
    });
    const accepted = await desk.accept(DECISION);
    expect(accepted.refusal).toBeNull();
    expect(accepted.ceremony?.ledger.slice(-2).map(({ type }) => type)).toEqual([
      "refused",
      "refusal-accepted",
    ]);
    const done = await act(desk);
    expect(done).toMatchObject({
      refusal: null,
      ceremony: { step: { id: STEP }, isPerformed: true },
    });
    const confirmed = await desk.confirm({ step: STEP });
    expect(confirmed).toMatchObject({ ceremony: { step: { id: "sign-blob" } } });
  });

  it("is not to be overruled where that would not help, whatever its code", async () => {
    const twice: Change = (text) => text.replace(/"data":\s*\[\s*(\{[^}]*\})/, '"data":[$1,$1');
    const desk = await deskAtBlob(twice);
    const { refusal, ceremony } = await act(desk);
    expect(refusal).toMatchObject({ code: "E-SD-TAG", canBeAccepted: false });
    await expect(desk.accept(DECISION)).rejects.toMatchObject({ code: "E-DESK-STALE" });
    expect((await desk.look()).ceremony?.ledger).toEqual(ceremony?.ledger);
  });
});
