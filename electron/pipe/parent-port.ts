// A utility process's own pipe to Electron's main, and the messages with which main ends it or
// passes it a port.
import type { MessagePortMain } from "electron";
import type { Channel } from "./pipe.ts";

/** Sent by main when the turn is over: unlike node's, a port of Electron does not report its end. */
export const END = "end";
/** Sent by main together with a port that leads to another process. */
export const PORT = "port";

/** This process's pipe to main. When main itself dies, Electron ends this process. */
export function parentPortChannel(): Channel {
  const port = process.parentPort;
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on("message", ({ data }) => {
        if (data !== END && data !== PORT) listener(data);
      });
    },
    onClose: (listener) => {
      port.on("message", ({ data }) => {
        if (data === END) listener();
      });
    },
  };
}

/** Reports each port that main passes on. */
export function onPort(listener: (port: MessagePortMain) => void): void {
  process.parentPort.on("message", ({ data, ports: [port] }) => {
    if (data === PORT && port !== undefined) listener(port);
  });
}
