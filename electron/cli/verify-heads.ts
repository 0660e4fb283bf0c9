// `--heads` of `sd verify`: a list of heads that others keep, and what it says of the record.
import type { Verdict } from "../journal/verify.ts";
import { checkHeads, HEADS_BYTES_MAX, readHeads, type HeadsFound } from "../evidence/heads.ts";
import { optional, type Given } from "./shared/arguments.ts";
import { readInput } from "./shared/files.ts";
import { wordsOf } from "./shared/spoken.ts";

/** Null without `--heads`. @throws Fault E-HEADS-*, E-FILE-* */
export function headsGiven(given: Given, { entries }: Pick<Verdict, "entries">): HeadsFound | null {
  const list = optional(given, "--heads");
  return list === null
    ? null
    : checkHeads(readHeads(readInput(list, "--heads", HEADS_BYTES_MAX)), entries);
}

/** What the list does not say, beside all that was not given. */
export const headsMissing = (found: HeadsFound | null): readonly string[] =>
  found === null
    ? []
    : [
        ...(found.isListed ? [] : ["a line for it in the list of heads"]),
        ...found.gaps.map(
          ({ head, before }) =>
            `a line of the list before that of ${wordsOf(head)}, for ${wordsOf(before ?? "")}`,
        ),
      ];

/** In words. */
export function headsLines(found: HeadsFound | null): readonly string[] {
  if (found === null) return [];
  const { lines, isListed, successor, gaps } = found;
  return [
    isListed
      ? `The list of heads has it, and forks nowhere (${lines === 1 ? "1 line" : `${String(lines)} lines`}).`
      : "THE LIST OF HEADS DOES NOT HAVE IT: the person who keeps the list never saw this record.",
    ...gaps.map(
      ({ head, before }) =>
        `GAP IN THE LIST: ${wordsOf(head)} continues ${wordsOf(before ?? "")}, which is in no line before.`,
    ),
    ...(successor === null ? [] : [`Another record continues it: ${wordsOf(successor)}.`]),
  ];
}

/** As data. */
export const headsData = (found: HeadsFound | null) =>
  found === null
    ? null
    : {
        lines: found.lines,
        listed: found.isListed,
        successor: found.successor,
        gaps: found.gaps.map(({ head, before }) => ({ head, before })),
      };
