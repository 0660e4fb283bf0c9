// Electron as main sees it, for tests that only look at what main asks of it: everything that is set or
// listened for is kept, and can be called.
import { vi } from "vitest";

type Given = readonly unknown[];
type Listener = (...given: never[]) => unknown;

/** Something of Electron's: whatever is called on it is kept by its name. */
export interface Fake {
  /** What each call was given, by the name of what was called. */
  readonly asked: (name: string) => readonly Given[];
  /** The one function that was handed in by the last call of this name. */
  readonly handler: (name: string) => Listener;
  /** The listener of this event; does nothing if there is none. */
  readonly heard: (event: string) => readonly Listener[];
  /** To be handed to the program. */
  readonly it: Readonly<Record<string, ReturnType<typeof vi.fn>>>;
}

/** @param answers results of calls by name; undefined by default */
export function fake(answers: Readonly<Record<string, unknown>> = {}): Fake {
  const calls = new Map<string, Given[]>();
  const it = new Proxy(
    {},
    {
      get: (_, name: string) =>
        Object.hasOwn(answers, name) && typeof answers[name] !== "function"
          ? answers[name]
          : vi.fn((...given: Given) => {
              calls.set(name, [...(calls.get(name) ?? []), given]);
              const answer = answers[name];
              return typeof answer === "function"
                ? (answer as Listener)(...(given as never[]))
                : undefined;
            }),
    },
  ) as Fake["it"];
  const asked = (name: string): readonly Given[] => calls.get(name) ?? [];
  return {
    it,
    asked,
    handler: (name) => asked(name).at(-1)?.at(-1) as Listener,
    heard: (event) =>
      [...asked("on"), ...asked("once")]
        .filter(([of]) => of === event)
        .map(([, listener]) => listener as Listener),
  };
}
