// For tests: both ends of a pipe in this process, through structured clone as between two.
import type { Channel } from "./pipe.ts";

export interface Pipe {
  readonly near: Channel;
  readonly far: Channel;
  /** Closes it, and both ends are notified. */
  readonly close: () => void;
}

export function pipe(): Pipe {
  const ends = [0, 1].map(() => ({
    heard: [] as ((message: unknown) => void)[],
    closed: [] as (() => void)[],
  }));
  let isOpen = true;
  const end = (mine: number): Channel => ({
    send: (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => {
        if (isOpen) for (const listener of ends[1 - mine]!.heard) listener(copy);
      });
    },
    onMessage: (listener) => void ends[mine]!.heard.push(listener),
    onClose: (listener) => void ends[mine]!.closed.push(listener),
  });
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    for (const { closed } of ends) for (const listener of closed) listener();
  };
  return { near: end(0), far: end(1), close };
}
