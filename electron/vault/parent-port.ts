// A utility process's own pipe to Electron's main, and the word by which main ends it.
import type { Channel } from "../pipe/pipe.ts";

/** Sent by main when the turn is over: a port of Electron, unlike node's, does not tell its end. */
export const END = "end";

/** This process's pipe to main. When main itself dies, Electron ends this process. */
export function parentPortChannel(): Channel {
  const port = process.parentPort;
  return {
    send: (message) => {
      port.postMessage(message);
    },
    onMessage: (listener) => {
      port.on("message", ({ data }) => {
        if (data !== END) listener(data);
      });
    },
    onClose: (listener) => {
      port.on("message", ({ data }) => {
        if (data === END) listener();
      });
    },
  };
}
