// The custody form marks at once what would break dual control.
import { expect, test } from "vitest";
import {
  anyWrong,
  emptyFields,
  filledRows,
  isWrong,
  takenOver,
  type CustodyRow,
} from "./custody-rows.ts";

const row = (object: string, seal: string, place: string, custodian: string): CustodyRow => ({
  object,
  seal,
  place,
  custodian,
});

const good: readonly CustodyRow[] = [
  row("officer-1 medium", "A1", "Safe 1", "Ines"),
  row("officer-1 backup medium", "A2", "Safe 2", "Ines"),
  row("officer-1 passphrase envelope", "A3", "Bank", "Ines"),
  row("officer-2 medium", "B1", "Safe 1", "Jonas"),
  row("transfer medium", "T1", "Safe 1", "Asha"),
];
const changed = (at: number, change: Partial<CustodyRow>): readonly CustodyRow[] =>
  good.map((one, index) => (index === at ? { ...one, ...change } : one));

test("a list without fault has no mark", () => {
  expect(anyWrong(good)).toBe(false);
  expect(filledRows(good)).toBe(5);
});

test("a seal number that is used twice is marked on both bags", () => {
  const rows = changed(3, { seal: " a1 " });
  expect([0, 1, 2, 3, 4].filter((at) => isWrong(rows, at, "seal"))).toEqual([0, 3]);
});

test("an envelope in the same place as its medium is marked, and so is the medium", () => {
  const rows = changed(2, { place: "safe 2" });
  expect([0, 1, 2, 3, 4].filter((at) => isWrong(rows, at, "place"))).toEqual([1, 2]);
});

test("a card may be with the medium or with the envelope", () => {
  for (const place of ["Safe 1", "Bank"])
    expect(anyWrong([...good, row("officer-1 card", "A4", place, "Ines")])).toBe(false);
});

test("one person with the media of two officers is marked on both", () => {
  const rows = changed(3, { custodian: "INES" });
  expect([0, 1, 2, 3, 4].filter((at) => isWrong(rows, at, "custodian"))).toEqual([0, 1, 3]);
});

test("who keeps an officer's media may keep the transfer medium, too", () => {
  expect(anyWrong(changed(4, { custodian: "Ines" }))).toBe(false);
});

test("empty fields are counted and are not wrong", () => {
  const rows = changed(1, { seal: "", place: " " });
  expect(emptyFields(rows)).toBe(2);
  expect(anyWrong(rows)).toBe(false);
});

test("an empty place takes the one above of its own sort, a seal never", () => {
  expect(takenOver(changed(3, { place: "" }), 3, "place")).toBe("Safe 2");
  expect(takenOver(changed(2, { place: "" }), 2, "place")).toBe("");
  expect(takenOver(changed(3, { seal: "" }), 3, "seal")).toBe("");
  expect(takenOver(good, 3, "place")).toBe("");
});
