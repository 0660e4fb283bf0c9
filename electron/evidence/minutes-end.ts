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
import type { ClosedBy } from "../meaning/meaning.ts";
import { fromScript } from "../text/from-script.ts";
import { list, sentence } from "../text/sentence.ts";
import { digestCell, timeFrom } from "./phrases.ts";
import { headWordsOf, peopleAt, allOf, type ReadAct, type Reading } from "./reading.ts";
import { firstRole, roleIn, peopleIn } from "../ceremony/ceremony.ts";

/** Signatures in the record, and room for handwritten ones. */
export function signOff(reading: Reading): readonly Block[] {
  const { entries, closedBy, state } = reading;
  const people = peopleAt(reading, entries.length);
  const exceptions = allOf(entries, "exception-noted").length;
  return [
    ...inTheRecord(reading),
    ...closers(reading),
    ...ofActs(reading),
    paragraph(
      sentence("minutes-end.sign", {
        aborted: state.aborted !== null,
        exceptions: exceptions > 0,
        words: named(headWordsOf(reading)),
      }),
    ),
    table(
      [
        [sentence("paper.role"), 16],
        [sentence("paper.name"), 26],
        [sentence("paper.signature"), 34],
        [sentence("paper.dateAndTime"), 24],
      ],
      people.map(({ role, name }): readonly Cell[] => [
        [[firstRole(role)]],
        [[theirs(name)]],
        "",
        "",
      ]),
    ),
    paragraph(sentence("minutes-end.manifest", { room: blank(1) })),
    ...(closedBy === "paper" ? [paragraph(sentence("minutes-end.onPaper"))] : []),
  ];
}

/**
 * That it was aborted, who did not sign the end, for whom the record does not vouch; nothing if
 * everyone signed the proper end, and the record vouches for all. The same words are on every
 * certificate.
 */
export function closers({ closing, closedBy, unvouched, state }: Reading): readonly Block[] {
  const { signed = 0, of = 0, missing = [] } = closing ?? {};
  return [
    ...(state.aborted === null ? [] : [paragraph(sentence("minutes-end.aborted"))]),
    ...(signed === of && missing.length === 0
      ? []
      : [
          paragraph(
            list(
              [
                sentence("minutes-end.closed", { paper: closedBy === "paper", signed, all: of }),
                ...(closing?.isShort === true ? [shortSentence(closing)] : []),
                ...missing.map(({ role, name, why }) =>
                  sentence("minutes-end.notBy", {
                    who: roleIn(role),
                    name: theirs(name),
                    why: sentence(`minutes-end.why.${why}`),
                  }),
                ),
              ],
              " ",
            ),
          ),
        ]),
    ...(unvouched.length === 0
      ? []
      : [paragraph(sentence("minutes-end.unvouched", { officers: peopleIn(unvouched) }))]),
  ];
}

const shortSentence = ({ officers, due, isByHand }: ClosedBy) =>
  isByHand
    ? sentence("minutes-end.byHand", officers)
    : sentence("minutes-end.short", { ...officers, due });

/** Who signed the end of which act, and in which entry. */
function ofActs({ acts }: Reading): readonly Block[] {
  if (acts.length === 0) return [];
  return [
    paragraph(sentence("minutes-end.acts")),
    table(
      [
        [sentence("minutes-end.act"), 34],
        [sentence("paper.entry"), 8],
        [sentence("minutes-end.signedBy"), 58],
      ],
      acts.map((act): readonly Cell[] => [
        [[theirs(fromScript(act.act))]],
        [[String(act.seq)]],
        actSigners(act),
      ]),
    ),
  ];
}

function actSigners({ by, present, missing, signatures }: ReadAct): Cell {
  if (by === "paper")
    return [[sentence("minutes-end.actOnPaper", { people: list(present.map(roleIn)) })]];
  const signed = signatures.map(({ officer, seq }): Line => [
    sentence("minutes-end.inEntry", { who: firstRole(officer), entry: seq }),
  ]);
  return missing.length === 0
    ? signed
    : [...signed, [sentence("minutes-end.notSigned", { people: list(missing.map(roleIn)) })]];
}

function inTheRecord({ signatures, closedBy, entries, from }: Reading): readonly Block[] {
  if (closedBy !== "signatures")
    return [
      paragraph(sentence(closedBy === "paper" ? "minutes-end.noneOnPaper" : "minutes-end.none")),
    ];
  const timeAt = (seq: number): string =>
    timeFrom(from, entries.find((entry) => entry.seq === seq)?.at ?? "");
  return [
    paragraph(sentence("minutes-end.inRecord")),
    table(
      [
        [sentence("minutes-end.officer"), 27],
        [sentence("minutes-end.certificate"), 73],
      ],
      signatures.map(({ officer, seq, certificate }): readonly Cell[] => [
        [[firstRole(officer)], [`${String(seq)}, ${timeAt(seq)}`]],
        digestCell(certificate),
      ]),
    ),
  ];
}
