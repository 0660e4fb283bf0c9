// The desk behind the window: what it asks, and what it knows about this computer.
import { setTimeout as sleep } from "node:timers/promises";
import { app, clipboard, powerMonitor, type BrowserWindow } from "electron";
import type { PassphraseInvitation } from "../usecases/deps.ts";
import { VIEW } from "../bridge/methods.ts";
import type { Mode } from "../ceremony/ceremony.ts";
import { Desk, type DeskOptions } from "../desk/desk.ts";
import { ejectDrive, listDrives, systemSources } from "../media/media.ts";
import { readNetwork } from "../network/network.ts";
import { imageWords } from "../session/identity.ts";
import { electronVaults, type ElectronVaults } from "../vault/electron-vaults.ts";
import {
  chooseAnswers,
  chooseFolder,
  chooseCollateral,
  chooseKeyList,
  chooseLogs,
  choosePhotographs,
  choosePlan,
  chooseRecord,
  chooseRecords,
  chooseSas,
  chooseSite,
  chooseStamps,
  saveFile,
} from "./choose.ts";
import { printPaper } from "./print-paper.ts";
import { startChecker } from "./start-checker.ts";
import { startDeployment, startReader, startSubscription } from "./start-deployment.ts";
import { electronHooks } from "./session-hooks.ts";
import { openPeople } from "./people.ts";
import { typePassphrase } from "./passphrase-window.ts";
import type { Photographs } from "./photographs.ts";
import type { Places } from "./places.ts";
import { RoomWindow } from "./room-window.ts";
import type { Runtime } from "./runtime.ts";
import { serve } from "./serve.ts";
import { keepLanguage, keptLanguage } from "./language.ts";
import { keepTheme } from "./theme.ts";
import type { Waits } from "./waits.ts";

/** What it is opened with. */
interface Opening {
  readonly places: Places;
  readonly runtime: Runtime;
  readonly waits: Waits;
  readonly proposedCounts?: NonNullable<DeskOptions["proposedCounts"]>;
  readonly window: BrowserWindow;
  readonly photographs: Photographs;
}

/** Opens it: from now on the window is answered. */
export function openDesk({
  places,
  runtime,
  waits,
  window,
  photographs,
  ...proposed
}: Opening): void {
  const { rehearsalOnly, differences, release, name } = runtime;
  const vaults = electronVaults(places.vault);
  const room = new RoomWindow(places.preload, places.files);
  window.once("closed", () => room.close());
  const desk = new Desk({
    ...proposed,
    roots: { rehearsals: places.rehearsals, production: places.production },
    rehearsalOnly,
    differences,
    release,
    image: imageWords(),
    hooks: electronHooks(places, vaults, name, waits),
    clock: () => new Date(),
    confirmMs: waits.confirmMs,
    pause: () => sleep(waits.curtainMs),
    show: (view) => {
      if (!window.isDestroyed()) window.webContents.send(VIEW, view);
      room.contents?.send(VIEW, view);
    },
    openRoom: () => room.open(),
    type: (invitation, name, mode, shut) =>
      typePassphrase(passphraseFor(places, vaults, window, invitation, { name, mode }), shut),
    people: (papers) => openPeople(places.people, papers, vaults),
    crewPace: waits.crewPace,
    drives: {
      list: () => listDrives(systemSources()),
      eject: (drive) => ejectDrive(systemSources(), drive),
      everyMs: waits.drivesMs,
    },
    chooseRecord: () => chooseRecord(window),
    chooseRecords: (what) => chooseRecords(window, what),
    chooseSite: () => chooseSite(window),
    chooseFolder: () => chooseFolder(window),
    choosePhotographs: () => choosePhotographs(window),
    showPhotographs: (files) => photographs.show(files),
    chooseKeyList: () => chooseKeyList(window),
    chooseCollateral: () => chooseCollateral(window),
    chooseSas: () => chooseSas(window),
    chooseStamps: () => chooseStamps(window),
    // Electron 33 writes at once; from 44 on it answers later, and may refuse.
    copy: async (text) => clipboard.writeText(text),
    keepTheme: (theme) => keepTheme(places.theme, theme),
    language: keptLanguage,
    keepLanguage,
    chooseLogs: (what) => chooseLogs(window, what),
    choosePlan: () => choosePlan(window),
    chooseAnswers: () => chooseAnswers(window),
    startChecker: (checking) => startChecker(places, checking),
    startDeployment: (kept) => startDeployment(places, kept),
    startReader: () => startReader(places),
    startSubscription: () => startSubscription(places),
    save: (file) => saveFile(window, file),
    print: (paper) => printPaper(window, paper),
  });
  serve(
    () => (window.isDestroyed() ? null : window.webContents),
    () => room.contents,
    desk,
  );
  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  const glances = setInterval(desk.glance, waits.glanceMs);
  powerMonitor.on("suspend", vaults.endAll);
  // F33: Electron reports it only on Windows and macOS (docs/limits.md).
  powerMonitor.on("lock-screen", vaults.endAll);
  let isEnding = false;
  app.on("before-quit", (event) => {
    event.preventDefault();
    // An impatient second quit waits as well.
    if (isEnding) return;
    isEnding = true;
    clearInterval(glances);
    vaults.endAll();
    void desk.shut().finally(() => {
      app.exit(0);
    });
  });
}

function passphraseFor(
  places: Places,
  vaults: ElectronVaults,
  parent: BrowserWindow,
  { seat, purpose, again, tries, socket }: PassphraseInvitation,
  who: { readonly name: string; readonly mode: Mode },
): Parameters<typeof typePassphrase>[0] {
  const networkUp = readNetwork().up.length > 0;
  return {
    parent,
    preload: places.passphrasePreload,
    files: places.files,
    turn: { seat, ...who, purpose, again, tries, networkUp },
    port: vaults.portTo(socket),
  };
}
