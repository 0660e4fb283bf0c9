// A pipe of lines of JSON between a test and a program that it started: bytes travel as base64.
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Channel } from "../electron/pipe/pipe.ts";

interface Bytes {
  readonly $base64: string;
}

/** A channel over two streams; closed when the one it reads from ends. */
export function lineChannel(from: Readable, to: Writable): Channel {
  const lines = createInterface({ input: from });
  return {
    send: (message) => void to.write(`${JSON.stringify(message, bytesToText)}\n`),
    onMessage: (listener) => {
      lines.on("line", (line) => {
        // A program may print other things before it is ready.
        if (line.startsWith("{")) listener(JSON.parse(line, textToBytes));
      });
    },
    onClose: (listener) => void lines.on("close", listener),
  };
}

const bytesToText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { $base64: Buffer.from(value).toString("base64") } : value;

function textToBytes(_: string, value: unknown): unknown {
  const text = (value as Partial<Bytes> | null)?.$base64;
  return text === undefined ? value : new Uint8Array(Buffer.from(text, "base64"));
}
