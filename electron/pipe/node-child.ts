// A pipe to a child process of plain Node, and from it to its parent.
import { fork, type ChildProcess } from "node:child_process";
import { environmentFor } from "../disk/own-environment.ts";
import type { Channel } from "./pipe.ts";

/** A started process: a channel to it, and its end. */
export interface Child {
  readonly channel: Channel;
  /** Ends it; resolves when it is gone. */
  readonly end: () => Promise<void>;
}

/** Forks `entry` with words that say what to be. Its output is not shown; no secret is on argv. */
export function forkChild(entry: string, words: readonly string[]): Child {
  const child = fork(entry, [...words], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [],
    env: environmentFor("every"),
  });
  return { channel: channelTo(child), end: () => ended(child) };
}

/** This process's own pipe to the one that forked it. */
export const parentChannel: Channel = {
  send: (message) => {
    // A missing parent is no error: `onClose` reports it, and this process then ends in order.
    process.send?.(message, undefined, undefined, () => undefined);
  },
  onMessage: (listener) => process.on("message", listener),
  onClose: (listener) => {
    // The parent may be gone before anyone listens, and no event would follow.
    if (process.connected) process.on("disconnect", listener);
    else listener();
  },
};

const channelTo = (child: ChildProcess): Channel => ({
  send: (message) => {
    // A child that has just died is reported by `onClose`, not by a lost message.
    if (child.connected) child.send(message as object, () => undefined);
  },
  onMessage: (listener) => child.on("message", listener),
  // An "error" is a process that could not even start.
  onClose: (listener) => child.on("exit", listener).on("error", listener),
});

/** Disconnecting is the signal to end; a process that does not end in two seconds is killed. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), 2000);
    child.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    if (child.connected) child.disconnect();
  });
}
