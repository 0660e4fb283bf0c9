// The line about sticks that came and went.
import { expect, test } from "vitest";
import type { DrivesView } from "../../../electron/bridge/view.ts";
import { said } from "../../text/say.ts";
import { afterEject, afterPrepare, hear, SILENT } from "./news.ts";

const drive = (volume: string) =>
  ({
    volume,
    name: "KEYS",
    fileSystem: "vfat",
    bytes: 1,
    freeBytes: 1,
    isOpen: true,
    isReadOnly: false,
    medium: null,
    state: "blank",
  }) as const;
const view = (
  volumes: readonly string[],
  inserted: readonly string[] = [],
  removed: readonly string[] = [],
): DrivesView => ({
  state: "known",
  drives: volumes.map(drive),
  labels: [],
  free: [],
  inserted,
  removed,
});
const unknown: DrivesView = {
  state: "unknown",
  drives: [],
  labels: [],
  free: [],
  inserted: [],
  removed: [],
};

test("what is found at first is no news", () => {
  const nothing = [null, unknown].reduce(hear, SILENT);
  expect(nothing).toBe(SILENT);
  expect(hear(nothing, view(["A"], ["KEYS"])).line).toBe("");
});

test("two sticks of one name, one after the other, are two lines", () => {
  const lines = [view([]), view(["A"], ["KEYS"]), view(["A", "B"], ["KEYS"])].reduce<
    readonly ReturnType<typeof hear>[]
  >((all, now) => [...all, hear(all.at(-1) ?? SILENT, now)], []);
  expect(lines.map(({ line }) => said(line))).toEqual([
    "",
    "KEYS was inserted. One stick is inserted.",
    "KEYS was inserted. 2 sticks are inserted.",
  ]);
});

test("a line stays while nothing else changes, and the same value is returned", () => {
  const news = [view([]), view(["A"], ["KEYS"])].reduce(hear, SILENT);
  expect(hear(news, view(["A"], ["KEYS"]))).toBe(news);
  expect(hear(news, view(["A"])).line).toBe(news.line);
});

test("an ejected stick that is gone is not told as taken out; the next one is", () => {
  const ejected = afterEject(hear(SILENT, view(["A", "B"])), "KEYS");
  const gone = hear(ejected, view(["B"], [], ["KEYS"]));
  expect(said(gone.line)).toBe("KEYS is ejected and can be pulled out.");
  expect(said(hear(gone, view([], [], ["KEYS"])).line)).toBe(
    "KEYS was taken out. No stick is inserted.",
  );
});

test("a prepared stick is told with its label", () => {
  expect(said(afterPrepare(SILENT, "officer-1").line)).toContain("Officer 1: own medium");
});
