// What the page stops of its own, and what it says of it.
import { expect, it, onTestFinished, vi } from "vitest";
import { useRefusals } from "./use-refusals.ts";

vi.mock("react", () => ({ useEffect: (effect: () => void) => effect() }));

/** A page on which the refusals stand: what became of an event, and what was said. */
function page() {
  const document = new EventTarget();
  vi.stubGlobal("document", document);
  onTestFinished(() => void vi.unstubAllGlobals());
  const said: string[] = [];
  useRefusals((why) => said.push(why));
  const happens = (kind: string): boolean =>
    !document.dispatchEvent(new Event(kind, { cancelable: true }));
  return { said, happens };
}

it.each([
  ["copy", ["copy"]],
  ["cut", ["copy"]],
  ["paste", ["paste"]],
  ["drop", ["drop"]],
  ["dragstart", []],
  ["dragover", []],
  ["contextmenu", []],
  ["auxclick", []],
])("%s is stopped on the whole page, and said where a person asked for it", (kind, words) => {
  const { said, happens } = page();
  expect([happens(kind), said]).toEqual([true, words]);
  expect(happens("keydown")).toBe(false);
});
