// The second window, for a projector or the witness: the ceremony's views mirrored, nothing to press. It
// gets what the first window gets, which contains no secret, and may only ask for the view.
import { BrowserWindow, session, type Session } from "electron";
import { saidIn, sentence } from "../text/text.ts";
import { keptLanguage } from "./language.ts";
import { addressOf, serveFiles } from "./scheme.ts";
import { grow, paper, SAFE, showWhenReady } from "./window.ts";

/** The room's window, while there is one. */
export class RoomWindow {
  readonly #preload: string;
  readonly #session: Session;
  #window: BrowserWindow | null = null;

  /** @param files the folder of the pages */
  constructor(preload: string, files: string) {
    this.#preload = preload;
    // A session of its own: within one, Chromium uses the same zoom for a page in every window.
    this.#session = session.fromPartition("room", { cache: false });
    serveFiles(this.#session, files);
  }

  get contents(): Electron.WebContents | null {
    return this.#window === null || this.#window.isDestroyed() ? null : this.#window.webContents;
  }

  /** Opens it, or brings it to the front. F11 toggles full screen, Escape leaves it. */
  open(): void {
    if (this.#window !== null && !this.#window.isDestroyed()) {
      this.#window.show();
      this.#window.focus();
      return;
    }
    const window = new BrowserWindow({
      width: 1280,
      height: 720,
      minWidth: 640,
      minHeight: 480,
      useContentSize: true,
      show: false,
      backgroundColor: paper(),
      title: saidIn(keptLanguage(), sentence("room.title")),
      autoHideMenuBar: true,
      webPreferences: { ...SAFE, preload: this.#preload, session: this.#session, devTools: false },
    });
    window.removeMenu();
    grow(window);
    window.webContents.on("before-input-event", (event, { type, key }) => {
      if (type !== "keyDown" || !["F11", "Escape"].includes(key)) return;
      event.preventDefault();
      window.setFullScreen(key === "F11" && !window.isFullScreen());
    });
    showWhenReady(window);
    // Opened again it shows everything: it has no state of its own.
    window.webContents.on("render-process-gone", (_, { reason }) => {
      if (reason !== "clean-exit" && !window.isDestroyed()) window.destroy();
    });
    window.once("closed", () => (this.#window = null));
    this.#window = window;
    void window.loadURL(`${addressOf("index")}#room`);
  }

  /** Closed together with the first window. */
  close(): void {
    if (this.#window !== null && !this.#window.isDestroyed()) this.#window.destroy();
    this.#window = null;
  }
}
