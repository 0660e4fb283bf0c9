// The minutes of a ceremony as a paper, from its record alone. The first eight headings are those
// that auditors ask of the report of a key generation ceremony.
import {
  blank,
  markedHeading,
  named,
  newPage,
  pageOf,
  paragraph,
  table,
  theirs,
  type Block,
  type Cell,
  type Line,
  type Paper,
} from "../../ceremony-scripts/index.ts";
import {
  allTheirs,
  counted,
  inText,
  listed,
  pairOf,
  roleOf,
  stepOf,
  timeOf,
} from "../ceremony/ceremony.ts";
import { complianceAnnex } from "./minutes-compliance.ts";
import { custodySection } from "./minutes-custody.ts";
import { deviations } from "./minutes-deviations.ts";
import { signOff } from "./minutes-end.ts";
import { hardware } from "./minutes-hardware.ts";
import { people } from "./minutes-people.ts";
import { location } from "./minutes-room.ts";
import { stepsSection } from "./minutes-steps.ts";
import { digestWords, facts } from "./phrases.ts";
import { peopleAt, toldOf, type Reading } from "./reading.ts";

/** The script that was followed, and room for the approval of the ceremony. */
const approval = ({ opened, state }: Reading): readonly Block[] => [
  paragraph(
    "The ceremony followed the script ",
    named(opened.script),
    state.aborted === null ? "" : " until it was aborted",
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

/** The first page: all that somebody needs who reads no further. Then what it says in full. */
function front(reading: Reading): readonly Block[] {
  const { head, opened, from, until } = reading;
  return [
    paragraph(HOW[reading.closedBy ?? "open"]),
    facts([
      [
        "Ceremony",
        [
          [
            named(opened.script),
            ", ",
            opened.mode === "REHEARSAL" ? "REHEARSAL: no real HSM, no real keys" : "production",
          ],
        ],
      ],
      [
        "HSM",
        [
          [
            theirs(opened.hsm),
            `, ${String(opened.required)} of ` + `${String(opened.officers)} officers`,
          ],
        ],
      ],
      ["Date and time (UTC)", [[`${timeOf(from)} to ${timeOf(until)}`]]],
      ["What was done", results(reading)],
      ["By whom", byWhom(reading)],
      ["What to keep, and where", kept(reading)],
      ["What these pages do not show", unanchored(reading)],
    ]),
    paragraph(
      "The head of the record, in words and in hex. It covers every entry; its first ten "
        + "words are on every page:",
    ),
    digestWords(head),
    newPage,
    contents(),
    facts([
      ["Ceremony", [["Number ", named(opened.ceremony)]]],
      ["HSM", [["Address and region, by hand: ", blank()]]],
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
    ]),
  ];
}

/** Two to a line, to leave room for the rest of the page. */
function byWhom(reading: Reading): readonly Line[] {
  const people = peopleAt(reading, reading.entries.length);
  return Array.from({ length: Math.ceil(people.length / 2) }, (_, i) =>
    people
      .slice(i * 2, i * 2 + 2)
      .flatMap(({ role, name }, at): Line => [
        at === 0 ? "" : "; ",
        `${at === 0 ? roleOf(role) : inText(role)} `,
        theirs(name),
      ]),
  );
}

/** Each custodian with what they keep; where each object is, is in section 6. */
function kept({ after: { objects }, closedBy }: Reading): readonly Line[] {
  const custodians = [...new Set(objects.map(({ custodian }) => custodian))];
  const papers =
    closedBy === "paper"
      ? "The signed paper, and these minutes with it, apart from the media."
      : "The witness's paper with the head's words, and these minutes, apart from the media.";
  return [
    ...custodians.map((custodian): Line => {
      const theirOwn = objects.filter((object) => object.custodian === custodian);
      const places = new Set(theirOwn.map(({ place }) => place)).size;
      return [
        theirs(custodian),
        ": ",
        ...allTheirs(theirOwn.map(({ object }) => object)),
        `, at ${counted(places, "place")}`,
      ];
    }),
    ...(custodians.length === 0 ? [] : [["Seals and places: see 6."] as const]),
    [papers],
  ];
}

/** What must come from elsewhere before anybody relies on the record. */
function unanchored({ before: last, gaps, unvouched, closedBy }: Reading): readonly Line[] {
  return [
    [
      closedBy === "paper"
        ? "Who signed: the signatures are on paper alone."
        : "Whether this is the whole record: compare its head with the witness's paper.",
    ],
    ...(closedBy === "signatures"
      ? [["Whose the signing certificates are: compare their words with the officers' cards."]]
      : []),
    ...(unvouched.length === 0
      ? []
      : [[`No record vouches for the signing key of ${listed(unvouched.map(inText))}.`]]),
    ...(last === null ? [] : [["Whether the record before it is intact: verify it as well."]]),
    ...(gaps.length === 0
      ? []
      : [[`${counted(gaps.length, "gap")} in the chain of custody, see 6.`]]),
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
  const tried = toldOf(entries, "dry-run-passed").at(-1);
  if (tried !== undefined)
    lines.push([
      `Dry run passed: ${listed(tried.data.officers.map(inText))} opened the security domain, and `
        + "a restore blob made from it in memory.",
    ]);
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
