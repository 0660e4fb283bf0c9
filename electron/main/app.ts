// The app: locked down first, then one window over one desk.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { app, clipboard, dialog, powerMonitor, session, type BrowserWindow } from "electron";
import type { PassphraseInvitation } from "../usecases/deps.ts";
import { VIEW } from "../bridge/methods.ts";
import type { Mode } from "../ceremony/ceremony.ts";
import { Desk } from "../desk/desk.ts";
import { ejectDrive, listDrives, systemSources } from "../media/media.ts";
import { readNetwork } from "../network/network.ts";
import { electronVaults, type ElectronVaults } from "../vault/electron-vaults.ts";
import {
  chooseFolder,
  chooseKeyList,
  chooseLogs,
  chooseRecord,
  chooseSas,
  chooseSite,
  saveFile,
} from "./choose.ts";
import { electronHooks } from "./session-hooks.ts";
import { lockDefaultSession, lockDown } from "./lockdown.ts";
import { typePassphrase } from "./passphrase-window.ts";
import { placesFrom, type Places } from "./places.ts";
import { checkRuntime, type Runtime } from "./runtime.ts";
import { registerScheme, serveFiles } from "./scheme.ts";
import { serve } from "./serve.ts";
import { WAITS, type Waits } from "./waits.ts";
import { openWindow } from "./window.ts";

/** How often the page may die before that is a fault of the app. */
const DEATHS_MAX = 5;

/** What an entry of the app may have otherwise than the product: those of tests do. */
export interface Entry {
  /** Tells what the app runs in, while that begins. */
  readonly check: () => Promise<Runtime>;
  readonly waits: Waits;
}

const PRODUCT: Entry = {
  check: () =>
    checkRuntime(join(__dirname, "runtime.json"), {
      isPackaged: app.isPackaged,
      program: process.execPath,
      version: process.versions.electron,
    }),
  waits: WAITS,
};

/** Starts it, once on a computer. */
export function startApp(entry: Partial<Entry> = {}): void {
  const { check, waits } = { ...PRODUCT, ...entry };
  if (app.requestSingleInstanceLock()) begin(check(), waits);
  else app.quit();
}

function begin(checked: Promise<Runtime>, waits: Waits): void {
  process.on("uncaughtException", endBadly);
  lockDown();
  registerScheme();
  app.on("window-all-closed", () => {
    app.quit();
  });
  void app.whenReady().then(async () => {
    lockDefaultSession();
    const places = placesFrom(__dirname);
    serveFiles(session.defaultSession, places.files);
    openDesk(places, await checked, waits);
  });
}

/** A fault of our own, told without its insides: what was accepted is on the disk. */
function endBadly(): void {
  dialog.showErrorBox(
    "This app met a fault of its own and must close.",
    "Everything that was accepted is in the record. Start the app again and go on; "
      + "report what was on the screen.",
  );
  app.exit(1);
}

function openDesk(places: Places, { rehearsalOnly, name }: Runtime, waits: Waits): void {
  const vaults = electronVaults(places.vault);
  const window = openWindow(places.preload);
  const desk = new Desk({
    roots: { rehearsals: places.rehearsals, production: places.production },
    rehearsalOnly,
    hooks: electronHooks(places, vaults, name, waits),
    clock: () => new Date(),
    confirmMs: waits.confirmMs,
    pause: () => sleep(waits.curtainMs),
    show: (view) => {
      if (!window.isDestroyed()) window.webContents.send(VIEW, view);
    },
    type: (invitation, name, mode, shut) =>
      typePassphrase(passphraseFor(places, vaults, window, invitation, { name, mode }), shut),
    drives: {
      list: () => listDrives(systemSources()),
      eject: (drive) => ejectDrive(systemSources(), drive),
      everyMs: waits.drivesMs,
    },
    chooseRecord: () => chooseRecord(window),
    chooseSite: () => chooseSite(window),
    chooseFolder: () => chooseFolder(window),
    chooseKeyList: () => chooseKeyList(window),
    chooseSas: () => chooseSas(window),
    copy: (text) => {
      void clipboard.writeText(text);
    },
    chooseLogs: () => chooseLogs(window),
    save: (file) => saveFile(window, file),
  });
  serve(() => (window.isDestroyed() ? null : window.webContents), desk);
  keepAlive(window);
  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  const glances = setInterval(desk.glance, waits.glanceMs);
  powerMonitor.on("suspend", vaults.endAll);
  app.once("before-quit", (event) => {
    event.preventDefault();
    clearInterval(glances);
    vaults.endAll();
    void desk.shut().finally(() => {
      app.exit(0);
    });
  });
}

/** A page that died is loaded again: the desk still knows how things stand. Not without end. */
function keepAlive(window: BrowserWindow): void {
  let deaths = 0;
  window.webContents.on("render-process-gone", (_, { reason }) => {
    if (reason === "clean-exit") return;
    deaths += 1;
    if (deaths > DEATHS_MAX) endBadly();
    else window.webContents.reload();
  });
}

function passphraseFor(
  places: Places,
  vaults: ElectronVaults,
  parent: BrowserWindow,
  { seat, purpose, again, socket }: PassphraseInvitation,
  who: { readonly name: string; readonly mode: Mode },
): Parameters<typeof typePassphrase>[0] {
  const networkUp = readNetwork().up.length > 0;
  return {
    parent,
    preload: places.passphrasePreload,
    files: places.files,
    turn: { seat, ...who, purpose, again, networkUp },
    port: vaults.portTo(socket),
  };
}
