// What gets into a line, and what does not.
import { expect, it } from "vitest";
import { isPrintableAscii, onlyPrintableAscii, refusalOf } from "./refused.ts";

it("every printable ASCII character may be typed", () => {
  for (let code = 0x20; code <= 0x7e; code += 1)
    expect(refusalOf("insertText", String.fromCharCode(code))).toBeNull();
});

it("no other character may be typed", () => {
  const signs = ["\u00e9", "\u00df", "\u2019", "\u00a0", "\u20ac", "\t", "\u007f", "\u{1f511}"];
  for (const sign of signs) expect(refusalOf("insertText", sign)).toBe("sign");
});

it("a composed sign is refused like a typed one", () =>
  expect(refusalOf("insertCompositionText", "\u00ea")).toBe("sign"));

it("nothing enters by any way but typing", () => {
  for (const type of [
    "insertFromPaste",
    "insertFromPasteAsQuotation",
    "insertFromYank",
    "insertReplacementText",
  ])
    expect(refusalOf(type, "plain")).toBe("paste");
  expect(refusalOf("insertFromDrop", "plain")).toBe("drop");
});

it("nothing leaves for a clipboard, and nothing cleared comes back", () => {
  expect(refusalOf("deleteByCut", null)).toBe("copy");
  expect(refusalOf("deleteByDrag", null)).toBe("copy");
  expect(refusalOf("historyUndo", null)).toBe("undo");
  expect(refusalOf("historyRedo", null)).toBe("undo");
});

it("deleting is free", () => expect(refusalOf("deleteContentBackward", null)).toBeNull());

it("removes from a text what it may not contain", () => {
  expect(onlyPrintableAscii("caf\u00e9 au\u00a0lait")).toBe("caf aulait");
  expect(isPrintableAscii("plain words ~")).toBe(true);
  expect(isPrintableAscii("na\u00efve")).toBe(false);
});
