// What main tells the passphrase window, and what passes over its port to the vault. Only types and
// names: main passes the port on and never listens to it.
import type { Refusal } from "../text/refusal.ts";

/** Who types, and why. */
export interface PassphraseTurn {
  readonly seat: number;
  readonly name: string;
  readonly purpose: "new" | "open";
  readonly mode: "REHEARSAL" | "PRODUCTION";
  readonly networkUp: boolean;
  /** The previous passphrase was wrong. */
  readonly again: boolean;
  /** How often it may be typed, including this time. */
  readonly tries: number;
}

/** Over the port, from the window. `again` is the second typing of a new passphrase. */
export interface Typed {
  readonly passphrase: string;
  readonly again?: string;
}

/** Over the port, from the vault. */
export type VaultAnswer = { readonly ok: true } | (Refusal & { readonly code: string });

/**
 * In the window: the preload script posts `{ turn }` with one port by `window.postMessage`, and
 * `window.passphrase.done(ok)` ends the turn: true if the vault accepted it, false for "not now".
 */
export interface PassphraseBridge {
  readonly done: (taken: boolean) => void;
  /** The page listens: send the port now. */
  readonly ready: () => void;
}

/** Channels of the passphrase window only. */
export const PASSPHRASE = {
  ready: "passphrase-ready",
  port: "passphrase-port",
  done: "passphrase-done",
} as const;
