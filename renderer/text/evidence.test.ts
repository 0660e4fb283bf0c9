// What the audit says of a record beyond its verdict.
import { describe, expect, it } from "vitest";
import { sentence } from "../../electron/text/text.ts";
import {
  acknowledgedLine,
  complianceSum,
  differenceLine,
  paperTitle,
  shownBy,
  verdictWord,
} from "./evidence.ts";

const row = (verdict: "shown" | "in-part" | "missing" | "not-touched") => ({
  framework: "Microsoft" as const,
  number: "1",
  expectation: sentence("expectations.nist.6"),
  verdict,
  entries: [],
  missing: [],
});

describe("what a record shows", () => {
  it("is counted by verdict", () => {
    expect(complianceSum([row("shown"), row("missing"), row("missing"), row("not-touched")])).toBe(
      "1 shown, 0 in part, 2 missing, 1 not in this ceremony",
    );
    expect(verdictWord(row("in-part"))).toBe("in part");
  });

  it("differs in a person by role, in a seal by object, in a program by its first digits", () => {
    expect(differenceLine({ kind: "person", of: "witness", before: "A", now: "B" })).toBe(
      "Witness: was A, is B",
    );
    expect(
      differenceLine({ kind: "program", of: "", before: "0".repeat(64), now: "1".repeat(64) }),
    ).toBe("The program itself: was 0000000000000000\u2026, is 1111111111111111\u2026");
    expect(
      differenceLine({ kind: "seal", of: "transfer medium", before: "A1", now: "A2" }),
    ).toMatch(/^The seal of .*transfer.*: was A1, is A2$/i);
  });

  it("is given in entries, with the page of the minutes once it is known", () => {
    expect(shownBy([3], new Map())).toBe("Entry 3");
    expect(
      shownBy(
        [3, 4, 9],
        new Map([
          [3, 5],
          [4, 5],
          [9, 6],
        ]),
      ),
    ).toBe("Entries 3, 4 on page 5; 9 on page 6");
    expect(shownBy([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], new Map())).toBe(
      "Entries 1, 2, 3, 4, 5, 6, 7, 8; and 2 more",
    );
  });

  it("was acknowledged or not, where there was a ceremony before", () => {
    expect(acknowledgedLine({ acknowledged: true, hasEarlier: true })).toMatch(
      /the witness acknowledged/,
    );
    expect(acknowledgedLine({ acknowledged: false, hasEarlier: true })).toContain("does not say");
    expect(acknowledgedLine({ acknowledged: false, hasEarlier: false })).toBe("");
  });

  it("is printed on papers whose names are given in words", () => {
    expect(paperTitle("officer-3-card.pdf")).toBe("Card of officer 3");
    for (const name of [
      "minutes.pdf",
      "quorum-certificate.pdf",
      "dry-run-certificate.pdf",
      "custody-labels.pdf",
      "custodian-acknowledgement.pdf",
      "head-slips.pdf",
    ])
      expect(paperTitle(name)).not.toContain(".pdf");
  });
});
