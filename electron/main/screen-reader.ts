// Whether a screen reader is on. On Windows Chromium detects it; on Linux its accessibility tree
// stays empty until Electron is told. So the session bus is asked, with systemd's own program, by
// absolute path, in limited time. Without a reader it stays off: otherwise Chromium would keep
// every word of every screen in the main process as well.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { app, type BrowserWindow } from "electron";

/** It asks the bus, and starts nothing there. */
const PROGRAM = "/usr/bin/busctl";
/** Milliseconds; a bus answers at once or not at all. */
const ASKED_MS = 3_000;
/** A reader sets ScreenReaderEnabled or IsEnabled when it starts; both are asked at once. */
const QUESTION = [
  "--user",
  "--auto-start=no",
  "call",
  "org.a11y.Bus",
  "/org/a11y/bus",
  "org.freedesktop.DBus.Properties",
  "GetAll",
  "s",
  "org.a11y.Status",
];

/**
 * Enables the accessibility tree of every window once a screen reader is on: checked when the page
 * is loaded, and whenever the window is focused, until there is one.
 */
export function serveScreenReader(window: BrowserWindow): void {
  if (process.platform !== "linux" || !existsSync(PROGRAM)) return;
  let isServed = false;
  const ask = async (): Promise<void> => {
    if (isServed || !(await isReaderOn())) return;
    isServed = true;
    app.setAccessibilitySupportEnabled(true);
  };
  window.webContents.on("did-finish-load", () => void ask());
  window.on("focus", () => void ask());
}

/** Whether the session bus knows of one; false without a bus. */
const isReaderOn = (): Promise<boolean> =>
  new Promise((resolve) => {
    const env = busOf(process.env);
    // Without a bus no program is started.
    if (Object.keys(env).length === 0) {
      resolve(false);
      return;
    }
    const bounds = { timeout: ASKED_MS, maxBuffer: 1024 };
    execFile(PROGRAM, QUESTION, { ...bounds, env }, (error, answer) => {
      resolve(error === null && / b true\b/.test(answer));
    });
  });

/** What Electron sets as the address where the session has no bus. */
const NO_BUS = "disabled:";

/** Where the bus is: nothing else of our environment is passed on. */
const busOf = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    ["DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"].flatMap((name) => {
      const value = environment[name];
      return value === undefined || value === NO_BUS ? [] : [[name, value]];
    }),
  );
