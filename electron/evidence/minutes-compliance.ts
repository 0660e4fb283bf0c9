// Minutes, the annex: for each expectation, the entries that show it, the pages where they are, and
// what is missing.
import {
  pageOf,
  paragraph,
  subheading,
  table,
  theirs,
  type Block,
  type Cell,
  type Line,
} from "../../ceremony-scripts/index.ts";
import { complianceOf } from "../ceremony/ceremony.ts";
import { list, sentence } from "../text/sentence.ts";
import { entryMark } from "./minutes-steps.ts";
import type { Reading } from "./reading.ts";

/** How many entries are named; more are only counted. */
const NAMED = 4;

/** A table for each text. */
export function complianceAnnex({ entries }: Reading): readonly Block[] {
  const rows = complianceOf(entries);
  const frameworks = [...new Set(rows.map(({ framework }) => framework))];
  return [
    paragraph(sentence("minutes-compliance.about")),
    ...frameworks.flatMap((framework): readonly Block[] => [
      subheading(theirs(framework)),
      table(
        [
          [sentence("minutes-compliance.number"), 15],
          [sentence("minutes-compliance.expected"), 26],
          [sentence("minutes-compliance.here"), 13],
          [sentence("minutes-compliance.shownBy"), 19],
          [sentence("minutes-compliance.missing"), 27],
        ],
        rows
          .filter((row) => row.framework === framework)
          .map(({ number, expectation, verdict, entries: shown, missing }): readonly Cell[] => [
            [[typeof number === "string" ? theirs(number) : number]],
            [[expectation]],
            [[sentence(`minutes-compliance.verdict.${verdict}`)]],
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
  const named = list(
    entries
      .slice(0, NAMED)
      .map((seq) =>
        sentence("minutes-compliance.entry", { entry: seq, page: pageOf(entryMark(seq)) }),
      ),
  );
  return [[rest > 0 ? sentence("minutes-compliance.more", { entries: named, n: rest }) : named]];
}
