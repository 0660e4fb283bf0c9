// The form of a hand-off as data: only what moves is handed on, and everyone's word is asked once.
import { describe, expect, it } from "vitest";
import { areFilled, handOffsOf, movedIn, partiesOf, type HandOffRow } from "./hand-off-rows.ts";

const row = (change: Partial<HandOffRow> = {}): HandOffRow => ({
  object: "officer-1 backup medium",
  custodian: "Ines Okafor",
  from: "Site B, safe",
  to: "Ines Okafor",
  place: "Site B, safe",
  ...change,
});
const BANK = { to: " Priya Nair ", place: "Bank, box 7" };

describe("a hand-off", () => {
  it("is of what goes to another person or place; other capitals are no other place", () => {
    const rows = [
      row(),
      row({ to: "ines  okafor", place: "SITE B, safe" }),
      row({ place: "Bank" }),
      row(BANK),
    ];
    expect(movedIn(rows)).toEqual(rows.slice(2));
    expect(handOffsOf(movedIn([row(BANK)]))).toEqual([
      { object: "officer-1 backup medium", to: "Priya Nair", place: "Bank, box 7" },
    ]);
  });

  it("needs every field", () => {
    expect(areFilled([row(), row(BANK)])).toBe(true);
    expect(areFilled([row(), row({ place: " " })])).toBe(false);
  });

  it("asks each person once, and says what they do", () => {
    const parties = partiesOf([
      row(BANK),
      row({ object: "domain copy medium", ...BANK }),
      row({ place: "Bank" }),
      row({ custodian: "Priya Nair", to: "Walter" }),
    ]);
    expect(parties).toEqual([
      { name: "Ines Okafor", does: ["gives", "keeps"] },
      { name: "Priya Nair", does: ["gives", "takes"] },
      { name: "Walter", does: ["takes"] },
    ]);
  });

  it("asks nobody while a name is empty", () => {
    expect(partiesOf([row({ to: "" })])).toEqual([{ name: "Ines Okafor", does: ["gives"] }]);
  });
});
