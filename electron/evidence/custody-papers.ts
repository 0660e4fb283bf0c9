// Papers for what is in custody: labels for the bags, and the custodians' acknowledgement.
import {
  blank,
  code,
  heading,
  named,
  newPage,
  paragraph,
  subheading,
  table,
  theirs,
  type Block,
  type Cell,
  type Paper,
} from "../../ceremony-scripts/index.ts";
import { objectNamed, type ObjectStanding } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { dayOf } from "./phrases.ts";
import { wordsOf, type Reading } from "./reading.ts";

const ACROSS = 3;
/** How many words distinguish records on a label. */
const LABEL_WORDS = 3;

/** A label for each bag; null if nothing is in custody. It has no place on it. */
export function custodyLabels(reading: Reading): Paper | null {
  const { objects, hsm } = reading.after;
  if (objects.length === 0) return null;
  const rows = Array.from({ length: Math.ceil(objects.length / ACROSS) }, (_, i) =>
    Array.from({ length: ACROSS }, (__, at): Cell => {
      const object = objects[i * ACROSS + at];
      return object === undefined ? [] : label(reading, object);
    }),
  );
  return {
    title: sentence("custody-papers.labels", { hsm }),
    blocks: [
      paragraph(sentence("custody-papers.cut")),
      table(
        Array.from({ length: ACROSS }, () => ["", 10] as const),
        rows,
      ),
    ],
  };
}

const label = ({ after, head }: Reading, { object, seal, seenAt }: ObjectStanding): Cell => [
  [objectNamed(object)],
  // It names the object, and never the seal: that is read from the bag itself.
  [code(object)],
  [sentence("custody-papers.seal", { seal: named(seal) })],
  [theirs(after.hsm)],
  [sentence("custody-papers.recorded", { day: dayOf(seenAt) })],
  [named(wordsOf(head).split(" ").slice(0, LABEL_WORDS).join(" "))],
  [sentence("custody-papers.call", { room: blank() })],
];

/** The version of the text: signing means signing these words. */
const VERSION = 2;

/** A page for each custodian to sign, as PCI DSS 3.7.8 requires; null if nothing is in custody. */
export function acknowledgement(reading: Reading): Paper | null {
  const { objects, hsm, required, officers } = reading.after;
  const custodians = [...new Set(objects.map(({ custodian }) => custodian))];
  if (custodians.length === 0) return null;
  const duties = [
    sentence("custody-papers.lock"),
    sentence("custody-papers.alone"),
    sentence("custody-papers.handOff"),
    sentence("custody-papers.check"),
    sentence("custody-papers.quorum", { required, all: officers.length }),
  ];
  return {
    title: sentence("custody-papers.acknowledgement", { hsm }),
    blocks: custodians.flatMap((name, i): readonly Block[] => [
      ...(i === 0 ? [] : [newPage]),
      heading(sentence("custody-papers.custodian", { name: theirs(name) })),
      paragraph(sentence("custody-papers.read", { version: VERSION })),
      ...duties.map((what, at) => paragraph(sentence("paper.numbered", { n: at + 1, what }))),
      table(
        [
          [sentence("paper.object"), 30],
          [sentence("paper.seal"), 20],
          [sentence("paper.place"), 30],
          [sentence("custody-papers.recordedOn"), 20],
        ],
        objects
          .filter(({ custodian }) => custodian === name)
          .map((object) => [
            [[objectNamed(object.object)]],
            [[named(object.seal)]],
            [[theirs(object.place)]],
            [[dayOf(object.seenAt)]],
          ]),
      ),
      table(
        [
          [sentence("custody-papers.organisation"), 34],
          [sentence("custody-papers.tell"), 36],
          [sentence("custody-papers.telephone"), 30],
        ],
        [["", "", ""]],
      ),
      table(
        [
          [sentence("custody-papers.signature"), 40],
          [sentence("paper.date"), 20],
          [sentence("custody-papers.witness"), 40],
        ],
        [["", "", ""]],
      ),
      subheading(sentence("custody-papers.end")),
      paragraph(sentence("custody-papers.ended")),
      table(
        [
          [sentence("custody-papers.signature"), 40],
          [sentence("paper.date"), 20],
          [sentence("custody-papers.successor"), 40],
        ],
        [["", "", ""]],
      ),
    ]),
  };
}
