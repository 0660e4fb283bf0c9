// A desk for tests, with a real ceremony open in it, just before a step.
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { anyFault } from "../../crypto/any-fault.fixture.ts";
import { passphraseOf, type ScriptName } from "../usecases/stations.fixture.ts";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { vaultsHere } from "../vault/here.fixture.ts";
import { sendSecret, type Vaults } from "../vault/vault.ts";
import { checkerHere } from "./checker.fixture.ts";
import { Desk } from "./desk.ts";
import type { DeskOptions } from "./options.ts";

/** Where a snapshot's folders belong under the media, by the ceremony that is open. */
const PLACES: Readonly<Record<ScriptName, Readonly<Record<string, string>>>> = {
  activation: { activation: "1-activation", hsm: "hsm", store: "store" },
  recovery: {
    activation: "1-activation",
    recovery: "2-recovery",
    "sheet.json": "2-recovery/backup-sheet.json",
    hsm: "hsm",
    store: "store",
  },
};

/**
 * The desk after the window was opened again: nobody has confirmed yet how it continues.
 * @param prepare changes the folder of the ceremonies before that
 */
export async function stoppedDeskAt(
  name: ScriptName,
  step: string,
  vaults: Vaults = vaultsHere,
  change: Partial<DeskOptions> = {},
  prepare: (hidden: string) => void = () => undefined,
): Promise<Desk> {
  const from = await snapshotOf(name, step);
  const root = mkdtempSync(join(tmpdir(), "desk-"));
  const [media, hidden] = [join(root, "1"), join(root, "1", ".ceremonies")];
  cpSync(join(from, "media"), media, { recursive: true });
  for (const [kept, here] of Object.entries(PLACES[name]))
    if (existsSync(join(from, kept)))
      cpSync(join(from, kept), join(hidden, here), { recursive: true });
  prepare(hidden);
  const desk = deskIn(root, vaults, change);
  await desk.begin({ ceremony: name, on: "folders" });
  return desk;
}

/**
 * A desk at Home, on whatever this folder holds; it and the folder are gone after the test.
 * @param software what its records say of the program, where that matters
 */
export function deskIn(
  root: string,
  vaults: Vaults = vaultsHere,
  change: Partial<DeskOptions> = {},
  software: Partial<DeskOptions["hooks"]["software"]> = {},
): Desk {
  const desk = new Desk({
    roots: { rehearsals: root, production: join(root, "production") },
    rehearsalOnly: "not-packaged",
    hooks: {
      vaults,
      patience: 1,
      restoreWaitSeconds: 0,
      pollSeconds: 0.02,
      seeSeconds: 0,
      software: { version: "0", commit: "0", runtime: "test", ...software },
      startHsm: () => Promise.reject(new Error("No HSM is asked in this step.")),
    },
    type: async ({ seat, socket }) => {
      await sendSecret(socket, { passphrase: passphraseOf(seat) });
      return true;
    },
    chooseKeyList: async () => null,
    chooseCollateral: async () => null,
    chooseSas: async () => null,
    chooseStamps: async () => null,
    proposedCounts: { officers: 3, quorum: 2 },
    people: () => Promise.reject(new Error("No crew acts in this test.")),
    crewPace: 0,
    openRoom: () => undefined,
    drives: { list: async () => [], eject: async () => undefined, everyMs: 2000 },
    chooseRecord: async () => null,
    chooseRecords: async () => null,
    chooseLogs: async () => null,
    choosePlan: async () => null,
    chooseAnswers: async () => null,
    startChecker: checkerHere,
    // As a process that cannot be started.
    startDeployment: () => Promise.reject(anyFault("E-WORKER-GONE")),
    startReader: () => Promise.reject(new Error("Nothing reads Azure in this test.")),
    startSubscription: () => Promise.reject(new Error("No subscription is in this test.")),
    chooseSite: async () => null,
    choosePhotographs: async () => null,
    showPhotographs: () => undefined,
    chooseFolder: async () => null,
    copy: async () => undefined,
    keepTheme: () => undefined,
    language: () => "en",
    keepLanguage: () => undefined,
    save: async () => null,
    print: async () => "save",
    clock: () => new Date(),
    confirmMs: 0,
    pause: async () => undefined,
    show: () => undefined,
    ...change,
  });
  onTestFinished(async () => {
    await desk.shut();
    rmSync(root, { recursive: true, force: true });
  });
  return desk;
}

/** The same, once the witness has confirmed it. */
export async function deskAt(
  name: ScriptName,
  step: string,
  vaults?: Vaults,
  change?: Partial<DeskOptions>,
  prepare?: (hidden: string) => void,
): Promise<Desk> {
  const desk = await stoppedDeskAt(name, step, vaults, change, prepare);
  await desk.resume({});
  return desk;
}
