// A pipe to one of Electron's utility processes, forked by main.
import { utilityProcess, type MessagePortMain, type UtilityProcess } from "electron";
import { environmentFor, type Reach } from "../disk/own-environment.ts";
import type { Child } from "./node-child.ts";
import { END, PORT } from "./parent-port.ts";
import type { Channel } from "./pipe.ts";

/** A started utility process. */
export interface UtilityChild extends Child {
  /** Gives it one end of a message channel; its messages never pass through main. */
  readonly givePort: (port: MessagePortMain) => void;
  /** Kills it at once. */
  readonly kill: () => void;
}

/** A process that does not end when told is killed after this time: gone within two seconds. */
const KILL_MS = 1000;

/**
 * Forks `entry` under a name in Electron's own metrics. Only after the app is ready. Its output is
 * not shown; no secret is on argv.
 * @param reach which environment variables it gets
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
  // Electron reports a fatal error of V8 with a report of the process, which main must not keep;
  // without a listener it would be an error of main. The exit follows.
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

/** Whether a process has ended; its own `pid` does not tell before it has started. */
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

/** Asks it to end; kills it if it does not. Resolves when it is gone. */
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

/** Electron's own `kill` only asks, and a stopped process would not hear it. */
function kill(child: UtilityProcess): void {
  if (child.pid !== undefined) process.kill(child.pid, "SIGKILL");
}
