// The app: locked down first, then one window over one desk.
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
import type { Runtime } from "./runtime.ts";
import { registerScheme, serveFiles } from "./scheme.ts";
import { serve } from "./serve.ts";
import { openWindow } from "./window.ts";

/** Media and network are looked at this often while nothing runs. */
const GLANCE_MS = 1000;
/** How long a proven pair is seen before the next curtain. */
const SEE_MS = 1500;
/** How often the page may die before that is a fault of the app. */
const DEATHS_MAX = 5;

/** Starts it, once on a computer. @param check tells what the app runs in, while that begins */
export function startApp(judge: () => Promise<Runtime>): void {
  if (app.requestSingleInstanceLock()) begin(judge());
  else app.quit();
}

function begin(judged: Promise<Runtime>): void {
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
    openDesk(places, await judged);
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

function openDesk(places: Places, { rehearsalOnly, name }: Runtime): void {
  const vaults = electronVaults(places.vault);
  const window = openWindow(places.preload);
  const desk = new Desk({
    roots: { rehearsals: places.rehearsals, production: places.production },
    rehearsalOnly,
    hooks: electronHooks(places, vaults, name),
    clock: () => new Date(),
    pause: () => sleep(SEE_MS),
    show: (room) => {
      if (!window.isDestroyed()) window.webContents.send(VIEW, room);
    },
    type: (invitation, name, mode, shut) =>
      typePassphrase(passphraseFor(places, vaults, window, invitation, { name, mode }), shut),
    drives: {
      list: () => listDrives(systemSources()),
      eject: (drive) => ejectDrive(systemSources(), drive),
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
  const glances = setInterval(desk.glance, GLANCE_MS);
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
