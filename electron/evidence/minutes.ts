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
  type Span,
} from "../../ceremony-scripts/index.ts";
import {
  firstRole,
  groupsIn,
  objectNamed,
  peopleIn,
  stepOf,
  timeOf,
} from "../ceremony/ceremony.ts";
import { known } from "../text/english.ts";
import { list, sentence, type Sentence } from "../text/sentence.ts";
import { complianceAnnex } from "./minutes-compliance.ts";
import { custodySection } from "./minutes-custody.ts";
import { deviations } from "./minutes-deviations.ts";
import { signOff } from "./minutes-end.ts";
import { hardware } from "./minutes-hardware.ts";
import { people } from "./minutes-people.ts";
import { location } from "./minutes-room.ts";
import { stepsSection } from "./minutes-steps.ts";
import { digestWords, facts, seatInText } from "./phrases.ts";
import { peopleAt, allOf, type Reading } from "./reading.ts";

/** The script that was followed, and room for the approval of the ceremony. */
const approval = ({ opened, state }: Reading): readonly Block[] => [
  paragraph(
    sentence("minutes.script", { script: named(opened.script), aborted: state.aborted !== null }),
  ),
  digestWords(opened.scriptSha256),
  paragraph(sentence("minutes.approval")),
  table(
    [
      [sentence("minutes.approvedBy"), 40],
      [sentence("paper.reference"), 35],
      [sentence("paper.date"), 25],
    ],
    [["", "", ""]],
  ),
];

/** A section: its heading and its contents. */
interface Section {
  readonly name: Sentence;
  readonly blocks: (reading: Reading) => readonly Block[];
}

/** In this order, in which auditors know the headings. */
const SECTIONS: readonly Section[] = [
  { name: sentence("minutes.section.people"), blocks: people },
  { name: sentence("minutes.section.approval"), blocks: approval },
  { name: sentence("minutes.section.hardware"), blocks: hardware },
  { name: sentence("minutes.section.steps"), blocks: stepsSection },
  { name: sentence("minutes.section.room"), blocks: location },
  { name: sentence("minutes.section.custody"), blocks: custodySection },
  { name: sentence("minutes.section.end"), blocks: signOff },
  { name: sentence("minutes.section.deviations"), blocks: deviations },
  { name: sentence("minutes.section.compliance"), blocks: complianceAnnex },
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

const titled = (what: Sentence, i: number): Sentence =>
  sentence("paper.numbered", { n: i + 1, what });
const markOf = (i: number): string => `section-${String(i + 1)}`;

/** "Minutes: Recovery, Contoso-HSM, 2026-11-25". */
const titleOf = ({ opened: { script, hsm }, from }: Reading): Sentence =>
  sentence("minutes.title", {
    ceremony: known(`minutes.ceremony.${script}`) ?? stepOf(script),
    hsm,
    day: from.slice(0, 10),
  });

/** The first page: everything for a reader who reads no further. Then the same in full. */
function front(reading: Reading): readonly Block[] {
  const { head, opened, from, until } = reading;
  const { script, mode, hsm, required, officers, ceremony, clock } = opened;
  return [
    paragraph(sentence(`minutes.how.${reading.closedBy ?? "open"}`)),
    facts([
      [sentence("paper.ceremony"), [[sentence("minutes.kind", { script: named(script), mode })]]],
      [
        sentence("paper.hsm"),
        [[sentence("minutes.quorum", { hsm: theirs(hsm), required, officers })]],
      ],
      [
        sentence("minutes.when"),
        [[sentence("minutes.fromTo", { from: timeOf(from), to: timeOf(until) })]],
      ],
      [sentence("minutes.done"), results(reading)],
      [sentence("minutes.byWhom"), byWhom(reading)],
      [sentence("minutes.keep"), custodians(reading)],
      [sentence("minutes.notShown"), unanchored(reading)],
    ]),
    paragraph(sentence("minutes.head")),
    digestWords(head),
    newPage,
    contents(),
    facts([
      [sentence("paper.ceremony"), [[sentence("minutes.number", { number: named(ceremony) })]]],
      [sentence("paper.hsm"), [[sentence("minutes.address", { room: blank() })]]],
      [
        sentence("minutes.clock"),
        [[sentence("minutes.clockWas", { time: timeOf(clock), room: blank() })]],
      ],
      [sentence("minutes.continues"), before(reading)],
    ]),
  ];
}

/** Two to a line, to leave room for the rest of the page. */
function byWhom(reading: Reading): readonly Line[] {
  return inTwos(
    peopleAt(reading, reading.entries.length).map(({ role, name }, i) =>
      sentence("minutes.whoIs", {
        role: i % 2 === 0 ? firstRole(role) : seatInText(role),
        name: theirs(name),
      }),
    ),
  );
}

const inTwos = (spans: readonly Span[]): readonly Line[] =>
  Array.from({ length: Math.ceil(spans.length / 2) }, (_, i) => [
    list(spans.slice(i * 2, i * 2 + 2), "; "),
  ]);

/** Of more custodians, what each keeps is only counted, for the head to be on the first page too. */
const NAMED = 5;

/** Each custodian with what they keep; where each object is, is in section 6. */
function custodians({ after: { objects }, closedBy }: Reading): readonly Line[] {
  const custodians = [...new Set(objects.map(({ custodian }) => custodian))];
  const keeps = custodians.map((custodian): Span => {
    const theirOwn = objects.filter((object) => object.custodian === custodian);
    const places = new Set(theirOwn.map(({ place }) => place)).size;
    const who = theirs(custodian);
    return custodians.length > NAMED
      ? sentence("minutes.keepsSome", { custodian: who, n: theirOwn.length, places })
      : sentence("minutes.keeps", {
          custodian: who,
          objects: list(theirOwn.map(({ object }) => objectNamed(object))),
          places,
        });
  });
  return [
    ...(custodians.length > NAMED ? inTwos(keeps) : keeps.map((one): Line => [one])),
    ...(custodians.length === 0 ? [] : [[sentence("minutes.seals")]]),
    [sentence(closedBy === "paper" ? "minutes.papers.paper" : "minutes.papers.other")],
  ];
}

/** What must come from elsewhere before anyone relies on the record. */
function unanchored({ before: last, gaps, unvouched, closedBy }: Reading): readonly Line[] {
  return [
    [sentence(closedBy === "paper" ? "minutes.unanchored.paper" : "minutes.unanchored.other")],
    ...(closedBy === "signatures" ? [[sentence("minutes.certificates")]] : []),
    ...(unvouched.length === 0
      ? []
      : [[sentence("minutes.unvouched", { officers: peopleIn(unvouched) })]]),
    ...(last === null ? [] : [[sentence("minutes.earlier")]]),
    ...(gaps.length === 0 ? [] : [[sentence("minutes.gaps", { n: gaps.length })]]),
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
      [sentence("minutes.contents"), 41],
      [sentence("minutes.page"), 9],
      ["", 41],
      [sentence("minutes.page"), 9],
    ],
    SECTIONS.slice(0, half).map((_, i) => [...cells(i), ...cells(i + half)]),
  );
}

