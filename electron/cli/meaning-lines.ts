// The meaning of a record, in lines: who closed it and who did not, what was excused, what was left.
import { CLOCKS_DIFFER_MS, type RecordEntry } from "../ceremony/ceremony.ts";
import {
  noteSaid,
  oddNamesSaid,
  type Absence,
  type ClosedBy,
  type Meaning,
  type Note,
} from "../meaning/meaning.ts";
import type { Reliance } from "../meaning/reliance.ts";
import { english } from "../text/english.ts";
import type { Given } from "./shared/arguments.ts";
import { shown } from "./shared/shown.ts";

interface Relied extends Pick<Reliance, "anchored" | "headGiven"> {
  readonly verdict: Pick<Reliance["verdict"], "closedBy">;
  /** Null if only the form was checked. */
  readonly meaning: Pick<Meaning, "closed"> | null;
  /** What was not given beside the record, of all that it names; absent where it is not asked. */
  readonly notCompared?: readonly string[];
}

/** Good, and still not to be relied on. */
const NOT_VOUCHED = 3;

/**
 * The exit code of a good record that fewer officers signed than were due, or, with `--anchored`,
 * for which something that is needed was not given.
 */
export const reliedCode = (
  given: Given,
  { verdict, meaning, anchored, headGiven, notCompared = [] }: Relied,
): { readonly code?: number } => {
  const isSigned = verdict.closedBy === "paper" || anchored.known;
  const isWhole = headGiven && isSigned && notCompared.length === 0;
  const isLacking = given.values.has("--anchored") && !isWhole;
  return isLacking || meaning?.closed?.isShort === true ? { code: NOT_VOUCHED } : {};
};

/** How far a good record can be relied on: what its reader must know first. */
export function reliedLine({ verdict, meaning, anchored, headGiven }: Relied): string {
  if (meaning?.closed?.isShort === true) return shortLine(meaning.closed, verdict.closedBy);
  if (verdict.closedBy === "paper")
    return headGiven
      ? "Good, and its head is the one that was given. The record cannot show who signed the paper."
      : "Good, but its signers are unknown: it is closed on paper, and no head was given.";
  if (anchored.known)
    return headGiven
      ? "Good: its signers and its head are those that were given."
      : "Good: its signers are those whose cards were given.";
  return anchored.fit.length === 0
    ? "Good, but its signers are unknown: no officer's card was given."
    : `Good, but ${anchored.without.map(shown).join(", ")} signed without a card that was given.`;
}

function shortLine(
  { officers: { signed, of }, due, isByHand }: ClosedBy,
  by: "signatures" | "paper" | null,
): string {
  const how = by === "paper" ? "CLOSED ON PAPER" : "CLOSED";
  const officers = of === 1 ? "1 officer" : `${String(of)} officers`;
  const hand = isByHand
    ? " The others have no key to sign with: give the head that they signed by hand."
    : "";
  return `${how}, NOT VOUCHED FOR: by ${String(signed)} of ${officers}, and ${String(due)} had to sign.${hand}`;
}

/** What nobody vouches for, entry by entry: as many officers as were due signed only what is before. */
export function unsignedLines(
  { closed }: Meaning,
  entries: readonly RecordEntry[],
): readonly string[] {
  if (closed?.isShort !== true) return [];
  const { vouchedTo } = closed;
  const from = vouchedTo === null ? 0 : vouchedTo + 1;
  return [
    vouchedTo === null
      ? "No act was signed by as many officers as had to sign. Nobody vouches for:"
      : `As many officers as had to sign signed an act at entry ${String(vouchedTo)}. Nobody vouches for what follows:`,
    ...entries
      .slice(from)
      .map(({ seq, type, by }) => `  entry ${String(seq)}: ${shown(type)}, by ${shown(by)}`),
  ];
}

/** Of a record that was closed at this time. */
export const laterText = (closed: string): readonly string[] =>
  Date.parse(closed) > Date.now() + CLOCKS_DIFFER_MS
    ? ["THAT IS LATER THAN THE CLOCK OF THIS COMPUTER."]
    : [];

/** The rules that were not asked of a record, because it is older than they are. */
export const versionText = ({ version, notAsked }: Meaning["rules"]): readonly string[] =>
  notAsked.length === 0
    ? []
    : [
        `It was written under version ${String(version)} of the rules: later ones were not applied`
          + ` (${notAsked.join(", ")}).`,
      ];

/** Names that may mislead. */
export const namesLines = ({ names }: Pick<Meaning, "names">): readonly string[] =>
  names === null ? [] : oddNamesSaid(names, shown).map(english);

const WHY: Readonly<Record<Absence, string>> = {
  substituted: "left before the end",
  "no-key": "no record vouches for a signing key",
  aborted: "the ceremony was aborted",
  exception: "two people noted an exception",
};

/** *Closed by N of M*, and why not by all. */
export function closedLine({ signed, of, missing }: ClosedBy, by: "signatures" | "paper" | null) {
  const how = by === "paper" ? "Closed on paper" : "Closed";
  const who = missing.map(({ role, name, why }) => `${shown(role)}, ${shown(name)}: ${WHY[why]}`);
  const lacking = who.length === 0 ? "." : `. Not by ${who.join("; ")}.`;
  return `${how} by ${String(signed)} of ${String(of)}${lacking}`;
}

/** What no rule refuses: to rely on the record, read these entries. */
export const notesLines = (notes: readonly Note[]): readonly string[] =>
  notes.map((note) => english(noteSaid(note)));

/** What people excused, an abort, and a clock that went back. */
export function meaningLines(meaning: Meaning): readonly string[] {
  const { excused, wentBack, gaps } = meaning;
  return [
    ...abortLines(meaning),
    ...excused.map(
      ({ code, entry, by }) =>
        `Excused: entry ${String(entry)} (${code}), by the exception in entry ${String(by)}.`,
    ),
    ...(wentBack.length === 0
      ? []
      : [`The clock went back at ${wentBack.map((seq) => `entry ${String(seq)}`).join(", ")}.`]),
    ...(gaps.length === 0
      ? []
      : [`More than a day passed before ${gaps.map((seq) => `entry ${String(seq)}`).join(", ")}.`]),
  ];
}

/** That it was aborted, why, and what was left undone. */
export const abortLines = ({ aborted }: Pick<Meaning, "aborted">): readonly string[] =>
  aborted === null
    ? []
    : [
        `It was ABORTED: ${shown(aborted.reason)} Left undone: ${
          aborted.undone.map(shown).join(", ") || "nothing"
        }.`,
      ];
