// The passphrase window: a session and a process of its own for one officer's turn. Main gives it
// one end of a channel to the vault and learns only whether the vault accepted the passphrase.
import { BrowserWindow, ipcMain, session, type IpcMainEvent, type MessagePortMain } from "electron";
import { random, toHex } from "../../crypto/index.ts";
import { PASSPHRASE, type PassphraseTurn } from "../bridge/passphrase.ts";
import { addressOf, serveFiles } from "./scheme.ts";
import { paper, SAFE, showWhenReady } from "./window.ts";

/** Where the window is, what it loads, and its purpose. */
export interface PassphraseOptions {
  readonly parent: BrowserWindow;
  readonly preload: string;
  readonly files: string;
  readonly turn: PassphraseTurn;
  readonly port: MessagePortMain;
}

/** Opens it. @returns true if the vault accepted the passphrase, false for "not now" or closed */
export function typePassphrase(options: PassphraseOptions, shut: AbortSignal): Promise<boolean> {
  if (shut.aborted) return Promise.resolve(false);
  const { parent, preload, files, turn, port } = options;
  const own = session.fromPartition(`passphrase-${toHex(random(8))}`, { cache: false });
  serveFiles(own, files);
  // As large as the window below.
  const zoom = parent.webContents.getZoomFactor();
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: Math.round(780 * zoom),
    height: Math.round(700 * zoom),
    minWidth: 480,
    minHeight: 420,
    useContentSize: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    show: false,
    backgroundColor: paper(),
    title: "Passphrase",
    webPreferences: { ...SAFE, preload, session: own, devTools: false, zoomFactor: zoom },
  });
  window.removeMenu();
  // No screenshot and no screen sharing: on Windows and macOS. Linux has no such protection.
  window.setContentProtection(true);
  showWhenReady(window);
  return new Promise((resolve) => {
    const isOurs = ({ sender }: IpcMainEvent): boolean => sender === window.webContents;
    const onReady = (event: IpcMainEvent): void => {
      if (!isOurs(event)) return;
      // The port can be given away only once.
      ipcMain.off(PASSPHRASE.ready, onReady);
      window.webContents.postMessage(PASSPHRASE.port, { turn }, [port]);
    };
    const onDone = (event: IpcMainEvent, taken: unknown): void => {
      if (isOurs(event)) end(taken === true);
    };
    const no = (): void => end(false);
    // The person who looks for it may find the window behind it first.
    const forward = (): void => {
      if (window.isVisible()) window.focus();
    };
    const end = (taken: boolean): void => {
      ipcMain.off(PASSPHRASE.ready, onReady);
      ipcMain.off(PASSPHRASE.done, onDone);
      shut.removeEventListener("abort", no);
      if (!parent.isDestroyed()) parent.off("focus", forward);
      // Before the window closes, which would count as "not now".
      resolve(taken);
      if (!window.isDestroyed()) window.destroy();
    };
    ipcMain.on(PASSPHRASE.ready, onReady);
    ipcMain.on(PASSPHRASE.done, onDone);
    shut.addEventListener("abort", no);
    parent.on("focus", forward);
    window.once("closed", no);
    window.webContents.once("render-process-gone", no);
    void window.loadURL(addressOf("passphrase"));
  });
}
