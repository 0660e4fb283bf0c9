// The preload script of the ceremony window: one function per method of the contract, and the views.
import { contextBridge, ipcRenderer } from "electron";
import { ASK, METHODS, VIEW } from "../bridge/methods.ts";
import type { WindowView } from "../bridge/view.ts";

const methods = Object.fromEntries(
  METHODS.map((method) => [method, (request: unknown) => ipcRenderer.invoke(ASK, method, request)]),
);

contextBridge.exposeInMainWorld("ceremony", {
  ...methods,
  onView: (listener: (view: WindowView) => void) => {
    ipcRenderer.on(VIEW, (_, view: WindowView) => listener(view));
  },
});
