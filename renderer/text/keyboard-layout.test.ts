// Layouts by name, by letters, or not at all.
import { expect, it } from "vitest";
import { nameLayout } from "./keyboard-layout.ts";

const CODES = ["KeyQ", "KeyW", "KeyE", "KeyR", "KeyT", "KeyY"];
const layoutOf = (row: string) => nameLayout((code) => row[CODES.indexOf(code)]);

it("names the layouts that people know by name", () => {
  for (const name of ["QWERTY", "QWERTZ", "AZERTY"])
    expect(layoutOf(name.toLowerCase())).toEqual({ kind: "known", name });
});

it("tells the letters of any other", () =>
  expect(layoutOf("bepow^")).toEqual({ kind: "other", letters: "bepow^" }));

it("does not guess when a key is not told", () => {
  expect(layoutOf("")).toEqual({ kind: "unknown" });
  expect(layoutOf("qwert")).toEqual({ kind: "unknown" });
});
