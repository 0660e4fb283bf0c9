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
export const paper = (): string => nativeTheme.shouldUseDarkColors ? "#121416" : "#fcfbf8";

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
  window.once("ready-to-show", () => {
    window.show();
  });
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}
