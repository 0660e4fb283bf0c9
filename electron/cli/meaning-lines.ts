// The meaning of a record, in lines: who closed it and who did not, what was excused, what was left.
import type { EventData, EventType, RecordEntry } from "../ceremony/ceremony.ts";
import type { Absence, ClosedBy, Meaning } from "../meaning/meaning.ts";
import type { Reliance } from "../meaning/reliance.ts";
import type { Given } from "./shared/arguments.ts";
import { shown } from "./shared/shown.ts";

interface Relied extends Pick<Reliance, "anchored" | "headGiven"> {
  readonly verdict: Pick<Reliance["verdict"], "closedBy">;
}

const UNANCHORED = 3;

/** The exit code with `--anchored`, if something it needs was not given. */
export const anchoredCode = (
  given: Given,
  { verdict, anchored, headGiven }: Relied,
): { readonly code?: number } => {
  const isWhole = headGiven && (verdict.closedBy === "paper" || anchored.known);
  return given.values.has("--anchored") && !isWhole ? { code: UNANCHORED } : {};
};

/** How far a good record can be relied on: what its reader must know first. */
export function reliedLine({ verdict, anchored, headGiven }: Relied): string {
  if (verdict.closedBy === "paper")
    return headGiven
      ? "Good, and its head is the one that was given. Who signed the paper, the record cannot show."
      : "Good, but its signers are unknown: it is closed on paper, and no head was given.";
  if (anchored.known)
    return headGiven
      ? "Good: its signers and its head are those that were given."
      : "Good: its signers are those whose cards were given.";
  return anchored.fit.length === 0
    ? "Good, but its signers are unknown: no officer's card was given."
    : `Good, but ${anchored.without.map(shown).join(", ")} signed without a card that was given.`;
}

/** The rules that were not asked of a record, because it is older than they are. */
export const versionText = ({ version, notAsked }: Meaning["rules"]): readonly string[] =>
  notAsked.length === 0
    ? []
    : [
        `It was written under version ${String(version)} of the rules: later ones were not applied`
          + ` (${notAsked.join(", ")}).`,
      ];

const WHY: Readonly<Record<Absence, string>> = {
  substituted: "someone else took the seat",
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

type Noted = Partial<EventData["exchange-key-accepted"] & EventData["aftercheck-judged"]>;

/** What a good record reports and no rule refuses: to rely on it, read these entries. */
const NOTED: readonly (readonly [what: string, type: EventType, is: (data: Noted) => boolean])[] = [
  ["An incident was found", "incident-found", () => true],
  ["A refusal of the app was overruled", "refusal-accepted", () => true],
  ["Somebody else took a seat", "seat-changed", () => true],
  [
    "An exchange key was trusted that is not attested",
    "exchange-key-accepted",
    ({ attested }) => attested === false,
  ],
  [
    "After the activation something was wrong",
    "aftercheck-judged",
    ({ points = [] }) => points.some(({ verdict }) => verdict === "wrong"),
  ],
];

/** One line for each kind of entry that should be read, with the numbers of its entries. */
export const notedLines = (entries: readonly RecordEntry[]): readonly string[] =>
  NOTED.flatMap(([what, type, is]) => {
    const found = entries.filter((one) => one.type === type && is(one.data as Noted));
    const numbers = found.map(({ seq }) => `entry ${String(seq)}`).join(", ");
    return found.length === 0 ? [] : [`${what}: ${numbers}.`];
  });

/** What people excused, an abort, and a clock that went back. */
export function meaningLines(meaning: Meaning): readonly string[] {
  const { excused, wentBack } = meaning;
  return [
    ...abortLines(meaning),
    ...excused.map(
      ({ code, entry, by }) =>
        `Excused: entry ${String(entry)} (${code}), by the exception in entry ${String(by)}.`,
    ),
    ...(wentBack.length === 0
      ? []
      : [`The clock went back at ${wentBack.map((seq) => `entry ${String(seq)}`).join(", ")}.`]),
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
