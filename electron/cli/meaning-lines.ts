// What a record means, in lines: who closed it and who did not, what was excused, what was left.
import type { Absence, ClosedBy, Meaning } from "../meaning/meaning.ts";
import { shown } from "./shown.ts";

const WHY: Readonly<Record<Absence, string>> = {
  substituted: "somebody else took the seat",
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

/** What people took note of and continued, an abort, and a clock that went back. */
export function meaningLines({ excused, aborted, wentBack }: Meaning): readonly string[] {
  return [
    ...(aborted === null
      ? []
      : [
          `It was ABORTED: ${shown(aborted.reason)} Left undone: ${
            aborted.undone.map(shown).join(", ") || "nothing"
          }.`,
        ]),
    ...excused.map(
      ({ code, entry, by }) =>
        `Excused: entry ${String(entry)} (${code}), by the exception in entry ${String(by)}.`,
    ),
    ...(wentBack.length === 0
      ? []
      : [`The clock went back at ${wentBack.map((seq) => `entry ${String(seq)}`).join(", ")}.`]),
  ];
}
