// The page's two channels: the bridge to main (ready, done), and the port to the vault.
import type {
  PassphraseBridge,
  PassphraseTurn,
  Typed,
  VaultAnswer,
} from "../../electron/bridge/passphrase.ts";

declare global {
  interface Window {
    /** Put here by the preload script of this window. */
    readonly passphrase: PassphraseBridge;
  }
}

/** The vault's answer, or null if the port closed first. */
export type Answer = VaultAnswer | null;

/** One officer's turn at this window. */
export interface Turn {
  readonly about: PassphraseTurn;
  /** Sends the typed text only to the vault; one at a time. */
  readonly send: (typed: Typed) => Promise<Answer>;
}

/** Tells main that the page is ready, and passes on each turn. Returns a function that stops it. */
export function listen(receive: (turn: Turn) => void): () => void {
  const onMessage = (event: MessageEvent<{ readonly turn?: PassphraseTurn }>): void => {
    const [port] = event.ports;
    const about = event.data.turn;
    const fromPreload = event.source === window && event.origin === location.origin;
    if (fromPreload && port !== undefined && about !== undefined) receive(turnOver(about, port));
  };
  window.addEventListener("message", onMessage);
  window.passphrase.ready();
  return () => window.removeEventListener("message", onMessage);
}

function turnOver(about: PassphraseTurn, port: MessagePort): Turn {
  let waiting: ((answer: Answer) => void) | null = null;
  let open = true;
  const settle = (answer: Answer): void => {
    waiting?.(answer);
    waiting = null;
  };
  port.addEventListener("message", (event: MessageEvent<VaultAnswer>) => settle(event.data));
  port.addEventListener("close", () => {
    open = false;
    settle(null);
  });
  port.start();
  return {
    about,
    send: (typed) =>
      new Promise((resolve) => {
        waiting = resolve;
        if (open) port.postMessage(typed);
        else settle(null);
      }),
  };
}
