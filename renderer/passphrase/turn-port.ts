// The page's two ways out: the bridge to main (ready, done), and the port to the vault.
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

/** The vault's answer, or null when the port was shut before it came. */
export type Answer = VaultAnswer | null;

/** One officer's turn at this window. */
export interface Turn {
  readonly about: PassphraseTurn;
  /** Sends what was typed to the vault and nowhere else; one at a time. */
  readonly send: (typed: Typed) => Promise<Answer>;
}

/** Tells main that the page listens; gives each turn that comes. Returns the way to stop. */
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
