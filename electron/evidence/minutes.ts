// The minutes of a ceremony as a paper, from its record alone. The first eight headings are those
// that auditors ask of the report of a key generation ceremony.
import {
  blank,
  markedHeading,
  named,
  pageOf,
  paragraph,
  table,
  theirs,
  type Block,
  type Cell,
  type Line,
  type Paper,
} from "../../ceremony-scripts/index.ts";
import { counted, listed, pairOf, stepOf, timeOf } from "../ceremony/ceremony.ts";
import { complianceAnnex } from "./minutes-compliance.ts";
import { custodySection } from "./minutes-custody.ts";
import { deviations } from "./minutes-deviations.ts";
import { signOff } from "./minutes-end.ts";
import { hardware } from "./minutes-hardware.ts";
import { people } from "./minutes-people.ts";
import { location } from "./minutes-room.ts";
import { stepsSection } from "./minutes-steps.ts";
import { digestWords, facts } from "./phrases.ts";
import { toldOf, type Reading } from "./reading.ts";

/** The script that was followed, and room for the approval of the ceremony. */
const approval = ({ opened }: Reading): readonly Block[] => [
  paragraph(
    "The ceremony followed the script ",
    named(opened.script),
    ". The app runs a "
      + "ceremony only with the exact file it was started with. Its SHA-256, in words and in hex:",
  ),
  digestWords(opened.scriptSha256),
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

/** A section: what it is called, and what stands in it. */
interface Section {
  readonly name: string;
  readonly blocks: (reading: Reading) => readonly Block[];
}

/** In this order, as the headings are known to auditors. */
const SECTIONS: readonly Section[] = [
  { name: "Roles and responsibilities", blocks: people },
  { name: "Approval to conduct the ceremony", blocks: approval },
  { name: "Hardware, software and activation materials", blocks: hardware },
  { name: "Steps performed, and what they made", blocks: stepsSection },
  { name: "Physical security of the location", blocks: location },
  { name: "Secure storage", blocks: custodySection },
  { name: "Sign-off by participants and witnesses", blocks: signOff },
  { name: "Deviations, exceptions and refusals", blocks: deviations },
  { name: "Annex: what auditors expect, and where it is shown", blocks: complianceAnnex },
];

/** The minutes of this record. */
export const minutes = (reading: Reading): Paper => ({
  title: titleOf(reading),
  blocks: [
    ...front(reading),
    ...SECTIONS.flatMap(({ name, blocks }, i) => [
      markedHeading(markOf(i), titled(name, i)),
      ...blocks(reading),
    ]),
  ],
});

const titled = (name: string, i: number): string => `${String(i + 1)}. ${name}`;
const markOf = (i: number): string => `section-${String(i + 1)}`;

/** "Minutes: Recovery, Contoso-HSM, 2026-11-25". */
export const titleOf = ({ opened, from }: Reading): string =>
  `Minutes: ${stepOf(opened.script)}, ${opened.hsm}, ${from.slice(0, 10)}`;

function front(reading: Reading): readonly Block[] {
  const { head, opened, from, until } = reading;
  return [
    paragraph(HOW[reading.closedBy ?? "open"]),
    paragraph(
      "The head of the record, in words and in hex. It covers every entry; its first ten "
        + "words are on every page:",
    ),
    digestWords(head),
    facts([
      [
        "Ceremony",
        [
          [
            named(opened.script),
            ", ",
            opened.mode === "REHEARSAL" ? "REHEARSAL: no real HSM, no real keys" : "production",
          ],
          ["Number ", named(opened.ceremony)],
        ],
      ],
      [
        "HSM",
        [
          [
            theirs(opened.hsm),
            `, ${String(opened.required)} of ` + `${String(opened.officers)} officers`,
          ],
          ["Address and region, by hand: ", blank()],
        ],
      ],
      ["Date and time (UTC)", [[`${timeOf(from)} to ${timeOf(until)}`]]],
      [
        "Clock",
        [
          [
            "The stations' own, in UTC. At the opening it was "
              + `${timeOf(opened.clock)}. Compared with, by hand: `,
            blank(),
          ],
        ],
      ],
      ["Continues", before(reading)],
      ["Results", results(reading)],
    ]),
    contents(),
  ];
}

/** Where each section begins, in two columns. */
function contents(): Block {
  const half = Math.ceil(SECTIONS.length / 2);
  const cells = (i: number): readonly Cell[] => {
    const section = SECTIONS[i];
    return section === undefined ? [[], []] : [[[titled(section.name, i)]], [[pageOf(markOf(i))]]];
  };
  return table(
    [
      ["What is in these minutes", 41],
      ["Page", 9],
      ["", 41],
      ["Page", 9],
    ],
    SECTIONS.slice(0, half).map((_, i) => [...cells(i), ...cells(i + half)]),
  );
}

const HOW = {
  signatures:
    "These minutes were made from the ceremony's record alone. The record is closed and "
    + "signed: every hash, link and signature in it was verified when these pages were made.",
  paper:
    "These minutes were made from the ceremony's record alone. The record was closed on "
    + "paper: every hash and link in it was verified when these pages were made, but it contains "
    + "no final signature. Keep these minutes with the signed paper.",
  open:
    "These minutes were made from the ceremony's record alone. THE RECORD IS NOT CLOSED: "
    + "everything here was verified, but the ceremony is not finished.",
} as const;

const before = ({ before: last }: Reading): readonly Line[] =>
  last === null
    ? [["No earlier record: this is the first ceremony."]]
    : [["The record with the head ", named(last.head.slice(0, 32)), named(last.head.slice(32))]];

/** The ceremony's outcome in a few lines. */
function results({ state, entries, closedBy }: Reading): readonly Line[] {
  const lines: Line[] = [];
  if (state.aborted !== null) lines.push(["ABORTED: ", theirs(state.aborted.reason)]);
  if (state.proof !== null)
    lines.push([
      `Proven on the media: ${listed(
        state.proof.subsets.map(pairOf),
      )} each open the security domain.`,
    ]);
  const made = toldOf(entries, "key-made").length;
  if (made > 0) lines.push([`${counted(made, "officer")} made keys.`]);
  if (state.upload === "ended") lines.push(["A restore blob was uploaded."]);
  const found = toldOf(entries, "keys-compared").at(-1);
  if (found !== undefined)
    lines.push([
      `${counted(found.data.keys.length, "expected key")} found again after the ` + "restore.",
    ]);
  if (toldOf(entries, "keys-not-compared").length > 0)
    lines.push(["NOT COMPARED: there was no list of expected keys. This was not a drill."]);
  const attested = toldOf(entries, "custody-attested").at(-1);
  if (attested !== undefined)
    lines.push([
      `Custody: ${attested.data.healthy.length} healthy, `
        + `${attested.data.troubled.length} with a problem.`,
    ]);
  const checked = toldOf(entries, "seals-checked").length;
  if (checked > 0) lines.push([`Seals were compared ${counted(checked, "time")}.`]);
  const exceptions = toldOf(entries, "exception-noted").length;
  lines.push([
    exceptions === 0
      ? "No exception was noted."
      : `${counted(exceptions, "exception")} noted, see 8.`,
  ]);
  if (closedBy === null) lines.push(["Not closed."]);
  return lines;
}
