// The ceremony's one window.
import { app, BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from "electron";
import { ORIGIN } from "./scheme.ts";

/** What every window of ours is denied or given. */
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
  // A page that asks for files of this machine: its dialog would come without a permission.
  disableBlinkFeatures: "FileSystemAccess,FileSystemAccessLocal",
} as const satisfies BrowserWindowConstructorOptions["webPreferences"];

/** Paper by day and by night, until the page stands. */
export const paper = (): string => (nativeTheme.shouldUseDarkColors ? "#121416" : "#fcfbf8");

/** Opens the window; it shows itself once there is something to see. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 640,
    minHeight: 480,
    useContentSize: true,
    show: false,
    backgroundColor: paper(),
    title: "Security domain ceremonies",
    autoHideMenuBar: true,
    webPreferences: { ...SAFE, preload, devTools: !app.isPackaged },
  });
  window.removeMenu();
  window.webContents.on("before-input-event", (event, { type, control, meta, key }) => {
    if (type === "keyDown" && (control || meta) && zoom(window, key)) event.preventDefault();
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}

const ZOOM_MAX = 3;
const ZOOM_STEP = 1.25;

/** Larger, smaller, as it was: there is no menu for it. @returns whether the key is one of them */
function zoom({ webContents }: BrowserWindow, key: string): boolean {
  const now = webContents.getZoomFactor();
  const next = { "+": now * ZOOM_STEP, "=": now * ZOOM_STEP, "-": now / ZOOM_STEP, "0": 1 }[key];
  if (next === undefined) return false;
  webContents.setZoomFactor(Math.min(ZOOM_MAX, Math.max(1, next)));
  return true;
}
