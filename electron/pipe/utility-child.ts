// A pipe to one of Electron's utility processes, forked by main.
import { utilityProcess, type MessagePortMain, type UtilityProcess } from "electron";
import { environmentFor, type Reach } from "../disk/own-environment.ts";
import type { Child } from "./node-child.ts";
import { END, PORT } from "./parent-port.ts";
import type { Channel } from "./pipe.ts";

/** A started utility process. */
export interface UtilityChild extends Child {
  /** Gives it one end of a message channel; what comes over it never passes main. */
  readonly givePort: (port: MessagePortMain) => void;
  /** Kills it at once. */
  readonly kill: () => void;
}

/** A process that does not go when told to is killed after this time: gone within two seconds. */
const KILL_MS = 1000;

/**
 * Forks `entry` under a name of Electron's own metrics. Only after the app is ready. Nothing it
 * prints is shown; no secret is on argv.
 * @param reach what of the environment it has
 */
export function forkUtility(
  entry: string,
  words: readonly string[],
  serviceName: string,
  reach: Reach = "every",
): UtilityChild {
  const child = utilityProcess.fork(entry, [...words], {
    serviceName,
    stdio: "ignore",
    execArgv: [],
    env: environmentFor(reach),
  });
  // Electron tells a fatal error of V8 with a report of the process: nothing for main to keep, and
  // unheard it would be an error of main's own. The exit follows.
  child.on("error", () => undefined);
  const life = { gone: false };
  child.once("exit", () => {
    life.gone = true;
  });
  return {
    channel: channelTo(child, life),
    end: () => ended(child, life),
    givePort: (port) => {
      if (!life.gone) child.postMessage(PORT, [port]);
    },
    kill: () => {
      if (!life.gone) kill(child);
    },
  };
}

/** Whether a process has ended; its own `pid` is no answer before it has started. */
interface Life {
  readonly gone: boolean;
}

const channelTo = (child: UtilityProcess, life: Life): Channel => ({
  send: (message) => {
    if (!life.gone) child.postMessage(message);
  },
  onMessage: (listener) => {
    child.on("message", listener);
  },
  onClose: (listener) => {
    child.on("exit", listener);
  },
});

/** Told to go; killed when it does not. Resolves when it is gone. */
function ended(child: UtilityProcess, life: Life): Promise<void> {
  if (life.gone) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => kill(child), KILL_MS);
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
