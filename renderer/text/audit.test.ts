// What the audit says: never more than was compared.
import { sentence } from "../../electron/text/text.ts";
import { describe, expect, it } from "vitest";
import type { AuditView, TimelineRow } from "../../electron/bridge/audit-views.ts";
import {
  actLine,
  addedLine,
  closersLine,
  anchoringLine,
  followsLine,
  forkLine,
  headLine,
  judgedLine,
  markedLines,
  missingLine,
  notAddedLines,
  oddLine,
  rowLine,
  scriptTitle,
  shortLine,
  signersLine,
  verdictTitle,
  vouchLine,
} from "./audit.ts";
import { said } from "./say.ts";

const found = (change: Partial<AuditView>): AuditView => ({
  title: "activation",
  mode: "REHEARSAL",
  hsm: "H",
  entries: 9,
  files: null,
  closed: true,
  closedBy: "signatures",
  head: "",
  words: [],
  headGiven: false,
  isShort: false,
  names: [],
  signersKnown: false,
  unanchored: [],
  closing: null,
  excused: [],
  rules: { version: 2, notAsked: [] },
  clockBack: [],
  gaps: [],
  notes: [],
  unvouched: [],
  signers: [],
  acts: [],
  exceptions: 0,
  aborted: null,
  compliance: [],
  hasEarlier: false,
  differences: [],
  acknowledged: false,
  custody: null,
  notCompared: [],
  isForked: false,
  notAdded: [],
  heads: null,
  follows: "first",
  anchoring: null,
  continuedAt: null,
  ...change,
});

const row = (change: Partial<TimelineRow>): TimelineRow => ({
  head: "",
  script: "activation",
  hsm: "H",
  closedAt: "2026-01-31T09:00:00.000Z",
  closedBy: "paper",
  aborted: false,
  exceptions: 0,
  differences: 0,
  health: null,
  follows: "nothing",
  isForked: false,
  differs: null,
  continuedAt: null,
  byHand: false,
  ...change,
});

it("a head on paper of which few words were entered is said to be weak", () => {
  const given = { headGiven: true, closedBy: "paper" } as const;
  expect(headLine(found(given))).toBe("Its head is the one that was read aloud.");
  expect(headLine(found({ ...given, isShort: true }))).toContain("Fewer than sixteen words");
});

describe("what was not compared", () => {
  it("is said in one line, and nothing of what was", () => {
    expect(missingLine(found({}))).toBe("");
    const notCompared = [
      { what: "head" },
      { what: "cards", officers: ["officer-1", "officer-3"] },
      { what: "before", words: ["zulu", "yucatan"], code: null },
      { what: "part", words: ["zulu", "yucatan"], code: "E-MEAN-SEAL" },
    ] as const;
    expect(missingLine(found({ notCompared }))).toBe(
      "NOT COMPARED, because it was not given: its head; the cards of Officer 1, Officer 3; the record "
        + "before (zulu yucatan); a custodian’s part (zulu yucatan), which is here and is refused "
        + "(E-MEAN-SEAL).",
    );
  });

  it("is a fork, which is always said, and what could not be added", () => {
    expect(forkLine(found({}))).toBe("");
    expect(forkLine(found({ isForked: true }))).toContain("ANOTHER RECORD CONTINUES THE SAME ONE");
    expect(
      notAddedLines(found({ notAdded: [{ name: "stick/record.jsonl", code: "E-LOG-TORN" }] })),
    ).toEqual(["Not added: stick/record.jsonl (E-LOG-TORN)."]);
  });
});

describe("a list of heads", () => {
  const words = (word: string) => [word, word];
  const says = (heads: AuditView["heads"]) =>
    markedLines(found({ heads })).flatMap(({ mark, line }) =>
      /list/i.test(line) ? [[mark, line]] : [],
    );

  it("has the record or not, and its gaps and what continues the record are named", () => {
    const listed = { refused: null, lines: 2, isListed: true, successor: null, gaps: [] };
    expect(says(null)).toEqual([]);
    expect(says(listed)).toEqual([
      ["pass", "The list of heads has it, and forks nowhere (2 lines)."],
    ]);
    const gaps = [{ words: words("adroitness"), before: words("aardvark") }];
    const short = { ...listed, isListed: false, successor: words("absurd"), gaps };
    expect(says(short).map(([mark]) => mark)).toEqual(["wrong", "open", "open"]);
    expect(says(short).join()).toContain(
      "adroitness adroitness continues aardvark aardvark, which",
    );
    expect(addedLine(found({ heads: short }))).toContain("DOES NOT HAVE IT");
  });

  it("that forks is wrong, whatever else it says", () => {
    const refused = sentence("evidence-faults.E-HEADS-DIFFERS");
    expect(says({ refused })).toEqual([["wrong", said(refused)]]);
  });
});

describe("what it continues", () => {
  it("is told if there is something before it", () => {
    expect(followsLine(found({}))).toBe("");
    expect(followsLine(found({ follows: "as-left" }))).toContain("as that one ended");
    expect(followsLine(found({ follows: "elsewhere" }))).toContain("was not compared");
    expect(rowLine(row({ differs: sentence("continuation.hsm") }))).toContain(
      "NOT CONTINUE THE RECORD IT NAMES: the HSM differs",
    );
  });

  it("and how it is anchored, if it is here", () => {
    const none = { anchor: "none", lacks: ["paper", "elsewhere"] } as const;
    expect(anchoringLine(found({}))).toBe("");
    expect(anchoringLine(found({ anchoring: { anchor: "signed", lacks: [] } }))).toBe("");
    expect(anchoringLine(found({ anchoring: { anchor: "typed", lacks: [] } }))).toBe(
      "Its head was entered from paper on this computer.",
    );
    expect(anchoringLine(found({ anchoring: none }))).toMatch(
      /^This record is not anchored here: it was closed on paper and the record before it/,
    );
  });
});

