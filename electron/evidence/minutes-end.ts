// Minutes, 7: who signed what, in the record and by hand.
import {
  blank,
  named,
  paragraph,
  table,
  theirs,
  type Block,
  type Cell,
  type Line,
} from "../../ceremony-scripts/index.ts";
import { inText, listed, roleOf } from "../ceremony/ceremony.ts";
import type { Absence } from "../meaning/meaning.ts";
import { digestCell, timeFrom } from "./phrases.ts";
import { headWordsOf, peopleAt, toldOf, type ReadAct, type Reading } from "./reading.ts";

/** Signatures in the record, and room for those of ink. */
export function signOff(reading: Reading): readonly Block[] {
  const { entries, closedBy, state } = reading;
  const people = peopleAt(reading, entries.length);
  const exceptions = toldOf(entries, "exception-noted").length;
  return [
    ...inTheRecord(reading),
    ...closers(reading),
    ...ofActs(reading),
    paragraph(
      "Everyone signs here by hand: this is a true record of the ceremony, to the best of "
        + "my knowledge. ",
      state.aborted === null
        ? "The ceremony was performed according to its script, "
        : "The ceremony was aborted; until then it was performed according to its script, ",
      exceptions === 0 ? "with no exception noted." : "except as noted in section 8.",
      " The words of the head, as read aloud: ",
      named(headWordsOf(reading)),
      ".",
    ),
    table(
      [
        ["Role", 16],
        ["Name", 26],
        ["Signature", 34],
        ["Date and time UTC", 24],
      ],
      people.map(({ role, name }): readonly Cell[] => [[[roleOf(role)]], [[theirs(name)]], "", ""]),
    ),
    paragraph(
      "These minutes are a file in the ceremony's bundle. The bundle's manifest is written "
        + "last and contains their SHA-256, so its own cannot be printed here. The first ten words "
        + "of the manifest's SHA-256, by hand: ",
      blank(1),
    ),
    ...(closedBy === "paper"
      ? [
          paragraph(
            "This ceremony was closed on paper: without these "
              + "signatures, or those on the paper of that day, nobody has signed it.",
          ),
        ]
      : []),
  ];
}

const WHY: Readonly<Record<Absence, string>> = {
  substituted: "somebody else took the seat",
  "no-key": "no record vouches for a signing key",
  aborted: "the ceremony was aborted",
  exception: "two people noted an exception",
};

/**
 * That it was aborted, who did not sign the end, for whom the record does not vouch: of a record
 * that everyone signed at its proper end, and that vouches for all, nothing. The same words stand on every certificate.
 */
export function closers({ closing, closedBy, unvouched, state }: Reading): readonly Block[] {
  const { signed = 0, of = 0, missing = [] } = closing ?? {};
  const how = closedBy === "paper" ? "Closed on paper" : "Closed";
  return [
    ...(state.aborted === null ? [] : [paragraph("The ceremony was ABORTED before its end.")]),
    ...(signed === of && missing.length === 0
      ? []
      : [
          paragraph(
            `${how} by ${String(signed)} of ${String(of)}.`,
            ...missing.flatMap(({ role, name, why }): Line => [
              ` Not by ${inText(role)}, `,
              theirs(name),
              `: ${WHY[why]}.`,
            ]),
          ),
        ]),
    ...(unvouched.length === 0
      ? []
      : [
          paragraph(
            `The record itself does not vouch for the signing certificate of ${listed(
              unvouched.map(inText),
            )}: compare its words with the officer's card.`,
          ),
        ]),
  ];
}

/** Who signed the end of which act, and in which entry. */
function ofActs({ acts }: Reading): readonly Block[] {
  if (acts.length === 0) return [];
  return [
    paragraph(
      "Acts that changed something were signed when they ended. Each signature covers all "
        + "entries before it.",
    ),
    table(
      [
        ["Act", 34],
        ["Entry", 8],
        ["Signed by", 58],
      ],
      acts.map((act): readonly Cell[] => [
        [[theirs(act.act)]],
        [[String(act.seq)]],
        actSigners(act),
      ]),
    ),
  ];
}

function actSigners({ by, present, missing, signatures }: ReadAct): Cell {
  if (by === "paper")
    return [[`On paper, by ${present.map(inText).join(", ")}: keep it with these minutes.`]];
  const signed = signatures.map(({ officer, seq }): Line => [
    `${roleOf(officer)}, in entry ${String(seq)}`,
  ]);
  return missing.length === 0
    ? signed
    : [...signed, [`Not signed by ${missing.map(inText).join(", ")}`]];
}

function inTheRecord({ signatures, closedBy, entries, from }: Reading): readonly Block[] {
  if (closedBy !== "signatures")
    return [
      paragraph(
        closedBy === "paper"
          ? "The record contains no final signatures: it was closed on paper."
          : "The record is not closed: nobody has signed it.",
      ),
    ];
  const timeAt = (seq: number): string =>
    timeFrom(from, entries.find((entry) => entry.seq === seq)?.at ?? "");
  return [
    paragraph(
      "Signed in the record. Each signature covers all entries before it. A certificate is "
        + "the officer's if its words match those on the officer's card.",
    ),
    table(
      [
        ["Officer, entry, time UTC", 27],
        ["Signing certificate", 73],
      ],
      signatures.map(({ officer, seq, certificate }): readonly Cell[] => [
        [[roleOf(officer)], [`${String(seq)}, ${timeAt(seq)}`]],
        digestCell(certificate),
      ]),
    ),
  ];
}
