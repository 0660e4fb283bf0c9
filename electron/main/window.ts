// The ceremony's one window.
import {
  app,
  BrowserWindow,
  nativeTheme,
  screen,
  type BrowserWindowConstructorOptions,
} from "electron";
import { saidIn, sentence } from "../text/text.ts";
import { keptLanguage } from "./language.ts";
import { addressOf } from "./scheme.ts";
import { chosenAfter, openingSize, zoomFor } from "./zoom.ts";

/** The restrictions and permissions of all our windows. */
export const SAFE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  enableWebSQL: false,
  plugins: false,
  experimentalFeatures: false,
  // A page's file picker for this machine would open without a permission.
  disableBlinkFeatures: "FileSystemAccess,FileSystemAccessLocal",
} as const satisfies BrowserWindowConstructorOptions["webPreferences"];

/** The background colour until the page is loaded. */
export const paper = (): string => (nativeTheme.shouldUseDarkColors ? "#121416" : "#fcfbf8");

/** Opens the window; it is shown once there is something to see. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    ...openingSize(screen.getPrimaryDisplay().workAreaSize),
    minWidth: 640,
    minHeight: 480,
    useContentSize: true,
    show: false,
    backgroundColor: paper(),
    title: saidIn(keptLanguage(), sentence("frame.app")),
    autoHideMenuBar: true,
    webPreferences: { ...SAFE, preload, devTools: !app.isPackaged },
  });
  window.removeMenu();
  grow(window);
  showWhenReady(window);
  void window.loadURL(addressOf("index"));
  return window;
}

/**
 * Shows a hidden window once its page is painted, or at the latest loaded: if the graphics process
 * restarts under a hidden page, Electron never reports that it is ready to show.
 */
export function showWhenReady(window: BrowserWindow): void {
  let isShown = false;
  const show = (): void => {
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    window.show();
  };
  window.once("ready-to-show", show);
  window.webContents.once("did-stop-loading", show);
}

/** Type grows with the window; keys make it larger, smaller or normal, because there is no menu. */
export function grow(window: BrowserWindow): void {
  let chosen = 1;
  const { webContents } = window;
  const apply = (): void => {
    const [width = 0, height = 0] = window.getContentSize();
    webContents.setZoomFactor(zoomFor({ width, height }, chosen));
  };
  window.on("resize", apply);
  // Chromium remembers a factor by the page's address, even from the last time.
  webContents.on("did-finish-load", apply);
  webContents.on("before-input-event", (event, { type, control, meta, key }) => {
    const next = type === "keyDown" && (control || meta) ? chosenAfter(chosen, key) : null;
    if (next === null) return;
    event.preventDefault();
    chosen = next;
    apply();
  });
}
