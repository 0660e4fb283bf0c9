// The app: locked down first, then one window over one desk.
import { existsSync, readFileSync } from "node:fs";
import * as plainFiles from "original-fs";
import { dirname, join } from "node:path";
import { app, dialog, session, type BrowserWindow } from "electron";
import { keepOwnEnvironment } from "../disk/own-environment.ts";
import { checkStart, lockDefaultSession, lockDown } from "./lockdown.ts";
import { saidIn, sentence } from "../text/text.ts";
import { keptLanguage } from "./language.ts";
import { limitCores, withDescendants } from "../network/network.ts";
import { takeStation } from "./one-station.ts";
import { Photographs } from "./photographs.ts";
import { placesFrom } from "./places.ts";
import { checkRuntime, type Runtime } from "./runtime.ts";
import { registerScheme, serveFiles } from "./scheme.ts";
import { serveScreenReader } from "./screen-reader.ts";
import { showTheme } from "./theme.ts";
import { WAITS, type Waits } from "./waits.ts";
import { openWindow } from "./window.ts";

/** How often the page may die before that is a fault of the app. */
const DEATHS_MAX = 5;

/** What an entry of the app may change: those of tests do. */
export interface Entry {
  /** Determines what the app runs in, while it starts. */
  readonly check: () => Promise<Runtime>;
  readonly waits: Waits;
  /** The numbers of officers of a first ceremony, in place of the app's proposal. */
  readonly proposedCounts?: { readonly officers: number; readonly quorum: number };
}

const PRODUCT: Entry = {
  check: () =>
    checkRuntime({
      folder: app.isPackaged ? dirname(process.execPath) : null,
      version: process.versions.electron,
      releaseKey: releaseKey(),
      files: plainFiles,
    }),
  waits: WAITS,
};

/** The release key in the source; null before there is one. */
function releaseKey(): Uint8Array | null {
  const file = join(__dirname, "release-key.pem");
  return existsSync(file) ? readFileSync(file) : null;
}

/** Starts it, once per computer. */
export function startApp(entry: Partial<Entry> = {}): void {
  checkStart();
  // Before Chromium makes temporary files, and before any library reads the environment.
  keepOwnEnvironment();
  const { check, ...given } = { ...PRODUCT, ...entry };
  if (app.requestSingleInstanceLock()) begin(check(), given);
  else app.quit();
}

/** Also for processes started before this line: Chromium forks its pages from one. */
const leaveNoCores = (): void => {
  limitCores(withDescendants(process.pid));
};

function begin(checked: Promise<Runtime>, given: Omit<Entry, "check">): void {
  process.on("uncaughtException", endBadly);
  lockDown();
  leaveNoCores();
  registerScheme();
  app.on("window-all-closed", () => {
    app.quit();
  });
  const opened = app.whenReady().then(async () => {
    lockDefaultSession();
    // A15: our pages store nothing there, so anything there is from another program.
    const cleared = session.defaultSession.clearStorageData();
    const places = placesFrom(__dirname);
    const photographs = new Photographs();
    serveFiles(session.defaultSession, places.files, photographs.bytesOf);
    showTheme(places.theme);
    const runtime = await checked;
    const taken = await takeStation();
    await cleared;
    const window = openWindow(places.preload);
    keepAlive(window);
    serveScreenReader(window);
    // Loaded at once, before the page can ask, while its process starts: nobody waits for it.
    const { openDesk } = await import("./open-desk.ts");
    // A second copy with a profile of its own is not a station, whatever it could be alone.
    const rehearsalOnly = runtime.rehearsalOnly ?? (taken === "taken" ? null : taken);
    openDesk({ places, runtime: { ...runtime, rehearsalOnly }, ...given, window, photographs });
  });
  // Electron only logs a rejection: this process would stay, without a window.
  opened.catch(endBadly);
}

/** An error of our own, reported without details: what was accepted is on the disk. */
function endBadly(): void {
  const language = keptLanguage();
  dialog.showErrorBox(
    saidIn(language, sentence("dialogs.ends")),
    saidIn(language, sentence("dialogs.accepted")),
  );
  app.exit(1);
}

/** Reloads a page that died: the desk still knows the state. Only a limited number of times. */
function keepAlive(window: BrowserWindow): void {
  let deaths = 0;
  window.webContents.on("render-process-gone", (_, { reason }) => {
    if (reason === "clean-exit") return;
    deaths += 1;
    if (deaths > DEATHS_MAX) endBadly();
    else window.webContents.reload();
  });
}
