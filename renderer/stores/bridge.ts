// The window's only way to main.
import type { Bridge } from "../../electron/bridge/contract.ts";

declare global {
  interface Window {
    /** Put here by the preload script. */
    readonly ceremony: Bridge;
  }
}

/** The methods that main answers. */
export const bridge = (): Bridge => window.ceremony;
