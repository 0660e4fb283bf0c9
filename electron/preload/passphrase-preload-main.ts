// The preload script of the passphrase window: passes one port on, and two short messages back.
import { contextBridge, ipcRenderer } from "electron";
import { PASSPHRASE, type PassphraseBridge, type PassphraseTurn } from "../bridge/passphrase.ts";

/** What this script uses of the page; this room's types lack the DOM. */
declare const window: {
  readonly location: { readonly origin: string };
  readonly postMessage: (
    message: { readonly turn: PassphraseTurn },
    origin: string,
    ports: readonly unknown[],
  ) => void;
};

const bridge: PassphraseBridge = {
  ready: () => ipcRenderer.send(PASSPHRASE.ready),
  done: (taken) => ipcRenderer.send(PASSPHRASE.done, taken),
};

// The port is passed on unopened: it connects the page with the vault.
ipcRenderer.on(PASSPHRASE.port, ({ ports }, { turn }: { readonly turn: PassphraseTurn }) =>
  window.postMessage({ turn }, window.location.origin, ports),
);
contextBridge.exposeInMainWorld("passphrase", bridge);
