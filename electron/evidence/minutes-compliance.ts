// Minutes, the annex: expectation by expectation, the entries that show it, the pages on which they
// stand, and what is missing.
import {
  pageOf,
  paragraph,
  subheading,
  table,
  type Block,
  type Cell,
  type Line,
} from "../../ceremony-scripts/index.ts";
import { complianceOf, joined, type ComplianceVerdict } from "../ceremony/ceremony.ts";
import { entryMark } from "./minutes-steps.ts";
import type { Reading } from "./reading.ts";

/** As many entries are named; of more it is told how many. */
const NAMED = 4;

const VERDICTS: Readonly<Record<ComplianceVerdict, string>> = {
  shown: "shown",
  "in-part": "in part",
  missing: "MISSING",
  "not-touched": "not covered",
};

/** A table for each text. */
export function complianceAnnex({ entries }: Reading): readonly Block[] {
  const rows = complianceOf(entries);
  const frameworks = [...new Set(rows.map(({ framework }) => framework))];
  return [
    paragraph(
      "Expectations are given in our words, under their numbers; the standards themselves "
        + "decide. \u201cShown\u201d means that entries of this record show it, not that an auditor "
        + "has accepted it. Anything missing is named.",
    ),
    ...frameworks.flatMap((framework): readonly Block[] => [
      subheading(framework),
      table(
        [
          ["Number", 12],
          ["What is expected", 28],
          ["Here", 13],
          ["Shown by entry", 20],
          ["What is missing", 27],
        ],
        rows
          .filter((row) => row.framework === framework)
          .map(({ number, expectation, verdict, entries: shown, missing }): readonly Cell[] => [
            [[number]],
            [[expectation]],
            [[VERDICTS[verdict]]],
            shownBy(shown),
            missing.length === 0 ? [["-"]] : missing.map((sentence): Line => [sentence]),
          ]),
      ),
    ]),
  ];
}

function shownBy(entries: readonly number[]): Cell {
  if (entries.length === 0) return [["-"]];
  const rest = entries.length - NAMED;
  return [
    [
      ...joined(
        entries
          .slice(0, NAMED)
          .map((seq): Line => [`${String(seq)} (p.`, pageOf(entryMark(seq)), ")"]),
      ),
      rest > 0 ? ` and ${String(rest)} more` : "",
    ],
  ];
}