const before = ({ before: last }: Reading): readonly Line[] =>
  last === null
    ? [[sentence("minutes.first")]]
    : [
        [
          sentence("minutes.before", { head: named(last.head.slice(0, 32)) }),
          named(last.head.slice(32)),
        ],
      ];

/** The ceremony's outcome in a few lines. */
function results({ state, entries, closedBy }: Reading): readonly Line[] {
  const lines: Span[] = [];
  if (state.aborted !== null)
    lines.push(sentence("minutes.aborted", { reason: theirs(state.aborted.reason) }));
  if (state.proof !== null)
    lines.push(sentence("minutes.proven", { groups: groupsIn(state.proof.subsets) }));
  const made = allOf(entries, "key-made").length;
  if (made > 0) lines.push(sentence("minutes.keysMade", { n: made }));
  const tried = allOf(entries, "dry-run-passed").at(-1);
  if (tried !== undefined)
    lines.push(sentence("minutes.dryRun", { officers: peopleIn(tried.data.officers) }));
  if (state.upload === "ended") lines.push(sentence("minutes.uploaded"));
  const found = allOf(entries, "keys-compared").at(-1);
  if (found !== undefined) lines.push(sentence("minutes.keysFound", { n: found.data.keys.length }));
  if (allOf(entries, "keys-not-compared").length > 0) lines.push(sentence("minutes.notCompared"));
  const attested = allOf(entries, "custody-attested").at(-1);
  if (attested !== undefined)
    lines.push(
      sentence("minutes.custody", {
        healthy: attested.data.healthy.length,
        troubled: attested.data.troubled.length,
      }),
    );
  const checked = allOf(entries, "seals-checked").length;
  if (checked > 0) lines.push(sentence("minutes.sealsCompared", { n: checked }));
  lines.push(sentence("minutes.exceptions", { n: allOf(entries, "exception-noted").length }));
  if (closedBy === null) lines.push(sentence("minutes.open"));
  return lines.map((line) => [line]);
}
