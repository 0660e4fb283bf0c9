// Minutes, the annex: what auditors expect, and where it is shown.

export const MINUTES_COMPLIANCE = {
  about: "Expectations are given in our words, under their numbers; the standards themselves decide. “Shown” means that entries of this record show it, not that an auditor has accepted it. Anything missing is named.",
  number: "Number",
  expected: "What is expected",
  here: "Here",
  shownBy: "Shown by entry",
  missing: "What is missing",
  "verdict.shown": "shown",
  "verdict.in-part": "in part",
  "verdict.missing": "MISSING",
  "verdict.not-touched": "not covered",
  entry: "{entry} (p.{page})",
  more: "{entries} and {n} more",
} as const;
