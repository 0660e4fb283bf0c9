// Minutes, 2: on what grounds the ceremony took place. The record has the script; the rest is
// written by hand.
import { named, paragraph, preformatted, table, type Block } from "../../ceremony-scripts/index.ts";
import { digestLines } from "./phrases.ts";
import type { Reading } from "./reading.ts";

/** The script that was followed, and room for the approval of the ceremony. */
export const approval = ({ opened }: Reading): readonly Block[] => [
  paragraph(
    "The ceremony followed the script ",
    named(opened.script),
    ". The app runs a "
      + "ceremony only with the exact file it was started with. Its SHA-256, in words and in hex:",
  ),
  preformatted(digestLines(opened.scriptSha256)),
  paragraph("Who approved the ceremony is not in the record; fill it in by hand:"),
  table(
    [
      ["Approved by", 40],
      ["Reference", 35],
      ["Date", 25],
    ],
    [["", "", ""]],
  ),
];
