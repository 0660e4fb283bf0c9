// What the window behind the passphrase window does with keys, and when that window says it has none.
import { expect, it, onTestFinished, vi } from "vitest";
import { useKeysElsewhere } from "../../passphrase/use-keyboard.ts";
import { useLostKeys } from "./lost-keys.ts";

const { told } = vi.hoisted(() => ({ told: [] as unknown[] }));
vi.mock("react", () => ({
  useEffect: (effect: () => void) => effect(),
  useState: (first: unknown) => [first, (next: unknown) => void told.push(next)],
}));

class Pressed {
  readonly #in: string;
  constructor(within: string) {
    this.#in = within;
  }
  closest = (selector: string): object | null => (selector === this.#in ? this : null);
}

function page() {
  const window = new EventTarget();
  vi.stubGlobal("window", window);
  vi.stubGlobal("Element", Pressed);
  onTestFinished(() => void vi.unstubAllGlobals());
  told.length = 0;
  return window;
}

it.each([
  ["a letter", { key: "a" }, true],
  ["a space", { key: " " }, true],
  ["a letter beside text", { key: "a", target: new Pressed("main") }, true],
  ["a space on the button that stops the crew", { key: " ", target: new Pressed("button") }, false],
  ["a key that is still held", { key: " ", repeat: true }, false],
  ["Alt and Tab, which bring the small window", { key: "Tab", altKey: true }, false],
  ["larger type", { key: "+", ctrlKey: true }, false],
  ["F1", { key: "F1" }, false],
])("%s behind the passphrase window", (_, keys, isDropped) => {
  const window = page();
  expect(useLostKeys()).toBe(false);
  const event = new Event("keydown", { cancelable: true });
  for (const [name, value] of Object.entries({ repeat: false, ...keys }))
    Object.defineProperty(event, name, { value });
  window.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(isDropped);
  // Only that there were keys is told, never which.
  expect(told).toEqual(isDropped ? [true] : []);
});

it("the passphrase window says that keys go elsewhere, from its loss of them until it has them", () => {
  const window = page();
  expect(useKeysElsewhere()).toBe(false);
  for (const event of ["blur", "focus"]) window.dispatchEvent(new Event(event));
  expect(told).toEqual([true, false]);
});
