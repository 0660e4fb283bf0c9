// Vaults as Electron's utility processes, forked by main from the vault's own file.
import { utilityProcess, type UtilityProcess } from "electron";
import type { Channel } from "../pipe/pipe.ts";
import { END } from "./parent-port.ts";
import type { VaultKind } from "./protocol.ts";
import { vaultsOver, type VaultProcess, type Vaults } from "./vault.ts";

/** A vault that does not go when told to is killed after this time: gone within two seconds. */
const KILL_MS = 1000;

/**
 * Vaults started from `entry`, the bundle of `vault-main.ts`. Only after the app is ready.
 * Calls reject with Fault E-WORKER-GONE when a vault dies, and so does opening one.
 */
export const electronVaults = (entry: string): Vaults =>
  vaultsOver((kind) => forkVault(entry, kind));

/** Nothing a vault prints is shown; no secret is on its argv. */
function forkVault(entry: string, kind: VaultKind): VaultProcess {
  const child = utilityProcess.fork(entry, [kind], {
    serviceName: "vault", stdio: "ignore", execArgv: [],
  });
  // Electron tells a fatal error of V8 with a report of the process: nothing for main to keep, and
  // unheard it would be an error of main's own. The exit follows.
  child.on("error", () => undefined);
  const life = { gone: false };
  child.once("exit", () => {
    life.gone = true;
  });
  return { channel: channelTo(child, life), end: () => ended(child, life) };
}

/** Whether a process has ended; its own `pid` is no answer before it has started. */
interface Life {
  readonly gone: boolean;
}

function channelTo(child: UtilityProcess, life: Life): Channel {
  return {
    send: (message) => {
      if (!life.gone) child.postMessage(message);
    },
    onMessage: (listener) => {
      child.on("message", listener);
    },
    onClose: (listener) => {
      child.on("exit", listener);
    },
  };
}

/** Told to go; killed when it does not. Resolves when it is gone. */
function ended(child: UtilityProcess, life: Life): Promise<void> {
  if (life.gone) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      kill(child);
    }, KILL_MS);
    child.once("exit", () => {
      clearTimeout(late);
      resolve();
    });
    child.postMessage(END);
  });
}

/** Electron's own `kill` asks politely, and a process that is stopped would not hear it. */
function kill(child: UtilityProcess): void {
  if (child.pid !== undefined) process.kill(child.pid, "SIGKILL");
}
