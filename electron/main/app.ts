// The app: locked down first, then one window over one desk.
import { join } from "node:path";
import { app, dialog, session, type BrowserWindow } from "electron";
import { lockDefaultSession, lockDown } from "./lockdown.ts";
import { placesFrom } from "./places.ts";
import { checkRuntime, type Runtime } from "./runtime.ts";
import { registerScheme, serveFiles } from "./scheme.ts";
import { showTheme } from "./theme.ts";
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
    showTheme(places.theme);
    const runtime = await checked;
    const window = openWindow(places.preload);
    keepAlive(window);
    // Loaded at once, before the page can ask, but while its process starts: nobody waits for it.
    const { openDesk } = await import("./open-desk.ts");
    openDesk({ places, runtime, waits, window });
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