describe("a verdict", () => {
  it("is whole only with head and cards, and never calls unknown signers known", () => {
    expect(verdictTitle(found({}))).toBe("Consistent, signers unknown");
    expect(verdictTitle(found({ headGiven: true }))).toBe("Consistent, signers unknown");
    expect(verdictTitle(found({ signersKnown: true }))).toBe("Consistent, signers known");
    expect(verdictTitle(found({ headGiven: true, signersKnown: true }))).toBe(
      "The record is intact",
    );
    expect(verdictTitle(found({ closedBy: "paper" }))).toBe("Consistent, and closed on paper");
    expect(verdictTitle(found({ closedBy: "paper", headGiven: true }))).toBe(
      "Intact, and closed on paper",
    );
    expect(verdictTitle(found({ closedBy: null, headGiven: true }))).toBe(
      "Consistent, but not closed",
    );
  });

  it("says what was checked, and what nobody can see without head and cards", () => {
    expect(judgedLine(found({}))).toMatch(/^The record alone/);
    expect(judgedLine(found({ files: 17 }))).toMatch(/^All evidence: 17 files/);
    expect(headLine(found({}))).toContain("cut off");
    for (const signersKnown of [true, false])
      expect(vouchLine(found({ signersKnown, unvouched: ["officer-2"] }))).toContain(
        "does not vouch for Officer 2",
      );
    expect(vouchLine(found({}))).toBe("");
    expect(signersLine(found({ closedBy: "paper" }))).toBe("");
  });
});

it("a record was closed by how many of those who were there, and why not by all", () => {
  expect(closersLine(found({}))).toBe("");
  const missing = [{ role: "officer-3", name: "Meera Iyer", why: "exception" as const }];
  const officers = { signed: 2, of: 3 };
  const more = { officers, due: 2, isShort: false, isByHand: false, vouchedTo: 8, missing };
  const closing = { signed: 2, of: 3, ...more };
  expect(closersLine(found({ closing }))).toBe(
    "Closed by 2 of 3. Not by Officer 3, Meera Iyer: two people noted an exception.",
  );
  const paper = { ...closing, of: 2, due: 0, missing: [] };
  expect(closersLine(found({ closedBy: "paper", closing: paper }))).toBe(
    "Closed on paper by 2 of 2.",
  );
});

it("a record that fewer closed than had to is never called intact or known", () => {
  const officers = { signed: 1, of: 3 };
  const more = { officers, due: 2, isShort: true, isByHand: false, vouchedTo: 5, missing: [] };
  const closing = { signed: 3, of: 5, ...more };
  const short = found({ closing, headGiven: true, signersKnown: true });
  expect(verdictTitle(short)).toBe(
    "Closed, not vouched for: by 1 of 3 officers, and 2 had to sign",
  );
  expect(shortLine(short)).toBe(
    "Nobody vouches for entries 6 to 8: fewer officers signed them than had to.",
  );
  const byHand = shortLine(found({ closing: { ...closing, isByHand: true } }));
  expect(byHand).toContain("enter the head that they signed by hand");
  const none = { ...closing, vouchedTo: null };
  expect(shortLine(found({ closing: none }))).toContain("entries 0 to 8");
  expect(shortLine(found({ closing: { ...closing, isShort: false } }))).toBe("");
});

it("what was excused, and where a clock went back, is told", () => {
  const excused = [{ code: "E-MEAN-SEAL", entry: 9, by: 8 }];
  expect(oddLine(found({ excused, clockBack: [12, 40] }))).toBe(
    "Entry 9 is excused by the exception in 8. The clock went back at entry 12, 40.",
  );
  expect(oddLine(found({}))).toBe("");
});

it("an act was signed by whom, and not by whom", () => {
  const present = ["officer-1", "officer-2"];
  expect(actLine({ act: "Keys", by: "signatures", present, missing: ["officer-2"] })).toBe(
    "Keys: signed by Officer 1; not by Officer 2",
  );
  expect(actLine({ act: "Keys", by: "paper", present, missing: [] })).toBe(
    "Keys: on paper, by Officer 1, Officer 2, as the record says",
  );
});

describe("a row of the timeline", () => {
  it("says only what is odd", () => {
    expect(rowLine(row({ follows: "here" }))).toBe("");
    expect(
      rowLine(row({ aborted: true, exceptions: 1, differences: 2, follows: "elsewhere" })),
    ).toBe("Aborted; 1 exception; 2 differences; continues a record that is not here");
    expect(rowLine(row({ isForked: true, byHand: true }))).toBe(
      "ANOTHER RECORD CONTINUES THE SAME ONE; chosen by hand",
    );
  });

  it("names a ceremony of another's script by that script", () => {
    expect(scriptTitle("activation")).toBe("Activation");
    expect(scriptTitle("our-own")).toBe("our-own");
  });
});
